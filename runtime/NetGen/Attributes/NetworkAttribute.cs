namespace NetGen;

/// <summary>Marks a partial class as a network: its partial properties are layers, and the compiler writes its training code.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>The most rows one training step or one pass of prediction takes; ≥ 1, 32 if not given. A structural constant.</summary>
    public int BatchSize { get; set; } = 32;
}
