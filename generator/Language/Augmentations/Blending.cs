using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Training on blends of each row with its partner, another row of the batch; of a share λ that is drawn for each step.</summary>
internal abstract record Blending(float Alpha) : TrainingModifier
{
    /// <summary>The hyperparameter that λ is drawn by.</summary>
    public abstract string AlphaName { get; }

    /// <summary>λ of this step.</summary>
    public Node Share(NetworkGraph graph)
    {
        graph.Hyperparameter(new(AlphaName, Alpha, Graph.Range.NotNegative, Summary));
        return ShareIn(graph);
    }

    /// <summary>What the row has, blended with what its partner has: λ·own + (1 − λ)·partner.</summary>
    public Node Blend(NetworkGraph graph, Node own, Node partner) => graph.Add(new Mix(), Share(graph), own, partner);

    /// <summary>The same of the rows of an input.</summary>
    public virtual Node BlendInput(NetworkGraph graph, ValueModel input, Node own, Node partner) => Blend(graph, own, partner);

    /// <summary>The documentation of the hyperparameter.</summary>
    protected abstract string Summary { get; }

    protected abstract Node ShareIn(NetworkGraph graph);
}
