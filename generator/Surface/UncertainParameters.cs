using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The names of the parameters of uncertain predictions, which make way for the network's inputs.</summary>
internal static class UncertainParameters
{
    /// <summary><c>mean</c> and <c>deviation</c> of the only head, <c>labelMean</c> and <c>labelDeviation</c> of one of several.</summary>
    public static (string Mean, string Deviation) Names(string head, int heads, HashSet<string> taken) => heads == 1
        ? (Free("mean", taken), Free("deviation", taken))
        : (Free(Invariant.Camel(head) + "Mean", taken), Free(Invariant.Camel(head) + "Deviation", taken));

    /// <summary>A parameter's name, with a number where an input has that name.</summary>
    public static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int i = 2; Identifier.IsLocal(free) || !taken.Add(free); i++)
        {
            free = Invariant.Of($"{name}{i}");
        }

        return free;
    }
}
