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
            ["PredictWide: TileKernel", "ForwardNarrow: TileKernel", "ForwardY: TileKernel", "OutputY: RowKernel"],
            plan.Predict.Select(Description));
        Assert.Equal(
            ["OneRowWide: SingleRowKernel", "OneRowNarrow: SingleRowKernel", "OneRowY: SingleRowKernel", "OutputY: RowKernel"],
            plan.PredictRow.Select(Description));
    }

    [Fact]
    public void The_template_of_least_cost_is_chosen_among_those_that_apply()
    {
        foreach (Kernel kernel in Planned.Value.Step.Concat(Planned.Value.Predict).Concat(Planned.Value.PredictRow))
        {
            KernelTemplate[] applicable = [.. KernelTemplate.All.Where(t => t.AppliesTo(kernel))];
            Assert.Contains(kernel.Template, applicable);
            Assert.All(applicable, other => Assert.True(other == kernel.Template || other.CostOf(kernel) > kernel.Template.CostOf(kernel)));
        }
    }

    private static string Description(Kernel kernel) => $"{kernel.Name}: {kernel.Template.GetType().Name}";
}
