using NetGen.Tests.Networks;
using static NetGen.Tests.Data.Refusal;

namespace NetGen.Tests.EndToEnd;

/// <summary>A network's <c>Data</c> of columns is that of their numbers.</summary>
public sealed class ColumnDataTests
{
    private const float Scale = 1f / 255;

    private static readonly byte[] s_bytes = [.. Enumerable.Range(0, 48).Select(i => (byte)(37 * i))];
    private static readonly float[] s_places = [.. Enumerable.Range(0, 16).Select(i => i / 8f - 1)], s_sizes = [1, 2, float.NaN, 4, -1, -2, -3, 0];
    private static readonly int[] s_kinds = [0, 1, 2, -1, 2, 1, 0, 0];

    [Fact]
    public void Bytes_beside_floats_are_learned_from_to_the_bit_like_their_numbers()
    {
        Dataset columns = Ranged.Data(Image(s_bytes), Place(s_places), s_kinds, s_sizes);
        Dataset numbers = Ranged.Data(Array.ConvertAll(s_bytes, b => b * Scale), s_places, s_kinds, s_sizes);
        Assert.Equal("8 rows: Image (bytes [6]), Place (floats [2]), Kind (labels), Size (floats [1])", columns.ToString());
        Assert.True(columns.Features("Image").ByteRow(0).Overlaps(s_bytes)); // not a copy

        using Ranged one = new(seed: 1), other = new(seed: 1);
        one.Fit(columns, options: new() { Epochs = 3 });
        other.Fit(numbers, options: new() { Epochs = 3 });
        Assert.Equal(Bits.Of(other), Bits.Of(one));
    }

    [Fact]
    public void Columns_of_another_data_set_serve()
    {
        DataSplit split = Ranged.Data(Image(s_bytes), Place(s_places), s_kinds, s_sizes).Split(0.25, seed: 1);
        Dataset half = Ranged.Data(split.Validation.Features("Image"), split.Validation.Features("Place"), new int[2], new float[2]);
        Assert.Equal(split.Validation.Features("Image").ToArray(), half.Features("Image").ToArray());
    }

    [Fact]
    public void Memory_of_any_kind_is_taken_for_numbers()
    {
        Memory<float> images = new float[48];
        ReadOnlyMemory<float> places = s_places;
        Assert.False(Ranged.Data(images, places, s_kinds.AsMemory(), s_sizes).Features("Image").HasBytes);
        Assert.False(Lonely.Data(y: new[] { 0f, 1 }, x: new[] { 0f, 1 }).Features("X").HasBytes);
    }

    [Fact]
    public void A_column_of_another_name_is_refused()
    {
        Says(() => Ranged.Data(new FeatureColumn("Picture", [6], s_bytes), Place(s_places), s_kinds, s_sizes), "image",
            "Input Image takes a column called Image, not Picture (bytes [6]).");
        Says(() => Ranged.Data(Place(s_places), Image(s_bytes), s_kinds, s_sizes), "image", "Input Image takes a column called Image, not Place (floats [2]).");
    }

    [Fact]
    public void No_column_is_refused() =>
        Says(() => Ranged.Data(Image(s_bytes), null!, s_kinds, s_sizes), "place", "The column of Place is null.");

    [Fact]
    public void What_does_not_fit_the_network_is_refused_by_parameter_and_column()
    {
        Says(() => Ranged.Data(new FeatureColumn("Image", [2, 2], new byte[32]), Place(s_places), s_kinds, s_sizes), "image",
            "Input Image takes 6 floats a row; column Image (bytes [2, 2]) has 4.");
        Says(() => Ranged.Data(Image(s_bytes), Place(s_places[..14]), s_kinds, s_sizes), "place", "Column Place has 7 rows and Image has 8");
        Says(() => Ranged.Data(Image(s_bytes), Place(s_places), s_kinds.AsMemory(1), s_sizes), "kind", "Column Kind has 7 rows and Image has 8");
        Says(() => Ranged.Data(new FeatureColumn("Image", [6], s_bytes, scale: 1), Place(s_places), s_kinds, s_sizes), "image",
            "Column Image, row 0, element 1: 37; features must be");
    }

    private static FeatureColumn Image(byte[] bytes) => new("Image", [6], bytes, Scale);

    private static FeatureColumn Place(float[] numbers) => new("Place", [2], numbers);
}
