using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Caching;

/// <summary>An edit costs only what it changes.</summary>
public class CachingTests
{
    private const string Network = """
        using NetGen;

        [Network, L2(1e-4f), L1(1e-5f), Adam]
        public partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            public int Twice(int n) => 2 * n;
        }
        """;

    private const string Other = "public class Other { public int Number => 1; }";

    private const string Mine = "namespace Mine { public class Other; }", Usings = "global using Mine; global using Number = System.Single;";

    /// <summary>A record prints all its properties: one that yields a record of the same kind never ends.</summary>
    [Fact]
    public void A_model_prints_itself() => Assert.Contains("SoftmaxCrossEntropy", NetworkCompilation.Compile(Network).Model().ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_first_run_makes_everything()
    {
        Reasons reasons = After((compilation, _) => compilation, runs: 1);
        Assert.Equal([IncrementalStepRunReason.New], reasons.Declaration);
        Assert.Equal([IncrementalStepRunReason.New], reasons.Sources);
    }

    [Fact]
    public void An_edit_in_another_file_leaves_every_output_cached()
    {
        Reasons reasons = After((compilation, options) => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[1], CSharpSyntaxTree.ParseText("public class Other { public int Number => 2; }", options, "File1.cs")));
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.ProjectNames);
        Assert.All(reasons.Sources.Concat(reasons.Outputs), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("[Dense(3)", "[Dense( /* classes */ 3)")]
    [InlineData("using NetGen;", "// The network.\n\nusing NetGen;")]
    [InlineData("2 * n", "n + n")]
    [InlineData("[Dense(3), SoftmaxCrossEntropy]", "[Dense(units: 1 + 2)]\n    [SoftmaxCrossEntropy]")]
    public void An_edit_that_says_the_same_leaves_the_declaration_equal(string old, string replacement)
    {
        Reasons reasons = After(Edit(old, replacement));
        Assert.All(reasons.Declaration.Concat(reasons.Sources).Concat(reasons.Outputs), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("[Dense(3), SoftmaxCrossEntropy]", "[SoftmaxCrossEntropy, Dense(3)]")]
    [InlineData("[Network, L2(1e-4f), L1(1e-5f), Adam]", "[L1(1e-5f), Adam, Network, L2(1e-4f)]")]
    [InlineData("[Network,", "[Network(BatchSize = 32),")]
    [InlineData("Adam]", "Adam(1e-3f, Beta1 = 0.9f)]")]
    [InlineData("[Dense(3)", "[Dense(3, Bias = true)")]
    [InlineData("[Dense(3)", "[Dense(3, From = nameof(Image))")]
    [InlineData("int Twice(int n)", "int Double(int n)")]
    [InlineData("public int Twice(int n) => 2 * n;", "")]
    public void A_network_of_the_same_meaning_is_not_compiled_again(string old, string replacement)
    {
        Reasons reasons = After(Edit(old, replacement));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Declaration);
        Assert.Equal([IncrementalStepRunReason.Unchanged], reasons.Model);
        Assert.All(reasons.Sources.Concat(reasons.Outputs), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_member_that_takes_an_emitted_name_makes_it_again()
    {
        Reasons reasons = After(Edit("int Twice(int n)", "int Threads(int n)"));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Model);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Sources);
    }

