using System.Collections.Immutable;

namespace NetGen.Tests.Data;

public class FoldTests
{
    private const int Rows = 23;

    private static readonly Dataset Numbered = new(
        new FeatureColumn("X", [1], Enumerable.Range(0, Rows).Select(i => (float)i).ToArray()),
        new LabelColumn("Y", Enumerable.Range(0, Rows).Select(i => i < 7 ? 0 : i < 11 ? -1 : 1).ToArray()));

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(Rows)]
    public void Every_row_is_held_out_exactly_once_and_trained_on_in_all_other_folds(int folds)
    {
        ImmutableArray<DataSplit> splits = Numbered.Folds(folds, seed: 3);
        Assert.Equal(folds, splits.Length);
        Assert.Equal(X(Numbered), splits.SelectMany(s => X(s.Validation)).Order());
        Assert.All(splits, split => Assert.Equal(X(Numbered), X(split.Train).Concat(X(split.Validation)).Order()));
    }

    [Fact]
    public void The_folds_differ_by_one_row_at_most() =>
        Assert.Equal([5, 5, 5, 4, 4], Numbered.Folds(5, seed: 3).Select(s => s.Validation.Count));

    [Fact]
    public void Stratified_folds_differ_by_one_row_of_a_class_and_in_all_at_most()
    {
        ImmutableArray<DataSplit> splits = Numbered.Folds(5, seed: 3, stratify: "Y");
        foreach (int label in new[] { -1, 0, 1 })
        {
            int[] counts = [.. splits.Select(s => s.Validation.Labels("Y").ToArray().Count(y => y == label))];
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }

        Assert.Equal([4, 4, 5, 5, 5], splits.Select(s => s.Validation.Count).Order());
    }

    [Fact]
    public void Rows_keep_their_order() => Assert.All(Numbered.Folds(4, seed: 3), split =>
    {
        Assert.Equal(X(split.Train).Order(), X(split.Train));
        Assert.Equal(X(split.Validation).Order(), X(split.Validation));
    });

    [Fact]
    public void The_folds_are_a_function_of_the_seed()
    {
        Assert.Equal(Held(1), Held(1));
        Assert.NotEqual(Held(1), Held(2));

        static float[] Held(int seed) => X(Numbered.Folds(3, seed)[0].Validation);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(Rows + 1)]
    public void Fewer_than_two_folds_or_more_than_rows_are_refused(int folds)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(nameof(folds), () => Numbered.Folds(folds));
        Assert.Equal(folds, e.ActualValue);
        Assert.Contains("2 to the number of rows, 23", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_label_column_stratifies()
    {
        Assert.Throws<ArgumentException>("stratify", () => Numbered.Folds(2, stratify: "X"));
        Assert.Throws<ArgumentException>("stratify", () => Numbered.Folds(2, stratify: "Q"));
    }

    private static float[] X(Dataset data) => data.Features("X").ToArray();
}
