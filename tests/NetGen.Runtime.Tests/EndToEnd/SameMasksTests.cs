namespace NetGen.Tests.EndToEnd;

/// <summary>
/// Clean and adversarial rows of a step draw the same masks and the same noise. With ε = 0 the adversarial rows are the clean ones, so that
/// (1 − w)·E(x) + w·E(x′) is E(x) exactly if that is so, whatever w: the network learns what the one without adversarial rows learns.
/// </summary>
public class SameMasksTests
{
    private const int Rows = 16, Steps = 6;

    [Theory, InlineData(0.5f), InlineData(1)]
    public void With_epsilon_zero_one_step_leads_where_training_without_does(float weight)
    {
        using var robust = new ThinnedRobust(new() { AdversarialEpsilon = 0, AdversarialWeight = weight }, seed: 3);
        AssertLearnsWhatThinnedDoes(robust);
    }

    [Theory, InlineData(0.5f), InlineData(1)]
    public void With_epsilon_zero_so_do_several(float weight)
    {
        using var stepped = new ThinnedStepped(new() { AdversarialEpsilon = 0, AdversarialWeight = weight }, seed: 3);
        AssertLearnsWhatThinnedDoes(stepped);
    }

    private static void AssertLearnsWhatThinnedDoes(INetwork network)
    {
        using var plain = new Thinned(seed: 3);
        float[] expected = Learn(plain), actual = Learn(network);
        float size = expected.Max(Math.Abs);
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-5f * size));

        // Not because nothing was learned.
        using var fresh = new Thinned(seed: 3);
        Assert.True(((INetwork)fresh).Memory.Parameters.ToArray().Zip(expected).Max(p => Math.Abs(p.First - p.Second)) > 1e-2f * size);
    }

    private static float[] Learn(INetwork network)
    {
        Dataset data = Learning.Digits.Test;
        for (int step = 0; step < Steps; step++)
        {
            data.Gather(network.Memory, [.. Enumerable.Range(Rows * step, Rows)]);
            network.Step(Rows);
        }

        return network.Memory.Parameters.ToArray();
    }
}
