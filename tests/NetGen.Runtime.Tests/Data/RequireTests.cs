namespace NetGen.Tests.Data;

public class RequireTests
{
    [Fact]
    public void Data_that_fits_is_accepted_missing_targets_included()
    {
        Dataset data = Toy.Data(8).With(new FeatureColumn("Price", [2], new float[] { 1, 2, float.NaN, float.NaN, 3, float.NaN, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7 }))
            .With(new FeatureColumn("Flag", [1], new[] { 0, 1, 0.5f, float.NaN, 0, 0, 0, 0 }));

        data.Require(Toy.Schema, "training");
    }

    [Fact]
    public void Features_may_have_another_shape_of_the_same_size_and_columns_may_be_surplus() =>
        Toy.Data(2).With(new FeatureColumn("Image", [4], Toy.Numbers(8))).With(new LabelColumn("Id", new[] { 10, 11 })).Require(Toy.Schema, "training");

    [Theory]
    [InlineData(-2, "Column Label, row 1: label -2; labels must be 0 to 2, or −1 where they are missing.")]
    [InlineData(3, "Column Label, row 1: label 3; labels must be 0 to 2")]
    [InlineData(int.MaxValue, "label 2147483647")]
    [InlineData(int.MinValue, "label -2147483648")]
    public void Labels_must_be_in_range(int label, string message) => Refuses(Toy.Data(3).With(new LabelColumn("Label", new[] { 0, label, 1 })), message);

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Features_must_be_finite(float value, string text)
    {
        float[] values = Toy.Numbers(12);
        values[7] = value;

        Refuses(Toy.Data(3).With(new FeatureColumn("Image", [2, 2], values)), $"Column Image, row 1, element 3: {text}; features must be finite.");
    }

    [Fact]
    public void Targets_must_be_finite_or_NaN() => Refuses(
        Toy.Data(2).With(new FeatureColumn("Price", [2], new[] { 0, 1, 2, float.PositiveInfinity })),
        "Column Price, row 1, element 1: Infinity; targets must be finite, or NaN where they are missing.");

    [Theory]
    [InlineData(-0.5f, "-0.5")]
    [InlineData(1.5f, "1.5")]
    public void Targets_of_binary_cross_entropy_must_be_probabilities(float value, string text) => Refuses(
        Toy.Data(2).With(new FeatureColumn("Flag", [1], new[] { 1, value })),
        $"Column Flag, row 1, element 0: {text}; targets of BinaryCrossEntropy must be 0 to 1, or NaN where they are missing.");

    [Fact]
    public void Columns_must_have_the_width_the_network_takes()
    {
        Refuses(Toy.Data(4).With(new FeatureColumn("Image", [8], Toy.Numbers(32))), "Input Image takes 4 floats a row; column Image (floats [8]) has 8.");
        Refuses(Toy.Data(4).With(new FeatureColumn("Price", [3], Toy.Numbers(12))), "Head Price (Huber) takes 2 floats a row; column Price (floats [3]) has 3.");
    }

    [Fact]
    public void Columns_must_be_of_the_kind_the_network_takes()
    {
        Refuses(Toy.Data(2).With(new LabelColumn("Image", new[] { 0, 1 })), "Input Image takes a FeatureColumn of 4 floats a row; column Image (labels) is a LabelColumn.");
        Refuses(Toy.Data(2).With(new LabelColumn("Flag", new[] { 0, 1 })), "Head Flag (BinaryCrossEntropy) takes a FeatureColumn of 1 floats a row; column Flag (labels) is a LabelColumn.");
        Refuses(Toy.Data(2).With(new FeatureColumn("Label", [1], new float[2])), "Head Label (SoftmaxCrossEntropy) takes a LabelColumn; column Label (floats [1]) is a FeatureColumn.");
    }

