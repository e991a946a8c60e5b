using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>A run of the lab that is asked for some figures only, or is ended by hand.</summary>
public sealed class CancellationTests
{
    private static readonly string[] Asked = ["sharing", "smoothing", "weights"];

    [Fact]
    public void Figures_asked_for_are_drawn_in_the_order_of_the_page() =>
        Assert.Equal(["weights", "sharing", "smoothing"], Draw(_ => { }, CancellationToken.None).Select(figure => figure.Id));

    [Fact]
    public void The_figures_done_are_kept()
    {
        using CancellationTokenSource cancellation = new();
        var bench = Workbench.Embedded(Plan.Digits.Quick()) with { Cancellation = cancellation.Token };
        IReadOnlyList<Figure> figures = Draw(_ => cancellation.Cancel(), cancellation.Token);
        Assert.Equal("weights", Assert.Single(figures).Id);
        string page = RegularizationLab.Lab.Report(bench, figures);
        Assert.Contains("ended by hand; the page holds what was done by then, 1 of ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"sharing\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_at_hand_is_given_up()
    {
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        var bench = Workbench.Embedded(Plan.Digits.Quick()) with { Cancellation = cancellation.Token };
        Assert.Empty(Draw(_ => { }, cancellation.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => bench.ForEachSeed(seed => seed));
        Assert.ThrowsAny<OperationCanceledException>(() => bench.Trained(new Recipe(), 1));
        Assert.ThrowsAny<OperationCanceledException>(() => bench.Sweep(Grid.Of(new Recipe()), bench.Create, new FitOptions { Epochs = 1 }));
    }

    private static IReadOnlyList<Figure> Draw(Action<Figure> done, CancellationToken cancellation) => RegularizationLab.Lab.Draw(
        Workbench.Embedded(Plan.Digits.Quick()) with { Cancellation = cancellation }, (figure, _) => done(figure), Asked);
}
