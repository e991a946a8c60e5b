using Digits;
using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Peers.Onnx;
using NetGen.Benchmarks.Peers.Torch;

namespace NetGen.Benchmarks.Peers.Contest;

/// <summary>Which contestant a command line makes of a process.</summary>
internal static class Sides
{
    public const string NetGen = "netgen", TorchSharp = "torchsharp", OnnxRuntime = "onnxruntime", Train = "train", Predict = "predict";

    /// <param name="args">What <see cref="Opponent"/> passes: side, task, workload, rows (0 for the workload's own), threads.</param>
    public static Contestant Create(string[] args) => args switch
    {
        [NetGen, Train, var name, _, var threads] => new Contestant(Ours(Find(Workload.Quoted, name, "0"), threads).Train),
        [NetGen, Predict, var name, var rows, var threads] => new Contestant(Ours(Find(Workload.Predicted, name, rows), threads).Predict),
        [TorchSharp, Train, var name, _, var threads] => TorchContestant.Training(TorchRecipe.Of(name), int.Parse(threads)),
        [OnnxRuntime, Predict, var name, var rows, var threads] => OnnxContestant.Prediction(Find(Workload.Predicted, name, rows), int.Parse(threads)),
        _ => throw new UsageException($"\"{string.Join(' ', args)}\" is no contestant."),
    };

    private static Subject Ours(Workload workload, string threads) => new(workload, new Setting(int.Parse(threads), Peak.AcceleratedWidths[0]));

    private static Workload Find(Workload[] workloads, string name, string rows) =>
        workloads.Single(workload => workload.Name == name) with { Rows = rows == "0" ? null : int.Parse(rows) };
}
