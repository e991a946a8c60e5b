using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>Training and validation error over the epochs, and the point at which early stopping keeps the parameters.</summary>
internal static class EarlyStoppingFigure
{
    public const string Id = "early-stopping", NoisyId = "noisy-early-stopping";

    public static Figure Draw(Workbench bench) => Draw(bench, Id, "Early stopping", "");

    /// <summary>The same where a share of the labels is wrong.</summary>
    public static Figure DrawNoisy(Workbench bench)
    {
        Workbench noisy = bench.WithWrongLabels();
        return Draw(noisy, NoisyId, "Early stopping where labels are wrong", WrongLabels.Words(noisy) + " ");
    }

    private static Figure Draw(Workbench bench, string id, string title, string regime)
    {
        Course[] courses = bench.ForEachSeed(seed => Course.Run(bench, seed));
        Course first = courses[0];
        return new Figure(id, title,
            regime + Invariant($"One network (seed {bench.Plan.Seeds[0]}) over {bench.Plan.Epochs} epochs. Upright: the epoch whose parameters are kept, and the epoch after which a patience of {bench.Plan.Patience} ends the training."),
            [
                Panel(first, id, "loss", "Loss (nats)", score => score.Loss),
                Panel(first, id, "error", "Images misread (%)", score => 100 * score.Error),
            ],
            [Find(courses)],
            new DataTable(["seed", "best epoch", "stopped after", "test error, kept", "test error, last", "test loss, kept", "test loss, last"],
                [.. bench.Plan.Seeds.Zip(courses, Row)]));
    }

    public static Finding Find(Course[] courses)
    {
        Difference loss = Difference.Between(courses.Select(c => c.Last.Loss), courses.Select(c => c.Kept.Loss));
        Difference error = Difference.Between(courses.Select(c => c.Last.Error), courses.Select(c => c.Kept.Error));
        int epochs = courses[0].Validation.Length;
        string shown =
            $"The validation loss is lowest at epoch {Words.Whole(Statistic.Of([.. courses.Select(c => (double)c.BestEpoch)]))} ({Mean(c => c.Validation[c.BestEpoch - 1].Loss)}) " +
            $"and {Mean(c => c.Validation[^1].Loss)} at epoch {epochs}, while the training loss goes from {Mean(c => c.Training[c.BestEpoch - 1].Loss)} to {Mean(c => c.Training[^1].Loss)}; " +
            $"the parameters kept have a test loss of {Mean(c => c.Kept.Loss)} against {Mean(c => c.Last.Loss)} at the end ({loss}), " +
            $"and misread {Words.Percent(Statistic.Of([.. courses.Select(c => c.Kept.Error)]))} against {Words.Percent(Statistic.Of([.. courses.Select(c => c.Last.Error)]))} ({error}).";
        return new Finding(
            "Training error keeps falling, validation error falls and rises again; to keep the parameters of its lowest point gives a lower test error.",
            "Deep Learning, §7.8", shown, Verdicts.Lower(loss, error));

        string Mean(Func<Course, double> measure) => Words.Number(Statistic.Of([.. courses.Select(measure)]));
    }

    private static Drawing Panel(Course course, string id, string name, string title, Func<Score, double> measure)
    {
        // The first epochs stand far above all others; cut off there, the rest can be seen.
        double most = 3 * course.Validation.Min(measure);
        Chart chart = new Chart(Axes.Linear(least: 0, title: "epoch"), Axes.Linear(least: 0, most))
            .Line("training", Ink.Blue, course.Training.Select((score, i) => (i + 1.0, measure(score))))
            .Line("validation", Ink.Orange, course.Validation.Select((score, i) => (i + 1.0, measure(score))))
            .Mark(Invariant($"kept ({course.BestEpoch})"), Ink.Green, course.BestEpoch)
            .Mark(Invariant($"stopped ({course.StopEpoch})"), Ink.Line, course.StopEpoch);
        return new Drawing(chart, $"{id}-{name}", title, Invariant(
            $"Two lines over {course.Validation.Length} epochs. Training ends at {measure(course.Training[^1]):G3}; validation is {measure(course.Validation[course.BestEpoch - 1]):G3} at epoch {course.BestEpoch}, which is kept, and {measure(course.Validation[^1]):G3} at the end."));
    }

    private static string[] Row(int seed, Course course) =>
    [
        Invariant($"{seed}"), Invariant($"{course.BestEpoch}"), Invariant($"{course.StopEpoch}"),
        Words.Percent(course.Kept.Error), Words.Percent(course.Last.Error), Invariant($"{course.Kept.Loss:F3}"), Invariant($"{course.Last.Loss:F3}"),
    ];
}
