using System.IO.Compression;
using NetGen;

namespace Digits;

/// <summary>The UCI handwritten digits, which this program carries within itself (see README.md beside this file).</summary>
internal static class EmbeddedDigits
{
    private const int Pixels = 64, Darkest = 16;
    private const double TestShare = 0.1, ValidationShare = 0.1;

    /// <summary>1,797 images: a tenth held out as test, a tenth of the rest as validation; every digit keeps its share in each part.</summary>
    public static ImageSet Read()
    {
        using Stream packed = typeof(EmbeddedDigits).Assembly.GetManifestResourceStream("digits.csv.gz")!;
        using GZipStream text = new(packed, CompressionMode.Decompress);
        string[] pixels = [.. Enumerable.Range(0, Pixels).Select(i => $"pixel {i}")];
        CsvTable table = CsvTable.Read(text, header: [.. pixels, "digit"]);

        float[] images = [.. table.Floats(pixels).Select(p => p / Darkest)];
        DataSplit whole = DigitNet.Data(images, table.Labels("digit").Values).Split(TestShare, seed: 1, stratify: ImageSet.Labels);
        DataSplit rest = whole.Train.Split(ValidationShare, seed: 2, stratify: ImageSet.Labels);
        return new ImageSet("UCI handwritten digits", rest.Train, rest.Validation, Test: whole.Validation);
    }
}
