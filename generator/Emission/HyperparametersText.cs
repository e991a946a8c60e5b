using NetGen.Generator.Graph;
using NetGen.Generator.Language.Schedules;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The record of numbers that may change without recompiling.</summary>
internal static class HyperparametersText
{
    public static string Of(Plan plan, SettingMembers surface)
    {
        Hyperparameter[] all = [.. plan.Training.Hyperparameters.Concat(plan.Model.Schedules.SelectMany((Schedule s) => s.Hyperparameters))];
        var checks = new RepeatedHyperparameters(all, plan);
        return CSharpWriter.Code($$"""
            {{surface.Hyperparameters.Text}}
            {
                {{CSharpWriter.Blocks([CSharpWriter.Lines(checks.All.Select(Field)), .. all.Select(h => checks.Of(h) is { } check ? Repeated(h, check) : Property(h))])}}

                {{(checks.All.Any() ? CSharpWriter.Blocks([.. checks.All.Select(Check), Print(all)]) : Printing(all))}}
            }
            """);
    }

    /// <summary>The numbers by name, the same in every culture.</summary>
    private static string Printing(Hyperparameter[] all)
    {
        return CSharpWriter.Code($$"""
            /// <summary>The numbers by name, the same in every culture.</summary>
            public override string ToString() => string.Create(global::System.Globalization.CultureInfo.InvariantCulture,
                {{string.Join("\n    + ", all.Select(Printed))}});
            """);

        string Printed(Hyperparameter h, int index) =>
            $"$\"{(index == 0 ? "Hyperparameters {{ " : ", ")}{h.Name} = {{{h.Name}}}{(index == all.Length - 1 ? " }}" : "")}\"";
    }

    /// <summary>The same, in what C# writes for a record: of many numbers that would be there a second time.</summary>
    private static string Print(Hyperparameter[] all) => CSharpWriter.Code($$"""
        private bool PrintMembers(global::System.Text.StringBuilder text)
        {
            text.Append(global::System.Globalization.CultureInfo.InvariantCulture,
                {{string.Join("\n    + ", all.Select((h, i) => $"$\"{(i == 0 ? "" : ", ")}{h.Name} = {{{h.Name}}}\""))}});
            return true;
        }
        """);

    private static string Property(Hyperparameter h)
    {
        string type = h.IsInteger ? "int" : "float", value = DefaultOf(h);
        return CSharpWriter.Code($$"""
            {{Documentation(h)}}
            public {{type}} {{h.Name}}
            {
                get;
                init => field = {{Types.HyperparameterRange}}.Check(value, {{Bounds(h)}}, nameof({{h.Name}}));
            } = {{value}};
            """);
    }

    private static string Documentation(Hyperparameter h) => CSharpWriter.Code($$"""
        /// <summary>{{h.Summary}} {{Escape(Capital(h.Range.ToString()))}}; {{DefaultOf(h).TrimEnd('f')}} if not set.</summary>
        /// <exception cref="{{Types.ArgumentOutOfRangeException}}">The value is outside its range.</exception>
        """);

    /// <summary>What many layers have lies in one field and is described where the first of them has it.</summary>
    private static string Repeated(Hyperparameter h, RepeatedHyperparameters.Check check)
    {
        int index = check.IndexOf(h);
        string documentation = index == 0 ? Documentation(h) : $"/// <summary>Like <see cref=\"{check.First.Name}\"/>, for {h.Layer}; {DefaultOf(h).TrimEnd('f')} if not set.</summary>";
        return CSharpWriter.Code($$"""
            {{documentation}}
            public float {{h.Name}} { get => {{check.Field}}[{{index}}]; init => {{check.Name}}({{index}}, value); }
            """);
    }

    private static string Field(RepeatedHyperparameters.Check check) =>
        $"private {Types.LayerNumbers} {check.Field} = new({string.Join(", ", check.All.Select(DefaultOf))});";

    private static string Check(RepeatedHyperparameters.Check check) => CSharpWriter.Code($$"""
        private void {{check.Name}}(int layer, float value, [global::System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
            {{check.Field}} = {{check.Field}}.With(layer, {{Types.HyperparameterRange}}.Check(value, {{Bounds(check.First)}}, name));
        """);

    private static string DefaultOf(Hyperparameter h) => h.IsInteger ? Invariant.Of($"{(int)h.Default}") : Invariant.Literal((float)h.Default);

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words.Substring(1);

    private static string Escape(string words) => words.Replace("<", "&lt;").Replace(">", "&gt;");

    private static string Bounds(Hyperparameter h) => h.IsInteger
        ? Invariant.Of($"{(int)h.Range.Minimum}")
        : $"{Bound(h.Range.Minimum, h.Range.MinimumIncluded, "above")}, {Bound(h.Range.Maximum, h.Range.MaximumIncluded, "below")}";

    private static string Bound(double value, bool included, string exclusive) => (double.IsInfinity(value), included) switch
    {
        (true, true) => $"{Types.HyperparameterRange}.Including(float.PositiveInfinity)",
        (true, false) => $"{Types.HyperparameterRange}.Unbounded",
        _ => $"{Types.HyperparameterRange}.{(included ? "Including" : exclusive == "above" ? "Above" : "Below")}({Invariant.Literal((float)value)})",
    };
}
