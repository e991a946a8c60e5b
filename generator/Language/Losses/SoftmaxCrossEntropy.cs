using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Losses;

/// <summary>−Σ t·log softmax(z), t = 1 − ε at the label and ε/(k − 1) elsewhere.</summary>
internal sealed record SoftmaxCrossEntropy(string Head, float? Smoothing, float? Weight, EquatableArray<float> Classes) : Loss(Head, Weight)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.WhereGiven("", nameof(SoftmaxCrossEntropyAttribute.Weight), nameof(SoftmaxCrossEntropyAttribute.Smoothing));

    public override string Kind => "SoftmaxCrossEntropy";

    public override HeadForm Form => HeadForm.OneClass;

    public override EquatableArray<float> ClassWeights => Classes;

    public override Loss WithoutSmoothing() => this with { Smoothing = null };

    public static Loss Bind(AttributeReader attribute, int units)
    {
        if (units < 2)
        {
            attribute.Report(Rules.TooFewClasses, null, Invariant.Of($"{units}"));
            return new SoftmaxCrossEntropy(attribute.Owner, null, null, default);
        }

        var smoothing = new Graph.Range(0, (units - 1f) / units, true, false);
        return new SoftmaxCrossEntropy(
            attribute.Owner,
            attribute.Has(nameof(SoftmaxCrossEntropyAttribute.Smoothing))
                ? attribute.Number(nameof(SoftmaxCrossEntropyAttribute.Smoothing), 0, smoothing, Rules.SmoothingOutOfRange)
                : null,
            LossWeight.Read(attribute),
            WeightsOf(attribute, units));
    }

    public override string Prediction => "Softmax";

    public override Node Predict(NetworkGraph graph, Node z) => graph.Add(new Softmax(), z);

    public override Node PerSample(NetworkGraph graph, Node z, Node target)
    {
        int classes = z.Type.Columns;
        Node epsilon = Smoothing is { } smoothing
            ? graph.Hyperparameter(new(
                Head, "Smoothing", smoothing, new(0, (classes - 1.0) / classes, true, false),
                Invariant.Of($"ε of label smoothing: targets are 1 − ε for the true class of {Head} and ε/{classes - 1} for the others.")))
            : graph.Constant(0);
        Node t = graph.Add(new OneHot(z.Type), target, epsilon).Named("t");
        return -graph.Add(new ReduceFeatures(), t * graph.Add(new LogSoftmax(), z));
    }

    /// <summary>One number for each class, none negative, not all 0; nothing where they are wrong or not given.</summary>
    private static EquatableArray<float> WeightsOf(AttributeReader attribute, int units)
    {
        const string Argument = nameof(SoftmaxCrossEntropyAttribute.ClassWeights);
        if (!attribute.Has(Argument))
        {
            return default;
        }

        float[] weights = [.. attribute.Items(Argument).Select(item => (float)item.Number)];
        int wrong = Array.FindIndex(weights, w => !Graph.Range.NotNegative.Contains(w));
        if (weights.Length != units)
        {
            attribute.Report(Rules.ClassWeightCount, Argument, Invariant.Of($"{units}"), Invariant.Of($"{weights.Length}"));
        }
        else if (wrong >= 0)
        {
            attribute.ReportItem(Rules.ClassWeightNegative, Argument, wrong, Invariant.Of($"{weights[wrong]}"), Invariant.Of($"{wrong}"));
        }
        else if (weights.All(w => w == 0))
        {
            attribute.Report(Rules.ClassWeightsZero, Argument);
        }
        else
        {
            return weights.ToEquatable();
        }

        return default;
    }
}
