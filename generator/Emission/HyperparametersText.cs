using NetGen.Generator.Graph;
using NetGen.Generator.Language.Schedules;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The record of numbers that may change without recompiling.</summary>
internal static class HyperparametersText
{
    public static string Of(Plan plan)
    {
        Hyperparameter[] all = [.. plan.Training.Hyperparameters.Concat(plan.Model.Schedules.SelectMany((Schedule s) => s.Hyperparameters))];
        var checks = new RepeatedHyperparameters(all, plan);
        return CSharpWriter.Code($$"""
            /// <summary>
            /// The numbers of {{plan.Model.Frame.Name}} that may change without recompiling; the attributes' values are their defaults.
            /// </summary>
            public sealed record Hyperparameters
            {
                {{CSharpWriter.Blocks(all.Select(h => checks.Of(h) is { } check ? check.First == h ? Property(h, check.Name) : Repeated(h, check) : Property(h)))}}

                {{CSharpWriter.Blocks(checks.All.Select(Check))}}

                /// <summary>The numbers by name, the same in every culture.</summary>
                public override string ToString() => string.Create(global::System.Globalization.CultureInfo.InvariantCulture,
                    {{string.Join("\n    + ", all.Select(Printed))}});
            }
            """);

        string Printed(Hyperparameter h, int index) =>
            $"$\"{(index == 0 ? "Hyperparameters {{ " : ", ")}{h.Name} = {{{h.Name}}}{(index == all.Length - 1 ? " }}" : "")}\"";
    }

    private static string Property(Hyperparameter h, string? check = null)
    {
        string type = h.IsInteger ? "int" : "float", value = DefaultOf(h);
        return CSharpWriter.Code($$"""
            /// <summary>{{h.Summary}} {{Escape(Capital(h.Range.ToString()))}}; {{value.TrimEnd('f')}} if not set.</summary>
            /// <exception cref="{{Types.ArgumentOutOfRangeException}}">The value is outside its range.</exception>
            public {{type}} {{h.Name}}
            {
                get;
                init => field = {{(check is null ? $"{Types.HyperparameterRange}.Check(value, {Bounds(h)}, nameof({h.Name}))" : $"{check}(value)")}};
            } = {{value}};
            """);
    }

    /// <summary>One that many layers have is described where the first of them has it.</summary>
    private static string Repeated(Hyperparameter h, RepeatedHyperparameters.Check check) => CSharpWriter.Code($$"""
        /// <summary>Like <see cref="{{check.First.Name}}"/>, for {{check.LayerOf(h)}}; {{DefaultOf(h).TrimEnd('f')}} if not set.</summary>
        public float {{h.Name}} { get; init => field = {{check.Name}}(value); } = {{DefaultOf(h)}};
        """);

    private static string Check(RepeatedHyperparameters.Check check) => CSharpWriter.Code($$"""
        private static float {{check.Name}}(float value, [global::System.Runtime.CompilerServices.CallerMemberName] string name = "") =>
            {{Types.HyperparameterRange}}.Check(value, {{Bounds(check.First)}}, name);
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
