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
        ["SigmoidSlope"] = (Vectors.SigmoidSlope, x => Reference.Sigmoid(x) * Reference.Sigmoid(-x)),
        ["TanhSlope"] = (Vectors.TanhSlope, x => 4 * Reference.Sigmoid(2 * x) * Reference.Sigmoid(-2 * x)),
        ["NormalCdf"] = (Vectors.NormalCdf, Reference.NormalCdf),
        ["NormalPdf"] = (Vectors.NormalPdf, x => Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI)),
        ["Elu"] = (x => Vectors.Elu(x, 1), x => x < 0 ? Reference.ExpM1(x) : x),
        ["EluSlope"] = (x => Vectors.EluSlope(x, 1), x => x < 0 ? Math.Exp(x) : 1),
        ["CrossEntropyOf0"] = (z => Vectors.BinaryCrossEntropy(z, V.Zero), Reference.Softplus),
        ["CrossEntropyOf1"] = (z => Vectors.BinaryCrossEntropy(z, V.Splat(1)), z => Reference.Softplus(-z)),
        ["SigmoidMinus0"] = (z => Vectors.SigmoidMinusTarget(z, V.Zero), Reference.Sigmoid),
        ["SigmoidMinus1"] = (z => Vectors.SigmoidMinusTarget(z, V.Splat(1)), z => -Reference.Sigmoid(-z)),
        ["Sqrt"] = (Vectors.Sqrt, Math.Sqrt),
        ["CosOfTurns"] = (Vectors.CosOfTurns, Reference.CosOfTurns),
    };

    public static Func<double, double> Exact(string name) => ByName[name].Exact;

    /// <summary>The function of every element; as many as a multiple of 16.</summary>
    public static float[] Map(string name, float[] x) => Lanes.Map(ByName[name].Vector, x);

    /// <summary>The function of one number, from the last lane.</summary>
    public static float Of(string name, float x) => Lanes.Of(ByName[name].Vector(V.Splat(x)))[^1];
}
