using System.Globalization;
using System.Text.RegularExpressions;

namespace NetGen.Benchmarks.Peers;

/// <summary>A network of ours, as its schema describes it, with its present weights in the form in which the peers store them.</summary>
/// <param name="Input">The shape of a row: [features], or [channels, height, width].</param>
/// <param name="Layers">The layers in their order.</param>
internal sealed partial record PeerNetwork(int[] Input, PeerLayer[] Layers)
{
    /// <exception cref="NotSupportedException">It has a layer that no quoted network has.</exception>
    public static PeerNetwork Of(INetwork network) => new(
        network.Schema.Inputs[0].Shape is [var height, var width, var channels]
            ? [channels, height, width]
            : [network.Schema.Inputs[0].Size],
        [.. network.Schema.Architecture.Skip(1).Select(value => LayerOf(network, value))]);

    /// <summary>Rows of images as the peers read them, channel after channel; other rows as they are.</summary>
    /// <param name="rows">Row after row as ours has them, [height, width, channels].</param>
    public float[] Arrange(ReadOnlySpan<float> rows)
    {
        if (Input is not [var channels, var height, var width])
        {
            return rows.ToArray();
        }

        float[] arranged = new float[rows.Length];
        int positions = height * width;
        for (int i = 0; i < arranged.Length; i++)
        {
            int row = i / (positions * channels), channel = i / positions % channels, position = i % positions;
            arranged[i] = rows[(row * positions + position) * channels + channel];
        }

        return arranged;
    }

    private static PeerLayer LayerOf(INetwork network, ValueInfo value)
    {
        bool isRectified = value.Operation.Contains("then Relu", StringComparison.Ordinal);
        if (Pool().Match(value.Operation) is { Success: true } pool)
        {
            return new PoolLayer(Number(pool));
        }

        ParameterInfo weight = network.Schema.Parameters.Single(p => p.Layer == value.Name && p.Role == "weight");
        ParameterInfo? bias = network.Schema.Parameters.SingleOrDefault(p => p.Layer == value.Name && p.Role == "bias");
        float[]? biases = bias is null ? null : UnitsFirst(network.Memory, bias);
        if (Dense().IsMatch(value.Operation))
        {
            return new DenseLayer(weight.Rows, weight.Columns, UnitsFirst(network.Memory, weight), biases, isRectified);
        }

        return Convolution().Match(value.Operation) is { Success: true } convolution
            ? new ConvolutionLayer(
                weight.Shape[2],
                weight.Columns,
                Number(convolution),
                UnitsFirst(network.Memory, weight),
                biases,
                value.Operation.Contains("then BatchNorm(ε 1E-05)", StringComparison.Ordinal),
                isRectified)
            : throw new NotSupportedException($"{value.Name} is {value.Operation}; the peers build nothing like it.");
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>[units, rows], with the rows of an image or a kernel in the order channels, height, width.</summary>
    private static float[] UnitsFirst(NetworkMemory memory, ParameterInfo parameter)
    {
        float[] result = new float[parameter.Rows * parameter.Columns];
        int channels = parameter.RowShape is [_, _, var c] ? c : 1, positions = parameter.Rows / channels;
        for (int row = 0; row < parameter.Rows; row++)
        {
            int place = row % channels * positions + row / channels;
            for (int column = 0; column < parameter.Columns; column++)
            {
                result[column * parameter.Rows + place] = memory.Parameters[parameter.Offset + row * parameter.Stride + column];
            }
        }

        return result;
    }

    [GeneratedRegex(@"^MaxPool\((\d+)×\1\) of \w+$")]
    private static partial Regex Pool();

    [GeneratedRegex(@"^Dense\(\d+\)")]
    private static partial Regex Dense();

    [GeneratedRegex(@"^Conv2D\(\d+, (\d+)×\1, same(?:, no bias)?\)")]
    private static partial Regex Convolution();
}
