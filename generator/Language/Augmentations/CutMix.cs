using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>
/// Images of which a box is their partner's, of an area 1 − λ before it is cut off at the edge, λ ~ Beta(α, α) of each step; what they are compared
/// with is blended by the share that is kept (Yun et al. 2019).
/// </summary>
/// <param name="Alpha">α.</param>
/// <param name="Height">Lines of the images; 0 until they are known.</param>
/// <param name="Width">Positions of a line.</param>
internal sealed record CutMix(float Alpha, int Height = 0, int Width = 0) : Blending(Alpha)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("CutMixAlpha");

    public override string AlphaName => "CutMixAlpha";

    protected override string Summary => "α of CutMix: λ of each step is drawn from Beta(α, α); for 0 it is 1, and nothing is cut.";

    public static TrainingModifier Bind(AttributeReader attribute) => new CutMix(
        attribute.Number(nameof(CutMixAttribute.Alpha), 1, Graph.Range.NotNegative, Rules.MixupNegative));

    /// <summary>Images get a box of their partner's; other inputs are blended as their targets are.</summary>
    public override Node BlendInput(NetworkGraph graph, ValueModel input, Node own, Node partner)
    {
        if (!InputImage.Is(input.Shape))
        {
            return Blend(graph, own, partner);
        }

        Share(graph);
        return graph.Add(new Paste(Width, input.Type.Channels), own, partner);
    }

    protected override Node ShareIn(NetworkGraph graph) => graph.Add(new CutMixShare(Height, Width)).Named("shareKept");
}
