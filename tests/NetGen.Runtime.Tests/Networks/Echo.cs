using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Tests.Networks;

/// <summary>Predicts its input: metrics can be prescribed by data. The loss of a row is its first input. Input X [units], head Y [units].</summary>
internal sealed class Echo : INetwork
{
    private readonly HeadInfo _head;

    public Echo(LossKind loss, int units, int batchSize = 4)
    {
        Schema = new Blueprint("Echo", batchSize).Input("X", units).Head("Y", loss, units).Build();
        Memory = new NetworkMemory(Schema, seed: 0);
        _head = Schema.Heads[0];
    }

    public NetworkSchema Schema { get; }

    public NetworkMemory Memory { get; }

    public void Step(int rows) => throw new NotSupportedException();

    public void Predict(int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            Memory.InputRow(0, row).CopyTo(MemoryMarshal.CreateSpan(
                ref Memory.Work(_head.PredictionOffset + row * _head.PredictionStride), _head.Units));
        }
    }

    public void Evaluate(int rows)
    {
        Predict(rows);
        _ = _head.HasLabels
            ? Targets.Present(ref Memory.Label(_head.LabelOffset), rows, ref Memory.Work(_head.PresentOffset))
            : Targets.Present(ref Memory.Batch(_head.TargetOffset), rows, _head.Units, _head.TargetStride, ref Memory.Work(_head.PresentOffset));
        for (int row = 0; row < rows; row++)
        {
            Memory.Work(_head.RowLossOffset + row) = Memory.Present(0)[row] * Memory.InputRow(0, row)[0];
        }
    }

    public void Dispose()
    {
    }

    /// <summary>Measures predictions (row-major) against class labels.</summary>
    public static ClassificationMetrics Classify(int classes, float[] predictions, params int[] labels)
    {
        using var echo = new Echo(LossKind.SoftmaxCrossEntropy, classes);
        var data = new Dataset(new FeatureColumn("X", [classes], predictions), new LabelColumn("Y", labels));
        return (ClassificationMetrics)Evaluator.Evaluate(echo, data)[0];
    }

    /// <summary>Measures predictions against float targets, both row-major.</summary>
    public static HeadMetrics Measure(LossKind loss, int units, float[] predictions, params float[] targets)
    {
        using var echo = new Echo(loss, units);
        var data = new Dataset(new FeatureColumn("X", [units], predictions), new FeatureColumn("Y", [units], targets));
        return Evaluator.Evaluate(echo, data)[0];
    }
}
