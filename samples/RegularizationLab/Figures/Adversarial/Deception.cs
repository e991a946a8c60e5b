namespace RegularizationLab.Figures;

/// <summary>A network before images, before the same images with random signs added, and before those with the signs of the gradient added.</summary>
/// <param name="Gradient">∂E/∂x of every pixel.</param>
/// <param name="Adversarial">The images x + ε·sign(∂E/∂x), clipped to [0, 1].</param>
/// <param name="Clean">What it predicts for the images.</param>
/// <param name="Noisy">What it predicts for x ± ε with signs drawn at random, clipped alike.</param>
/// <param name="Deceived">What it predicts for the adversarial images.</param>
internal sealed record Deception(float[] Gradient, float[] Adversarial, Predictions Clean, Predictions Noisy, Predictions Deceived)
{
    public static Deception Of(Workbench bench, Targets targets, float epsilon, int seed)
    {
        using ILearner network = bench.Trained(new Recipe(), seed);
        var gradient = new float[targets.Images.Length];
        var adversarial = new float[targets.Images.Length];
        network.InputGradient(targets.Images, targets.Labels, gradient);
        network.Fgsm(targets.Images, targets.Labels, epsilon, adversarial, targeted: false);

        var random = new Random(seed);
        float[] noisy = [.. targets.Images.Select(x => Math.Clamp(x + (random.Next(2) == 0 ? epsilon : -epsilon), 0, 1))];
        return new Deception(gradient, adversarial,
            Predictions.Of(network, targets.Images, targets.Labels),
            Predictions.Of(network, noisy, targets.Labels),
            Predictions.Of(network, adversarial, targets.Labels));
    }

    /// <summary>The images of which it is deceived: read rightly before.</summary>
    public IEnumerable<int> Fooled => Clean.Rows.Where(row => Clean.IsRight(row) && !Deceived.IsRight(row));
}
