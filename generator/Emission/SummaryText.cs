using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The documentation of the class: a table of its values.</summary>
internal static class SummaryText
{
    public static string Of(Plan plan)
    {
        ILookup<CodeSection, Kernel> kernels = plan.Step.ToLookup(k => k.Section);
        string[][] rows =
        [
            ["value", "shape", "parameters", "kernel"],
            .. plan.Model.Values.Select(v => new[]
            {
                v.Name,
                $"[n, {string.Join(", ", v.Shape.Select(s => Invariant.Of($"{s}")))}]",
                HeaderText.Parameters(v) is var count && count == 0 ? "-" : Invariant.Count(count),
                KernelOf(kernels, v),
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, 4).Select(c => rows.Max(r => r[c].Length))];
        IEnumerable<string> lines = rows.Select(r =>
            $"/// {r[0].PadRight(widths[0])}  {r[1].PadRight(widths[1])}  {r[2].PadLeft(widths[2])}  {r[3]}".TrimEnd());
        return $"/// <remarks>\n/// <code>\n{string.Join("\n", lines)}\n/// </code>\n/// </remarks>";
    }

    private static string KernelOf(ILookup<CodeSection, Kernel> kernels, ValueModel value) =>
        kernels[new CodeSection(value.Name, Phase.Forward)].FirstOrDefault() is { } kernel ? kernel.Template.TitleOf(kernel) : "-";
}
