using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>Numbers uniformly distributed in [−1, 1): where an adversarial example starts, in units of ε.</summary>
/// <param name="Value">The input it is added to.</param>
/// <param name="Layer">The number of that among the network's inputs.</param>
/// <param name="Of">The type of the input: a number for each feature.</param>
internal sealed record UniformNoise(string Value, int Layer, TensorType Of) : NoiseOp(Value, Layer, Of, RandomScope.EachRow)
{
    // No network has as many layers with noise as would come down to this.
    private const int FirstKeyLayer = int.MinValue / 2;

    /// <summary>A row is not moved twice for one start.</summary>
    public override bool IsCheap => false;

    public override int KeyLayer => FirstKeyLayer + Layer;

    protected override string Routine => "Uniform";

    public override Expression Formula(IReadOnlyList<Expression> a) => "u";
}