    [Fact]
    public void A_global_using_that_takes_no_emitted_name_leaves_every_output_cached()
    {
        Reasons reasons = After((compilation, options) => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("global using System.Text; global using Text = System.String;", options, "File4.cs")));
        Assert.Equal([IncrementalStepRunReason.Unchanged], reasons.ProjectNames);
        Assert.All(reasons.Sources.Concat(reasons.Outputs), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_global_using_that_takes_an_emitted_name_makes_every_network_again()
    {
        Reasons reasons = After((compilation, options) => compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("global using Math = System.MathF;", options, "File4.cs")));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.ProjectNames);
        Assert.All(reasons.Declaration.Concat(reasons.Model), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Sources);
    }

    [Fact]
    public void A_type_that_makes_an_imported_name_ambiguous_is_seen_when_it_is_added()
    {
        Reasons reasons = After((compilation, options) => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[2], CSharpSyntaxTree.ParseText("namespace Mine { public class Other; public class Span<T>; }", options, "File2.cs")));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.ProjectNames);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Sources);
    }

    [Fact]
    public void An_edit_of_the_network_makes_it_again()
    {
        Reasons reasons = After(Edit("[Dense(3)", "[Dense(4)"));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Declaration);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Model);
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Sources);
    }

    [Fact]
    public void An_edit_of_one_network_leaves_another_cached()
    {
        Reasons reasons = After((compilation, options) => compilation.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(Network.Replace("class Net", "class Second", StringComparison.Ordinal), options, "File4.cs")));
        Assert.Contains(IncrementalStepRunReason.Cached, reasons.Sources);
        Assert.Contains(IncrementalStepRunReason.New, reasons.Sources);
    }

    [Fact]
    public void Cancellation_ends_a_run()
    {
        using var canceled = new CancellationTokenSource();
        canceled.Cancel();
        var settings = new CompilationSettings();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            NetworkCompilation.Driver(settings).RunGenerators(NetworkCompilation.UserCompilation([Network], settings), canceled.Token));
    }

    [Fact]
    public void Cancellation_ends_the_compilation_of_a_network() => Assert.Throws<OperationCanceledException>(() =>
        Compiler.Compile(NetworkCompilation.Compile(Network).Model(), cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void No_tracked_step_holds_a_symbol_a_node_a_compilation_or_a_location()
    {
        GeneratorRunResult result = Run((compilation, _) => compilation, runs: 1);
        IEnumerable<object> values = new[] { NetworkGenerator.DeclarationStep, NetworkGenerator.ModelStep, NetworkGenerator.ProjectNamesStep, NetworkGenerator.SourcesStep }
            .SelectMany(step => result.TrackedSteps[step])
            .SelectMany(step => step.Outputs)
            .Select(output => output.Value);
        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.Empty(ObjectGraph.Find(value, o => o is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location)));
    }

    [Fact]
    public void The_walk_would_find_one()
    {
        CSharpCompilation compilation = NetworkCompilation.UserCompilation([Network], new());
        object hiding = new[] { Tuple.Create("a", new Lazy<object>(() => 1)), Tuple.Create("b", new Lazy<object>(compilation.SyntaxTrees[0])) };
        Assert.NotEmpty(ObjectGraph.Find(hiding, o => o is SyntaxTree));
    }

    private sealed record Reasons(
        IReadOnlyList<IncrementalStepRunReason> Declaration, IReadOnlyList<IncrementalStepRunReason> Model, IReadOnlyList<IncrementalStepRunReason> ProjectNames,
        IReadOnlyList<IncrementalStepRunReason> Sources, IReadOnlyList<IncrementalStepRunReason> Outputs);

    private static Func<CSharpCompilation, CSharpParseOptions, CSharpCompilation> Edit(string old, string replacement)
    {
        Assert.Contains(old, Network, StringComparison.Ordinal);
        return (compilation, options) => compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(Network.Replace(old, replacement, StringComparison.Ordinal), options, "File0.cs"));
    }

    private static Reasons After(Func<CSharpCompilation, CSharpParseOptions, CSharpCompilation> edit, int runs = 2)
    {
        GeneratorRunResult result = Run(edit, runs);
        return new(
            Of(result.TrackedSteps[NetworkGenerator.DeclarationStep]), Of(result.TrackedSteps[NetworkGenerator.ModelStep]),
            Of(result.TrackedSteps[NetworkGenerator.ProjectNamesStep]), Of(result.TrackedSteps[NetworkGenerator.SourcesStep]),
            Of(result.TrackedOutputSteps.SelectMany(step => step.Value)));

        static IReadOnlyList<IncrementalStepRunReason> Of(IEnumerable<IncrementalGeneratorRunStep> steps) =>
            [.. steps.SelectMany(step => step.Outputs).Select(output => output.Reason)];
    }

    private static GeneratorRunResult Run(Func<CSharpCompilation, CSharpParseOptions, CSharpCompilation> edit, int runs)
    {
        var settings = new CompilationSettings();
        CSharpCompilation compilation = NetworkCompilation.UserCompilation([Network, Other, Mine, Usings], settings);
        GeneratorDriver driver = NetworkCompilation.Driver(settings).RunGenerators(compilation);
        if (runs > 1)
        {
            driver = driver.RunGenerators(edit(compilation, (CSharpParseOptions)compilation.SyntaxTrees[0].Options));
        }

        return driver.GetRunResult().Results.Single();
    }
}
