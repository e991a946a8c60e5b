using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

public class RowTests
{
    public static TheoryData<int> Counts => [1, 2, 3, 10, 15, 16, 17, 31, 33, 100];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Softmax_is_the_softmax_in_double_and_zero_in_the_padding(int count)
    {
        foreach (float scale in new[] { 1e-3f, 1f, 10f, 80f })
        {
            float[] z = Logits(count, scale), p = new float[z.Length];

            Rows.Softmax(ref z[0], count, ref p[0]);

            double max = z.Take(count).Max(), sum = z.Take(count).Sum(v => Math.Exp(v - max));
            for (int i = 0; i < p.Length; i++)
            {
                double exact = i < count ? Math.Exp(z[i] - max) / sum : 0;
                Assert.InRange(Math.Abs(p[i] - exact), 0, 2e-5 * exact + float.Epsilon); // z − max, up to 160, is rounded by up to 2⁻¹⁷
            }
        }
    }

    [Fact]
    public void Softmax_may_overwrite_its_logits()
    {
        float[] z = Logits(21, 3f), p = new float[32];
        Rows.Softmax(ref z[0], 21, ref p[0]);

        Rows.Softmax(ref z[0], 21, ref z[0]);

        Assert.Equal(p, z);
    }

    [Fact]
    public void Softmax_ignores_what_lies_in_the_padding()
    {
        float[] z = Logits(10, 2f), dirty = [.. z], p = new float[16], q = new float[16];
        dirty.AsSpan(10).Fill(float.NaN);

        Rows.Softmax(ref z[0], 10, ref p[0]);
        Rows.Softmax(ref dirty[0], 10, ref q[0]);

        Assert.Equal(p, q);
        Assert.Equal(Rows.SoftmaxCrossEntropy(ref z[0], 10, 4, 0.1f), Rows.SoftmaxCrossEntropy(ref dirty[0], 10, 4, 0.1f));
    }

    [Fact]
    public void Huge_logits_neither_overflow_nor_lose_the_answer()
    {
        float[] z = new float[16], p = new float[16];
        (z[0], z[1], z[2]) = (1e30f, 1e30f, -1e30f);

        Rows.Softmax(ref z[0], 3, ref p[0]);

        Assert.Equal([0.5f, 0.5f, 0f], p[..3]);
        Assert.Equal(MathF.Log(2f), Rows.SoftmaxCrossEntropy(ref z[0], 3, 0, 0f), 1e-7f);
        Assert.Equal(2e30f, Rows.SoftmaxCrossEntropy(ref z[0], 3, 2, 0f));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_logit_that_is_not_finite_shows_in_the_loss_and_in_every_probability(float bad)
    {
        float[] z = Logits(20, 1f), p = new float[32];
        z[17] = bad;

        Rows.Softmax(ref z[0], 20, ref p[0]);

        Assert.All(p[..20], v => Assert.Equal(float.NaN, v));
        Assert.False(float.IsFinite(Rows.SoftmaxCrossEntropy(ref z[0], 20, 3, 0f)));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Cross_entropy_is_the_sum_in_double(int count)
    {
        foreach (float scale in new[] { 1e-3f, 1f, 10f, 1000f })
        {
            foreach (float smoothing in count == 1 ? [0f] : new[] { 0f, 0.1f, 0.4f })
            {
                float[] z = Logits(count, scale);
                for (int label = 0; label < count; label++)
                {
                    double exact = CrossEntropy(z.AsSpan(0, count), label, smoothing);
                    float loss = Rows.SoftmaxCrossEntropy(ref z[0], count, label, smoothing);
                    Assert.InRange(Math.Abs(loss - exact), 0, 2e-6 * exact + 1e-37);
                }
            }
        }
    }

    [Fact]
    public void A_confident_row_keeps_its_relative_accuracy()
    {
        float[] z = new float[16];
        z[2] = 30f;

        float loss = Rows.SoftmaxCrossEntropy(ref z[0], 10, 2, 0f);

        Assert.Equal(9 * Math.Exp(-30), loss, 1e-18); // 8.4·10⁻¹³, where 1 − p is 0 in float
    }

    [Fact]
    public void A_missing_label_costs_nothing()
    {
        float[] z = Logits(10, 1f);
        Assert.Equal(0f, Rows.SoftmaxCrossEntropy(ref z[0], 10, -1, 0.1f));
    }

    [Fact]
    public void A_label_beyond_the_classes_is_refused()
    {
        float[] z = Logits(10, 1f);
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Rows.SoftmaxCrossEntropy(ref z[0], 10, 10, 0f));
        Assert.Equal(("label", 10), (e.ParamName, e.ActualValue));
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

    private static float[] Logits(int count, float scale)
    {
        var random = new Random(count);
        float[] z = new float[(count + 15) / 16 * 16];
        for (int i = 0; i < count; i++)
        {
            z[i] = scale * (random.NextSingle() * 2 - 1);
        }

        return z;
    }
}
