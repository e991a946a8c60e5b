using static NetGen.Tests.Data.Refusal;

namespace NetGen.Tests.Data;

public class ColumnScalerTests
{
    private static readonly Dataset Train = Table(1, 10, 5, 3, 10, 7, 5, 10, 9, 7, 10, 11);

    [Fact]
    public void Standardizer_learns_mean_and_deviation_of_each_feature()
    {
        Standardizer scale = Standardizer.Learn(Train, "X");

        Assert.Equal("X", scale.Column);
        Assert.Equal([4, 10, 8], scale.Means.ToArray());
        Assert.Equal([Math.Sqrt(5), 0, Math.Sqrt(5)], scale.Deviations.ToArray());
    }

    [Fact]
    public void Standardized_features_have_mean_0_and_deviation_1_and_a_constant_one_is_0()
    {
        float[] values = Standardizer.Learn(Train, "X").Apply(Train).Features("X").ToArray();

        for (int f = 0; f < 3; f++)
        {
            double[] feature = [.. Enumerable.Range(0, 4).Select(r => (double)values[r * 3 + f])];
            Assert.Equal(0, feature.Average(), tolerance: 1e-6);
            Assert.Equal(f == 1 ? 0 : 1, feature.Average(x => x * x), tolerance: 1e-6);
        }
    }

    [Fact]
    public void What_was_learned_on_one_set_is_applied_to_another()
    {
        Dataset test = Table(14, 99, 8);
        float[] values = Standardizer.Learn(Train, "X").Apply(test).Features("X").ToArray();

        Assert.Equal([(float)(10 / Math.Sqrt(5)), 0, 0], values);
        Assert.Equal([14, 99, 8], test.Features("X").ToArray());
    }

    [Fact]
    public void A_constant_feature_is_0_even_where_its_mean_would_round()
    {
        float[] tenths = [.. Enumerable.Repeat(0.1f, 1001)];
        Dataset data = new(new FeatureColumn("X", [1], tenths));
        Standardizer scale = Standardizer.Learn(data, "X");

        Assert.Equal(0, scale.Deviations[0]);
        Assert.All(scale.Apply(data).Features("X").ToArray(), x => Assert.Equal(0, x));
    }

