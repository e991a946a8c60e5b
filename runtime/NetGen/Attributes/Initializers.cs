namespace NetGen;

/// <summary>Normal weights with standard deviation √(2/inputs): for ReLU and its kin. He et al. 2015.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HeAttribute : Attribute;

/// <summary>Uniform weights over ±√(6/(inputs + units)): for tanh, sigmoid and linear layers. Glorot &amp; Bengio 2010.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GlorotAttribute : Attribute;

/// <summary>Normal weights with standard deviation √(1/inputs). LeCun et al. 1998.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LeCunAttribute : Attribute;

/// <summary>Normal weights with a given standard deviation.</summary>
/// <param name="standardDeviation">&gt; 0.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NormalAttribute(float standardDeviation) : Attribute
{
    /// <summary>The standard deviation.</summary>
    public float StandardDeviation { get; } = standardDeviation;
}

/// <summary>Weights that start at 0: for a linear model.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ZeroAttribute : Attribute;
