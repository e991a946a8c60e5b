using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language.Layers;

namespace NetGen.Generator.Binding;

/// <summary>
/// Finds what each value reads: the values its kind names, or else the nearest preceding layer of the same declaration. Between several
/// partial declarations there is no "preceding", so there every value must name what it reads, and may name any other part's.
/// </summary>
internal static class Operands
{
    /// <summary>Resolves the operands of all values and returns the values so ordered that operands come first.</summary>
    public static IReadOnlyList<ValueBinding> Resolve(IReadOnlyList<ValueBinding> values)
    {
        bool severalParts = values.Select(v => v.Declaration.Part).Distinct().Count() > 1;
        bool inputsKnown = values.Any(v => v.Kind is InputLayer or null);
        for (int i = 0; i < values.Count; i++)
        {
            ValueBinding value = values[i];
            if (value.Kind is { } kind)
            {
                IReadOnlyList<ValueBinding?> operands = !kind.HasOperands ? []
                    : kind.From.Count > 0 ? [.. kind.From.Select((name, item) => Named(values, i, name, item))]
                    : severalParts ? [Report(value, Rules.FromNeeded, 0)]
                    : [Preceding(values, i, report: inputsKnown)];
                value.Operands = operands.All(o => o is not null) ? [.. operands.Select(o => o!)] : null;
            }
        }

        return Ordered(values);
    }

    private static ValueBinding? Named(IReadOnlyList<ValueBinding> values, int index, string name, int item)
    {
        ValueBinding value = values[index];
        if (values.FirstOrDefault(v => v.Name == name) is not { } operand)
        {
            string[] known = [.. values.Take(index).Where(v => !v.Declaration.IsHead).Select(v => v.Name)];
            string hint = NearMiss.Of(name, known) is { } near ? $"did you mean '{near}'?"
                : known.Length == 0 ? "no value precedes it"
                : $"it can read {string.Join(", ", known.Select(k => $"'{k}'"))}";
            return Report(value, Rules.UnknownValue, item, name, hint);
        }

        return operand.IsNoHead ? null
            : operand.Declaration.IsHead ? Report(value, Rules.HeadAsOperand, item, name)
            : operand == value ? Report(value, Rules.Cycle, item, name)
            : operand.Index > index && operand.Declaration.Part == value.Declaration.Part ? Report(value, Rules.LaterValue, item, name)
            : operand;
    }

    private static ValueBinding? Preceding(IReadOnlyList<ValueBinding> values, int index, bool report)
    {
        for (int j = index - 1; j >= 0; j--)
        {
            if (!values[j].Declaration.IsHead)
            {
                return values[j];
            }
        }

        return report && !values.Take(index).Any(v => v.IsNoHead) ? Report(values[index], Rules.NoPrecedingLayer, 0) : null;
    }

    /// <summary>Declaration order, except that a value of another part moves up to where it is first read.</summary>
    private static List<ValueBinding> Ordered(IReadOnlyList<ValueBinding> values)
    {
        var ordered = new List<ValueBinding>();
        var entered = new HashSet<ValueBinding>();
        foreach (ValueBinding value in values)
        {
            if (!entered.Contains(value))
            {
                Visit(value);
            }
        }

        return ordered;

        void Visit(ValueBinding value)
        {
            entered.Add(value);
            for (int item = 0; item < value.Operands?.Count; item++)
            {
                ValueBinding operand = value.Operands[item];
                if (!entered.Contains(operand))
                {
                    Visit(operand);
                }
                else if (!ordered.Contains(operand))
                {
                    Report(value, Rules.Cycle, item, operand.Name);
                    value.Operands = null;
                }
            }

            ordered.Add(value);
        }
    }

    private static ValueBinding? Report(ValueBinding value, string rule, int item, params string[] words)
    {
        value.KindReader!.ReportItem(rule, value.Kind!.FromArgument, item, words);
        return null;
    }
}
