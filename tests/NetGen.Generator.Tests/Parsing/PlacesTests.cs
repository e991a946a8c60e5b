using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>Networks compile wherever C# lets a class stand, and whatever a project's settings are.</summary>
public class PlacesTests
{
    private const string Net = """
        partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(4), Relu, Dropout(0.5f)] internal partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        }
        """;

    [Fact]
    public void In_several_namespaces_and_types_at_once()
    {
        NetworkCompilation compilation = Sound($$"""
            using NetGen;

            [Network] {{Net}}
            namespace A { [Network] public {{Net}} }
            namespace A.B
            {
                [Network] {{Net}}
                partial class Outer { [Network] {{Net}} partial struct Inner { [Network] private {{Net}} } }
                partial class Outer<T> { [Network] {{Net}} partial record Inner<U, V> { [Network] protected internal {{Net}} } }
                partial interface IOuter<T> { [Network] {{Net}} }
                partial record struct Point { [Network] {{Net}} }
            }
            namespace @namespace.@class { [Network] {{Net}} }
            """);
        string[] first = [.. compilation.Generated.Select(file => file.HintName).Where(name => name.EndsWith("Net.g.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "A.B.IOuter{T}.Net.g.cs", "A.B.Net.g.cs", "A.B.Outer.Inner.Net.g.cs", "A.B.Outer.Net.g.cs", "A.B.Outer{T}.Inner{U,V}.Net.g.cs",
                "A.B.Outer{T}.Net.g.cs", "A.B.Point.Net.g.cs", "A.Net.g.cs", "Net.g.cs", "namespace.class.Net.g.cs",
            ],
            first);
    }

    [Fact]
    public void Under_the_name_of_another_networks_file() => Sound($$"""
        using NetGen;

        [Network]
        partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }

            [Network] {{Net.Replace("class Net", "class Forward", StringComparison.Ordinal)}}
        }
        """);

    [Fact]
    public void Beside_a_class_Worker() => Sound($"using NetGen; namespace Shop; class Worker; class Team; class Action; [Network] {Net}");

    [Fact]
    public void With_an_input_that_nothing_reads()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("""
            using NetGen;

            [Network]
            partial class Net
            {
                [Input(4)] public partial Layer X { get; }
                [Input(3)] public partial Layer Unread { get; }
                [Dense(2, From = nameof(X)), MeanSquaredError] public partial Head Y { get; }
            }
            """);
        Assert.Equal("NG0213", Assert.Single(compilation.Diagnostics).Id);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Fact]
    public void With_a_head_made_of_inputs_alone() => Sound("""
        using NetGen;

        [Network]
        partial class Net
        {
            [Input(4)] public partial Layer X { get; }
            [Input(4)] public partial Layer Z { get; }
            [Sum(nameof(X), nameof(X)), MeanAbsoluteError] public partial Head Twice { get; }
            [Sum(nameof(X), nameof(Z)), BinaryCrossEntropy] public partial Head Both { get; }
        }
        """);

