using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>Accuracy against the strength of an attack, with and without adversarial training.</summary>
internal static class ResistanceFigure
{
    public const string Id = "adversarial-training";

    public static Figure Draw(Workbench bench)
    {
        Plan plan = bench.Plan;
        var targets = Targets.Of(bench);
        Resistance[] plain = bench.ForEachSeed(seed => Resistance.Of(bench, targets, new Recipe(), seed));
        Resistance[] hardened = bench.ForEachSeed(seed => Resistance.Of(bench, targets, plan.Hardened, seed));
        return new Figure(Id, "Adversarial training",
            Invariant($"{targets.Labels.Length:N0} test images under attacks of growing strength; mean and deviation of {plan.Seeds.Length} networks. Half of the loss that the hardened ones were trained on is that of adversarial examples with the ε marked. Left: the attack they were trained against; right: one they were not, {plan.AttackSteps} smaller steps."),
            [
                Panel("one-step", "Read rightly (%) under FGSM", resistance => resistance.OneStep),
                Panel("iterated", "Read rightly (%) under PGD", resistance => resistance.Iterated),
            ],
            [.. Find(plan, plain, hardened)],
            new DataTable(["ε", "plain, FGSM", "hardened, FGSM", "plain, PGD", "hardened, PGD"],
                [.. plan.Epsilons.Select((epsilon, i) => (string[])
                [
                    Words.Strength(epsilon), Share(plain, r => r.OneStep[i]), Share(hardened, r => r.OneStep[i]), Share(plain, r => r.Iterated[i]), Share(hardened, r => r.Iterated[i]),
                ])]));

        Drawing Panel(string name, string title, Func<Resistance, double[]> measure)
        {
            Chart chart = new Chart(Axes.Linear(0, plan.Epsilons[^1] * 1.02, "ε"), Axes.Linear(0, 100))
                .Band("plain", Ink.Orange, Points(plain))
                .Band("hardened", Ink.Blue, Points(hardened))
                .Mark(Invariant($"trained with ({Words.Strength(plan.Hardened.AdversarialEpsilon)})"), Ink.Line, plan.Hardened.AdversarialEpsilon);
            string numbers = string.Join("; ", plan.Epsilons.Select((epsilon, i) => $"ε {Words.Strength(epsilon)}: plain {Share(plain, r => measure(r)[i])}, hardened {Share(hardened, r => measure(r)[i])}"));
            return new Drawing(chart, $"{Id}-{name}", title, $"Two lines with bands. {numbers}.");

            (double, Statistic)[] Points(Resistance[] networks) => [.. plan.Epsilons.Select((epsilon, i) => ((double)epsilon, Statistic.Of([.. networks.Select(r => 100 * measure(r)[i])])))];
        }
    }

    public static IEnumerable<Finding> Find(Plan plan, Resistance[] plain, Resistance[] hardened)
    {
        float epsilon = plan.Hardened.AdversarialEpsilon;
        int at = Array.IndexOf(plan.Epsilons, epsilon);
        Difference oneStep = Difference.Between(hardened.Select(r => r.OneStep[at]), plain.Select(r => r.OneStep[at]));
        Difference iterated = Difference.Between(hardened.Select(r => r.Iterated[at]), plain.Select(r => r.Iterated[at]));
        yield return new Finding(
            "A network trained on adversarial examples resists them.", "Deep Learning, §7.13",
            $"Under FGSM with ε = {Words.Strength(epsilon)}, hardened networks read {Share(hardened, r => r.OneStep[at])} rightly and plain ones {Share(plain, r => r.OneStep[at])} ({oneStep}); " +
            $"under {plan.AttackSteps} steps of PGD, {Share(hardened, r => r.Iterated[at])} and {Share(plain, r => r.Iterated[at])} ({iterated}).",
            Verdicts.All(Verdicts.Lower(oneStep), Verdicts.Lower(iterated)));

        Difference error = Difference.Between(plain.Select(r => r.Clean.Error), hardened.Select(r => r.Clean.Error));
        Difference loss = Difference.Between(plain.Select(r => r.Clean.Loss), hardened.Select(r => r.Clean.Loss));
        yield return new Finding(
            "Adversarial training is a regularizer: it lowers the error on clean test images, too.", "Goodfellow, Shlens & Szegedy 2015, §6",
            $"On the clean test images the error is {Share(hardened, r => r.Clean.Error)} with adversarial training and {Share(plain, r => r.Clean.Error)} without ({error}), " +
            $"the loss {Loss(hardened)} and {Loss(plain)} ({loss}).",
            Verdicts.Lower(error, loss));
    }

    private static string Share(Resistance[] networks, Func<Resistance, double> measure) => Words.Percent(Statistic.Of([.. networks.Select(measure)]));

    private static string Loss(Resistance[] networks) => Words.Number(Statistic.Of([.. networks.Select(r => r.Clean.Loss)]));
}
