using Digits;

namespace NetGen.Benchmarks.Learning;

/// <summary>
/// Few small digits, as LeCun 1989 had them: 12 of each, reduced to 16×16 by area, each put in four places side by side; of the 48 images
/// of a digit 32 are learned from and 16 tested on, chosen at random. So a test image is often one that was learned, moved: whoever finds a
/// stroke wherever it is has an advantage.
/// </summary>
internal static class SmallDigits
{
    private const int Size = 16, DrawnOfEach = 12, TrainingOfEach = 32;

    private static readonly int[] Shifts = [-2, -1, 0, 1];

    /// <summary>The images that a seed draws, all from the test images: what they are tested with is chosen by others.</summary>
    public static Images Draw(Images images, int seed)
    {
        Random random = new(seed);
        int[] labels = images.Test.Labels(ImageSet.Labels).ToArray(), order = [.. Enumerable.Range(0, labels.Length)];
        random.Shuffle(order);
        List<(float[] Image, int Label)> training = [], tests = [];
        foreach (int digit in Enumerable.Range(0, ImageSet.Classes))
        {
            int[] drawn = [.. order.Where(row => labels[row] == digit).Take(DrawnOfEach)];
            (float[], int)[] all =
                [.. Pictures(images.Test.Select(drawn)).SelectMany(image => Shifts.Select(shift => (Shifted(image, shift), digit)))];
            random.Shuffle(all);
            training.AddRange(all[..TrainingOfEach]);
            tests.AddRange(all[TrainingOfEach..]);
        }

        return new Images(Joined(training), Joined(tests));
    }

    private static Dataset Joined(List<(float[] Image, int Label)> rows)
    {
        float[] images = [.. rows.SelectMany(row => row.Image)];
        int[] labels = [.. rows.Select(row => row.Label)];
        return Net1.Data(images, labels);
    }

    private static IEnumerable<float[]> Pictures(Dataset data)
    {
        float[] images = data.Features(ImageSet.Images).ToArray();
        int size = images.Length / data.Count;
        return images.Chunk(size).Select(image => Reduced(image, (int)Math.Sqrt(size)));
    }

    /// <summary>The mean over the area of each pixel of the result.</summary>
    private static float[] Reduced(float[] image, int side)
    {
        double ratio = (double)side / Size;
        float[] result = new float[Size * Size];
        for (int i = 0; i < result.Length; i++)
        {
            double sum = 0;
            for (int pixel = 0; pixel < image.Length; pixel++)
            {
                sum += image[pixel] * Overlap(i / Size, pixel / side) * Overlap(i % Size, pixel % side);
            }

            result[i] = (float)Math.Min(1, sum / (ratio * ratio));
        }

        return result;

        double Overlap(int wide, int narrow) => Math.Max(0, Math.Min((wide + 1) * ratio, narrow + 1) - Math.Max(wide * ratio, narrow));
    }

    /// <summary>The image so many pixels further to the right; what leaves it is lost, and empty paper comes in.</summary>
    private static float[] Shifted(float[] image, int shift) =>
        [.. image.Select((_, i) => i % Size - shift is >= 0 and < Size ? image[i - shift] : 0)];
}
