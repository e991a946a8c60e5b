namespace NetGen.Numerics.Tests;

/// <summary>Equality to the last bit: −0 differs from 0, and a NaN equals itself.</summary>
internal static class SameBits
{
    /// <summary>Fails at the first element of which the bits differ.</summary>
    /// <param name="what">What was done, for the message.</param>
    /// <param name="expected">Values by name.</param>
    /// <param name="actual">The same names.</param>
    public static void Check(string what, Snapshot expected, Snapshot actual)
    {
        Assert.Equal(expected.Values.Keys, actual.Values.Keys);
        foreach ((string name, Tensor value) in expected.Values)
        {
            Check($"{what}: {name}", value, actual.Values[name]);
        }
    }

    /// <summary>The same of predictions, row losses and, if there was an attack, of x′ and the gradients toward the inputs.</summary>
    public static void Check(string what, Outcome expected, Outcome actual)
    {
        Assert.All(expected.Predictions, p => Check($"{what}: prediction {p.Key}", p.Value, actual.Predictions[p.Key]));
        Assert.All(expected.RowLosses, l => Check($"{what}: row loss {l.Key}", l.Value, actual.RowLosses[l.Key]));
        Assert.All(expected.Inputs, x => Check($"{what}: input {x.Key}", x.Value, actual.Inputs[x.Key]));
        Assert.All(expected.InputGradients, x => Check($"{what}: gradient toward {x.Key}", x.Value, actual.InputGradients[x.Key]));
    }

    /// <summary>The same of one value.</summary>
    public static void Check(string what, Tensor expected, Tensor actual)
    {
        Assert.Equal((expected.Rows, expected.Columns), (actual.Rows, actual.Columns));
        for (int i = 0; i < expected.Values.Length; i++)
        {
            (double e, double a) = (expected.Values[i], actual.Values[i]);
            if (BitConverter.DoubleToInt64Bits(e) != BitConverter.DoubleToInt64Bits(a))
            {
                Assert.Fail($"{what}[{i / expected.Columns}, {i % expected.Columns}] is {a:R} instead of {e:R}");
            }
        }
    }
}
