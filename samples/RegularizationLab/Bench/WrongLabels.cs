using Digits;
using NetGen;
using static System.FormattableString;

namespace RegularizationLab;

/// <summary>Rows of which a share has a label that is not theirs.</summary>
internal static class WrongLabels
{
    /// <summary>The same images; of a share of them, drawn by a seed, the label is another class, each as likely.</summary>
    public static Dataset Among(Dataset data, double share, int seed)
    {
        int[] labels = data.Labels(ImageSet.Labels).ToArray();
        int[] rows = [.. Enumerable.Range(0, labels.Length)];
        var random = new Random(seed);
        random.Shuffle(rows);
        foreach (int row in rows.Take((int)Math.Round(share * rows.Length)))
        {
            labels[row] = (labels[row] + random.Next(1, ImageSet.Classes)) % ImageSet.Classes;
        }

        return new Dataset(data.Features(ImageSet.Images), new LabelColumn(ImageSet.Labels, labels));
    }

    /// <summary>What is other than in the figures before, for a caption.</summary>
    public static string Words(Workbench noisy) => Invariant(
        $"Here networks learn from {noisy.Train.Count:N0} images, and {Math.Round(noisy.Plan.WrongShare * noisy.Train.Count):N0} of the labels are wrong, other classes drawn at random; the labels that choose and judge are right. Only a network that does not learn all labels by heart reads well.");
}
