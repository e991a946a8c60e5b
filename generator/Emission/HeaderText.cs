using NetGen.Generator.Language;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The first line of every emitted file: <c>Digits · 64 → 128 → 10 · 9,610 parameters</c>.</summary>
internal static class HeaderText
{
    public static string Of(NetworkModel model)
    {
        bool isChain = model.Values.Skip(1).Select((v, i) => v.Operands.Count == 1 && v.Operands[0] == model.Values[i].Name).All(reads => reads);
        string sizes = isChain ? string.Join(" → ", model.Values.Select(v => Invariant.Of($"{v.Size}"))) : Invariant.Of($"{model.Values.Count} values");
        return $"{model.Frame.Name} · {sizes} · {Invariant.Count(model.Values.Sum(Parameters))} parameters";
    }

    /// <summary>The trainable numbers of one value.</summary>
    public static long Parameters(ValueModel value) => value.Parameters.Sum(p => p.Count);
}
