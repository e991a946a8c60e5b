namespace RegularizationLab.Figures;

/// <summary>Networks without a limit beside the same with their gradient clipped, and with short weights.</summary>
/// <param name="Name">"without dropout" or "with dropout".</param>
/// <param name="Free">No limit.</param>
/// <param name="Clipped">Every longest norm of the gradient that was tried.</param>
/// <param name="Short">Every longest norm of a unit's weights that was tried.</param>
internal sealed record Heat(string Name, Sprint Free, Sprint[] Clipped, Sprint[] Short)
{
    public IEnumerable<Sprint> All => [Free, .. Clipped, .. Short];

    /// <summary>The limit that goes best over all rates, by validation.</summary>
    public static Sprint Chosen(Sprint[] tried) => tried.MinBy(sprint => sprint.Validation)!;

    public static Heat[] Measure(Workbench bench)
    {
        (string Name, Pace Start)[] heats = [("without dropout", new Pace()), ("with dropout", new Pace { DropRate = bench.Plan.SprintDropRate })];
        Pace[] Around(Pace start) =>
        [
            start,
            .. bench.Plan.SprintClippings.Select(norm => start with { Clipping = norm }),
            .. bench.Plan.SprintMaxNorms.Select(norm => start with { MaxNorm = norm }),
        ];
        Sprint[][] sprints = [.. Sprint.Measure(bench, [.. heats.SelectMany(heat => Around(heat.Start))]).Chunk(Around(new Pace()).Length)];
        int clippings = bench.Plan.SprintClippings.Length;
        return [.. heats.Zip(sprints, (heat, s) => new Heat(heat.Name, s[0], s[1..(1 + clippings)], s[(1 + clippings)..]))];
    }
}
