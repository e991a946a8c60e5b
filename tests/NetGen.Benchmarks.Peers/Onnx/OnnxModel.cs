namespace NetGen.Benchmarks.Peers.Onnx;

/// <summary>
/// An ONNX model of a network with a softmax at the end (onnx.proto3, IR version 8, operator set 13):
/// x [N, …] → Conv or Gemm → Relu → MaxPool → … → Flatten → Gemm → Softmax → y [N, classes].
/// </summary>
internal sealed class OnnxModel
{
    public const string Input = "x", Output = "y";

    private const int Float = 1, Integer = 2, Integers = 7; // TensorProto.DataType.FLOAT, AttributeProto.AttributeType.INT and INTS

    private readonly ProtobufMessage _graph = new();
    private string _value = Input;
    private int _values;
    private bool _isImage;

    private OnnxModel(PeerNetwork network)
    {
        _graph.Add(2, "network");
        _isImage = network.Input.Length == 3;
        foreach (PeerLayer layer in network.Layers)
        {
            Add(layer);
        }

        AddNode("Softmax", [], output: Output);
        _graph.Add(11, Batch(Input, network.Input)).Add(12, Batch(Output, ((DenseLayer)network.Layers[^1]).Units));
    }

    /// <exception cref="NotSupportedException">A layer is normalized: no quoted network that ONNX Runtime predicts is.</exception>
    public static byte[] Of(PeerNetwork network)
    {
        ProtobufMessage operators = new ProtobufMessage().Add(1, "").Add(2, 13);
        return new ProtobufMessage().Add(1, 8).Add(8, operators).Add(7, new OnnxModel(network)._graph).ToArray();
    }

    private void Add(PeerLayer layer)
    {
        switch (layer)
        {
            case PoolLayer pool:
                AddNode("MaxPool", [], Attribute("kernel_shape", pool.Window, pool.Window), Attribute("strides", pool.Window, pool.Window));
                break;
            case ConvolutionLayer { IsNormalized: false } convolution:
                int kernel = convolution.Kernel, pad = kernel / 2;
                AddNode("Conv", Weights(convolution, convolution.Units, convolution.Inputs, kernel, kernel),
                    Attribute("kernel_shape", kernel, kernel), Attribute("pads", pad, pad, pad, pad));
                break;
            case DenseLayer dense:
                if (_isImage)
                {
                    AddNode("Flatten", [], Attribute("axis", 1L));
                    _isImage = false;
                }

                AddNode("Gemm", Weights(dense, dense.Units, dense.Inputs), Attribute("transB", 1L));
                break;
            default:
                throw new NotSupportedException($"{layer} is built nowhere.");
        }

        if (layer is WeightedLayer { IsRectified: true })
        {
            AddNode("Relu", []);
        }
    }

    /// <summary>Adds a layer's weights and bias, and returns their names.</summary>
    private string[] Weights(WeightedLayer layer, params int[] shape)
    {
        string weight = $"w{_values}", bias = $"b{_values}";
        _graph.Add(5, Tensor(weight, layer.Weight, shape));
        if (layer.Bias is not { } values)
        {
            return [weight];
        }

        _graph.Add(5, Tensor(bias, values, layer.Units));
        return [weight, bias];
    }

    private void AddNode(string type, string[] parameters, params ProtobufMessage[] attributes) =>
        AddNode(type, parameters, $"v{++_values}", attributes);

    private void AddNode(string type, string[] parameters, string output, params ProtobufMessage[] attributes)
    {
        ProtobufMessage node = new();
        foreach (string input in (string[])[_value, .. parameters])
        {
            node.Add(1, input);
        }

        node.Add(2, output).Add(4, type);
        foreach (ProtobufMessage attribute in attributes)
        {
            node.Add(5, attribute);
        }

        _graph.Add(1, node);
        _value = output;
    }

    private static ProtobufMessage Attribute(string name, long value) => new ProtobufMessage().Add(1, name).Add(3, value).Add(20, Integer);

    private static ProtobufMessage Attribute(string name, params int[] values) =>
        values.Aggregate(new ProtobufMessage().Add(1, name), (attribute, value) => attribute.Add(8, value)).Add(20, Integers);

    private static ProtobufMessage Tensor(string name, float[] values, params int[] shape) =>
        shape.Aggregate(new ProtobufMessage(), (tensor, extent) => tensor.Add(1, extent)).Add(2, Float).Add(8, name).Add(9, values);

    /// <summary>The type float [N, …].</summary>
    private static ProtobufMessage Batch(string name, params int[] extents)
    {
        ProtobufMessage shape = new ProtobufMessage().Add(1, new ProtobufMessage().Add(2, "N"));
        shape = extents.Aggregate(shape, (all, extent) => all.Add(1, new ProtobufMessage().Add(1, extent)));
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, new ProtobufMessage().Add(1, Float).Add(2, shape)));
    }
}
