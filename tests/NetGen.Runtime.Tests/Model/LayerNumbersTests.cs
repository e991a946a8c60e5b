using NetGen.CompilerServices;

namespace NetGen.Tests.Model;

/// <summary>A hyperparameter that many layers have, as a generated record holds it.</summary>
public sealed class LayerNumbersTests
{
    [Fact]
    public void Another_number_for_a_layer_leaves_the_numbers_it_was_made_from()
    {
        LayerNumbers numbers = new(1, 2, 3), other = numbers.With(1, 5);
        Assert.Equal((1f, 2f, 3f), (numbers[0], numbers[1], numbers[2]));
        Assert.Equal((1f, 5f, 3f), (other[0], other[1], other[2]));
    }

    [Fact]
    public void They_are_compared_by_the_numbers()
    {
        LayerNumbers numbers = new(1, float.NaN), same = new LayerNumbers(0, float.NaN).With(0, 1);
        Assert.True(numbers == same && numbers.GetHashCode() == same.GetHashCode());
        Assert.True(numbers != new LayerNumbers(1, 2) && numbers != new LayerNumbers(1, float.NaN, 0) && numbers != default);
        Assert.Equal(default, default(LayerNumbers));
    }
}
