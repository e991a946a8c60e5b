using System.Text;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// What differs among the kernels that share a method: places, hyperparameters, numbers of random layers. The method's text has a mark for
/// each slot, in which later stands a parameter of the method, or what it is where that is the same for all.
/// </summary>
internal sealed class MethodSlots
{
    // Characters of private use, others than those of types.
    private const char Open = '\uE002', Close = '\uE003';

    private readonly List<(string Type, string Name, string Expression)> _slots = [];

    /// <summary>The slots of a kernel, in the order in which its text has them.</summary>
    public IReadOnlyList<(string Type, string Name, string Expression)> All => _slots;

    /// <summary>Adds a slot and returns its mark.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="name">What a parameter for it is called, if that is free.</param>
    /// <param name="expression">What it is for this kernel.</param>
    /// <param name="take">Makes a name unique in the method.</param>
    public string Add(string type, string name, string expression, Func<string, string> take)
    {
        _slots.Add((type, _slots.Exists(slot => slot.Type == type && slot.Name == name && slot.Expression == expression) ? name : take(name), expression));
        return Invariant.Of($"{Open}{_slots.Count - 1}{Close}");
    }

    /// <summary>A text with an expression for each mark.</summary>
    public static string Resolve(string code, IReadOnlyList<string> expressions)
    {
        var text = new StringBuilder();
        int end = 0;
        for (int open = code.IndexOf(Open); open >= 0; open = code.IndexOf(Open, end))
        {
            text.Append(code, end, open - end);
            int close = code.IndexOf(Close, open);
            text.Append(expressions[int.Parse(code.Substring(open + 1, close - open - 1), System.Globalization.CultureInfo.InvariantCulture)]);
            end = close + 1;
        }

        return text.Append(code, end, code.Length - end).ToString();
    }
}
