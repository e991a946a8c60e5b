using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>The vector functions by name, each beside the function of a double that it approximates.</summary>
internal static class Functions<V>
    where V : struct, IFloats<V>
{
    private static readonly Dictionary<string, (Func<V, V> Vector, Func<double, double> Exact)> ByName = new()
    {
        ["Exp"] = (Vectors.Exp, Math.Exp),
        ["ExpM1"] = (Vectors.ExpM1, Reference.ExpM1),
        ["Log"] = (Vectors.Log, Math.Log),
        ["LogP1"] = (Vectors.LogP1, Reference.LogP1),
        ["Sigmoid"] = (Vectors.Sigmoid, Reference.Sigmoid),
        ["Tanh"] = (Vectors.Tanh, x => -Reference.ExpM1(-2 * x) / (2 + Reference.ExpM1(-2 * x))),
        ["Softplus"] = (Vectors.Softplus, Reference.Softplus),
        ["Erf"] = (Vectors.Erf, Reference.Erf),
        ["Sqrt"] = (Vectors.Sqrt, Math.Sqrt),
        ["CosOfTurns"] = (Vectors.CosOfTurns, Reference.CosOfTurns),
    };

    public static Func<double, double> Exact(string name) => ByName[name].Exact;

    /// <summary>The function of every element; as many as a multiple of 16.</summary>
    public static float[] Map(string name, float[] x) => Lanes.Map(ByName[name].Vector, x);

    /// <summary>The function of one number, from the last lane.</summary>
    public static float Of(string name, float x) => Lanes.Of(ByName[name].Vector(V.Splat(x)))[^1];
}
