namespace NetGen.Numerics.Tests;

/// <summary>Clipped gradients beside their twins', at every width and shared among threads; a limit 1 % off would show.</summary>
public sealed class ClippingParityTests
{
    private static readonly string[] Optimizers = Ingredients.Optimizers[1..];

    // Two layers of several blocks of columns, one of ragged ones, and a head: gradients of more than one block of the norm.
    private static readonly NetworkText[] Networks =
    [
        .. from clipping in new[] { "Norm = 0.05f", "Value = 0.001f" }
           from optimizer in Optimizers
           select new NetworkText($"{clipping.Split(' ')[0]}{Array.IndexOf(Optimizers, optimizer)}", 21, optimizer, $"GradientClipping({clipping})")
               .Layer("X", "Input(70)")
               .Layer("A", "Dense(130)", "Tanh", "L2(0.001f)", "Dropout(0.8f)")
               .Layer("B", "Dense(33)", "Swish", "GroupLasso(0.002f)", "MaxNorm(1.2f)")
               .Head("Out", "Dense(5)", "SoftmaxCrossEntropy", "L1(0.001f, Bias = true)"),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Networks);

    [Theory]
    [MemberData(nameof(All))]
    public void Clipped_gradients_agree_and_a_limit_off_by_one_percent_would_show(NetworkCase @case)
    {
        NetworkText network = @case.In(Networks);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed: 3), seed: 3, missing: 0.1);
        foreach (int rows in new[] { 21, 8, 21 })
        {
            comparison.Step(rows);
        }

        comparison.Evaluate(21);
        Assert.DoesNotContain($"Clipping{network.Name.TrimEnd([.. "0123456789"])}", comparison.Unnoticed());
    }
}
