using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>Gradients measured, not derived: (E(p + h) − E(p − h)) / 2h for each number p.</summary>
internal static class FiniteDifferences
{
    /// <summary>Small enough for the h² term, large enough that rounding (10⁻¹⁶/h) stays below 10⁻¹⁰.</summary>
    public const double H = 1e-5;

    public static Tensor Gradient(World world, Node objective, Parameter parameter) =>
        Gradient(world, objective, world.Parameters[(parameter.Layer, parameter.Role.Name)]);

    /// <summary>The same for each number of a tensor that the world holds.</summary>
    public static Tensor Gradient(World world, Node objective, Tensor p)
    {
        var interpreter = new Interpreter(world);
        interpreter.Of(objective);
        Node[] dependent = DependentOn(p, interpreter, objective);
        return Tensor.Fill(p.Rows, p.Columns, (i, j) =>
        {
            double here = p[i, j];
            double above = At(here + H), below = At(here - H);
            p[i, j] = here;
            return (above - below) / (2 * H);

            double At(double value)
            {
                p[i, j] = value;
                interpreter.Forget(dependent);
                return interpreter.Of(objective).Scalar;
            }
        });
    }

    /// <summary>The nodes that have to be computed again when numbers of a tensor change: the leaves that are it, and what is computed from them.</summary>
    private static Node[] DependentOn(Tensor p, Interpreter interpreter, Node objective)
    {
        var dependent = new HashSet<Node>();
        foreach (Node node in objective.Graph.Live([objective]))
        {
            if (node.Op is Input { OfPartner: true } || node.Operands.Any(dependent.Contains) || ReferenceEquals(interpreter.Of(node), p))
            {
                dependent.Add(node);
            }
        }

        return [.. dependent];
    }
}
