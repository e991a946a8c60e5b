using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Layers;

/// <summary>A layer's operation: its operands, its shape, its forward formula. Its derivative follows from the formula.</summary>
internal abstract record LayerKind
{
    /// <summary>The operands it names; empty for "the nearest preceding layer".</summary>
    public virtual EquatableArray<string> From => default;

    /// <summary>The same once its operands are known: whether a declaration names them or leaves the nearest to be meant makes no difference.</summary>
    public virtual LayerKind Resolved() => this;

    /// <summary>The same in front of a normalization, which takes away whatever a bias adds to a channel; one for each position stays.</summary>
    public virtual LayerKind WithoutBias() => this;

    /// <summary>The attribute's argument that names them.</summary>
    public virtual string FromArgument => nameof(DenseAttribute.From);

    /// <summary>Whether it reads other values at all.</summary>
    public virtual bool HasOperands => true;

    /// <summary>The parameters that a layer of this kind may have, in the order in which they lie in memory and in files.</summary>
    public virtual IReadOnlyList<ParameterRole> Roles => [];

    /// <summary>Whether it has weights, which penalties and initializers attach to.</summary>
    public bool HasWeights => Roles.Any(role => role.IsWeight);

    /// <summary>What messages call a layer of this kind: <c>a sum</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>
    /// What it computes of its operands, with the constants that count in a prediction: <c>Dense(64)</c>. Files keep it and are compared by
    /// it, so it never changes.
    /// </summary>
    public abstract string Operation { get; }

    /// <summary>The shape of its result, or null after reporting why the operands do not fit.</summary>
    /// <param name="operands">The operands' names and shapes, resolved.</param>
    /// <param name="attribute">Reports at the kind attribute.</param>
    public abstract EquatableArray<int>? ShapeOf(IReadOnlyList<(string Name, EquatableArray<int> Shape)> operands, AttributeReader attribute);

    /// <summary>The parameters of a layer, of the roles and in the order of <see cref="Roles"/>.</summary>
    /// <param name="layer">The layer's name.</param>
    /// <param name="input">The shape of one row of its first operand.</param>
    /// <param name="initializer">How its weights start.</param>
    public virtual IReadOnlyList<Parameter> ParametersOf(string layer, EquatableArray<int> input, Initializer initializer) => [];

    /// <summary>Appends its forward formula to the graph and returns the result z [n, size], before activation.</summary>
    public abstract Node Build(NetworkGraph graph, ValueModel value, IReadOnlyList<Node> operands);
}
