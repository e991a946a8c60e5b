using NetGen;

namespace Lasso;

/// <summary>Trains until the coefficients rest.</summary>
internal static class Training
{
    private const int Steps = 4000;

    /// <param name="head">Whose weights are the coefficients.</param>
    /// <param name="step">A step on all patients.</param>
    public static float[] Coefficients(Head head, Action step)
    {
        for (int taken = 0; taken < Steps; taken++)
        {
            step();
        }

        float[] coefficients = new float[head.Weights.FlattenedLength];
        head.Weights.FlattenTo(coefficients);
        return coefficients;
    }
}
