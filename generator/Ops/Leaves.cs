using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>What lies in the batch, row by row; or, of its partner, in the row that mixup blends a row with.</summary>
internal abstract record BatchLeaf(TensorType Type, bool OfPartner) : Leaf(Type)
{
    internal override bool IsOfPartner => OfPartner;
}

/// <summary>An input's rows: x [n, m], or images [n, h, w, c].</summary>
internal sealed record Input(string Value, TensorType Of, bool OfPartner = false) : BatchLeaf(Of, OfPartner)
{
    internal override string Anonymous => $"{this with { Value = "" }}";

    internal override BatchColumn? Column => new(Value);
}

/// <summary>A parameter's initial distribution: the runtime's <c>Initializer</c>, and its formula for the reader.</summary>
/// <param name="Kind">"Normal", "Uniform", "Constant" or "Zero".</param>
/// <param name="Scale">Standard deviation, limit or the constant.</param>
/// <param name="Formula">Where the scale comes from: <c>He: √(2/784)</c>.</param>
internal sealed record Initialization(string Kind, float Scale, string Formula)
{
    public static Initialization Zero => new("Zero", 0, "0");

    public static Initialization One => new("Constant", 1, "1");
}

/// <summary>The optimizer's number for each number of a parameter: momentum, second moment.</summary>
/// <param name="Of">The parameter.</param>
/// <param name="Slot">Which state arena.</param>
internal sealed record State(Parameter Of, int Slot) : Leaf(Of.Type)
{
    internal override string Anonymous => Invariant.Of($"{Slot} {Of.Role}");
}

/// <summary>An input's rows as they were before an attack moved them.</summary>
internal sealed record Original(string Value, TensorType Of) : Leaf(Of)
{
    internal override string Anonymous => $"{this with { Value = "" }}";

    internal override BatchColumn? Column => new(Value, nameof(Original));
}

/// <summary>An input's adversarial rows, made within a training step: x′.</summary>
internal sealed record Perturbed(string Value, TensorType Of) : Leaf(Of)
{
    internal override string Anonymous => $"{this with { Value = "" }}";

    internal override BatchColumn? Column => new(Value, nameof(BatchRole.Adversarial));

    internal override bool IsMadeInStep => true;
}

/// <summary>An input's rows as training sees them, made within a training step; or, of its partner, the row that it is blended with.</summary>
internal sealed record Augmented(string Value, TensorType Of, bool OfPartner = false) : BatchLeaf(Of, OfPartner)
{
    internal override string Anonymous => $"{this with { Value = "" }}";

    internal override BatchColumn? Column => new(Value, nameof(Augmented));

    internal override bool IsMadeInStep => true;
}

/// <summary>A number that an attack is given: "epsilon", how far a feature may be moved; "step", how far a step moves it.</summary>
internal sealed record AttackNumber(string Role) : Leaf(TensorType.Scalar);

/// <summary>A head's class labels, one an int per sample; −1 is missing.</summary>
internal sealed record Labels(string Head, bool OfPartner = false) : BatchLeaf(TensorType.Samples, OfPartner)
{
    internal override string Anonymous => $"{this with { Head = "" }}";

    internal override BatchColumn? Column => new(Head, nameof(Labels));
}

/// <summary>A head's float targets, of the type of its result, 0 in rows whose target is missing.</summary>
internal sealed record Target(string Head, TensorType Of, bool OfPartner = false) : BatchLeaf(Of, OfPartner)
{
    internal override string Anonymous => $"{this with { Head = "" }}";

    internal override BatchColumn? Column => new(Head, nameof(Target));
}

/// <summary>1 for each sample whose target is there, else 0.</summary>
internal sealed record Present(string Head, bool OfPartner = false) : BatchLeaf(TensorType.Samples, OfPartner)
{
    internal override string Anonymous => $"{this with { Head = "" }}";

    internal override BatchColumn? Column => new(Head, nameof(Present));
}

/// <summary>
/// 1 / (the number of samples whose target is there), 0 if there is none: turns a sum over the batch into its mean. Where classes have
/// weights, 1 / (the sum of the weights of those samples).
/// </summary>
internal sealed record InverseCount(string Head, EquatableArray<float> Weights) : Leaf(TensorType.Scalar)
{
    internal override string Anonymous => nameof(InverseCount);
}

/// <summary>λ of mixup in this step, drawn from Beta(α, α).</summary>
internal sealed record MixupShare() : Leaf(TensorType.Scalar);

/// <summary>λ of CutMix in this step: the share of an image of this size that is its own.</summary>
internal sealed record CutMixShare(int Height, int Width) : Leaf(TensorType.Scalar);

/// <summary>The learning rate of this step, after the schedules.</summary>
internal sealed record LearningRate() : Leaf(TensorType.Scalar);

/// <summary>N, the number of examples the network is trained on.</summary>
internal sealed record TrainingExamples() : Leaf(TensorType.Scalar);

/// <summary>1 / (1 − βᵗ) at step t: Adam's correction for moments that start at zero.</summary>
/// <param name="Beta">The hyperparameter that is β.</param>
/// <param name="IsOfLayer">Whether that is a layer's.</param>
internal sealed record MomentCorrection(string Beta, bool IsOfLayer = false) : Leaf(TensorType.Scalar)
{
    internal override string Anonymous => IsOfLayer ? $"{this with { Beta = "" }}" : ToString();
}
