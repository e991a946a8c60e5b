using NetGen.Generator;
using NetGen.Generator.Kernels;
using NetGen.Generator.Planning;
using NetGen.Testing;

namespace NetGen.Numerics.Tests.Planning;

/// <summary>Which template writes a kernel: decided on the plan, by static cost.</summary>
public sealed class KernelChoiceTests
{
    private const string Source = """
        using NetGen;

        [Network(BatchSize = 64), Adam]
        public sealed partial class Net
        {
            [Input(300)] public partial Layer X { get; }
            [Dense(400), Relu, Dropout(0.5f)] public partial Layer Wide { get; }
            [Dense(40), Tanh] public partial Layer Narrow { get; }
            [Dense(5), SoftmaxCrossEntropy] public partial Head Y { get; }
        }
        """;

    private static readonly Lazy<Plan> Planned = new(() => Compiler.Plan(NetworkCompilation.Compile(Source).Model("Net")));

    [Fact]
    public void A_batch_is_predicted_in_blocks_and_a_single_row_by_itself()
    {
        Plan plan = Planned.Value;
        Assert.Equal(
            ["PredictWide: TileKernel", "PredictNarrow: TileKernel", "ForwardY: TileKernel", "OutputY: RowKernel"],
            plan.Predict.Select(Description));
        Assert.Equal(
            ["SingleRowWide: SingleRowKernel", "SingleRowNarrow: SingleRowKernel", "SingleRowY: SingleRowKernel", "OutputY: RowKernel"],
            plan.PredictSingleRow.Select(Description));
    }

    [Fact]
    public void Behind_ReLU_and_dropout_zeros_are_left_out_of_what_is_worth_it()
    {
        Assert.Equal(
            ["ForwardNarrow: TileKernel", "UpdateWideWeights: SparseWeightKernel"], // 40 columns are too few for a row to be computed by itself
            Planned.Value.Step.Where(k => k.Density < 0.3).Select(Description));
        Assert.All(Planned.Value.Predict.Concat(Planned.Value.AttackStep), kernel => Assert.InRange(kernel.Density, 0.5, 1));
    }

    [Theory]
    [InlineData("Relu, Dropout(0.5f)", 0.25, "SparseTileKernel", "SparseTileKernel", "SparseWeightKernel")]
    [InlineData("Relu, Dropout(0.7f)", 0.35, "SparseTileKernel", "SparseTileKernel", "SparseWeightKernel")]
    [InlineData("Relu, Dropout(0.5f, Rescale = Rescale.AtPrediction)", 0.25, "SparseTileKernel", "SparseTileKernel", "SparseWeightKernel")]
    [InlineData("Relu, Dropout(0.8f)", 0.4, "TileKernel", "TileKernel", "WeightTileKernel")]
    [InlineData("Relu", 0.5, "TileKernel", "TileKernel", "WeightTileKernel")]
    [InlineData("Tanh, Dropout(0.3f)", 0.3, "SparseTileKernel", "SparseTileKernel", "SparseWeightKernel")]
    [InlineData("Tanh, Dropout(0.5f)", 0.5, "TileKernel", "TileKernel", "WeightTileKernel")]
    public void How_much_is_expected_to_be_there_decides(string attributes, double ofGradient, string forward, string backward, string update)
    {
        Plan plan = Compiler.Plan(NetworkCompilation.Compile($$"""
            using NetGen;

            [Network(BatchSize = 64), Adam]
            public sealed partial class Net
            {
                [Input(300)] public partial Layer X { get; }
                [Dense(256)] public partial Layer First { get; }
                [Dense(200), {{attributes}}] public partial Layer Second { get; }
                [Dense(130)] public partial Layer Third { get; }
                [Dense(5), SoftmaxCrossEntropy] public partial Head Y { get; }
            }
            """).Model("Net"));
        Kernel Named(string name) => plan.Step.Single(k => k.Name == name);
        Assert.Equal(
            (forward, backward, update),
            (Named("ForwardThird").Template.GetType().Name, Named("BackwardFirst").Template.GetType().Name, Named("UpdateSecondWeights").Template.GetType().Name));
        Assert.Equal(ofGradient, Named("UpdateSecondWeights").Density, 1e-6);
    }

    [Fact]
    public void Kernels_of_one_name_are_written_in_one_way()
    {
        foreach (Plan plan in Cases.Networks.Concat(ContractNetworks.All).Select(network => Compiler.Plan(Models.Of(network))))
        {
            IEnumerable<Kernel> all = plan.Step.Concat(plan.AttackIteration).Concat(plan.Predict).Concat(plan.PredictSingleRow).Concat(plan.Measure).Concat(plan.StochasticPass).Concat(plan.AttackStep);
            Assert.All(all.GroupBy(kernel => kernel.Name), alike => Assert.Single(alike.Select(kernel => kernel.Template).Distinct()));
        }
    }

    [Fact]
    public void The_template_of_least_cost_is_chosen_among_those_that_apply()
    {
        foreach (Kernel kernel in Planned.Value.Step.Concat(Planned.Value.Predict).Concat(Planned.Value.PredictSingleRow))
        {
            KernelTemplate[] applicable = [.. KernelTemplates.All.Where(t => t.AppliesTo(kernel))];
            Assert.Contains(kernel.Template, applicable);
            Assert.All(applicable, other => Assert.True(other == kernel.Template || other.CostOf(kernel) > kernel.Template.CostOf(kernel)));
        }
    }

    private static string Description(Kernel kernel) => $"{kernel.Name}: {kernel.Template.GetType().Name}";
}
