using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>What training does to the images of an input, another thing for each row and step. All of an input are one operation.</summary>
/// <param name="Owner">The input's name.</param>
internal abstract record Augmentation(string Owner)
{
    /// <summary>What is done.</summary>
    public abstract ImageChange Change { get; }

    /// <summary>The hyperparameters that say how strongly.</summary>
    public abstract IEnumerable<Hyperparameter> Strengths { get; }

    /// <summary>The same in a graph.</summary>
    public IEnumerable<Node> StrengthsIn(NetworkGraph graph) => Strengths.Select(graph.Hyperparameter);

    /// <summary>Reports what does not fit the images of the input.</summary>
    public virtual void Check(AttributeReader attribute, TensorType image)
    {
    }
}
