namespace NetGen;

/// <summary>
/// Softmax, then cross-entropy against a class label: −Σ t·log softmax(z), with t = 1 − ε for the true class and ε/(k − 1) for the
/// other k − 1 (Deep Learning, §7.5.1). A label of −1 is a missing target.
/// </summary>
/// <remarks>PyTorch's <c>label_smoothing</c> spreads its ε over all k classes: theirs = ours·k/(k − 1).</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SoftmaxCrossEntropyAttribute : Attribute
{
    /// <summary>ε of label smoothing, in [0, (k − 1)/k); none if not given.</summary>
    public float Smoothing { get; set; }

    /// <summary>The weight of this head in the objective; ≥ 0, 1 if not given.</summary>
    public float Weight { get; set; } = 1;
}

/// <summary>Mean over the outputs of −t·log σ(z) − (1 − t)·log(1 − σ(z)); targets t in [0, 1]. A NaN is a missing target.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BinaryCrossEntropyAttribute : Attribute
{
    /// <summary>The weight of this head in the objective; ≥ 0, 1 if not given.</summary>
    public float Weight { get; set; } = 1;
}

/// <summary>Mean over the outputs of (z − t)². A NaN is a missing target.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeanSquaredErrorAttribute : Attribute
{
    /// <summary>The weight of this head in the objective; ≥ 0, 1 if not given.</summary>
    public float Weight { get; set; } = 1;
}

/// <summary>Mean over the outputs of |z − t|. A NaN is a missing target.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeanAbsoluteErrorAttribute : Attribute
{
    /// <summary>The weight of this head in the objective; ≥ 0, 1 if not given.</summary>
    public float Weight { get; set; } = 1;
}

/// <summary>Mean over the outputs of ½d² where |d| ≤ δ, else δ·(|d| − ½δ), d = z − t. Huber 1964. A NaN is a missing target.</summary>
/// <param name="delta">δ, where the parabola meets the lines; &gt; 0.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HuberAttribute(float delta = 1f) : Attribute
{
    /// <summary>δ, where the parabola meets the lines.</summary>
    public float Delta { get; } = delta;

    /// <summary>The weight of this head in the objective; ≥ 0, 1 if not given.</summary>
    public float Weight { get; set; } = 1;
}
