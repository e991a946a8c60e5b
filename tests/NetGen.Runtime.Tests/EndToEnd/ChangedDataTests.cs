using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

/// <summary>The memory of a data set is its owner's; what was changed after it was checked is caught where it is gathered.</summary>
public sealed class ChangedDataTests
{
    private const int Rows = 12;

    private readonly float[] _image = new float[Rows * 6], _place = new float[Rows * 2], _size = new float[Rows];
    private readonly int[] _kind = new int[Rows];

    [Theory, InlineData(7), InlineData(3), InlineData(-5), InlineData(int.MaxValue), InlineData(int.MinValue)]
    public void A_label_that_is_no_class_any_more_ends_a_fit_an_evaluation_and_a_gathering(int label) =>
        IsCaught(() => _kind[9] = label, $"Column Kind, row 9: {label}; the labels of Kind are 0 to 2");

    [Fact]
    public void A_feature_that_left_its_range_is_caught() => IsCaught(() => _image[9 * 6 + 4] = 1.5f, "Column Image, row 9, element 4: 1.5; features are finite and in [0, 1]");

    [Fact]
    public void A_feature_that_is_no_number_any_more_is_caught() => IsCaught(() => _place[9 * 2 + 1] = float.NaN, "Column Place, row 9, element 1: NaN; features are finite");

    [Fact]
    public void A_target_that_became_infinite_is_caught() => IsCaught(() => _size[9] = float.NegativeInfinity, "Column Size, row 9, element 0: -Infinity; targets are finite");

    [Fact]
    public void A_target_may_go_missing_meanwhile()
    {
        using Ranged network = new(seed: 1);
        Dataset data = Data();
        _size[9] = float.NaN;
        _kind[9] = LabelColumn.Missing;
        network.Fit(data, options: new() { Epochs = 1 });
    }

    private Dataset Data() => Ranged.Data(_image, _place, _kind, _size);

    private void IsCaught(Action change, string message)
    {
        using Ranged network = new(seed: 1);
        Dataset data = Data();
        network.Fit(data, options: new() { Epochs = 1 });
        Bits before = Bits.Of(network);
        change();
        string[] messages =
        [
            Assert.Throws<InvalidOperationException>(() => network.Evaluate(data)).Message,
            Assert.Throws<InvalidOperationException>(() => data.Gather(((INetwork)network).Memory, [8, 9])).Message,
            Assert.Throws<InvalidOperationException>(() => network.Fit(data.Select([9, 9, 9, 9, 9, 9, 9, 9]), options: new() { Epochs = 1 })).Message,
        ];
        Assert.All(messages[..2], text => Assert.Contains(message, text, StringComparison.Ordinal));
        Assert.All(messages, text => Assert.Contains("changed after the data set was checked", text, StringComparison.Ordinal));
        Assert.True(before == Bits.Of(network));

        // What was refused is not in the way of anything else.
        network.Predict(_image.AsSpan(0, 24), _place.AsSpan(0, 8), new float[12], new float[4]);
        network.Evaluate(data.Select([0, 1, 2, 3]));
    }
}
