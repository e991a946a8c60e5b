using NetGen.Generator.Binding;
using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Parsing;

public class DeclarationTests
{
    [Fact]
    public void Arguments_go_by_the_attribute_property_they_set()
    {
        NetworkDeclaration network = NetworkCompilation.Compile("""
            using NetGen;

            namespace Shop.Models;

            [Network(BatchSize = 64), Sgd(momentum: 1)]
            public partial class @class
            {
                private int _count;
                [Input(28, 28, 1)] public partial Layer Image { get; }
                [Dense(units: 256, From = nameof(Image), Bias = false), LeakyRelu, Dropout(keep: 0.5f)] internal partial Layer Hidden { get; }
                [Sum("Image", "Hidden"), Huber] protected internal virtual partial Head Label { get; }
                public int Count() => _count;
                public Layer Last => Hidden;
            }
            """.Replace("momentum: 1", "learningRate: 0.5f, Momentum = 0.25f", StringComparison.Ordinal)).Declaration();

        Assert.Equal(("Shop.Models", "class"), (network.Namespace, network.Name));
        Assert.Equal([new("_count", null), new("Count", ""), new("Last", null)], network.OtherMembers);
        Assert.Equal("Network(BatchSize: 64) Sgd(LearningRate: 0.5, Momentum: 0.25)", Show(network.Attributes));
        Assert.Equal(
            [
                "public Layer Image: Input(Shape: 28 28 1)",
                "internal Layer Hidden: Dense(Units: 256, From: Image, Bias: 0) LeakyRelu() Dropout(Keep: 0.5)",
                "protected internal virtual Head Label: Sum(Operands: Image Hidden) Huber()",
            ],
            network.Values.Select(v => $"{v.Modifiers} {(v.IsHead ? "Head" : "Layer")} {v.Name}: {Show(v.Attributes)}"));
        Assert.All(network.Values, value => Assert.True(value.IsPartial));
        Assert.Empty(network.Flaws);
    }

    [Fact]
    public void Containing_types_are_written_as_they_must_be_repeated()
    {
        NetworkDeclaration network = NetworkCompilation.Compile("""
            partial interface IShop<in T, out U>
            {
                partial record struct Rows
                {
                    partial record @event<X>
                    {
                        partial struct S { [NetGen.Network] partial class Net; }
                    }
                }
            }
            """).Declaration();
        Assert.Equal(
            ["interface IShop<in T, out U>", "record struct Rows", "record @event<X>", "struct S"],
            network.ContainingTypes.Select(t => $"{t.Keyword} {t.Name}"));
    }

    [Fact]
    public void Values_of_several_parts_are_told_apart()
    {
        NetworkDeclaration network = NetworkCompilation.Compile(
        [
            "using NetGen; partial class Net { [Dense(1, From = nameof(A)), Huber] public partial Head B { get; } }",
            "using NetGen; [Network] partial class Net { [Input(1)] public partial Layer A { get; } }",
        ]).Declaration();
        Assert.Equal([("B", 0), ("A", 1)], network.Values.Select(v => (v.Name, v.Part)));
    }

    [Fact]
    public void Equal_sources_make_equal_declarations_and_others_do_not()
    {
        NetworkDeclaration one = Of("[Dense(3), Huber]"), same = Of("[Huber,   Dense(units: 3)]").WithAttributesSorted(), other = Of("[Dense(4), Huber]");
        Assert.Equal(one.WithAttributesSorted(), same);
        Assert.Equal(one.WithAttributesSorted().GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, other);

        static NetworkDeclaration Of(string attributes) =>
            NetworkCompilation.Compile($"using NetGen; [Network] partial class Net {{ {attributes} public partial Head B {{ get; }} }}").Declaration();
    }

    [Fact]
    public void An_unexpected_failure_is_a_problem_that_names_the_network()
    {
        // No source makes an argument without items; a declaration that has one stands for whatever a stage did not foresee.
        var impossible = new AttributeDeclaration("Network", new[] { new ArgumentDeclaration("BatchSize", default) }.ToEquatable());
        var network = new NetworkDeclaration("", "Net", default, new[] { impossible }.ToEquatable(), default, default, default);

        (NetworkModel? model, EquatableArray<Problem> problems) = Binder.Bind(network);

        Assert.Null(model);
        Problem problem = Assert.Single(problems);
        Assert.Equal((Rules.Unexpected, Site.Class, "Net"), (problem.Id, problem.Site, problem.Arguments[0]));
    }

    private static string Show(EquatableArray<AttributeDeclaration> attributes) => string.Join(" ", attributes.Select(a =>
        $"{a.Name}({string.Join(", ", a.Arguments.Select(x => $"{x.Name}: {string.Join(" ", x.Items.Select(i => i.Text ?? Invariant.Of($"{i.Number}")))}"))})"));
}

file static class Sorting
{
    public static NetworkDeclaration WithAttributesSorted(this NetworkDeclaration network) => network with
    {
        Values = network.Values.Select(v => v with { Attributes = v.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal).ToEquatable() }).ToEquatable(),
    };
}
