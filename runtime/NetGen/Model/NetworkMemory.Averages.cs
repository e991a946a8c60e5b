using System.ComponentModel;
using System.Numerics.Tensors;
using NetGen.CompilerServices;

namespace NetGen;

/// <content>The moving average of the parameters, which lies in an arena of the optimizer's state.</content>
public sealed partial class NetworkMemory
{
    private int _averageSlot = -1;
    private float _averageDecay;

    /// <summary>Whether a moving average of the parameters is kept (<see cref="AverageWeightsAttribute"/>).</summary>
    public bool HasAverages => _averageSlot >= 0;

    /// <summary>Says which arena of the state holds the averages; emitted constructors call it.</summary>
    /// <param name="slot">The arena, 0 to <see cref="NetworkSchema.StateSlots"/> − 1.</param>
    /// <param name="decay">What an update leaves of the average, in [0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such arena, or <paramref name="decay"/> is outside its range.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void AverageInto(int slot, float decay)
    {
        HyperparameterRange.Check(slot, 0, Schema.StateSlots - 1, nameof(slot));
        HyperparameterRange.Check(decay, HyperparameterRange.Including(0), HyperparameterRange.Below(1), nameof(decay));
        (_averageSlot, _averageDecay) = (slot, decay);
    }

    /// <summary>
    /// Makes the averages the parameters: w ← w̄/(1 − decayᵗ) after t updates. Before the first there is nothing to average, and the
    /// parameters stay. The averages themselves stay too, and go on from there.
    /// </summary>
    /// <exception cref="InvalidOperationException">No averages are kept.</exception>
    public void UseAverages()
    {
        if (!HasAverages)
        {
            throw new InvalidOperationException($"{Schema.Name} keeps no averages: give it [AverageWeights(0.999f)].");
        }

        if (Steps == 0)
        {
            return;
        }

        float correction = Moments.Correction(_averageDecay, Steps);
        Span<float> parameters = Parameters, averages = State.Slice(_averageSlot * Schema.ParameterFloats, Schema.ParameterFloats);
        foreach (ParameterInfo parameter in Schema.Parameters)
        {
            for (int row = 0; parameter.IsTrained && row < parameter.Rows; row++)
            {
                TensorPrimitives.Multiply(parameter.RowIn(averages, row), correction, parameter.RowIn(parameters, row));
            }
        }
    }
}
