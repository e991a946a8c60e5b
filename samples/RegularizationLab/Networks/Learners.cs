namespace RegularizationLab;

/// <summary>Makes untrained networks: a recipe becomes the hyperparameters that the compiler declared for their attributes.</summary>
public static class Learners
{
    public static ILearner Digits(Recipe recipe, int seed) =>
        recipe.AdversarialEpsilon > 0 ? new HardenedDigitLearner(OfHardenedDigits(recipe), seed) : new DigitLearner(OfDigits(recipe), seed);

    public static ILearner Images(Recipe recipe, int seed) =>
        recipe.AdversarialEpsilon > 0 ? new HardenedImageLearner(OfHardenedImages(recipe), seed) : new ImageLearner(OfImages(recipe), seed);

    private static DigitLearner.Hyperparameters OfDigits(Recipe recipe) => new()
    {
        LearningRate = recipe.RateFactor * new DigitLearner.Hyperparameters().LearningRate,
        L1 = recipe.L1,
        L2 = recipe.L2,
        HiddenMaxNorm = recipe.MaxNorm,
        HiddenKeep = 1 - recipe.DropRate,
        ImageNoise = recipe.Noise,
        MixupAlpha = recipe.Mixup,
        LabelSmoothing = recipe.Smoothing,
        ImageShift = recipe.Shift,
        ImageRotation = recipe.Rotation,
        ImageElasticAlpha = recipe.Elastic,
        ImageHorizontalFlip = recipe.HorizontalFlip,
        ImageVerticalFlip = recipe.VerticalFlip,
        AverageDecay = recipe.AverageDecay,
    };

    private static HardenedDigitLearner.Hyperparameters OfHardenedDigits(Recipe recipe) => new()
    {
        LearningRate = recipe.RateFactor * new HardenedDigitLearner.Hyperparameters().LearningRate,
        L1 = recipe.L1,
        L2 = recipe.L2,
        HiddenMaxNorm = recipe.MaxNorm,
        HiddenKeep = 1 - recipe.DropRate,
        ImageNoise = recipe.Noise,
        MixupAlpha = recipe.Mixup,
        LabelSmoothing = recipe.Smoothing,
        ImageShift = recipe.Shift,
        ImageRotation = recipe.Rotation,
        ImageElasticAlpha = recipe.Elastic,
        ImageHorizontalFlip = recipe.HorizontalFlip,
        ImageVerticalFlip = recipe.VerticalFlip,
        AverageDecay = recipe.AverageDecay,
        AdversarialEpsilon = recipe.AdversarialEpsilon,
    };

    private static ImageLearner.Hyperparameters OfImages(Recipe recipe) => new()
    {
        LearningRate = recipe.RateFactor * new ImageLearner.Hyperparameters().LearningRate,
        L1 = recipe.L1,
        L2 = recipe.L2,
        HiddenMaxNorm = recipe.MaxNorm,
        HiddenKeep = 1 - recipe.DropRate,
        ImageNoise = recipe.Noise,
        MixupAlpha = recipe.Mixup,
        LabelSmoothing = recipe.Smoothing,
        ImageShift = recipe.Shift,
        ImageRotation = recipe.Rotation,
        ImageElasticAlpha = recipe.Elastic,
        ImageHorizontalFlip = recipe.HorizontalFlip,
        ImageVerticalFlip = recipe.VerticalFlip,
        AverageDecay = recipe.AverageDecay,
    };

    private static HardenedImageLearner.Hyperparameters OfHardenedImages(Recipe recipe) => new()
    {
        LearningRate = recipe.RateFactor * new HardenedImageLearner.Hyperparameters().LearningRate,
        L1 = recipe.L1,
        L2 = recipe.L2,
        HiddenMaxNorm = recipe.MaxNorm,
        HiddenKeep = 1 - recipe.DropRate,
        ImageNoise = recipe.Noise,
        MixupAlpha = recipe.Mixup,
        LabelSmoothing = recipe.Smoothing,
        ImageShift = recipe.Shift,
        ImageRotation = recipe.Rotation,
        ImageElasticAlpha = recipe.Elastic,
        ImageHorizontalFlip = recipe.HorizontalFlip,
        ImageVerticalFlip = recipe.VerticalFlip,
        AverageDecay = recipe.AverageDecay,
        AdversarialEpsilon = recipe.AdversarialEpsilon,
    };
}
