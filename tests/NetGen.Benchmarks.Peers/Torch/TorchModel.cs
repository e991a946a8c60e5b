using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>The network of a workload in TorchSharp: its layers, dropout behind each dense layer with ReLU, logits at the end.</summary>
internal sealed class TorchModel : nn.Module<Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor>[] _layers;
    private readonly bool _startsAsItWants;

    /// <param name="layers">The layers to begin with.</param>
    /// <param name="dropout">The probability that a hidden unit is dropped.</param>
    /// <param name="startsAsItWants">Whether to keep the weights that the library draws, and not those of the layers.</param>
    public TorchModel(IReadOnlyList<PeerLayer> layers, double dropout, bool startsAsItWants = false)
        : base(nameof(TorchModel))
    {
        _startsAsItWants = startsAsItWants;
        using var frozen = no_grad();
        _layers = [.. layers.Select((layer, i) => Build(layer, $"layer{i}", dropout))];
    }

    public override Tensor forward(Tensor input) => _layers.Aggregate(input, (x, layer) => layer(x));

    private Func<Tensor, Tensor> Build(PeerLayer layer, string name, double dropout) => layer switch
    {
        PoolLayer pool => x => max_pool2d(x, pool.Window),
        DenseLayer dense => Build(dense, name, dropout),
        ConvolutionLayer convolution => Build(convolution, name),
        _ => throw new NotSupportedException($"{layer} is built nowhere."),
    };

    private Func<Tensor, Tensor> Build(DenseLayer layer, string name, double dropout)
    {
        Linear linear = nn.Linear(layer.Inputs, layer.Units, layer.Bias is not null);
        Fill(linear.weight, layer.Weight);
        Fill(linear.bias, layer.Bias);
        register_module(name, linear);
        return !layer.IsRectified ? x => linear.forward(Flat(x))
            : dropout > 0 ? x => nn.functional.dropout(relu(linear.forward(Flat(x))), dropout, training)
            : x => relu(linear.forward(Flat(x)));

        static Tensor Flat(Tensor x) => x.dim() > 2 ? x.flatten(1) : x;
    }

    private Func<Tensor, Tensor> Build(ConvolutionLayer layer, string name)
    {
        Conv2d convolution = nn.Conv2d(layer.Inputs, layer.Units, layer.Kernel, padding: layer.Kernel / 2, bias: layer.Bias is not null);
        Fill(convolution.weight, layer.Weight);
        Fill(convolution.bias, layer.Bias);
        register_module(name, convolution);
        if (!layer.IsNormalized)
        {
            return layer.IsRectified ? x => relu(convolution.forward(x)) : convolution.forward;
        }

        BatchNorm2d normalization = nn.BatchNorm2d(layer.Units);
        register_module($"{name}normalization", normalization);
        return layer.IsRectified
            ? x => relu(normalization.forward(convolution.forward(x)))
            : x => normalization.forward(convolution.forward(x));
    }

    private void Fill(Parameter? parameter, float[]? values)
    {
        if (parameter is not null && values is not null && !_startsAsItWants)
        {
            using Tensor filled = tensor(values).reshape(parameter.shape);
            parameter.copy_(filled);
        }
    }
}
