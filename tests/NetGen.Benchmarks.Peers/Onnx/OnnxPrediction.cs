using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Peers.Onnx;

/// <summary>ONNX Runtime at its best: every graph optimization, and input and output bound once to memory that stays where it is.</summary>
internal sealed class OnnxPrediction : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly OrtIoBinding _binding;
    private readonly OrtValue _features, _probabilities;

    /// <param name="network">The network.</param>
    /// <param name="features">Row after row: the batch that every run reads.</param>
    /// <param name="probabilities">Row after row: where every run leaves its answer.</param>
    /// <param name="threads">Threads it may use.</param>
    public OnnxPrediction(PeerNetwork network, float[] features, float[] probabilities, int threads)
    {
        using SessionOptions options = new()
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        options.AddSessionConfigEntry("session.set_denormal_as_zero", "1");
        _session = new InferenceSession(OnnxModel.Of(network), options);
        long rows = features.Length / network.Input.Aggregate(1, (size, extent) => size * extent);
        _features = OrtValue.CreateTensorValueFromMemory(features, [rows, .. network.Input]);
        _probabilities = OrtValue.CreateTensorValueFromMemory(probabilities, [rows, probabilities.Length / rows]);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModel.Input, _features);
        _binding.BindOutput(OnnxModel.Output, _probabilities);
    }

    public void Run() => _session.RunWithBinding(_run, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        _features.Dispose();
        _probabilities.Dispose();
        _run.Dispose();
        _session.Dispose();
    }
}
