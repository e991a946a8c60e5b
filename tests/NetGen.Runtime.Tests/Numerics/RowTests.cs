using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class RowTests512 : RowTests<Floats16>;

public class RowTests256 : RowTests<Floats8>;

public class RowTests128 : RowTests<Floats4>;

public abstract class RowTests<V>
    where V : struct, IFloats<V>
{
    [Theory]
    [MemberData(nameof(Sizes.Counts), MemberType = typeof(Sizes))]
    public void Softmax_is_the_softmax_in_double_and_zero_in_the_padding(int count)
    {
        foreach (float scale in new[] { 1e-3f, 1f, 10f, 80f })
        {
            float[] z = Logits.Random(count, scale), p = Guarded(z.Length);

            Rows.Softmax<V>(ref z[0], count, ref p[0]);

            AssertSoftmax(z, count, p);
        }
    }

    [Fact]
    public void Softmax_may_overwrite_its_logits()
    {
        float[] z = Logits.Random(21, 3f), p = new float[32];
        Rows.Softmax<V>(ref z[0], 21, ref p[0]);

        Rows.Softmax<V>(ref z[0], 21, ref z[0]);

        Assert.Equal(p, z);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e38f)]
    public void What_lies_in_the_padding_is_ignored(float dirt)
    {
        for (int count = 1; count < 16; count++)
        {
            float[] z = Logits.Random(count, 2f), dirty = [.. z];
            dirty.AsSpan(count).Fill(dirt);
            float[] p = new float[16], pOfDirty = new float[16], q = new float[16], qOfDirty = new float[16];

            Rows.Softmax<V>(ref z[0], count, ref p[0]);
            Rows.Softmax<V>(ref dirty[0], count, ref pOfDirty[0]);
            float loss = Rows.SoftmaxCrossEntropy<V>(ref z[0], count, count / 2, 0.1f, ref q[0]);
            float lossOfDirty = Rows.SoftmaxCrossEntropy<V>(ref dirty[0], count, count / 2, 0.1f, ref qOfDirty[0]);

            Lanes.AssertSameBits([.. p, .. q, loss], [.. pOfDirty, .. qOfDirty, lossOfDirty]);
        }
    }

    [Fact]
    public void Huge_logits_neither_overflow_nor_lose_the_answer()
    {
        float[] z = new float[16], p = new float[16], q = new float[16];
        (z[0], z[1], z[2]) = (1e30f, 1e30f, -1e30f);

        Rows.Softmax<V>(ref z[0], 3, ref p[0]);

        Assert.Equal([0.5f, 0.5f, 0f], p[..3]);
        for (int label = 0; label < 3; label++)
        {
            float loss = Rows.SoftmaxCrossEntropy<V>(ref z[0], 3, label, 0f, ref q[0]);
            Assert.Equal(label == 2 ? 2e30f : MathF.Log(2f), loss, 1e-7f);
            Assert.Equal(loss, Rows.SoftmaxCrossEntropy<V>(ref z[0], 3, label, 0f));
            Assert.Equal(Enumerable.Range(0, 16).Select(i => i == label ? (label == 2 ? -1f : -0.5f) : p[i]), q);
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_logit_that_is_not_finite_shows_in_the_loss_in_every_probability_and_in_the_gradient(float bad)
    {
        for (int place = 0; place < 20; place++)
        {
            float[] z = Logits.Random(20, 1f), p = new float[32], q = new float[32];
            z[place] = bad;

            Rows.Softmax<V>(ref z[0], 20, ref p[0]);
            float loss = Rows.SoftmaxCrossEntropy<V>(ref z[0], 20, 3, 0f, ref q[0]);

            Assert.All([.. p[..20], .. q[..20]], v => Assert.Equal(float.NaN, v));
            Assert.False(float.IsFinite(loss));
            Assert.False(float.IsFinite(Rows.SoftmaxCrossEntropy<V>(ref z[0], 20, 3, 0f)));
        }
    }

    [Theory]
    [MemberData(nameof(Sizes.Counts), MemberType = typeof(Sizes))]
    public void Cross_entropy_is_the_sum_in_double_and_its_gradient_softmax_less_target(int count)
    {
        foreach (float scale in new[] { 1e-3f, 1f, 10f, 1000f })
        {
            float[] z = Logits.Random(count, scale), p = Guarded(z.Length), kept = [.. z];
            foreach (float smoothing in count == 1 ? [0f] : new[] { 0f, 0.1f, 0.4f })
            {
                for (int label = 0; label < count; label++)
                {
                    double exact = CrossEntropy(z.AsSpan(0, count), label, smoothing);
                    float loss = Rows.SoftmaxCrossEntropy<V>(ref z[0], count, label, smoothing);
                    Assert.InRange(Math.Abs(loss - exact), 0, 2e-6 * exact + 1e-37);

                    p.AsSpan(0, z.Length).Fill(-1f);
                    Lanes.AssertSameBits([loss], [Rows.SoftmaxCrossEntropy<V>(ref z[0], count, label, smoothing, ref p[0])]);
                    AssertSoftmaxMinusTarget(z, count, label, smoothing, p);
                    float[] again = Guarded(z.Length);
                    Rows.SoftmaxMinusTarget<V>(ref z[0], count, label, smoothing, ref again[0]);
                    Lanes.AssertSameBits(p, again);
                }
            }

            Assert.Equal(kept, z);
        }
    }

    [Fact]
    public void A_confident_row_keeps_its_relative_accuracy()
    {
        float[] z = new float[16], p = new float[16];
        z[2] = 30f;

        float loss = Rows.SoftmaxCrossEntropy<V>(ref z[0], 10, 2, 0f, ref p[0]);

        Assert.Equal(9 * Math.Exp(-30), loss, 1e-18); // 8.4·10⁻¹³, where 1 − p is 0 in float
        Assert.Equal(loss, Rows.SoftmaxCrossEntropy<V>(ref z[0], 10, 2, 0f));
        Assert.Equal(-9 * Math.Exp(-30), p[2], 1e-18);
        Assert.Equal(Math.Exp(-30), p[3], 1e-19);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void A_missing_label_costs_nothing_and_is_the_target_of_no_class(int label)
    {
        foreach (int count in new[] { 1, 10, 40 })
        {
            float[] z = Logits.Random(count, 1f), p = Guarded(z.Length);

            Assert.Equal(0f, Rows.SoftmaxCrossEntropy<V>(ref z[0], count, label, 0f));
            Assert.Equal(0f, Rows.SoftmaxCrossEntropy<V>(ref z[0], count, label, 0f, ref p[0]));
            AssertSoftmax(z, count, p);

            Assert.Equal(0f, Rows.SoftmaxCrossEntropy<V>(ref z[0], count, label, 0.1f, ref p[0]));
            AssertSoftmaxMinusTarget(z, count, label, 0.1f, p);
        }
    }

    [Fact]
    public void Overflowed_logits_show_in_the_loss_even_where_the_label_is_missing()
    {
        float[] z = Logits.Random(10, 1f), p = new float[16];
        z[3] = float.PositiveInfinity;

        Assert.Equal(float.NaN, Rows.SoftmaxCrossEntropy<V>(ref z[0], 10, -1, 0f));
        Assert.Equal(float.NaN, Rows.SoftmaxCrossEntropy<V>(ref z[0], 10, -1, 0.1f, ref p[0]));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(int.MaxValue)]
    public void A_label_beyond_the_classes_is_refused_and_nothing_is_written(int label)
    {
        float[] z = Logits.Random(10, 1f), p = new float[16];

        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Rows.SoftmaxCrossEntropy<V>(ref z[0], 10, label, 0f));
        var f = Assert.Throws<ArgumentOutOfRangeException>(() => Rows.SoftmaxCrossEntropy<V>(ref z[0], 10, label, 0f, ref p[0]));

        Assert.Equal(("label", label), (e.ParamName, e.ActualValue));
        Assert.Equal(("label", label), (f.ParamName, f.ActualValue));
        Assert.Throws<ArgumentOutOfRangeException>(nameof(label), () => Rows.SoftmaxMinusTarget<V>(ref z[0], 10, label, 0f, ref p[0]));
        Assert.Equal(new float[16], p);
    }

    private static float[] Guarded(int length)
    {
        float[] p = new float[length + 16];
        Array.Fill(p, -1f);
        return p;
    }

    // Of a row from Guarded: the probabilities, 0 in the padding, and −1 as it was beyond.
    private static void AssertSoftmax(float[] z, int count, float[] p)
    {
        double max = z.Take(count).Max(), sum = z.Take(count).Sum(v => Math.Exp(v - max));
        for (int i = 0; i < count; i++)
        {
            double exact = Math.Exp(z[i] - max) / sum;
            // z − max, up to 160 where e to it is a normal number, is rounded by up to 2⁻¹⁷.
            Assert.InRange(Math.Abs(p[i] - exact), 0, 2e-5 * exact + float.Epsilon);
        }

        Lanes.AssertSameBits([.. Enumerable.Repeat(0f, z.Length - count), .. Enumerable.Repeat(-1f, p.Length - z.Length)], p.AsSpan(count));
    }

    // Of a row from Guarded: softmax(z) − t, off by a part of p and of t; without smoothing, at the label, of the other probabilities' sum.
    private static void AssertSoftmaxMinusTarget(float[] z, int count, int label, float smoothing, float[] difference)
    {
        double max = z.Take(count).Max(), sum = z.Take(count).Sum(v => Math.Exp(v - max));
        double[] p = [.. z.Take(count).Select(v => Math.Exp(v - max) / sum)];
        for (int i = 0; i < count; i++)
        {
            double others = p.Where((_, j) => j != i).Sum(), low = count > 1 ? smoothing / (count - 1.0) : 0;
            (double exact, double terms) = i == label ? (smoothing - others, smoothing + others) : (p[i] - low, p[i] + low);
            Assert.InRange(Math.Abs(difference[i] - exact), 0, 2e-5 * terms + float.Epsilon);
        }

        Lanes.AssertSameBits([.. Enumerable.Repeat(0f, z.Length - count), .. Enumerable.Repeat(-1f, difference.Length - z.Length)], difference.AsSpan(count));
    }

    // −Σ t·log softmax(z), with the largest logit taken out of the sum so that a small loss is exact.
    private static double CrossEntropy(ReadOnlySpan<float> z, int label, float smoothing)
    {
        int top = 0;
        for (int i = 1; i < z.Length; i++)
        {
            top = z[i] > z[top] ? i : top;
        }

        double rest = 0, expected = 0;
        for (int i = 0; i < z.Length; i++)
        {
            double distance = (double)z[top] - z[i];
            double target = i == label ? 1.0 - smoothing : (double)smoothing / (z.Length - 1);
            rest += i == top ? 0 : Math.Exp(-distance);
            expected += distance == 0 ? 0 : target * distance;
        }

        return Reference.LogP1(rest) + expected;
    }
}
