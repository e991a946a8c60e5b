using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>What the name of a kernel is made of: <c>ForwardHidden</c>, <c>UpdateHiddenWeights</c>, <c>BackwardHidden2</c>.</summary>
/// <param name="Verb">What it does: <c>Forward</c>, <c>Predict</c>, <c>SingleRow</c>.</param>
/// <param name="Layer">The layer it does that to; empty for the whole network.</param>
/// <param name="Part">What of the layer, and of which rows: <c>Weights</c>, <c>Adversarial</c>.</param>
/// <param name="Number">Which of the kernels that do so.</param>
internal sealed record KernelTitle(string Verb, string Layer, string Part = "", int Number = 1)
{
    /// <summary>The name without its verb.</summary>
    public string Subject => Number == 1 ? Layer + Part : Invariant.Of($"{Layer}{Part}{Number}");

    /// <summary>The name.</summary>
    public override string ToString() => Verb + Subject;
}
