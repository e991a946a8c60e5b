namespace NetGen.Benchmarks.Learning;

/// <summary>How a network of a paper is trained and measured.</summary>
/// <param name="Create">Makes the network of a seed for a number of epochs.</param>
internal record Trial(Func<int, int, ILearner> Create)
{
    private const float Epsilon = 0.25f;

    /// <summary>Trains on one thread.</summary>
    /// <returns>Errors on the test images in per cent, each with its name: of the images as they are first.</returns>
    public (string Name, double Error)[] Run(Images images, int seed, int epochs)
    {
        using ILearner network = Create(seed, epochs);
        network.Threads = 1;
        return Run(network, images, seed, epochs);
    }

    /// <summary>Fits the network and measures it, as images are and under FGSM.</summary>
    protected virtual (string Name, double Error)[] Run(ILearner network, Images images, int seed, int epochs)
    {
        (double clean, double attacked) = Lesson.Run(network, images, epochs, Epsilon);
        return [("test_error", 100 - clean), ($"fgsm_{Epsilon}_error", 100 - attacked)];
    }
}

/// <summary>Trained on few small digits, which each seed draws anew.</summary>
internal sealed record SmallTrial(Func<int, int, ILearner> Create) : Trial(Create)
{
    protected override (string Name, double Error)[] Run(ILearner network, Images images, int seed, int epochs)
    {
        Images drawn = SmallDigits.Draw(images, seed);
        Trainer.Fit(network, drawn.Train, options: new FitOptions { Epochs = epochs });
        return
        [
            ("test_error", 100 - Lesson.Accuracy(network, drawn.Test)),
            ("training_error", 100 - Lesson.Accuracy(network, drawn.Train)),
        ];
    }
}

/// <summary>Trained on adversarial examples, and attacked more strongly.</summary>
internal sealed record HardTrial(Func<int, int, ILearner> Create) : Trial(Create)
{
    protected override (string Name, double Error)[] Run(ILearner network, Images images, int seed, int epochs)
    {
        Hardening.Train(network, images.Train, epochs);
        return
        [
            ("test_error", 100 - Lesson.Accuracy(network, images.Test)),
            ($"pgd_{Hardening.Epsilon}_error", 100 - Hardening.Resistance(network, images.Test)),
        ];
    }
}
