using System.Numerics.Tensors;
using NetGen;

namespace Digits.Display;

/// <summary>An image whose most probable class is not the true one.</summary>
/// <param name="Row">Its row in the data set.</param>
/// <param name="Truth">The true class.</param>
/// <param name="Predicted">The class the network gave it.</param>
/// <param name="Confidence">The probability the network gave that class.</param>
internal sealed record Mistake(int Row, int Truth, int Predicted, float Confidence)
{
    /// <summary>All mistakes on a data set, those first of which the network was surest.</summary>
    /// <param name="labels">The true classes.</param>
    /// <param name="probabilities">The predictions, [rows, classes].</param>
    public static IReadOnlyList<Mistake> All(LabelColumn labels, ReadOnlySpan<float> probabilities)
    {
        List<Mistake> mistakes = [];
        for (int row = 0; row < labels.Count; row++)
        {
            ReadOnlySpan<float> classes = probabilities.Slice(row * ImageSet.Classes, ImageSet.Classes);
            int predicted = TensorPrimitives.IndexOfMax(classes);
            if (predicted != labels[row])
            {
                mistakes.Add(new Mistake(row, labels[row], predicted, classes[predicted]));
            }
        }

        return [.. mistakes.OrderByDescending(m => m.Confidence)];
    }
}
