using System.Collections.Immutable;

namespace NetGen.Tests.Networks;

/// <summary>Lays out hand-written networks the way the compiler does: rows padded to 16 floats, one after the other.</summary>
internal sealed class Blueprint(string name, int batchSize)
{
    private readonly List<InputInfo> _inputs = [];
    private readonly List<HeadInfo> _heads = [];
    private readonly List<ParameterInfo> _parameters = [];
    private int _batch, _work, _labels, _floats;

    public Blueprint Input(string input, params int[] shape)
    {
        int size = shape.Aggregate(1, (a, b) => a * b);
        _inputs.Add(new(input, [.. shape], size, Rows(ref _batch, size), Padded(size)));
        return this;
    }

    public Blueprint Head(string head, LossKind loss, int units)
    {
        bool labels = loss == LossKind.SoftmaxCrossEntropy;
        int label = labels ? _labels : -1, target = labels ? -1 : Rows(ref _batch, units);
        _labels += labels ? batchSize : 0;
        _heads.Add(new(head, loss, units, Rows(ref _work, units), Padded(units), target, labels ? 0 : Padded(units), label, Rows(ref _work, 1), Rows(ref _work, 1)));
        return this;
    }

    public Blueprint Dense(string layer, int inputs, int units)
    {
        Parameter(layer, "weight", inputs, units, Initializer.Uniform(0.1f));
        return Parameter(layer, "bias", 1, units, Initializer.Zero);
    }

    public Blueprint Parameter(string layer, string role, int rows, int columns, Initializer initializer)
    {
        _parameters.Add(new(layer, role, role == "weight" ? [rows, columns] : [columns], _floats, Padded(columns), initializer) { IsWeight = role == "weight" });
        _floats += rows * Padded(columns);
        return this;
    }

    public NetworkSchema Build(int stateSlots = 0) =>
        new(name, batchSize, [.. _inputs], [.. _heads], _parameters.ToImmutableArray(), _floats, stateSlots, _batch, _work, TrainingFloats: 0);

    private int Rows(ref int floats, int columns)
    {
        int offset = floats;
        floats += batchSize * Padded(columns);
        return offset;
    }

    private static int Padded(int columns) => (columns + 15) / 16 * 16;
}
