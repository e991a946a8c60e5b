namespace NetGen.Generator.Tests.Folders;

/// <summary>The folders of the generator are the stages of the compiler: each refers only to those before it.</summary>
public class FolderTests
{
    private static readonly Lazy<FolderGraph> s_generator = new(() => new FolderGraph(SourceFiles.Generator.Value));

    [Fact]
    public void The_folders_of_the_generator_form_no_cycle() => Assert.Empty(s_generator.Value.Cycle());

    [Theory]
    [InlineData("Emission", "Kernels")]
    [InlineData("Kernels", "Planning")]
    [InlineData("Planning", "Graph")]
    [InlineData("Passes", "Ops")]
    [InlineData("Lowering", "Language")]
    [InlineData("Ops", "Graph")]
    [InlineData("Graph", "Text")]
    [InlineData(".", "Emission")]
    public void References_between_stages_are_seen(string from, string to)
    {
        Assert.True(s_generator.Value.Refers(from, to));
        Assert.False(s_generator.Value.Refers(to, from));
    }

    [Fact]
    public void Planners_ask_the_access_pattern_and_never_the_type_of_an_operation() =>
        Assert.Empty(s_generator.Value.Derived("Planning", from: "Op", butNotFrom: "Leaf"));

    [Fact]
    public void Kernel_templates_may_ask_the_type() => Assert.NotEmpty(s_generator.Value.Derived("Kernels", from: "Op", butNotFrom: "Leaf"));

    [Fact]
    public void A_cycle_is_found_without_a_using_line()
    {
        var graph = new FolderGraph(SourceFiles.Compile(
        [
            ("Low/A.cs", "namespace P; class A { int X => new B().Y; }"),
            ("High/B.cs", "namespace P; class B { public int Y => 1; A a; }"),
            ("Top/C.cs", "namespace P; class C { A a; }"),
        ]));

        Assert.Equal(["High -> Low: High/B.cs uses A of Low/A.cs", "Low -> High: Low/A.cs uses B of High/B.cs"], graph.Cycle());
    }
}
