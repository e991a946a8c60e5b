namespace NetGen;

/// <summary>
/// Softmax, then cross-entropy against a class label: −Σ t·log softmax(z), with t = 1 − ε for the true class and ε/(k − 1) for the
/// other k − 1 (Deep Learning, §7.5.1). A label of −1 is a missing target.
/// </summary>
/// <remarks>
/// PyTorch's <c>label_smoothing</c> spreads its ε over all k classes: theirs = ours·k/(k − 1). With <see cref="ClassWeights"/> the mean over
/// the batch is Σ w[y]·loss / Σ w[y], as of PyTorch's <c>CrossEntropyLoss(weight)</c>; where labels are smoothed as well, ours still weights
/// the row, so the gradient stays w[y]·(softmax(z) − t), while PyTorch weights each term of t by its own class.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SoftmaxCrossEntropyAttribute : Attribute
{
    /// <summary>ε of label smoothing, in [0, (k − 1)/k); none if not given.</summary>
    public float Smoothing { get; set; }

    /// <summary>
    /// w: how much a row of each class counts, one number ≥ 0 per class and not all of them 0; all the same if not given. A row counts by the
    /// weight of its true class, in training and in the measured loss; accuracy and the like count every row once.
    /// </summary>
    public float[]? ClassWeights { get; set; }

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
