using System.Text;

namespace NetGen.Generator.Text;

/// <summary>A type that emitted code names. In a template it is a mark, which its file replaces by the name that is right there.</summary>
/// <param name="Name">Its short name in emitted code.</param>
/// <param name="Namespace">Where it is.</param>
/// <param name="FullName">Its name there, if another: an attribute's.</param>
/// <param name="IsImported">Whether a file imports its namespace instead of giving it an alias, which generic types cannot have.</param>
internal sealed record TypeName(string Name, string Namespace, string? FullName = null, bool IsImported = false)
{
    // Characters of private use: no template and no name in a user's source has them.
    private const char Open = '\uE000', Close = '\uE001';

    /// <summary>What a reader of kernels should know of it once.</summary>
    public IReadOnlyList<Legend> Legends { get; init; } = [];

    /// <summary>The name that is right anywhere.</summary>
    public string Global => $"global::{Namespace}.{FullName ?? Name}";

    /// <summary>The names under which C# looks for it: an attribute is sought without "Attribute" and with it.</summary>
    public IEnumerable<string> Written => FullName is null ? [Name] : [Name, FullName];

    /// <summary>The mark.</summary>
    public override string ToString() => $"{Open}{Name}{Close}";

    /// <summary>Emitted code with a name for each mark.</summary>
    /// <param name="code">Code with marks.</param>
    /// <param name="write">Given a type, the name to write.</param>
    public static string Resolve(string code, Func<TypeName, string> write)
    {
        var text = new StringBuilder();
        int end = 0;
        for (int open = code.IndexOf(Open); open >= 0; open = code.IndexOf(Open, end))
        {
            text.Append(code, end, open - end);
            int close = code.IndexOf(Close, open);
            text.Append(write(Types.ByName[code.Substring(open + 1, close - open - 1)]));
            end = close + 1;
        }

        return text.Append(code, end, code.Length - end).ToString();
    }
}

/// <summary>What a reader should know once about a word of emitted code.</summary>
/// <param name="Use">The word as code has it, up to what tells it from others: <c>Tiles.Product&lt;</c>.</param>
/// <param name="Line">What it means.</param>
internal sealed record Legend(string Use, string Line);