    [Fact]
    public void Under_names_that_differ_by_case_alone()
    {
        NetworkCompilation compilation = Sound($"using NetGen; [Network] {Net} [Network] {Net.Replace("class Net", "class NET", StringComparison.Ordinal)}");
        Assert.Equal(2, compilation.Generated.Count(file => file.HintName.EndsWith("net.g.cs", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData(true, true, true, LanguageVersion.CSharp14)]
    [InlineData(true, false, false, LanguageVersion.CSharp14)]
    [InlineData(false, true, false, LanguageVersion.CSharp14)]
    [InlineData(false, false, false, LanguageVersion.CSharp14)]
    [InlineData(true, false, false, LanguageVersion.Preview)]
    public void Under_any_settings(bool nullable, bool implicitUsings, bool allowUnsafe, LanguageVersion version) => Sound(
        $"using NetGen; namespace Shop; [Network] public {Net}",
        new() { Nullable = nullable, ImplicitUsings = implicitUsings, AllowUnsafe = allowUnsafe, LanguageVersion = version });

    [Fact]
    public void In_a_namespace_that_hides_NetGen_and_System() => Sound($$"""
        namespace Shop.NetGen { class Layer; class Head; class NetworkMemory; }
        namespace Shop.System { class Math; }
        namespace Shop
        {
            using global::NetGen;

            [Network] {{Net}}
        }
        """);

    [Fact]
    public void Beside_types_and_members_named_like_the_runtimes() => Sound("""
        namespace Shop;

        class Trainer; class Dataset; class Vectors; class Tiles; class Rows; class Targets; class Unsafe; class Layer; class Head; class FitOptions;
        class Strided;

        [NetGen.Network]
        partial class Net
        {
            [NetGen.Input(8)] public partial NetGen.Layer Masks { get; }
            [NetGen.Dense(4), NetGen.Relu, NetGen.Dropout(0.5f)] public partial NetGen.Layer Vectors { get; }
            [NetGen.Dense(3), NetGen.MeanSquaredError] public partial NetGen.Head Targets { get; }
            public int Checkpoint => 1;
            private static class BatchSpans;
        }
        """);

    [Theory]
    [InlineData("class", "event")]
    [InlineData("Event", "Class")]
    [InlineData("value", "Field")]
    [InlineData("Rows2", "Count")]
    [InlineData("Start", "Row")]
    [InlineData("Mask", "Scale")]
    [InlineData("W", "T")]
    [InlineData("Column", "Seed")]
    [InlineData("Options", "Progress")]
    [InlineData("Threshold", "Metrics")]
    [InlineData("Layer", "Head")]
    [InlineData("image", "Image")]
    [InlineData("Größe", "名")]
    [InlineData("record", "nameof")]
    public void With_names_that_mean_something_to_C_sharp(string input, string head) => Sound($$"""
        using NetGen;

        [Network]
        partial class @partial
        {
            [Input(8), Dropout(0.9f)] public partial Layer @{{input}} { get; }
            [Dense(4), Gelu, Dropout(0.5f)] public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head @{{head}} { get; }
            [Dense(3, From = nameof(Hidden)), Huber] public partial Head @Object { get; }
        }
        """);

    [Fact]
    public void With_layers_named_in_a_row() => Sound("""
        using NetGen;

        [Network]
        partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(8), Elu] public partial Layer Hidden { get; }
            [Dense(8, From = nameof(Hidden)), Elu, Dropout(0.5f)] public partial Layer Hidden2 { get; }
            [Sum(nameof(Hidden), nameof(Hidden2))] public partial Layer Sum { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        }
        """);

    [Fact]
    public void With_values_in_several_parts_that_say_From()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(
        [
            "using NetGen; partial class Net { [Dense(3, From = nameof(Hidden)), Huber] public partial Head Label { get; } }",
            "using NetGen; [Network] partial class Net { [Input(8)] public partial Layer Image { get; } }",
            "using NetGen; partial class Net { [Dense(4, From = nameof(Image))] public partial Layer Hidden { get; } }",
        ]);
        AssertSound(compilation);
        Assert.Equal(["Image", "Hidden", "Label"], compilation.Model().Values.Select(v => v.Name));
    }

    [Fact]
    public void With_constructors_and_members_of_their_own() => Sound("""
        using System;
        using NetGen;

        [Network]
        public partial class Net
        {
            private readonly string _name = "";
            public Net(string name) : this(seed: 1) => _name = name;
            public partial Net(double scale);
            public partial Net(double scale) : this(new Hyperparameters(), seed: 1) { }
            [Input(8)] public partial Layer Image { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            public Layer First => Image;
            public override string ToString() => _name;
            public const int Classes = 3;
            private enum Kind { Small }
        }
        """);

    [Fact]
    public void The_same_mark_twice_is_left_to_the_compiler()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($"using NetGen; [Network] {Net} [Network] partial class Net;");
        Assert.Empty(compilation.Diagnostics);
        Assert.Equal(["CS0579"], compilation.CSharpDiagnostics.Select(d => d.Id).Distinct());
    }

    [Fact]
    public void A_mark_on_a_struct_is_left_to_the_compiler()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("[NetGen.Network] partial record struct Net;");
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.Generated);
        Assert.Equal(["CS0592"], compilation.CSharpDiagnostics.Select(d => d.Id));
    }

    [Fact]
    public void Two_faulty_networks_that_differ_in_arity_do_not_meet() => Assert.Equal(
        ["Net.g.cs", "Net{T}.g.cs"],
        NetworkCompilation.Compile("[NetGen.Network] partial class Net; [NetGen.Network] partial class Net<T>;").Generated.Select(f => f.HintName).Order(StringComparer.Ordinal));

    private static NetworkCompilation Sound(string source, CompilationSettings? settings = null)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(source, settings);
        AssertSound(compilation);
        return compilation;
    }

    private static void AssertSound(NetworkCompilation compilation)
    {
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }
}
