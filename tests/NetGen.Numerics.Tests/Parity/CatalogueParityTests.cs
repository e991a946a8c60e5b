namespace NetGen.Numerics.Tests;

/// <summary>Emitted networks beside their twins, for every two things of the catalogue that may meet.</summary>
public sealed class CatalogueParityTests
{
    private static readonly Lazy<Compiled> Rows = new(() => new Compiled(Topologies.Names.Select(RowsNetwork)));

    public static TheoryData<NetworkCase> Networks => NetworkCase.Of(Cases.Networks);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Steps_and_evaluation_agree_and_any_hyperparameter_off_by_one_percent_would_show(NetworkCase @case)
    {
        NetworkText network = @case.In(Cases.Networks);
        int full = network.BatchSize, seed = @case.IndexIn(Cases.Networks);

        // A batch of one row has its target: without it nothing moves, whatever the learning rate is.
        using var comparison = new Comparison(Cases.Emitted.Pair(network, seed), seed, missing: full == 1 ? 0 : 0.2);
        foreach (int rows in new[] { full, 1 + full / 2, full, full })
        {
            comparison.Step(rows);
            comparison.Evaluate(rows);
        }

        // With all gradients scaled to one length, and then perhaps by Adam again, whatever scales them does not show: see ClippingParityTests.
        bool isClipped = network.OnClass.Any(a => a.StartsWith("GradientClipping", StringComparison.Ordinal));

        // Of one row or two, each may well have been blended with itself in every step.
        string[] unseen = full <= 2 ? ["MixupAlpha"] : [];

        // What happens with a probability, and where a box of whole positions lies, is mostly the same for a little less.
        Assert.Empty(isClipped ? [] : comparison.Unnoticed().Except(unseen).Where(name => !name.EndsWith("Flip", StringComparison.Ordinal) && name is not ("XEraseProbability" or "CutMixAlpha")));
    }

    [Theory]
    [InlineData(nameof(Topologies.Chain))]
    [InlineData(nameof(Topologies.Residual))]
    [InlineData(nameof(Topologies.TwoHeads))]
    [InlineData(nameof(Topologies.TwoInputs))]
    public void Every_number_of_rows_agrees_from_one_to_the_capacity(string topology)
    {
        NetworkText network = RowsNetwork(topology);
        using var comparison = new Comparison(Rows.Value.Pair(network, seed: 5), seed: 5, missing: 0.1);
        for (int rows = network.BatchSize; rows > 0; rows--)
        {
            comparison.Step(rows);
            comparison.Evaluate(rows);
        }
    }

    [Theory]
    [InlineData(nameof(Topologies.Chain))]
    [InlineData(nameof(Topologies.Residual))]
    [InlineData(nameof(Topologies.TwoHeads))]
    [InlineData(nameof(Topologies.TwoInputs))]
    public void A_batch_without_any_target_moves_nothing_but_what_penalties_move(string topology)
    {
        NetworkText network = RowsNetwork(topology);
        using var comparison = new Comparison(Rows.Value.Pair(network, seed: 6), seed: 6, missing: 1);
        comparison.Step(network.BatchSize);
        comparison.Step(3);
        comparison.Evaluate(5);
    }

    private static NetworkText RowsNetwork(string topology)
    {
        var filling = new Filling { Activation = "Relu", Loss = "SoftmaxCrossEntropy(Smoothing = 0.1f)", Dropout = "Dropout(0.7f)", Penalty = "L2(0.05f)" };
        return Topologies.Of(topology)(new NetworkText($"Rows{topology}", 34, "Sgd(0.05f, Momentum = 0.5f)"), filling);
    }
}
