namespace NetGen;

/// <content>The rows of the batch: what is gathered, predicted and measured, by input or head and by row.</content>
public sealed partial class NetworkMemory
{
    /// <summary>Where row <paramref name="row"/> of input <paramref name="input"/> is gathered to.</summary>
    /// <param name="input">Which input, in declaration order from 0.</param>
    /// <param name="row">Which row of the batch, 0 to <see cref="NetworkSchema.BatchSize"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input or row.</exception>
    public Span<float> InputRow(int input, int row)
    {
        RequireInput(input);
        return _batch.InputRow(input, RequireRow(row));
    }

    /// <summary>The batch's class labels for head <paramref name="head"/>; −1 is a missing label.</summary>
    /// <param name="head">Which head, in declaration order from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head, or its targets are floats.</exception>
    public Span<int> Labels(int head) => RequireHead(head).HasLabels
        ? _batch.Labels(head)
        : throw new ArgumentOutOfRangeException(nameof(head), head, $"{Schema.Heads[head].Name} has targets of floats, not labels.");

    /// <summary>Where the float target of row <paramref name="row"/> of head <paramref name="head"/> is gathered to; a NaN marks it missing.</summary>
    /// <param name="head">Which head, in declaration order from 0.</param>
    /// <param name="row">Which row of the batch, 0 to <see cref="NetworkSchema.BatchSize"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head or row, or the head's targets are labels.</exception>
    public Span<float> TargetRow(int head, int row) => !RequireHead(head).HasLabels
        ? _batch.TargetRow(head, RequireRow(row))
        : throw new ArgumentOutOfRangeException(nameof(head), head, $"{Schema.Heads[head].Name} has labels, not targets of floats.");

    /// <summary>The prediction of row <paramref name="row"/> of head <paramref name="head"/>, after <see cref="INetwork.Predict"/>.</summary>
    /// <param name="head">Which head, in declaration order from 0.</param>
    /// <param name="row">Which row of the batch, 0 to <see cref="NetworkSchema.BatchSize"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head or row.</exception>
    public ReadOnlySpan<float> PredictionRow(int head, int row)
    {
        HeadInfo h = RequireHead(head);
        return _work.Span.Slice(h.PredictionOffset + RequireRow(row) * h.PredictionStride, h.Units);
    }

    /// <summary>All predictions of a head, padding included.</summary>
    internal ReadOnlySpan<float> PredictionRows(int head)
    {
        HeadInfo h = Schema.Heads[head];
        return _work.Span.Slice(h.PredictionOffset, Schema.BatchSize * h.PredictionStride);
    }

    /// <summary>1 for each row whose target for head <paramref name="head"/> is there, else 0; after <see cref="INetwork.Evaluate"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head.</exception>
    public ReadOnlySpan<float> Present(int head) => _work.Span.Slice(RequireHead(head).PresentOffset, Schema.BatchSize);

    /// <summary>The loss of each row for head <paramref name="head"/>, 0 where the target is missing; after <see cref="INetwork.Evaluate"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such head.</exception>
    public ReadOnlySpan<float> RowLosses(int head) => _work.Span.Slice(RequireHead(head).RowLossOffset, Schema.BatchSize);

    /// <summary>The gradient of each row's own loss toward input <paramref name="input"/>, padding included; after <see cref="INetwork.Attack"/>.</summary>
    internal ReadOnlySpan<float> GradientRows(int input)
    {
        InputInfo info = Schema.Inputs[input];
        return _attack.Span.Slice(info.GradientOffset, Schema.BatchSize * info.Stride);
    }

    /// <summary>The gradient of row <paramref name="row"/>'s loss toward input <paramref name="input"/>; after <see cref="INetwork.Attack"/>.</summary>
    /// <param name="input">Which input, in declaration order from 0.</param>
    /// <param name="row">Which row of the batch, 0 to <see cref="NetworkSchema.BatchSize"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such input or row.</exception>
    /// <exception cref="InvalidOperationException">Nothing has attacked this network.</exception>
    public ReadOnlySpan<float> InputGradientRow(int input, int row)
    {
        InputInfo info = RequireInput(input);
        RequireRow(row);
        return _attacks
            ? GradientRows(input).Slice(row * info.Stride, info.Size)
            : throw new InvalidOperationException($"{Schema.Name} has computed no gradient toward its inputs: INetwork.Attack does.");
    }

    /// <summary>Floats of what only training computes.</summary>
    internal ReadOnlySpan<float> TrainingRows(int offset, int length) => _training.Span.Slice(offset, length);

    private int RequireRow(int row) => (uint)row < (uint)Schema.BatchSize
        ? row
        : throw new ArgumentOutOfRangeException(nameof(row), row, $"A batch of {Schema.Name} has the rows 0 to {Schema.BatchSize - 1}.");

    private InputInfo RequireInput(int input) => (uint)input < (uint)Schema.Inputs.Length
        ? Schema.Inputs[input]
        : throw new ArgumentOutOfRangeException(nameof(input), input, $"{Schema.Name} has the inputs 0 to {Schema.Inputs.Length - 1}.");

    private HeadInfo RequireHead(int head) => (uint)head < (uint)Schema.Heads.Length
        ? Schema.Heads[head]
        : throw new ArgumentOutOfRangeException(nameof(head), head, $"{Schema.Name} has the heads 0 to {Schema.Heads.Length - 1}.");
}
