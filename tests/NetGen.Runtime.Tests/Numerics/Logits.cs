namespace NetGen.Tests.Numerics;

/// <summary>Rows of logits.</summary>
internal static class Logits
{
    /// <summary>Evenly spread in ±scale, then zeros up to a multiple of 16; the same for the same count and scale.</summary>
    public static float[] Random(int count, float scale)
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
