using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The names of the parameters of attacks, which a network's columns make way for.</summary>
internal static class AttackParameters
{
    /// <summary>All that are no columns.</summary>
    public static string[] Reserved(IReadOnlyList<string> inputs) =>
    [
        "epsilon", "stepSize", "steps", "targeted", "randomStart",
        .. inputs.SelectMany(input => new[] { Result(input, inputs, "gradient"), Result(input, inputs, "adversarial") }),
    ];

    /// <summary>The span that takes an input's result: <c>adversarial</c>, or <c>leftAdversarial</c> among several inputs.</summary>
    public static string Result(string input, IReadOnlyList<string> inputs, string what)
    {
        string name = Identifier.Parameter(input, inputs).TrimStart('@');
        return inputs.Count == 1 ? what : name + char.ToUpperInvariant(what[0]) + what.Substring(1);
    }
}
