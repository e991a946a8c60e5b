using NetGen.Generator;
using NetGen.Generator.Planning;

namespace NetGen.Numerics.Tests;

/// <summary>Kernels are called after what they compute or assign.</summary>
public sealed class KernelNameTests
{
    [Fact]
    public void A_kernel_that_moves_both_running_averages_is_called_after_both()
    {
        NetworkText network = new NetworkText("Net", 4, "Sgd(0.1f)", "AverageWeights(0.9f)")
            .Layer("X", "Input(6)")
            .Layer("A", "Dense(5)", "BatchNorm", "Relu")
            .Head("Y", "Dense(3)", "MeanSquaredError");
        Plan plan = Compiler.Plan(Models.Of(network));
        string[] names = [.. plan.Step.Select(kernel => kernel.Name)];
        Assert.Contains("ForwardARunningStatistics", names);
        Assert.DoesNotContain(names, name => name.Contains("RunningMean", StringComparison.Ordinal) || name.Contains("RunningVariance", StringComparison.Ordinal));
        Assert.Contains("UpdateAWeights", names);
    }
}
