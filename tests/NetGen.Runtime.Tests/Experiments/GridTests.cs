using System.Globalization;
using Point = NetGen.SweepPoint<NetGen.Tests.Learning.RegularizedNet.Hyperparameters>;

namespace NetGen.Tests.Experiments;

public class GridTests
{
    private static readonly Learning.RegularizedNet.Hyperparameters Start = new();

    [Fact]
    public void Every_combination_is_there_once_and_the_last_varies_fastest()
    {
        Grid<Learning.RegularizedNet.Hyperparameters> grid = Grid.Of(Start)
            .With("λ", [0, 1e-4f, 1e-3f], (h, value) => h with { HiddenL2 = value })
            .With("keep", [0.5f, 1], (h, value) => h with { HiddenKeep = value });

        Assert.Equal(6, grid.Count);
        Assert.Equal([0, 0, 1e-4f, 1e-4f, 1e-3f, 1e-3f], grid.Select(p => p.Hyperparameters.HiddenL2));
        Assert.Equal([0.5f, 1, 0.5f, 1, 0.5f, 1], grid.Select(p => p.Hyperparameters.HiddenKeep));
        Assert.All(grid, p => Assert.Equal(Start.LearningRate, p.Hyperparameters.LearningRate));
        Assert.Equal("λ = 0.0001, keep = 0.5", grid[2].ToString());
    }

    [Fact]
    public void A_grid_that_varies_nothing_is_one_point()
    {
        Point only = Assert.Single(Grid.Of(Start));
        Assert.Equal(Start, only.Hyperparameters);
        Assert.Equal("unchanged", only.ToString());
    }

    [Fact]
    public void Names_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("keep = 0.5", Grid.Of(Start).With("keep", [0.5f], (h, value) => h with { HiddenKeep = value })[0].ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_values_a_blank_name_and_a_name_twice_are_refused()
    {
        var e = Assert.Throws<ArgumentException>("values", () => Grid.Of(Start).With("λ", Array.Empty<float>(), (h, _) => h));
        Assert.Contains("0 values for λ", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("name", () => Grid.Of(Start).With(" ", [1], (h, _) => h));
        Assert.Throws<ArgumentException>("name", () => Grid.Of(Start).With("λ", [1], (h, _) => h).With("λ", [1], (h, _) => h));
    }

    [Fact]
    public void A_value_outside_its_hyperparameters_range_is_refused_when_the_grid_is_made() =>
        Assert.Throws<ArgumentOutOfRangeException>("HiddenKeep", () => Grid.Of(Start).With("keep", [0.5f, 2], (h, value) => h with { HiddenKeep = value }));
}
