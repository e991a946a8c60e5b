using System.Globalization;

namespace NetGen.Numerics.Tests;

/// <summary>A network's declaration, written value by value as a user would.</summary>
/// <param name="Name">The class name.</param>
/// <param name="BatchSize">The most rows of a step.</param>
/// <param name="OnClass">Attributes of the class besides <c>Network</c>; empty ones are left out.</param>
internal sealed record NetworkText(string Name, int BatchSize, params string[] OnClass)
{
    public List<ValueText> Values { get; init; } = [];

    public string Declaration { get; init; } = $"public sealed partial class {Name}";

    public NetworkText Layer(string name, params string[] attributes) => Add("Layer", name, attributes);

    public NetworkText Head(string name, params string[] attributes) => Add("Head", name, attributes);

    /// <summary>The class as source text.</summary>
    public override string ToString()
    {
        string batch = BatchSize.ToString(CultureInfo.InvariantCulture);
        string attributes = string.Join("", OnClass.Where(a => a.Length > 0).Select(a => $"[{a}]\n"));
        string values = string.Join("", Values.Select(v => $"    {v}\n"));
        return $"[Network(BatchSize = {batch})]\n{attributes}{Declaration}\n{{\n{values}}}\n";
    }

    private NetworkText Add(string type, string name, string[] attributes)
    {
        Values.Add(new ValueText(type, name, [.. attributes.Where(a => a.Length > 0)]));
        return this;
    }
}

/// <summary>One property of a network: its type, its name and its attributes.</summary>
internal sealed record ValueText(string Type, string Name, IReadOnlyList<string> Attributes)
{
    public string Modifiers { get; init; } = "public partial";

    public string Accessors { get; init; } = "{ get; }";

    public override string ToString() => (Attributes.Count == 0 ? "" : $"[{string.Join(", ", Attributes)}] ") + $"{Modifiers} {Type} {Name} {Accessors}";
}
