using NetGen.Tests.EndToEnd;
using NetGen.Tests.Networks;
using static NetGen.Tests.Data.Refusal;

namespace NetGen.Tests.Data;

/// <summary>A column of bytes is the column of floats scale · b + offset in a quarter of the memory, wherever data sets are used.</summary>
public sealed class ByteColumnTests
{
    private const float Scale = 1f / 16, Offset = -0.25f;

    [Fact]
    public void Its_numbers_are_those_of_the_floats_and_its_bytes_its_own()
    {
        byte[] bytes = Bytes(12);
        FeatureColumn column = new("Image", [2, 3], bytes, Scale, Offset);
        Assert.Equal((2, 6, true, Scale, Offset, "Image (bytes [2, 3])"), (column.Count, column.Size, column.HasBytes, column.Scale, column.Offset, column.ToString()));
        Assert.Equal(Floats(bytes), column.ToArray());
        Assert.Equal(Floats(bytes)[6..], column.Row(1).ToArray());
        Assert.Equal(bytes[6..], column.ByteRow(1).ToArray());
        Assert.True(column.ByteRow(1).Overlaps(bytes)); // not a copy
        float[] copied = new float[8];
        column.CopyRow(1, copied);
        Assert.Equal([.. Floats(bytes)[6..], 0, 0], copied);
        Assert.Equal(0, Allocated.ByThread(() => column.CopyRow(0, copied)));
    }