    [Fact]
    public void Large_offsets_lose_no_accuracy()
    {
        float[] large = [16_777_200, 16_777_201, 16_777_202, 16_777_203];
        float[] scaled = new float[4];
        Standardizer.Learn(new Dataset(new FeatureColumn("X", [1], large)), "X").Apply(large, scaled);

        float unit = (float)(0.5 / Math.Sqrt(1.25));
        Assert.Equal([-3 * unit, -unit, unit, 3 * unit], scaled, (a, b) => Math.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Missing_targets_are_passed_over_and_stay_missing()
    {
        Dataset data = new(new FeatureColumn("Price", [1], new[] { 1, float.NaN, 3 }));
        Standardizer scale = Standardizer.Learn(data, "Price");

        Assert.Equal((2, 1), (scale.Means[0], scale.Deviations[0]));
        Assert.Equal([-1, float.NaN, 1], scale.Apply(data).Features("Price").ToArray());
    }

    [Fact]
    public void Only_the_rows_of_a_view_are_learned_from() =>
        Assert.Equal([2, 10, 6], Standardizer.Learn(Train.Select([0, 1]), "X").Means.ToArray());

    [Fact]
    public void Rescaler_maps_each_feature_onto_0_to_1_and_a_constant_one_to_0()
    {
        Rescaler scale = Rescaler.Learn(Train, "X");

        Assert.Equal([1, 10, 5], scale.Least.ToArray());
        Assert.Equal([6, 0, 6], scale.Widths.ToArray());
        Assert.Equal([0, 0, 0, 1, 0, 1], scale.Apply(Train.Select([0, 3])).Features("X").ToArray());
        Assert.Equal([2, 0, -0.5f], scale.Apply(Table(13, 12, 2)).Features("X").ToArray());
    }

    [Fact]
    public void Invert_leads_back_in_place_too()
    {
        float[] rows = Train.Features("X").ToArray();
        foreach (ColumnScaler scale in new ColumnScaler[] { Standardizer.Learn(Train, "X"), Rescaler.Learn(Train, "X") })
        {
            float[] there = [.. rows];
            scale.Apply(there, there);
            Assert.NotEqual(rows, there);
            scale.Invert(there, there);
            Assert.Equal(rows, there, (a, b) => Math.Abs(a - b) < 1e-5f);
        }
    }

    [Fact]
    public void Scalers_are_rebuilt_from_their_numbers()
    {
        Standardizer learned = Standardizer.Learn(Train, "X");
        Rescaler range = Rescaler.Learn(Train, "X");

        Assert.Equal(learned.Apply(Train).Features("X").ToArray(), new Standardizer("X", learned.Means, learned.Deviations).Apply(Train).Features("X").ToArray());
        Assert.Equal(range.Apply(Train).Features("X").ToArray(), new Rescaler("X", range.Least, range.Widths).Apply(Train).Features("X").ToArray());
    }

    [Fact]
    public void The_shape_and_the_other_columns_stay()
    {
        Dataset data = Toy.Data(6);
        Dataset scaled = Standardizer.Learn(data, "Image").Apply(data);

        Assert.Equal([2, 2], scaled.Features("Image").Shape.ToArray());
        Assert.Same(data["Label"], scaled["Label"]);
        Assert.Equal(data.Columns.Select(c => c.Name), scaled.Columns.Select(c => c.Name));
    }

    [Fact]
    public void Bad_values_and_columns_are_explained()
    {
        Standardizer scale = Standardizer.Learn(Train, "X");

        Says(() => Standardizer.Learn(Table(1, 2, 3, 4, 5, float.NegativeInfinity), "X"), "data", "Column X, row 1, element 2: -Infinity; a scale is learned from finite values");
        Says(() => Rescaler.Learn(Table(1, float.NaN, 3, 4, float.NaN, 6), "X"), "data", "Column X, element 1: every row is NaN");
        Says(() => Standardizer.Learn(Train, "Y"), "column", "There is no column Y; there is X.");
        Says(() => Rescaler.Learn(Toy.Data(3), "Label"), "column", "Column Label (labels) is a LabelColumn");
        Says(() => scale.Apply(new Dataset(new FeatureColumn("X", [2], new float[4]))), "column", "Got 2 features a row; this scale of X was learned on 3.");
        Says(() => scale.Apply(Toy.Data(3)), "data", "There is no column X");
    }

    [Fact]
    public void Spans_must_be_whole_rows_of_one_length()
    {
        Standardizer scale = Standardizer.Learn(Train, "X");

        Says(() => scale.Apply(new float[4], new float[4]), "rows", "Got 4 values; a whole number of rows of 3 is needed.");
        Says(() => scale.Invert(new float[3], new float[4]), "rows", "Room for 4 values; 3 are needed.");
    }

    [Fact]
    public void Numbers_of_a_scaler_are_checked()
    {
        Says(() => new Standardizer("X", [1, 2], [1]), "deviations", "Got 1 values; one for each feature, 2, is needed.");
        Says(() => new Standardizer("X", [], []), "means", "Got 0 values");
        Says(() => new Standardizer("X", [double.NaN], [1]), "means", "must be finite");
        Says(() => new Standardizer("X", [0], [-1]), "deviations", "must be finite and at least 0");
        Says(() => new Rescaler("X", [0], [double.PositiveInfinity]), "widths", "must be finite and at least 0");
        Says(() => new Rescaler(" ", [0], [1]), "column", "");
    }

    private static Dataset Table(params float[] values) => new(new FeatureColumn("X", [3], values));
}
