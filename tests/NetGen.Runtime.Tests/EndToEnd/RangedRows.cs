namespace NetGen.Tests.EndToEnd;

/// <summary>Rows for <see cref="Ranged"/>, and room for what its attacks yield.</summary>
internal sealed class RangedRows
{
    public RangedRows(int count, int seed = 1)
    {
        var random = new Random(seed);
        Image = [.. Enumerable.Range(0, 6 * count).Select(_ => random.NextSingle())];
        Place = [.. Enumerable.Range(0, 2 * count).Select(_ => random.NextSingle() - 0.5f)];
        Kind = [.. Enumerable.Range(0, count).Select(_ => random.Next(3))];
        Size = [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
        (MovedImage, MovedPlace) = (new float[6 * count], new float[2 * count]);
    }

    public float[] Image { get; set; }

    public float[] Place { get; set; }

    public int[] Kind { get; set; }

    public float[] Size { get; set; }

    public float[] MovedImage { get; set; }

    public float[] MovedPlace { get; set; }

    public (float[] Image, float[] Place) Gradient(Ranged network)
    {
        network.InputGradient(Image, Place, Kind, Size, MovedImage, MovedPlace);
        return ([.. MovedImage], [.. MovedPlace]);
    }

    public (float[] Image, float[] Place) Fgsm(Ranged network, float epsilon, bool targeted = false)
    {
        network.Fgsm(Image, Place, Kind, Size, epsilon, MovedImage, MovedPlace, targeted);
        return ([.. MovedImage], [.. MovedPlace]);
    }

    public (float[] Image, float[] Place) Pgd(Ranged network, float epsilon, float stepSize, int steps, bool targeted = false, int? randomStart = null)
    {
        network.Pgd(Image, Place, Kind, Size, epsilon, stepSize, steps, MovedImage, MovedPlace, targeted, randomStart);
        return ([.. MovedImage], [.. MovedPlace]);
    }

    /// <summary>The loss of all rows together, as evaluation measures it.</summary>
    public double Loss(Ranged network, float[] image, float[] place) => network.Evaluate(Ranged.Data(image, place, Kind, Size)).Loss;
}
