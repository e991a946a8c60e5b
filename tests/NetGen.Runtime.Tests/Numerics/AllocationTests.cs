using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class AllocationTests512 : AllocationTests<Floats16>;

public class AllocationTests256 : AllocationTests<Floats8>;

public class AllocationTests128 : AllocationTests<Floats4>;

public abstract class AllocationTests<V>
    where V : struct, IFloats<V>
{
    [Fact]
    public void What_a_training_step_calls_allocates_nothing()
    {
        float[] a = new float[32 * 32], b = new float[32 * 32], c = new float[32 * 32];
        int[] labels = new int[8];
        Assert.Equal(0, Allocated.ByThread(() => TrainingStep(a, b, c, labels)));
    }

    private static void TrainingStep(float[] a, float[] b, float[] c, int[] labels)
    {
        float rate = LearningRates.WarmUp(LearningRates.Cosine(LearningRates.Step(0.1f, 3, 2, 0.5f), 3, 10, 0f), 3, 5);
        rate *= Moments.Correction(0.9f, 3) * Targets.Present(ref labels[0], 8, ref c[0]);
        ulong key = Masks.Key(1, 2, 3);
        for (int rows = 1; rows <= 24; rows++)
        {
            Tiles.Product<V>(new(rows, 32, 20), new(ref a[0], 32), new(ref b[0], 32), new(ref c[0], 32));
            Panels.Transpose<V>(new(ref a[0], 32), rows, 20, new(ref b[0], 32));
            Rows.Softmax<V>(ref c[0], 20, ref c[0]);
            rate += Rows.SoftmaxCrossEntropy<V>(ref a[0], 20, 3, 0.1f) + Targets.Present(ref a[0], rows, 20, 32, ref c[0]);
            rate += Rows.SoftmaxCrossEntropy<V>(ref a[0], 20, 3, 0.1f, ref b[0]) + Rows.Sum(ref a[0], rows);
            LaneSum<V> sum = default;
            sum.Add(V.Load(ref c[0], 16), 16);
            V.Store(Vectors.Tanh(V.Load(ref c[0], 16)) * Masks.Keep<V>(key, rows, 16, Masks.Threshold(0.5f), rate + sum.Total), ref c[0], 16);
        }
    }
}
