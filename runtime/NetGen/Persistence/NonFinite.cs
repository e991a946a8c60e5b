using System.Globalization;

namespace NetGen;

/// <summary>Finds the NaN or infinity that has no place among parameters.</summary>
internal static class NonFinite
{
    /// <summary>The first parameter with such a value, and the row that has it; null if all are finite.</summary>
    public static (ParameterInfo Parameter, int Row)? FirstIn(NetworkMemory memory)
    {
        foreach (ParameterInfo parameter in memory.Schema.Parameters)
        {
            for (int row = 0; row < parameter.Rows; row++)
            {
                if (ValueChecks.FirstNotFinite(parameter.RowIn(memory.Parameters, row)) >= 0)
                {
                    return (parameter, row);
                }
            }
        }

        return null;
    }

    /// <summary>The first parameter whose optimizer state has such a value; null if all are finite.</summary>
    public static ParameterInfo? FirstInState(NetworkMemory memory)
    {
        int floats = memory.Schema.ParameterFloats;
        for (int slot = 0; slot < memory.Schema.StateSlots; slot++)
        {
            Span<float> state = memory.State.Slice(slot * floats, floats);
            foreach (ParameterInfo parameter in memory.Schema.Parameters)
            {
                for (int row = 0; row < parameter.Rows; row++)
                {
                    if (ValueChecks.FirstNotFinite(parameter.RowIn(state, row)) >= 0)
                    {
                        return parameter;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>"has NaN at [3, 7]; every value must be finite".</summary>
    public static string Describe(int row, ReadOnlySpan<float> values)
    {
        int column = ValueChecks.FirstNotFinite(values);
        return string.Create(CultureInfo.InvariantCulture, $"has {values[column]} at [{row}, {column}]; every value must be finite");
    }
}
