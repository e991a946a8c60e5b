using Digits.Display;
using NetGen;

namespace Digits;

/// <summary>The whole job: train a network from each seed, measure it on images it has never seen, keep the best one, show what it does.</summary>
/// <param name="create">Makes an untrained network from a seed.</param>
/// <param name="data">What to learn from and to be measured on.</param>
internal sealed class Lesson<TNetwork>(Func<int, TNetwork> create, ImageSet data)
    where TNetwork : IClassifier
{
    /// <summary>How many epochs in a row may bring no better validation loss.</summary>
    private const int Patience = 20;

    public void Run(IEnumerable<int> seeds, int epochs, string file, CancellationToken cancellation)
    {
        Console.WriteLine(data);
        List<Trial<TNetwork>> trials = [];
        foreach (int seed in seeds.TakeWhile(_ => trials.Count == 0 || !cancellation.IsCancellationRequested))
        {
            trials.Add(Train(seed, epochs, cancellation));
        }

        TrialTable.Show(trials);

        // Chosen by validation: choosing by test accuracy would flatter it.
        Trial<TNetwork> best = trials.MinBy(t => t.Fit.BestValidationLoss ?? double.PositiveInfinity)!;
        Console.WriteLine($"\nThe network of seed {best.Seed}{(trials.Count > 1 ? ", which has the lowest validation loss," : "")} on the test images:");
        ConfusionTable.Show(best.Test.Confusion);
        float[] probabilities = Predict(best.Network);
        MistakeGallery.Show(data.Test, probabilities);
        SaveAndLoad(best.Network, probabilities, file);
        trials.ForEach(t => t.Network.Dispose());
    }

    private Trial<TNetwork> Train(int seed, int epochs, CancellationToken cancellation)
    {
        TNetwork network = create(seed);
        FitOptions options = new() { Epochs = epochs, EarlyStopping = new EarlyStopping(Patience) };
        FitResult fit = FitView.Watch(seed, progress => network.Fit(data.Train, data.Validation, options, progress, cancellation));
        return new Trial<TNetwork>(seed, network, fit, network.Test(data.Test));
    }

    /// <summary>The probabilities of every class for every test image.</summary>
    private float[] Predict(TNetwork network)
    {
        FeatureColumn images = data.Test.Features(ImageSet.Images);
        float[] probabilities = new float[images.Count * ImageSet.Classes];
        network.Predict(images.ToArray(), probabilities);
        return probabilities;
    }

    private void SaveAndLoad(TNetwork network, float[] probabilities, string file)
    {
        network.Save(file);
        Console.WriteLine($"Saved to {file}");

        using TNetwork copy = create(0);
        copy.Load(file);
        bool agree = Predict(copy).AsSpan().SequenceEqual(probabilities);
        Console.WriteLine($"Loaded into a new network: it predicts {(agree ? "the same probabilities, to the last bit" : "other probabilities, which should not happen")}.");
    }
}
