namespace NetGen.Tests.EndToEnd;

/// <summary><c>Augment</c>, as its user has it.</summary>
public class AugmentTests
{
    private static readonly float[] Images = [.. Enumerable.Range(0, 16 * 48).Select(i => i * 7 % 48 / 48f)];

    [Fact]
    public void A_step_shows_the_same_images_each_time_and_another_step_others()
    {
        using Augmenting network = new(seed: 1), other = new(seed: 1) { Threads = 1, VectorBits = 128 };
        float[] first = new float[Images.Length], again = new float[Images.Length], next = new float[Images.Length];
        network.Augment(Images, step: 5, first);
        other.Augment(Images, step: 5, again);
        network.Augment(Images, step: 6, next);
        Assert.Equal(first, again);
        Assert.NotEqual(first, next);
        Assert.NotEqual(Images, first);
        Assert.All(first, value => Assert.InRange(value, 0, 1));
    }

    [Fact]
    public void Looking_changes_nothing_of_training()
    {
        using Augmenting looking = new(seed: 2), blind = new(seed: 2);
        float[] shown = new float[Images.Length];
        int[] labels = [.. Enumerable.Range(0, 16).Select(i => i % 3)];
        for (int step = 0; step < 5; step++)
        {
            looking.Augment(Images, step + 3, shown);
            Assert.Equal(blind.TrainStep(Images, labels), looking.TrainStep(Images, labels));
        }

        Assert.Equal(((INetwork)blind).Memory.Parameters.ToArray(), ((INetwork)looking).Memory.Parameters.ToArray());
    }

    [Fact]
    public void What_it_shows_is_what_training_sees()
    {
        // A row of a batch is changed by its place, so a step with the images shown and nothing drawn is the same step.
        int[] labels = [.. Enumerable.Range(0, 16).Select(i => i % 3)];
        using Augmenting trained = new(seed: 3), plain = new(new() { ImageHorizontalFlip = 0, ImageShift = 0, ImageEraseSize = 0 }, seed: 3);
        float[] shown = new float[Images.Length];
        for (int step = 0; step < 3; step++)
        {
            trained.Augment(Images, step, shown);
            Assert.Equal(plain.TrainStep(shown, labels), trained.TrainStep(Images, labels));
        }
    }

    [Fact]
    public void Images_may_be_replaced_by_what_is_made_of_them()
    {
        using Augmenting network = new(seed: 1);
        float[] images = [.. Images], shown = new float[Images.Length];
        network.Augment(images, 1, shown);
        network.Augment(images, 1, images);
        Assert.Equal(shown, images);
    }

    [Fact]
    public void Several_inputs_are_augmented_at_once()
    {
        using AugmentingTwo network = new(seed: 1);
        float[] left = [.. Enumerable.Range(0, 16).Select(i => (float)i)], right = new float[32], leftShown = new float[16], rightShown = new float[32];
        network.Augment(left, right, step: 0, leftAugmented: leftShown, rightAugmented: rightShown);
        Assert.Equal([12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3], leftShown);
        Assert.Equal(right, rightShown);
        Assert.False(float.IsNaN(network.TrainStep([.. left, .. left], [.. right, .. right], new float[10], [1, 2])));
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        using Augmenting network = new(seed: 1);
        float[] room = new float[48];
        Assert.Equal("image", Assert.Throws<ArgumentException>(() => network.Augment(new float[47], 0, room)).ParamName);
        Assert.Equal("image", Assert.Throws<ArgumentException>(() => network.Augment([], 0, room)).ParamName);
        Assert.Contains("at most 16", Assert.Throws<ArgumentException>(() => network.Augment(new float[17 * 48], 0, new float[17 * 48])).Message, StringComparison.Ordinal);
        Assert.Equal("augmented", Assert.Throws<ArgumentException>(() => network.Augment(new float[48], 0, new float[47])).ParamName);
        Assert.Equal("step", Assert.Throws<ArgumentOutOfRangeException>(() => network.Augment(new float[48], -1, room)).ParamName);
        room[3] = 2;
        Assert.Contains("row 0, position 3", Assert.Throws<ArgumentException>(() => network.Augment(room, 0, new float[48])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_call()
    {
        using Augmenting network = new(seed: 1) { Threads = 1 };
        float[] shown = new float[Images.Length];
        network.Augment(Images, 0, shown);
        Assert.Equal(0, Allocated.ByThread(() => network.Augment(Images, 1, shown)));
    }

    [Fact]
    public void Predictions_do_not_depend_on_strengths()
    {
        using Augmenting network = new(seed: 4), plain = new(new() { ImageHorizontalFlip = 0, ImageShift = 0, ImageEraseSize = 0 }, seed: 4);
        float[] p = new float[48], q = new float[48];
        network.Predict(Images, p);
        plain.Predict(Images, q);
        Assert.Equal(q, p);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1.5f)]
    [InlineData(float.NaN)]
    public void A_probability_is_checked(float value) =>
        Assert.ThrowsAny<ArgumentException>(() => new Augmenting(new() { ImageHorizontalFlip = value }, seed: 1));
}
