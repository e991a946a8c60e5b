namespace NetGen.Tests.Learning;

/// <summary>The UCI handwritten digits of the sample: Image [64] in 0 to 1, Label 0 to 9, and Odd, 1 for an odd digit.</summary>
internal static class Digits
{
    public const int Pixels = 64;
    private const float Darkest = 16;

    private static readonly Dataset All = Read();
    private static readonly DataSplit Held = All.Split(validation: 0.2, seed: 1, stratify: "Label");
    private static readonly DataSplit Rest = Held.Train.Split(validation: 0.2, seed: 2, stratify: "Label");

    /// <summary>1,151 rows to learn from.</summary>
    public static Dataset Train => Rest.Train;

    /// <summary>287 rows that say when to stop.</summary>
    public static Dataset Validation => Rest.Validation;

    /// <summary>359 rows held out.</summary>
    public static Dataset Test => Held.Validation;

    private static Dataset Read()
    {
        float[] images = Open("digits-images-idx3-ubyte.gz").ToFloats(scale: 1f / Darkest);
        int[] labels = Open("digits-labels-idx1-ubyte.gz").ToLabels();
        return new Dataset(
            new FeatureColumn("Image", [Pixels], images),
            new LabelColumn("Label", labels),
            new FeatureColumn("Odd", [1], labels.Select(label => (float)(label % 2)).ToArray()));
    }

    private static IdxArray Open(string name)
    {
        using Stream file = typeof(Digits).Assembly.GetManifestResourceStream(name)!;
        return Idx.Read(file);
    }
}
