using NetGen.Benchmarks.Harness;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>TorchSharp training one workload on the same batches in the same order as ours.</summary>
internal sealed class TorchTraining : IDisposable
{
    private readonly int _rows;
    private readonly double? _epsilon;
    private readonly TorchModel _model;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _features, _labels;
    private int _next;

    public TorchTraining(TorchRecipe recipe, INetwork weights, TrainingSet data, int rows, double dropout)
    {
        (_rows, _epsilon) = (rows, recipe.Epsilon);
        var network = PeerNetwork.Of(weights);
        _model = new TorchModel(network.Layers, dropout);
        _optimizer = recipe.Optimizer(_model.parameters());
        _features = recipe.IsChannelsLast && network.Input is [var channels, var height, var width]
            ? tensor(data.Features(0, data.Rows).ToArray()).reshape(data.Rows, height, width, channels).permute(0, 3, 1, 2)
            : tensor(network.Arrange(data.Features(0, data.Rows))).reshape([data.Rows, .. network.Input]);
        _labels = tensor([.. data.Labels(0, data.Rows).ToArray().Select(label => (long)label)]);
    }

    /// <summary>One step on the next batch. The loss stays in the library: fetching it would cost the peer a copy that nobody asked for.</summary>
    public void Step() => Step(report: false);

    /// <summary>One step on the next batch.</summary>
    /// <returns>The loss before the update, of the rows as they are.</returns>
    public float StepAndReport() => Step(report: true);

    public void Dispose()
    {
        _features.Dispose();
        _labels.Dispose();
        _optimizer.Dispose();
        _model.Dispose();
    }

    private float Step(bool report)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor features = _features.narrow(0, _next, _rows), labels = _labels.narrow(0, _next, _rows);
        _next = _next + 2 * _rows <= _labels.shape[0] ? _next + _rows : 0;
        Tensor? perturbed = _epsilon is null ? null : features.detach().requires_grad_(true);
        _optimizer.zero_grad();
        Tensor clean = cross_entropy(_model.forward(perturbed ?? features), labels), loss = clean;
        if (perturbed is not null)
        {
            // The fastest of the ways to write it: the clean forward pass is kept and serves both the attack and the clean loss.
            Tensor gradient = autograd.grad([clean], [perturbed], retain_graph: true)[0];
            Tensor adversarial = features.detach().add(gradient.sign(), alpha: _epsilon!.Value).clamp_(0, 1);
            loss = (clean + cross_entropy(_model.forward(adversarial), labels)) * 0.5;
        }

        loss.backward();
        _optimizer.step();
        return report ? clean.item<float>() : 0;
    }
}
