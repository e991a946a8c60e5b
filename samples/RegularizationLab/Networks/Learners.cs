namespace RegularizationLab;

/// <summary>Makes untrained networks: a recipe becomes the hyperparameters that the compiler declared for their attributes.</summary>
public static class Learners
{
    public static ILearner Digits(Recipe recipe, int seed) => recipe.AdversarialEpsilon > 0
        ? new HardenedDigitLearner(new()
        {
            L1 = recipe.L1,
            L2 = recipe.L2,
            HiddenKeep = 1 - recipe.DropRate,
            LabelSmoothing = recipe.Smoothing,
            AdversarialEpsilon = recipe.AdversarialEpsilon,
        }, seed)
        : new DigitLearner(new() { L1 = recipe.L1, L2 = recipe.L2, HiddenKeep = 1 - recipe.DropRate, LabelSmoothing = recipe.Smoothing }, seed);

    public static ILearner Images(Recipe recipe, int seed) => recipe.AdversarialEpsilon > 0
        ? new HardenedImageLearner(new()
        {
            L1 = recipe.L1,
            L2 = recipe.L2,
            HiddenKeep = 1 - recipe.DropRate,
            LabelSmoothing = recipe.Smoothing,
            AdversarialEpsilon = recipe.AdversarialEpsilon,
        }, seed)
        : new ImageLearner(new() { L1 = recipe.L1, L2 = recipe.L2, HiddenKeep = 1 - recipe.DropRate, LabelSmoothing = recipe.Smoothing }, seed);
}
