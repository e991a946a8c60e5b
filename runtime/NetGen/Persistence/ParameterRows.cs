namespace NetGen;

/// <summary>Where a parameter's rows lie in an arena.</summary>
internal static class ParameterRows
{
    /// <summary>Row <paramref name="row"/> of <paramref name="parameter"/>, padding left out, in an arena laid out as <see cref="NetworkMemory.Parameters"/>.</summary>
    public static Span<float> RowIn(this ParameterInfo parameter, Span<float> arena, int row) =>
        arena.Slice(parameter.Offset + row * parameter.Stride, parameter.Columns);

    /// <summary>The row that is number <paramref name="index"/> in PyTorch's order: channels come before height and width there.</summary>
    public static int RowAt(this ParameterInfo parameter, int index)
    {
        if (parameter.RowShape is not [var height, var width, var channels])
        {
            return index;
        }

        int positions = height * width;
        return index % positions * channels + index / positions;
    }
}
