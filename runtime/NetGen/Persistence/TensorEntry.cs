using System.Collections.Immutable;

namespace NetGen;

/// <summary>One tensor as a safetensors header describes it. Its bytes are [Begin, End), counted from the end of the header.</summary>
internal sealed record TensorEntry(string Name, string Type, ImmutableArray<long> Shape, long Begin, long End)
{
    /// <summary>What the format calls 32-bit floats.</summary>
    public const string Float32 = "F32";

    /// <summary>Row-major and without padding, in the parameter's own shape; PyTorch's layout has the units first, and channels before height and width.</summary>
    public static TensorEntry Of(ParameterInfo parameter, long begin, WeightLayout layout)
    {
        ImmutableArray<long> shape = [.. parameter.Shape];
        if (parameter.UnitsFirst && layout == WeightLayout.PyTorch)
        {
            shape = (parameter.Shape.Length, parameter.RowShape) is (4, [var height, var width, var channels]) ? [parameter.Columns, channels, height, width] : [shape[^1], .. shape[..^1]];
        }

        return new(parameter.Name, Float32, shape, begin, begin + (long)parameter.Rows * parameter.Columns * sizeof(float));
    }
}
