using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

/// <summary>What attacks and declared ranges refuse, before anything changes.</summary>
public sealed class AttackArgumentTests : IDisposable
{
    private readonly Ranged _network = new(seed: 1);
    private readonly RangedRows _rows = new(3);

    public void Dispose() => _network.Dispose();

    [Theory, InlineData(-0.1f), InlineData(float.NaN), InlineData(float.PositiveInfinity)]
    public void An_epsilon_that_is_negative_or_not_finite(float epsilon) => Refused(() => _rows.Fgsm(_network, epsilon), "epsilon", FormattableString.Invariant($"epsilon is {epsilon}; it must be ≥ 0 and finite."));

    [Fact]
    public void An_epsilon_wider_than_a_declared_range() =>
        Refused(() => _rows.Fgsm(_network, 8), "epsilon", "epsilon is 8; it must be in [0, 1], for features of Image are in [0, 1].");

    [Theory, InlineData(-0.1f), InlineData(float.NaN), InlineData(float.PositiveInfinity)]
    public void A_step_that_is_negative_or_not_finite(float stepSize) =>
        Refused(() => _rows.Pgd(_network, 0.1f, stepSize, 2), "stepSize", FormattableString.Invariant($"stepSize is {stepSize}; it must be ≥ 0 and finite."));

    [Theory, InlineData(0), InlineData(-3)]
    public void No_steps(int steps) => Refused(() => _rows.Pgd(_network, 0.1f, 0.1f, steps), "steps", FormattableString.Invariant($"steps is {steps}; it must be in [1, 1000000]."));

    [Fact]
    public void Rows_that_do_not_fit()
    {
        Refused(() => _network.Fgsm([], [], [], [], 0.1f, [], []), "image", "0 numbers; it needs one or more rows of 6");
        Refused(() => _network.Fgsm(_rows.Image, _rows.Place.AsSpan(2), _rows.Kind, _rows.Size, 0.1f, _rows.MovedImage, _rows.MovedPlace), "place", "4 numbers; 3 rows of 2 make 6");
        Refused(() => _network.Fgsm(_rows.Image, _rows.Place, _rows.Kind.AsSpan(1), _rows.Size, 0.1f, _rows.MovedImage, _rows.MovedPlace), "kind", "2 numbers; 3 rows of 1 make 3");
        Refused(() => _network.Fgsm(_rows.Image, _rows.Place, [0, 1, 3], _rows.Size, 0.1f, _rows.MovedImage, _rows.MovedPlace), "kind", "kind is 3 at row 2");
    }

    [Fact]
    public void Room_that_does_not_fit()
    {
        Refused(() => _network.Fgsm(_rows.Image, _rows.Place, _rows.Kind, _rows.Size, 0.1f, _rows.MovedImage.AsSpan(1), _rows.MovedPlace), "imageAdversarial", "17 numbers; 3 rows of 6 make 18");
        Refused(() => _network.Pgd(_rows.Image, _rows.Place, _rows.Kind, _rows.Size, 0.1f, 0.1f, 2, _rows.MovedImage, []), "placeAdversarial", "0 numbers; 3 rows of 2 make 6");
        Refused(() => _network.InputGradient(_rows.Image, _rows.Place, _rows.Kind, _rows.Size, _rows.MovedImage, []), "placeGradient", "0 numbers; 3 rows of 2 make 6");
    }

    [Theory, InlineData(-0.001f), InlineData(1.001f), InlineData(float.NaN), InlineData(float.PositiveInfinity)]
    public void A_feature_outside_its_declared_range_everywhere(float value)
    {
        _rows.Image[13] = value;
        string message = $"image is {value} at row 2, position 1; features must be in [0, 1], as Image declares.";
        Refused(() => _rows.Fgsm(_network, 0.1f), "image", message);
        Refused(() => _rows.Gradient(_network), "image", message);
        Refused(() => _network.TrainStep(_rows.Image, _rows.Place, _rows.Kind, _rows.Size), "image", message);
        Refused(() => _network.Predict(_rows.Image, _rows.Place, new float[9], new float[3]), "image", message);
        Refused(() => Ranged.Data(_rows.Image, _rows.Place, _rows.Kind, _rows.Size), "image", $"Column Image, row 2, element 1: {value}; features must be in [0, 1], as Image declares.");
    }

    [Fact]
    public void The_ends_of_a_range_belong_to_it()
    {
        (_rows.Image[0], _rows.Image[1]) = (0, 1);
        _rows.Fgsm(_network, 1);
        Assert.Equal(3, Ranged.Data(_rows.Image, _rows.Place, _rows.Kind, _rows.Size).Count);
    }

    private void Refused(Action act, string argument, string message)
    {
        Bits before = Bits.Of(_network);
        float[] room = [.. _rows.MovedImage];
        Refusal.Says(act, argument, message);
        Assert.Equal(before, Bits.Of(_network));
        Assert.Equal(room, _rows.MovedImage);
    }
}
