namespace NetGen.Tests.Data;

/// <summary>Values are passed by vectors and sought one by one: each length around a vector, each place, each kind of culprit.</summary>
public class ValueCheckTests
{
    public static TheoryData<int> Lengths => [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 100];

    [Theory, MemberData(nameof(Lengths))]
    public void Good_values_have_no_culprit(int length)
    {
        float[] values = [.. Enumerable.Range(0, length).Select(i => i % 2 == 0 ? float.MaxValue : float.MinValue)];
        float[] targets = [.. Enumerable.Range(0, length).Select(i => i % 3 == 0 ? float.NaN : i % 3 - 1f)];
        int[] labels = [.. Enumerable.Range(0, length).Select(i => i % 4 - 1)];
        Assert.Equal(-1, ValueChecks.FirstNotFinite(values));
        Assert.Equal(-1, ValueChecks.FirstOutside(values, float.NegativeInfinity, float.PositiveInfinity));
        Assert.Equal(-1, ValueChecks.FirstOutside([.. values.Select(Math.Sign).Select(sign => (float)sign)], -1, 1));
        Assert.Equal(-1, ValueChecks.FirstInfinite([.. values, .. targets]));
        Assert.Equal(-1, ValueChecks.FirstNoProbability(targets));
        Assert.Equal(-1, ValueChecks.FirstNoLabel(labels, classes: 3));
    }

    [Theory, MemberData(nameof(Lengths))]
    public void The_first_culprit_is_found_wherever_it_is(int length)
    {
        for (int place = 0; place < length; place++)
        {
            foreach (float bad in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
            {
                Assert.Equal(place, ValueChecks.FirstNotFinite(With(length, place, bad)));
                Assert.Equal(place, ValueChecks.FirstOutside(With(length, place, bad), float.NegativeInfinity, float.PositiveInfinity));
            }

            foreach (float bad in (float[])[-float.Epsilon, MathF.BitIncrement(0.5f), float.NaN, float.PositiveInfinity, float.NegativeInfinity])
            {
                Assert.Equal(place, ValueChecks.FirstOutside(With(length, place, bad), 0, 0.5f));
            }

            foreach (float bad in (float[])[float.PositiveInfinity, float.NegativeInfinity])
            {
                Assert.Equal(place, ValueChecks.FirstInfinite(With(length, place, bad)));
            }

            foreach (float bad in (float[])[-float.Epsilon, MathF.BitIncrement(1), float.PositiveInfinity, float.NegativeInfinity])
            {
                Assert.Equal(place, ValueChecks.FirstNoProbability(With(length, place, bad)));
            }

            foreach (int bad in (int[])[-2, 3, int.MinValue, int.MaxValue])
            {
                Assert.Equal(place, ValueChecks.FirstNoLabel(With(length, place, bad), classes: 3));
            }
        }
    }

    [Fact]
    public void Nothing_is_good()
    {
        Assert.Equal(-1, ValueChecks.FirstNotFinite([]));
        Assert.Equal(-1, ValueChecks.FirstOutside([], 0, 1));
        Assert.Equal(-1, ValueChecks.FirstInfinite([]));
        Assert.Equal(-1, ValueChecks.FirstNoProbability([]));
        Assert.Equal(-1, ValueChecks.FirstNoLabel([], classes: 3));
    }

    /// <summary>Zeros, and from <paramref name="place"/> on every second value is bad.</summary>
    private static T[] With<T>(int length, int place, T bad)
    {
        var values = new T[length];
        for (int i = place; i < length; i += 2)
        {
            values[i] = bad;
        }

        return values;
    }
}
