using NetGen;

namespace Digits;

/// <summary>The UCI handwritten digits, which this program carries within itself (see README.md beside this file).</summary>
internal static class EmbeddedDigits
{
    private const int Darkest = 16;
    private const double TestShare = 0.1, ValidationShare = 0.1;

    /// <summary>1,797 images: a tenth held out as test, a tenth of the rest as validation; every digit keeps its share in each part.</summary>
    public static ImageSet Read()
    {
        float[] images = Open("digits-images-idx3-ubyte.gz").ToFloats(scale: 1f / Darkest);
        int[] labels = Open("digits-labels-idx1-ubyte.gz").ToLabels();
        DataSplit whole = DigitNet.Data(images, labels).Split(TestShare, seed: 1, stratify: ImageSet.Labels);
        DataSplit rest = whole.Train.Split(ValidationShare, seed: 2, stratify: ImageSet.Labels);
        return new ImageSet("UCI handwritten digits", rest.Train, rest.Validation, Test: whole.Validation);
    }

    private static IdxArray Open(string name)
    {
        using Stream file = typeof(EmbeddedDigits).Assembly.GetManifestResourceStream(name)!;
        return Idx.Read(file);
    }
}
