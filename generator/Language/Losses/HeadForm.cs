using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Losses;

/// <summary>What callers of a network see of a head.</summary>
/// <param name="Metrics">The type of what is measured of it.</param>
/// <param name="HasLabels">Whether its targets are class labels; otherwise they are floats.</param>
/// <param name="PredictsProbabilities">Whether it predicts probabilities.</param>
internal sealed record HeadForm(TypeName Metrics, bool HasLabels, bool PredictsProbabilities)
{
    /// <summary>One of several classes: a label is the target, a probability for each class is predicted.</summary>
    public static readonly HeadForm OneClass = new(Types.ClassificationMetrics, HasLabels: true, PredictsProbabilities: true);

    /// <summary>Several yes-or-no questions: targets and predictions are probabilities.</summary>
    public static readonly HeadForm YesOrNo = new(Types.BinaryMetrics, HasLabels: false, PredictsProbabilities: true);

    /// <summary>Targets and predictions are numbers.</summary>
    public static readonly HeadForm Numbers = new(Types.RegressionMetrics, HasLabels: false, PredictsProbabilities: false);
}
