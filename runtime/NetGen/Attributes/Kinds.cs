namespace NetGen;

/// <summary>An input: a row of features from the data set column of the same name.</summary>
/// <param name="shape">The shape of one row, for example <c>784</c> or <c>28, 28, 1</c> (height, width, channels); each ≥ 1.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute(params int[] shape) : Attribute
{
    /// <summary>The shape of one row.</summary>
    public int[] Shape { get; } = shape;

    /// <summary>
    /// The least a feature may be, less than <see cref="Max"/>; −∞ if not given. <c>Data</c>, <c>TrainStep</c> and <c>Predict</c> refuse
    /// values outside the range and never clip them; adversarial examples are clipped to it.
    /// </summary>
    public float Min { get; set; } = float.NegativeInfinity;

    /// <summary>The most a feature may be, more than <see cref="Min"/>; +∞ if not given.</summary>
    public float Max { get; set; } = float.PositiveInfinity;
}

/// <summary>A fully connected layer: z = x·W + b, with x [n, inputs], W [inputs, units], b [units]. A shaped input is read as one flat row.</summary>
/// <param name="units">The number of outputs; ≥ 1.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DenseAttribute(int units) : Attribute
{
    /// <summary>The number of outputs.</summary>
    public int Units { get; } = units;

    /// <summary>The value it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }

    /// <summary>Whether it has a bias; true if not given.</summary>
    public bool Bias { get; set; } = true;
}

/// <summary>
/// A learned factor for each channel: z = γ ⊙ x, with x [n, channels] or [n, h, w, channels] and γ [channels], 1 at first. γ is no weight:
/// penalties act on it where they say <c>Bias = true</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ScaleAttribute : Attribute
{
    /// <summary>The value it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}

/// <summary>The element-wise sum of two or more earlier values of equal shape: a residual connection.</summary>
/// <param name="operands">The values to add, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SumAttribute(params string[] operands) : Attribute
{
    /// <summary>The values to add.</summary>
    public string[] Operands { get; } = operands;
}

/// <summary>
/// The channels of two or more earlier images of one height and width side by side, in the order of the operands: [n, h, w, a] and [n, h, w, b]
/// → [n, h, w, a + b]; the features of vectors likewise. What was computed before stays at hand (Huang et al. 2017).
/// </summary>
/// <param name="operands">The values to join, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConcatAttribute(params string[] operands) : Attribute
{
    /// <summary>The values to join.</summary>
    public string[] Operands { get; } = operands;
}
