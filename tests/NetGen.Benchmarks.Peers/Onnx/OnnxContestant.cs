using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Peers.Contest;

namespace NetGen.Benchmarks.Peers.Onnx;

/// <summary>ONNX Runtime predicting with the weights of our network.</summary>
internal static class OnnxContestant
{
    private const float Tolerance = 1e-4f;

    /// <summary>Predictions in batches of the workload's rows.</summary>
    public static Contestant Prediction(Workload workload, int threads)
    {
        using IClassifier ours = workload.Create();
        int rows = workload.Rows ?? ours.Schema.BatchSize, classes = ours.Schema.Heads[0].Units;
        float[] features = Subject.DataFor(ours.Schema, rows).Features(0, rows).ToArray();
        float[] expected = new float[rows * classes], found = new float[rows * classes];
        var network = PeerNetwork.Of(ours);
        OnnxPrediction theirs = new(network, network.Arrange(features), expected, threads);
        theirs.Run();
        ours.Predict(features, found);
        RequireEqual(expected, found);
        return new Contestant(theirs.Run);
    }

    /// <summary>Both sides must do the same work.</summary>
    private static void RequireEqual(float[] expected, float[] found)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - found[i]) <= Tolerance))
            {
                throw new InvalidOperationException($"Probability {i}: ONNX Runtime says {expected[i]}, we {found[i]}; they do not do the same work.");
            }
        }
    }
}
