using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>A row's sums have one order, so its functions have the same bits whatever the width of the vectors.</summary>
public class RowWidthTests
{
    public static TheoryData<int> Counts => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Counts))]
    public void Softmax_and_cross_entropy_have_the_same_bits_in_every_width(int count)
    {
        foreach (float scale in new[] { 1e-3f, 1f, 30f, 1e30f })
        {
            float[] z = Logits.Random(count, scale), wide = Outputs<Floats16>(z, count);

            Lanes.AssertSameBits(wide, Outputs<Floats8>(z, count));
            Lanes.AssertSameBits(wide, Outputs<Floats4>(z, count));
        }
    }

    // The softmax; then for every label, −1 included, with and without smoothing, the loss, and softmax less target as it comes with it and by itself.
    private static float[] Outputs<V>(float[] z, int count)
        where V : struct, IFloats<V>
    {
        float[] p = new float[z.Length];
        Rows.Softmax<V>(ref z[0], count, ref p[0]);
        List<float> all = [.. p];
        for (int label = -1; label < count; label++)
        {
            foreach (float smoothing in count == 1 ? [0f] : new[] { 0f, 0.1f })
            {
                all.Add(Rows.SoftmaxCrossEntropy<V>(ref z[0], count, label, smoothing));
                all.Add(Rows.SoftmaxCrossEntropy<V>(ref z[0], count, label, smoothing, ref p[0]));
                all.AddRange(p);
                Rows.SoftmaxMinusTarget<V>(ref z[0], count, label, smoothing, ref p[0]);
                all.AddRange(p);
            }
        }

        return [.. all];
    }
}
