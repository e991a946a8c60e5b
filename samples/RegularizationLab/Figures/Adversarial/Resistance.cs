namespace RegularizationLab.Figures;

/// <summary>How often a network is right under attacks of growing strength.</summary>
/// <param name="OneStep">The share read rightly after <c>Fgsm</c>, for each ε of the plan.</param>
/// <param name="Iterated">The share read rightly after <c>Pgd</c>, for each ε of the plan.</param>
/// <param name="Clean">Its score on all test images, as they are.</param>
internal sealed record Resistance(double[] OneStep, double[] Iterated, Score Clean)
{
    /// <summary>The iterated attack's step as a share of its ε.</summary>
    private const float StepShare = .25f;

    public static Resistance Of(Workbench bench, Targets targets, Recipe recipe, int seed)
    {
        using ILearner network = bench.Trained(recipe, seed);
        var adversarial = new float[targets.Images.Length];
        return new Resistance(
            [.. bench.Plan.Epsilons.Select(epsilon => Accuracy(() =>
                network.Fgsm(targets.Images, targets.Labels, epsilon, adversarial, targeted: false), epsilon))],
            [.. bench.Plan.Epsilons.Select(epsilon => Accuracy(() =>
                network.Pgd(targets.Images, targets.Labels, epsilon, StepShare * epsilon, bench.Plan.AttackSteps, adversarial, targeted: false, randomStart: null), epsilon))],
            Score.Of(network, bench.Test));

        double Accuracy(Action attack, float epsilon)
        {
            if (epsilon > 0)
            {
                attack();
            }

            return 1 - Predictions.Of(network, epsilon > 0 ? adversarial : targets.Images, targets.Labels).Error;
        }
    }
}
