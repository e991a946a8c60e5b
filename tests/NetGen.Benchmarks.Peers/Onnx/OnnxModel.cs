namespace NetGen.Benchmarks.Peers.Onnx;

/// <summary>
/// An ONNX model of dense layers with ReLU between them and a softmax at the end (onnx.proto3, IR version 8, operator set 13):
/// x [N, inputs] → Gemm → Relu → … → Gemm → Softmax → y [N, classes].
/// </summary>
internal static class OnnxModel
{
    public const string Input = "x", Output = "y";

    private const int Float = 1, Integer = 2; // TensorProto.DataType.FLOAT, AttributeProto.AttributeType.INT

    public static byte[] Of(IReadOnlyList<DenseWeights> layers)
    {
        ProtobufMessage graph = new();
        graph.Add(2, "mlp");
        string value = Input;
        for (int i = 0; i < layers.Count; i++)
        {
            bool last = i == layers.Count - 1;
            graph.Add(5, Tensor($"w{i}", layers[i].Weight, layers[i].Units, layers[i].Inputs));
            graph.Add(5, Tensor($"b{i}", layers[i].Bias, layers[i].Units));
            graph.Add(1, Node("Gemm", [value, $"w{i}", $"b{i}"], $"z{i}").Add(5, Attribute("transB", 1)));
            value = last ? Output : $"h{i}";
            graph.Add(1, Node(last ? "Softmax" : "Relu", [$"z{i}"], value));
        }

        graph.Add(11, Batch(Input, layers[0].Inputs)).Add(12, Batch(Output, layers[^1].Units));
        ProtobufMessage operators = new ProtobufMessage().Add(1, "").Add(2, 13);
        return new ProtobufMessage().Add(1, 8).Add(8, operators).Add(7, graph).ToArray();
    }

    private static ProtobufMessage Node(string type, string[] inputs, string output) =>
        inputs.Aggregate(new ProtobufMessage(), (node, input) => node.Add(1, input)).Add(2, output).Add(4, type);

    private static ProtobufMessage Attribute(string name, long value) => new ProtobufMessage().Add(1, name).Add(3, value).Add(20, Integer);

    private static ProtobufMessage Tensor(string name, float[] values, params int[] shape) =>
        shape.Aggregate(new ProtobufMessage(), (tensor, extent) => tensor.Add(1, extent)).Add(2, Float).Add(8, name).Add(9, values);

    /// <summary>The type float [N, width].</summary>
    private static ProtobufMessage Batch(string name, int width)
    {
        ProtobufMessage any = new ProtobufMessage().Add(2, "N"), fixedExtent = new ProtobufMessage().Add(1, width);
        ProtobufMessage shape = new ProtobufMessage().Add(1, any).Add(1, fixedExtent);
        return new ProtobufMessage().Add(1, name).Add(2, new ProtobufMessage().Add(1, new ProtobufMessage().Add(1, Float).Add(2, shape)));
    }
}
