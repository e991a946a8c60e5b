using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>The network of a workload in TorchSharp: dense layers, ReLU and dropout between them, logits at the end.</summary>
internal sealed class TorchMlp : nn.Module<Tensor, Tensor>
{
    private readonly Linear[] _layers;
    private readonly double _dropout;

    /// <param name="weights">The layers to begin with.</param>
    /// <param name="dropout">The probability that a hidden unit is dropped.</param>
    public TorchMlp(IReadOnlyList<DenseWeights> weights, double dropout)
        : base(nameof(TorchMlp))
    {
        _dropout = dropout;
        _layers = [.. weights.Select(layer => nn.Linear(layer.Inputs, layer.Units))];
        using var frozen = no_grad();
        for (int i = 0; i < _layers.Length; i++)
        {
            register_module($"layer{i}", _layers[i]);
            using Tensor weight = tensor(weights[i].Weight, weights[i].Units, weights[i].Inputs), bias = tensor(weights[i].Bias);
            _layers[i].weight.copy_(weight);
            _layers[i].bias!.copy_(bias);
        }
    }

    public override Tensor forward(Tensor input)
    {
        Tensor x = input;
        foreach (Linear layer in _layers.AsSpan()[..^1])
        {
            x = relu(layer.forward(x));
            if (_dropout > 0)
            {
                x = dropout(x, _dropout);
            }
        }

        return _layers[^1].forward(x);
    }
}
