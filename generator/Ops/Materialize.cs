using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Ops;

/// <summary>y = x, written to memory beside a parameter of x's shape, for what needs all of it at once.</summary>
/// <param name="As">What it is kept as.</param>
/// <param name="Of">The parameter.</param>
internal sealed record Materialize(MaterializeAs As, Parameter Of) : ElementwiseOp
{
    internal override string Anonymous => $"{As} {Of.Role}";

    internal override AccessPattern Access => new(OpFamily.Elementwise, Result: ResultPlace.BesideParameter);

    internal override ParameterDestination? Destination => new(Of, IsUpdate: As == MaterializeAs.Update);

    /// <summary>It is there to be stored, not computed again.</summary>
    public override bool IsCheap => false;

    public override void Differentiate(Node y, Node dy, Adjoint adjoint) => throw new GraphException("Updates are not differentiated.");

    public override Expression Formula(IReadOnlyList<Expression> a) => a[0];

    public override Expression Vector(IReadOnlyList<Expression> a, Position at) => a[0];
}

/// <summary>Where a value is kept.</summary>
internal enum MaterializeAs
{
    /// <summary>As the parameter's gradient. All gradients lie together, as the parameters do.</summary>
    Gradient,

    /// <summary>In the parameter's own place: its update, which a constraint then changes.</summary>
    Update,
}
