using NetGen;
using OxyPlot.Axes;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>Test error against the strength of each technique that has one.</summary>
internal static class StrengthFigure
{
    public const string Id = "strength", NoisyId = "noisy-strength";

    public static Figure Draw(Workbench bench) => Draw(bench, Id, "How strong is best?", "", Knob.All(bench.Plan));

    /// <summary>The same where a share of the labels is wrong.</summary>
    public static Figure DrawNoisy(Workbench bench)
    {
        Workbench noisy = bench.WithWrongLabels();
        return Draw(noisy, NoisyId, "How strong is best where labels are wrong?", WrongLabels.Words(noisy) + " ", Knob.WhereLabelsAreWrong(bench.Plan));
    }

    private static Figure Draw(Workbench bench, string id, string title, string regime, Knob[] knobs)
    {
        Curve[] curves = Curve.Measure(bench, knobs);
        return new Figure(id, title,
            regime + Invariant($"Each point: {bench.Plan.Seeds.Length} networks trained for {bench.Plan.Epochs} epochs, {(curves[0].IsByError ? "whatever validation says" : "the best of them by validation kept")}; mean and deviation on the test images. Dashed: without any of them. Upright: the strength that the validation {(curves[0].IsByError ? "error" : "loss")} chooses."),
            [.. curves.Select(curve => new Part(
                [
                    Panel(curves, curve, $"{id}-error", "Test error (%)", point => Scale(point.Error, 100)),
                    curve.IsByError
                        ? Panel(curves, curve, $"{id}-validation", "Validation error (%)", point => Scale(point.ValidationError, 100))
                        : Panel(curves, curve, $"{id}-loss", "Test loss (nats)", point => point.Loss),
                ],
                [Find(curve)]))],
            curves[0].IsByError
                ? new DataTable(["", "strength", "test error", "validation error"], Rows(curves, ErrorRow))
                : new DataTable(["", "strength", "test error", "test loss", "validation loss"], Rows(curves, Row)));
    }

    public static Finding Find(Curve curve) => curve.IsByError ? FindByError(curve) : FindByLoss(curve);

    private static Finding FindByError(Curve curve)
    {
        (Knob knob, StrengthPoint without, StrengthPoint chosen, StrengthPoint strongest) = (curve.Knob, curve.Without, curve.Chosen, curve.Points[^1]);
        string far = chosen == strongest ? "" : $"; at {knob.Symbol} {Words.Strength(strongest.Value)} it is {Words.Percent(strongest.Error)}";
        if (chosen == without)
        {
            StrengthPoint next = curve.Best;
            var harm = Difference.Between(without.Validation.Select(s => s.Error), next.Validation.Select(s => s.Error));
            return new Finding(knob.Claim.Text, knob.Claim.Source,
                $"Validation chooses no {knob.Name} at all: with the best {knob.Symbol}, {Words.Strength(next.Value)}, its error is {Words.Percent(next.ValidationError)} against {Words.Percent(without.ValidationError)} ({harm}). " +
                $"Without {knob.Name} the test error is {Words.Percent(without.Error)}{far}.",
                Verdicts.Lower(harm));
        }

        Difference error = Between(without, chosen).Error, tooFar = Between(strongest, chosen).Error;
        Verdict gain = Verdicts.Lower(error);
        return new Finding(knob.Claim.Text, knob.Claim.Source,
            $"With the {knob.Symbol} of {Words.Strength(chosen.Value)} that validation chooses, the test error is {Words.Percent(chosen.Error)} against {Words.Percent(without.Error)} without {knob.Name} ({error}){far}.",
            knob.Claim.MuchHarms ? Verdicts.All(gain, Verdicts.Lower(tooFar)) : gain);
    }

