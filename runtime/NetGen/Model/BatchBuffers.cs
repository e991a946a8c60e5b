namespace NetGen;

/// <summary>One batch: where inputs, float targets and labels are gathered to.</summary>
internal sealed class BatchBuffers(NetworkSchema schema)
{
    private readonly int[] _labels = new int[schema.Heads.Count(h => h.HasLabels) * schema.BatchSize];
    private readonly AlignedArena _floats = new(schema.BatchFloats);

    public ref float this[int offset] => ref _floats[offset];

    public ref int Label(int offset)
    {
        if ((uint)offset >= (uint)_labels.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset, $"There is room for {_labels.Length} labels.");
        }

        return ref _labels[offset];
    }

    public Span<float> InputRow(int input, int row)
    {
        InputInfo i = schema.Inputs[input];
        return _floats.Span.Slice(i.Offset + row * i.Stride, i.Size);
    }

    /// <summary>All rows of an input, padding included.</summary>
    public Span<float> InputRows(int input)
    {
        InputInfo i = schema.Inputs[input];
        return _floats.Span.Slice(i.Offset, schema.BatchSize * i.Stride);
    }

    public Span<int> Labels(int head) => _labels.AsSpan(schema.Heads[head].LabelOffset, schema.BatchSize);

    public Span<float> TargetRow(int head, int row)
    {
        HeadInfo h = schema.Heads[head];
        return _floats.Span.Slice(h.TargetOffset + row * h.TargetStride, h.Units);
    }

    /// <summary>All float targets of a head, padding included.</summary>
    public Span<float> TargetRows(int head)
    {
        HeadInfo h = schema.Heads[head];
        return _floats.Span.Slice(h.TargetOffset, schema.BatchSize * h.TargetStride);
    }
}
