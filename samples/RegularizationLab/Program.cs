using System.Text;
using Digits;
using RegularizationLab;
using static System.FormattableString;

Console.OutputEncoding = Encoding.UTF8;
try
{
    Options options = Options.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    // The first Ctrl+C ends the figure at hand and goes on to the report; a second one ends the program.
    using CancellationTokenSource cancellation = new();
    Console.CancelKeyPress += (_, key) =>
    {
        key.Cancel = !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    };

    Plan plan = options.Data is null ? Plan.Digits : Plan.Folder;
    plan = options.Quick ? plan.Quick() : plan;
    Workbench bench = (options.Data is null ? Workbench.Embedded(plan) : Workbench.Folder(options.Data, plan)) with { Cancellation = cancellation.Token };
    Console.WriteLine(Invariant($"{bench.Name}: {bench.Train.Count:N0} images to learn from, {bench.Validation.Count:N0} to choose by, {bench.Test.Count:N0} to judge"));
    IReadOnlyList<Figure> figures = Lab.Draw(bench, (figure, elapsed) => Console.WriteLine(Invariant($"{figure.Title}, {elapsed.TotalSeconds:F1} s: {string.Join(", ", figure.Findings.Select(f => f.Verdict.Text()))}")), options.Only);
    if (figures.Count == 0)
    {
        Console.Error.WriteLine("Ended before the first figure was done: nothing is written.");
        return 2;
    }

    if (cancellation.IsCancellationRequested)
    {
        Console.WriteLine(Invariant($"Ended by hand; {figures.Count} figures were done, and these are kept."));
    }

    File.WriteAllText(options.File, Lab.Report(bench, figures));
    Console.WriteLine($"Written to {Path.GetFullPath(options.File)}");
    if (options.Pictures is { } folder)
    {
        Drawing[] drawings = [.. figures.SelectMany(figure => figure.Pictures).OfType<Drawing>()];
        Directory.CreateDirectory(folder);
        foreach (Drawing drawing in drawings)
        {
            File.WriteAllText(Path.Combine(folder, $"{drawing.Id}.svg"), drawing.ToFile());
        }

        Console.WriteLine(Invariant($"{drawings.Length} charts written into {Path.GetFullPath(folder)}"));
    }

    return 0;
}
catch (Exception fault) when (fault is UsageException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