    private static Finding FindByLoss(Curve curve)
    {
        (Knob knob, StrengthPoint without, StrengthPoint chosen, StrengthPoint strongest) = (curve.Knob, curve.Without, curve.Chosen, curve.Points[^1]);
        string far = $"at {knob.Symbol} {Words.Strength(strongest.Value)} they are {Words.Percent(strongest.Error)} and {Words.Number(strongest.Loss)}.";
        if (chosen == without)
        {
            StrengthPoint next = curve.Best;
            var harm = Difference.Between(without.Validation.Select(s => s.Loss), next.Validation.Select(s => s.Loss));
            return new Finding(knob.Claim.Text, knob.Claim.Source,
                $"Validation chooses no {knob.Name} at all: with the best {knob.Symbol}, {Words.Strength(next.Value)}, its loss is {Words.Number(next.ValidationLoss)} against {Words.Number(without.ValidationLoss)} ({harm}). " +
                $"Without {knob.Name} the test error is {Words.Percent(without.Error)} and the test loss {Words.Number(without.Loss)}; {far}",
                Verdicts.Lower(harm));
        }

        (Difference error, Difference loss) = Between(without, chosen);
        (Difference tooFar, Difference farLoss) = Between(strongest, chosen);
        string shown =
            $"With the {knob.Symbol} of {Words.Strength(chosen.Value)} that validation chooses, the test error is {Words.Percent(chosen.Error)} against {Words.Percent(without.Error)} without {knob.Name} ({error}), " +
            $"and the test loss {Words.Number(chosen.Loss)} against {Words.Number(without.Loss)} ({loss}); {far}";
        Verdict gain = Verdicts.Lower(error, loss);
        return new Finding(knob.Claim.Text, knob.Claim.Source, shown, knob.Claim.MuchHarms ? Verdicts.All(gain, Verdicts.Lower(tooFar, farLoss)) : gain);
    }

    private static (Difference Error, Difference Loss) Between(StrengthPoint first, StrengthPoint second) =>
        (Difference.Between(first.Test.Select(s => s.Error), second.Test.Select(s => s.Error)),
            Difference.Between(first.Test.Select(s => s.Loss), second.Test.Select(s => s.Loss)));

    private static Drawing Panel(Curve[] all, Curve curve, string name, string title, Func<StrengthPoint, Statistic> measure)
    {
        Knob knob = curve.Knob;
        (double from, double to) = knob.IsLogarithmic ? (knob.Values.Min() / 1.3, knob.Values.Max() * 1.3) : (0, 1);
        Statistic without = measure(curve.Without);
        Axis axis = knob.IsLogarithmic ? Axes.Logarithmic(from, to, knob.Symbol) : Axes.Linear(from, to, knob.Symbol);
        Chart chart = new Chart(axis, Upright(all, measure)) { Width = 340 }
            .Line("without", Ink.Line, [(from, without.Mean), (to, without.Mean)], dashed: true)
            .Band(knob.Name, Ink.Blue, [.. curve.Points.Select(point => ((double)point.Value, measure(point)))]);
        if (curve.Chosen != curve.Without)
        {
            chart.Mark(Invariant($"chosen ({Words.Strength(curve.Chosen.Value)})"), Ink.Green, curve.Chosen.Value);
        }

        string points = string.Join("; ", curve.Points.Select(point => Invariant($"{knob.Symbol} {Words.Strength(point.Value)}: {measure(point).Mean:G3}")));
        return new Drawing(chart, $"{name}-{knob.Id}", $"{title} by {knob.Axis}", Invariant($"A line with a band. Without: {without.Mean:G3}. {points}."));
    }

    /// <summary>An axis on which all curves find room.</summary>
    private static Axis Upright(Curve[] curves, Func<StrengthPoint, Statistic> measure)
    {
        Statistic[] all = [.. curves.SelectMany(curve => curve.Points.Prepend(curve.Without)).Select(measure)];
        double least = all.Min(s => s.Mean - s.Deviation), most = all.Max(s => s.Mean + s.Deviation), room = .05 * (most - least) + 1e-6;
        return Axes.Linear(Math.Max(0, least - room), most + room);
    }

    private static Statistic Scale(Statistic spread, double factor) => new(spread.Count, factor * spread.Mean, factor * spread.Deviation);

    private static string[][] Rows(Curve[] curves, Func<string, StrengthPoint, string[]> row) =>
        [row("none", curves[0].Without), .. curves.SelectMany(curve => curve.Points.Select(point => row(curve.Knob.Axis, point)))];

    private static string[] ErrorRow(string name, StrengthPoint point) => [name, Words.Strength(point.Value), Words.Percent(point.Error), Words.Percent(point.ValidationError)];

    private static string[] Row(string name, StrengthPoint point) =>
        [name, Words.Strength(point.Value), Words.Percent(point.Error), Words.Number(point.Loss), Words.Number(point.ValidationLoss)];
}
