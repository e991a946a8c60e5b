using System.Globalization;

namespace NetGen.CompilerServices;

/// <content>What emitted <c>PredictUncertain</c> does with the predictions of its passes.</content>
public static partial class BatchSpans
{
    /// <summary>Checks the number of passes: a deviation needs two.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer.</exception>
    public static void CheckSamples(int samples, string argument)
    {
        if (samples < 2)
        {
            throw new ArgumentOutOfRangeException(argument, samples,
                string.Create(CultureInfo.InvariantCulture, $"{argument} is {samples}; a standard deviation needs at least 2 passes."));
        }
    }

    /// <summary>
    /// Adds the predictions of a pass to the running mean m and the sum of squares about it (Welford 1962): d = p − m, m ← m + d/s,
    /// Σ ← Σ + d·(p − m), pass s from 1. Neither loses digits where the passes nearly agree.
    /// </summary>
    /// <param name="memory">The network's memory, after a pass.</param>
    /// <param name="head">Whose predictions.</param>
    /// <param name="sample">The pass, from 0; the first overwrites what is there.</param>
    /// <param name="mean">The means, row after row.</param>
    /// <param name="squares">The sums of squares, likewise.</param>
    /// <param name="rows">Rows of the batch.</param>
    public static void AddSample(NetworkMemory memory, int head, int sample, Span<float> mean, Span<float> squares, int rows)
    {
        int units = memory.Schema.Heads[head].Units;
        float share = 1f / (sample + 1);
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> prediction = memory.PredictionRow(head, row);
            Span<float> m = mean.Slice(row * units, units), sum = squares.Slice(row * units, units);
            for (int i = 0; i < units; i++)
            {
                float d = sample == 0 ? 0f : prediction[i] - m[i];
                m[i] = sample == 0 ? prediction[i] : m[i] + d * share;
                sum[i] = sample == 0 ? 0f : sum[i] + d * (prediction[i] - m[i]);
            }
        }
    }

    /// <summary>Turns sums of squares into standard deviations: √(Σ/(samples − 1)).</summary>
    /// <param name="samples">The number of passes added, at least 2.</param>
    /// <param name="squares">The sums; replaced.</param>
    public static void FinishSamples(int samples, Span<float> squares)
    {
        foreach (ref float value in squares)
        {
            value = MathF.Sqrt(value / (samples - 1));
        }
    }
}
