using static NetGen.Tests.Data.Refusal;

namespace NetGen.Tests.Data;

public class DatasetTests
{
    [Fact]
    public void A_data_set_has_named_columns_and_a_readable_text()
    {
        Dataset data = new(Toy.Image(1200), Toy.Label(1200));

        Assert.Equal(1200, data.Count);
        Assert.Equal(["Image", "Label"], data.Columns.Select(c => c.Name));
        Assert.Same(data.Columns[1], data["Label"]);
        Assert.Same(data["Image"], data.Features("Image"));
        Assert.Same(data["Label"], data.Labels("Label"));
        Assert.Equal("1,200 rows: Image (floats [2, 2]), Label (labels)", data.ToString());
        Assert.Equal("1 row: Label (labels)", new Dataset(Toy.Label(1)).ToString());
    }

    [Fact]
    public void Columns_read_the_memory_they_were_given()
    {
        float[] values = Toy.Numbers(8);
        FeatureColumn column = new("Image", [2, 2], values);

        Assert.Equal([2, 2], column.Shape.ToArray());
        Assert.Equal((4, 2), (column.Size, column.Count));
        Assert.Equal([4, 5, 6, 7], column.Row(1).ToArray());
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(in values[4], in column.Row(1)[0]));
    }

    [Fact]
    public void A_column_may_be_a_slice_of_longer_memory()
    {
        FeatureColumn column = new("X", [3], Toy.Numbers(20).AsMemory(5, 6));

        Assert.Equal([5, 6, 7, 8, 9, 10], column.ToArray());
    }

    [Fact]
    public void Names_that_do_not_exist_or_are_of_another_kind_are_explained()
    {
        Dataset data = new(Toy.Image(3), Toy.Label(3));

        Says(() => data["Lable"], "name", "There is no column Lable; there is Image, Label.");
        Says(() => data.Features("Label"), "name", "Column Label (labels) is a LabelColumn, not a FeatureColumn.");
        Says(() => data.Labels("Image"), "name", "Column Image (floats [2, 2]) is a FeatureColumn, not a LabelColumn.");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    public void Rows_out_of_range_are_refused_in_columns_and_in_views(int row)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Toy.Label(3)[row]);
        Assert.Throws<ArgumentOutOfRangeException>(() => { Toy.Image(3).Row(row); });
        Assert.Throws<ArgumentOutOfRangeException>(() => Toy.Data(9).Select([8, 7, 6]).Labels("Label")[row]);
        Says(() => Toy.Data(3).Select([0, row]), "rows", "Row number 1 of the selection is out of range; rows are 0 to 2");
    }

    [Fact]
    public void Columns_refuse_what_is_not_a_whole_number_of_rows()
    {
        Says(() => new FeatureColumn("Image", [28, 28, 1], new float[1000]), "values",
            "Column Image got 1000 values; a whole number of rows of 784 [28, 28, 1] is needed, and at least one.");
        Says(() => new FeatureColumn("Image", [2], Array.Empty<float>()), "values", "Column Image got 0 values");
        Says(() => new LabelColumn("Label", Array.Empty<int>()), "labels", "Column Label got 0 labels; at least one row is needed.");
    }

    [Theory]
    [InlineData]
    [InlineData(0)]
    [InlineData(3, -1)]
    [InlineData(65536, 65536)]
    [InlineData(65536, 65536, 0)]
    public void Columns_refuse_impossible_shapes(params int[] shape) =>
        Says(() => new FeatureColumn("Image", shape, new float[4]), nameof(shape), $"Column Image got the shape [{string.Join(", ", shape)}]; it takes");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Columns_need_a_name(string? name)
    {
        Assert.ThrowsAny<ArgumentException>(() => new LabelColumn(name!, new[] { 1 }));
        Assert.ThrowsAny<ArgumentException>(() => new FeatureColumn(name!, [1], new[] { 1f }));
    }

    [Fact]
    public void Columns_must_agree()
    {
        Says(() => new Dataset(), "columns", "Got 0 columns; a data set needs at least one.");
        Says(() => new Dataset(Toy.Image(3), null!), "columns", "Column 1 is null.");
        Says(() => new Dataset(Toy.Image(3), Toy.Label(4)), "columns", "Column Label has 4 rows and Image has 3; all columns need the same number.");
        Says(() => new Dataset(Toy.Label(3), Toy.Label(3)), "columns", "Two columns are called Label; each needs its own name.");
    }

    [Fact]
    public void Select_takes_rows_in_the_order_given_and_as_often_as_given()
    {
        Dataset view = Toy.Data(10).Select([7, 0, 7, 3]);

        Assert.Equal([7, 0, 7, 3], Toy.RowsOf(view));
        Assert.Equal([2, -1, 2, 2], view.Labels("Label").ToArray());
        Assert.Equal([3, 7], Toy.RowsOf(view.Select([3, 2])));
        Assert.Equal([14f, 15, 0, 1, 14, 15, 6, 7], view.Features("Price").ToArray());
    }

    [Fact]
    public void Select_of_no_rows_is_refused() => Says(() => Toy.Data(3).Select([]), "rows", "Got 0 rows; a data set needs at least one.");

    [Fact]
    public void Columns_of_different_views_may_be_put_together_and_selected_again()
    {
        Dataset data = Toy.Data(10);
        Dataset mixed = new(data.Select([9, 8, 7])["Image"], Toy.Label(3), data.Select([1, 2, 3])["Price"]);
        Dataset view = mixed.Select([2, 0]);

        Assert.Equal([7, 9], Toy.RowsOf(view));
        Assert.Equal([1, -1], view.Labels("Label").ToArray());
        Assert.Equal([6f, 7, 2, 3], view.Features("Price").ToArray());
    }

    [Fact]
    public void Halves_of_a_split_are_joined_without_a_copy()
    {
        Dataset data = Toy.Data(20);
        DataSplit split = data.Split(0.3, seed: 1);
        Dataset all = split.Train.Concat(split.Validation);

        Assert.Equal(Toy.RowsOf(split.Train).Concat(Toy.RowsOf(split.Validation)), Toy.RowsOf(all));
        Assert.Equal(Toy.RowsOf(all).Select(r => r % 4 - 1), all.Labels("Label").ToArray());
        int first = Toy.RowsOf(all)[0];
        Assert.True(System.Runtime.CompilerServices.Unsafe.AreSame(in data.Features("Image").Row(first)[0], in all.Features("Image").Row(0)[0]));
        Assert.Equal(40, data.Concat(data).Count);
    }

    [Fact]
    public void Concat_copies_rows_of_other_memory_whatever_the_order_of_the_columns()
    {
        Dataset data = new(Toy.Image(6), Toy.Label(6));
        Dataset other = new(new LabelColumn("Label", new[] { 2, 0 }), new FeatureColumn("Image", [2, 2], new float[] { 9, 9, 9, 9, 8, 8, 8, 8 }));
        Dataset all = data.Select([5, 1]).Concat(other);

        Assert.Equal([0, 0, 2, 0], all.Labels("Label").ToArray());
        Assert.Equal([20f, 21, 22, 23, 4, 5, 6, 7, 9, 9, 9, 9, 8, 8, 8, 8], all.Features("Image").ToArray());
    }

    [Fact]
    public void Concat_refuses_other_columns()
    {
        Dataset data = new(Toy.Image(3), Toy.Label(3));

        Says(() => data.Concat(new Dataset(Toy.Image(3))), "other", "It lacks the column Label (labels).");
        Says(() => data.Concat(Toy.Data(3)), "other", "It has the column Flag (floats [1]), which the data set it is joined to lacks.");
        Says(() => data.Concat(new Dataset(Toy.Label(3), new FeatureColumn("Image", [4], new float[12]))), "other",
            "It has Image (floats [4]) and not the column Image (floats [2, 2]).");
        Assert.Throws<ArgumentNullException>("other", () => data.Concat(null!));
    }

    [Fact]
    public void With_adds_or_replaces_a_column()
    {
        Dataset data = new(Toy.Image(3), Toy.Label(3));
        LabelColumn labels = new("Label", new[] { 0, 0, 0 });

        Assert.Same(labels, data.With(labels)["Label"]);
        Assert.Equal(["Image", "Label", "Price"], data.With(Toy.Price(3)).Columns.Select(c => c.Name));
        Assert.Equal(2, data.Columns.Length);
        Says(() => data.With(Toy.Price(4)), "column", "Column Price has 4 rows; this data set has 3.");
    }
}