    [Fact]
    public void Labels_that_count_from_one_are_told_how_to_count_from_zero()
    {
        const string advice = "labels must be 0 to 2, or −1 where they are missing. The labels here are 1 to 3: subtract 1 from each. "
            + "(A CsvTable numbers classes from 0 where their names are given: table.Labels(column, [\"1\", …, \"3\"]).)";
        Refuses(Toy.Data(4).With(new LabelColumn("Label", new[] { 1, -1, 3, 2 })), $"Column Label, row 2: label 3; {advice}");
        Assert.DoesNotContain("subtract", Fault(0, 1, 3, 2), StringComparison.Ordinal);
        Assert.DoesNotContain("subtract", Fault(1, 2, 3, 4), StringComparison.Ordinal);
        Assert.DoesNotContain("subtract", Fault(1, 3, -2, 2), StringComparison.Ordinal);

        static string Fault(params int[] labels) =>
            Assert.Throws<ArgumentException>("training", () => Toy.Data(4).With(new LabelColumn("Label", labels)).Require(Toy.Schema, "training")).Message;
    }

    [Fact]
    public void Missing_columns_are_named()
    {
        Refuses(new Dataset(Toy.Label(2)), "Input Image needs a column Image of 4 floats a row; there is Label (labels).");
        Refuses(new Dataset(Toy.Image(2)), "Head Label (SoftmaxCrossEntropy) needs a column Label of labels; there is Image (floats [2, 2]).");
        Refuses(new Dataset(Toy.Image(2), Toy.Label(2)), "Head Flag (BinaryCrossEntropy) needs a column Flag of 1 floats a row; there is Image (floats [2, 2]), Label (labels).");
    }

    [Fact]
    public void A_view_without_the_faulty_row_is_accepted_and_one_with_it_is_not()
    {
        Dataset data = Toy.Data(4).With(new LabelColumn("Label", new[] { 0, 1, 99, 2 }));

        data.Select([3, 1, 0]).Require(Toy.Schema, "training");
        Refuses(data.Select([3, 2]), "Column Label, row 1: label 99");
        Refuses(data, "Column Label, row 2: label 99");
    }

    [Fact]
    public void What_passed_is_read_once_for_the_data_set_and_its_views_and_again_for_another_network()
    {
        int[] labels = [0, 1, 2, 0];
        Dataset data = Toy.Data(4).With(new LabelColumn("Label", labels));
        data.Require(Toy.Schema, "training");

        labels[2] = 99; // against the rules: it only shows that nothing is read again
        data.Require(Toy.Schema, "training");
        data.Split(0.5).Train.Select([1, 0]).Require(Toy.Schema, "training");
        Assert.Throws<ArgumentException>("training", () => data.Require(Toy.Schema with { Name = "Other" }, "training"));
    }

    [Fact]
    public void Create_checks_at_once_and_refuses_surplus_columns()
    {
        Assert.Equal(5, Dataset.Create(Toy.Schema, Toy.Image(5), Toy.Label(5), Toy.Flag(5), Toy.Price(5)).Count);

        Assert.Contains(
            "Toy has no input or head called Id; its columns are Image, Label, Flag, Price.",
            Assert.Throws<ArgumentException>("columns", () => Dataset.Create(
                Toy.Schema, Toy.Image(2), Toy.Label(2), Toy.Flag(2), Toy.Price(2), new LabelColumn("Id", new[] { 1, 2 }))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Column Label, row 1: label 3",
            Assert.Throws<ArgumentException>("columns", () => Dataset.Create(
                Toy.Schema, Toy.Image(2), new LabelColumn("Label", new[] { 0, 3 }), Toy.Flag(2), Toy.Price(2))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("columns", () => Dataset.Create(Toy.Schema, Toy.Image(2), Toy.Label(3), Toy.Flag(2), Toy.Price(2)));
        Assert.Throws<ArgumentNullException>("schema", () => Dataset.Create(null!, Toy.Image(2)));
        Assert.Throws<ArgumentNullException>("columns", () => Dataset.Create(Toy.Schema, (DataColumn[])null!));
    }

    private static void Refuses(Dataset data, string message)
    {
        var error = Assert.Throws<ArgumentException>("training", () => data.Require(Toy.Schema, "training"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
