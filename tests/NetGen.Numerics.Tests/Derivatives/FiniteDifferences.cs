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
        return Tensor.Fill(p.Rows, p.Columns, (i, j) =>
        {
            double here = p[i, j];
            p[i, j] = here + H;
            double above = new Interpreter(world).Of(objective).Scalar;
            p[i, j] = here - H;
            double below = new Interpreter(world).Of(objective).Scalar;
            p[i, j] = here;
            return (above - below) / (2 * H);
        });
    }
}