    [Fact]
    public void The_default_scale_gives_the_floats_of_IdxArray_to_the_bit()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        IdxArray array = Idx.Read(new MemoryStream([0, 0, 8, 2, 0, 0, 0, 4, 0, 0, 0, 64, .. all]));
        Assert.Equal(array.ToFloats(), new FeatureColumn("X", [64], all).ToArray());
        Assert.Equal(array.ToFloats(), array.ToFeatures("X").ToArray());
    }

    [Fact]
    public void A_column_of_floats_has_the_scale_1_and_no_bytes()
    {
        FeatureColumn column = new("X", [2], new float[] { 1, 2, 3, 4 });
        Assert.Equal((false, 1f, 0f), (column.HasBytes, column.Scale, column.Offset));
        Assert.Contains("Column X (floats [2]) holds no bytes", Assert.Throws<InvalidOperationException>(() => column.ByteRow(0).Length).Message, StringComparison.Ordinal);
        float[] copied = new float[2];
        column.CopyRow(1, copied);
        Assert.Equal([3, 4], copied);
    }

    [Theory, InlineData(float.NaN), InlineData(0f), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void A_scale_that_makes_no_numbers_is_refused(float scale) =>
        Says(() => new FeatureColumn("X", [1], new byte[1], scale), "scale", "Column X: the scale of bytes must be a finite number other than 0");

    [Theory, InlineData(1, float.NaN), InlineData(1, float.NegativeInfinity), InlineData(1e37f, 0), InlineData(1e36f, 3e38f)]
    public void An_offset_that_makes_no_numbers_is_refused(float scale, float offset) =>
        Says(() => new FeatureColumn("X", [1], new byte[1], scale, offset), "offset", "Column X: the offset of bytes must be a finite number");

    [Fact]
    public void Bytes_that_are_no_whole_rows_are_refused()
    {
        Says(() => new FeatureColumn("X", [2, 2], new byte[7]), "bytes", "Column X got 7 bytes; a whole number of rows of 4 [2, 2] is needed");
        Says(() => new FeatureColumn("X", [2, 2], Array.Empty<byte>()), "bytes", "Column X got 0 bytes");
        Says(() => new FeatureColumn("X", [2, 2], new byte[8]).CopyRow(0, new float[3]), "to", "Room for 3 values; a row of X (bytes [2, 2]) has 4.");
        Assert.Throws<ArgumentOutOfRangeException>("row", () => new FeatureColumn("X", [4], new byte[8]).ByteRow(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>("row", () => new FeatureColumn("X", [4], new byte[8]).Row(-1).Length);
    }

    [Fact]
    public void Selections_splits_and_folds_are_views_of_the_same_bytes()
    {
        (Dataset bytes, Dataset floats) = Sets(40);
        Same(floats.Select([7, 0, 7]), bytes.Select([7, 0, 7]));
        Same(floats.Split(0.3, seed: 2, stratify: "Label").Validation, bytes.Split(0.3, seed: 2, stratify: "Label").Validation);
        foreach ((DataSplit f, DataSplit b) in floats.Folds(4, seed: 1).Zip(bytes.Folds(4, seed: 1)))
        {
            Same(f.Train, b.Train);
            Assert.True(b.Train.Features("Image").ByteRow(0).Overlaps(((FeatureColumn)bytes["Image"]).ByteRow(b.Train.Features("Image").StoredRows![0])));
        }

        DataSplit split = bytes.Split(0.5);
        Assert.True(split.Train.Concat(split.Validation).Features("Image").HasBytes);
    }

    [Fact]
    public void Bytes_join_bytes_as_bytes_and_everything_else_as_floats()
    {
        (Dataset bytes, Dataset floats) = Sets(8);
        (Dataset more, Dataset moreFloats) = Sets(5, seed: 2);
        Dataset otherScale = more.With(new FeatureColumn("Image", [2, 2], Bytes(20, seed: 2), Scale / 2, Offset / 2));
        Dataset joined = bytes.Concat(more);
        Assert.True(joined.Features("Image").HasBytes);
        Same(floats.Concat(moreFloats), joined);
        Same(floats.Concat(moreFloats), bytes.Concat(moreFloats), isBytes: false);
        Same(floats.Concat(moreFloats), floats.Concat(more), isBytes: false);
        Assert.False(bytes.Concat(otherScale).Features("Image").HasBytes);
        Assert.Equal(otherScale.Features("Image").ToArray(), bytes.Concat(otherScale).Features("Image").ToArray()[32..]);
        Says(() => bytes.Concat(more.With(new FeatureColumn("Image", [4], new byte[20]))), "other", "It has Image (bytes [4]) and not the column Image (bytes [2, 2]).");
    }

    [Fact]
    public void Gather_writes_what_it_writes_of_floats_and_leaves_the_padding_alone()
    {
        (Dataset bytes, Dataset floats) = Sets(40);
        NetworkMemory one = new(Toy.Schema, seed: 0), other = new(Toy.Schema, seed: 0);
        int[] rows = [7, 39, 7, 0];
        bytes.Gather(one, rows);
        floats.Gather(other, rows);
        Assert.Equal(Enumerable.Range(0, 64).Select(i => other.Work(i)), Enumerable.Range(0, 64).Select(i => one.Work(i)));
        Assert.Equal(0, Allocated.ByThread(() => bytes.Gather(one, rows)));
        Assert.Throws<ArgumentOutOfRangeException>("row", () => bytes.Gather(one, [40]));
    }

    [Fact]
    public void A_range_that_the_bytes_leave_is_refused_by_row_and_element()
    {
        NetworkSchema schema = Toy.Schema with { Inputs = [Toy.Schema.Inputs[0] with { Min = 0, Max = 1 }] };
        byte[] values = new byte[16];
        Dataset data = Toy.Data(4).With(new FeatureColumn("Image", [2, 2], values, Scale));
        data.Require(schema, "training");
        values[6] = 17;
        Says(() => data.With(new FeatureColumn("Image", [2, 2], values, Scale)).Require(schema, "training"), "training",
            "Column Image, row 1, element 2: 1.0625; features must be");

        // Changed after it was checked: seen when it is gathered.
        var fault = Assert.Throws<InvalidOperationException>(() => data.Gather(new NetworkMemory(schema, 0), [0, 1]));
        Assert.Contains("Column Image, row 1, element 2: 1.0625", fault.Message, StringComparison.Ordinal);
        data.Select([0, 2]).With(new FeatureColumn("Image", [2, 2], values, Scale).View([0, 2])).Require(schema, "training"); // not in this view
    }

    [Fact]
    public void Bytes_are_targets_too()
    {
        Dataset data = Toy.Data(4).With(new FeatureColumn("Flag", [1], new byte[] { 0, 255, 128, 0 })).With(new FeatureColumn("Price", [2], new byte[8], scale: 1));
        data.Require(Toy.Schema, "training");
        NetworkMemory memory = new(Toy.Schema, seed: 0);
        data.Gather(memory, [0, 1, 2]);
        Assert.Equal([0f, 1f, 128 * (1f / 255)], Enumerable.Range(0, 3).Select(r => memory.TargetRow(1, r)[0]));
        Says(() => data.With(new FeatureColumn("Flag", [1], new byte[] { 0, 0, 1, 2 }, scale: 1)).Require(Toy.Schema, "training"), "training",
            "Column Flag, row 3, element 0: 2; targets of BinaryCrossEntropy must be 0 to 1");
    }

    [Fact]
    public void Scalers_learn_what_they_learn_of_floats_and_give_floats()
    {
        (Dataset bytes, Dataset floats) = Sets(40);
        Standardizer scale = Standardizer.Learn(bytes, "Image"), known = Standardizer.Learn(floats, "Image");
        Assert.Equal(known.Means.ToArray(), scale.Means.ToArray());
        Assert.Equal(known.Deviations.ToArray(), scale.Deviations.ToArray());
        Assert.Equal(Rescaler.Learn(floats, "Image").Widths.ToArray(), Rescaler.Learn(bytes, "Image").Widths.ToArray());
        Same(known.Apply(floats), scale.Apply(bytes), isBytes: false);
    }

    [Fact]
    public void A_network_learns_to_the_bit_what_it_learns_from_floats()
    {
        byte[] bytes = Bytes(200 * 96, seed: 3);
        int[] labels = [.. Enumerable.Range(0, 96).Select(row => bytes[200 * row] % 10)];
        Dataset floats = Wide.Data(Floats(bytes), labels);
        Dataset scaled = new(new FeatureColumn("X", [200], bytes, Scale, Offset), new LabelColumn("Y", labels));
        using Wide one = new(seed: 1), other = new(seed: 1);
        FitOptions options = new() { Epochs = 3, EarlyStopping = new(patience: 2), RetrainOnAll = true };
        DataSplit a = floats.Split(0.3, seed: 1), b = scaled.Split(0.3, seed: 1);
        one.Fit(a.Train, a.Validation, options);
        other.Fit(b.Train, b.Validation, options);
        Assert.Equal(Bits.Of(one), Bits.Of(other));
        Assert.Equal(one.Evaluate(floats).Loss, other.Evaluate(scaled).Loss);

        float[] expected = new float[10], found = new float[10];
        one.Predict(floats.Features("X").Row(5), expected);
        other.Predict(scaled.Features("X").Row(5), found);
        Assert.Equal(expected, found);
        CrossValidationResult folds = CrossValidation.Run(_ => new Wide(seed: 1), scaled, folds: 3, new() { Fit = new() { Epochs = 1 } });
        Assert.Equal(CrossValidation.Run(_ => new Wide(seed: 1), floats, folds: 3, new() { Fit = new() { Epochs = 1 } }).ToString(), folds.ToString());
    }

    private static (Dataset Bytes, Dataset Floats) Sets(int rows, int seed = 1)
    {
        byte[] bytes = Bytes(4 * rows, seed);
        Dataset all = Toy.Data(rows);
        return (all.With(new FeatureColumn("Image", [2, 2], bytes, Scale, Offset)), all.With(new FeatureColumn("Image", [2, 2], Floats(bytes))));
    }

    private static void Same(Dataset floats, Dataset other, bool isBytes = true)
    {
        Assert.Equal(isBytes, other.Features("Image").HasBytes);
        Assert.Equal(floats.Features("Image").ToArray(), other.Features("Image").ToArray());
        Assert.Equal(floats.Labels("Label").ToArray(), other.Labels("Label").ToArray());
    }

    private static byte[] Bytes(int count, int seed = 1)
    {
        byte[] bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static float[] Floats(byte[] bytes) => [.. bytes.Select(b => b * Scale + Offset)];
}
