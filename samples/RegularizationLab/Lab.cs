using System.Diagnostics;
using RegularizationLab.Figures;
using static System.FormattableString;

namespace RegularizationLab;

/// <summary>The whole job: measure and draw every figure, and bind them into a report.</summary>
internal static class Lab
{
    private static readonly (string Name, Func<Workbench, Figure> Draw)[] Figures =
    [
        (EarlyStoppingFigure.Id, EarlyStoppingFigure.Draw),
        (EarlyStoppingFigure.NoisyId, EarlyStoppingFigure.DrawNoisy),
        (WeightsFigure.Id, WeightsFigure.Draw),
        (InputsFigure.Id, InputsFigure.Draw),
        (StrengthFigure.Id, StrengthFigure.Draw),
        (StrengthFigure.NoisyId, StrengthFigure.DrawNoisy),
        (LimitsFigure.Id, LimitsFigure.Draw),
        (AugmentationFigure.Id, AugmentationFigure.Draw),
        (TrainingImagesFigure.Id, TrainingImagesFigure.Draw),
        (WrongAugmentationFigure.Id, WrongAugmentationFigure.Draw),
        (SharingFigure.Id, SharingFigure.Draw),
        (GalleryFigure.Id, GalleryFigure.Draw),
        (ResistanceFigure.Id, ResistanceFigure.Draw),
        (SmoothingFigure.Id, SmoothingFigure.Draw),
        (RareClassFigure.Id, RareClassFigure.Draw),
        (UncertaintyFigure.Id, UncertaintyFigure.Draw),
        (AveragingFigure.Id, AveragingFigure.Draw),
    ];

    /// <summary>The figures' names, in the order of the page.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Figures.Select(figure => figure.Name)];

    /// <summary>Measures and draws the figures, in the order of the page, until all are drawn or the bench cancels.</summary>
    /// <param name="bench">What to train, and on what.</param>
    /// <param name="done">Told of each figure when it is drawn.</param>
    /// <param name="only">The names of those to draw; all if null.</param>
    /// <returns>The figures that are done.</returns>
    public static IReadOnlyList<Figure> Draw(Workbench bench, Action<Figure, TimeSpan> done, IReadOnlyList<string>? only = null)
    {
        List<Figure> figures = [];
        try
        {
            foreach ((string name, Func<Workbench, Figure> draw) in Figures.Where(figure => only?.Contains(figure.Name) != false))
            {
                bench.Cancellation.ThrowIfCancellationRequested();
                var watch = Stopwatch.StartNew();
                figures.Add(draw(bench));
                done(figures[^1], watch.Elapsed);
            }
        }
        catch (OperationCanceledException) when (bench.Cancellation.IsCancellationRequested)
        {
            // The figures done are kept.
        }

        return figures;
    }

    /// <summary>The page.</summary>
    /// <param name="bench">What was trained, and on what.</param>
    /// <param name="figures">What <see cref="Draw"/> drew.</param>
    public static string Report(Workbench bench, IReadOnlyList<Figure> figures)
    {
        string seeds = string.Join(", ", bench.Plan.Seeds);
        return Page.Write($"Regularization lab: {bench.Name}",
            [
                .. bench.Plan.IsQuick ? ["This is a quick run (--quick), which trains hardly at all: look at the page, not at its numbers and verdicts."] : Array.Empty<string>(),
                .. bench.Cancellation.IsCancellationRequested ? [Invariant($"This run was ended by hand; the page holds what was done by then, {figures.Count} of {Names.Count} figures.")] : Array.Empty<string>(),
                Invariant($"Networks of one hidden layer learn from {bench.Train.Count:N0} images, so few that they overfit, unless a figure says otherwise. {bench.Validation.Count:N0} other images choose when to stop and how strong a penalty should be; {bench.Test.Count:N0} more judge, and decide nothing. Where a figure takes more images to learn from, {bench.PoolTest.Count:N0} judge."),
                Invariant($"Every number was measured by the run that wrote this page, from the seeds {seeds}: mean ± standard deviation. A difference is called clear when its 95 % confidence interval, from the differences within each seed, does not hold 0; two measurements are called equal within a margin when the 90 % interval of their difference lies within that margin (two one-sided tests). Fewer than three seeds show neither."),
            ],
            figures,
            [
                "Deep Learning: I. Goodfellow, Y. Bengio and A. Courville, MIT Press, 2016. LeCun 1989: Generalization and Network Design Strategies. Simard, Steinkraus & Platt 2003: Best Practices for Convolutional Neural Networks. Goodfellow, Shlens & Szegedy 2015: Explaining and Harnessing Adversarial Examples. Gal & Ghahramani 2016: Dropout as a Bayesian Approximation. Yuan & Lin 2006: Model Selection and Estimation in Regression with Grouped Variables. Scardapane et al. 2017: Group Sparse Regularization for Deep Neural Networks.",
                "Pascanu, Mikolov & Bengio 2013: On the Difficulty of Training Recurrent Neural Networks. Bishop 1995: Training with Noise is Equivalent to Tikhonov Regularization. Srivastava et al. 2014: Dropout: A Simple Way to Prevent Neural Networks from Overfitting. Zhang et al. 2018: mixup: Beyond Empirical Risk Minimization. Izmailov et al. 2018: Averaging Weights Leads to Wider Optima and Better Generalization. He & Garcia 2009: Learning from Imbalanced Data. Byrd & Lipton 2019: What is the Effect of Importance Weighting in Deep Learning?",
                "The cat is a part of Chelsea the cat, a photograph by Stéfan van der Walt, CC0.",
                "Written by samples/RegularizationLab of NetGen; another run writes the same page, to the bit.",
            ]);
    }
}
