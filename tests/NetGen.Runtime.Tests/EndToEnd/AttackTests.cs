namespace NetGen.Tests.EndToEnd;

/// <summary>What attacks promise, on more rows than a batch takes.</summary>
public sealed class AttackTests : IDisposable
{
    private const int Rows = 11;
    private const float Epsilon = 0.1f;

    private readonly Ranged _network = new(seed: 1);
    private readonly RangedRows _rows = new(Rows);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Fgsm_moves_every_feature_by_epsilon_along_the_sign_of_its_gradient_and_no_further_than_the_range()
    {
        (float[] image, float[] place) = _rows.Gradient(_network);
        (float[] movedImage, float[] movedPlace) = _rows.Fgsm(_network, Epsilon);
        Assert.All(Enumerable.Range(0, movedImage.Length), i =>
            Assert.Equal(Math.Clamp(_rows.Image[i] + Epsilon * Math.Sign(image[i]), 0, 1), movedImage[i], 1e-7f));
        Assert.All(Enumerable.Range(0, movedPlace.Length), i => Assert.Equal(_rows.Place[i] + Epsilon * Math.Sign(place[i]), movedPlace[i], 1e-7f));
        Assert.Contains(movedImage, x => x is 0 or 1);
        Assert.Contains(image, dx => dx > 0);
        Assert.Contains(image, dx => dx < 0);
    }

    /// <summary>Where x ± ε is no float, the float next to it on the side of x is as far as an attack may go.</summary>
    [Theory]
    [InlineData(1f)]
    [InlineData(1000.3f)]
    [InlineData(-77777.7f)]
    [InlineData(1e-3f)]
    public void No_attack_leaves_the_neighborhood_of_a_row_by_rounding(float size)
    {
        for (int seed = 1; seed <= 8; seed++)
        {
            float epsilon = 0.1f / seed;
            var rows = new RangedRows(Rows) { Place = [.. _rows.Place.Select((x, i) => size * (1 + 0.01f * i * x))] };
            (float[] image, float[] place) = rows.Fgsm(_network, epsilon);
            AssertWithin(rows, image, place, epsilon);

            float[] pgdImage = new float[6 * Rows], pgdPlace = new float[2 * Rows];
            _network.Pgd(rows.Image, rows.Place, rows.Kind, rows.Size, epsilon, epsilon / 3, 4, pgdImage, pgdPlace, randomStart: seed);
            AssertWithin(rows, pgdImage, pgdPlace, epsilon);
        }

        static void AssertWithin(RangedRows rows, float[] image, float[] place, float epsilon)
        {
            Assert.All(rows.Image.Zip(image), x => Assert.InRange(Math.Abs((double)x.Second - x.First), 0, epsilon));
            Assert.All(rows.Place.Zip(place), x => Assert.InRange(Math.Abs((double)x.Second - x.First), 0, epsilon));
        }
    }

    [Fact]
    public void The_gradient_is_that_of_each_rows_own_loss()
    {
        (float[] image, float[] place) = _rows.Gradient(_network);
        for (int row = 0; row < Rows; row++)
        {
            var alone = new RangedRows(1)
            {
                Image = _rows.Image[(6 * row)..(6 * row + 6)],
                Place = _rows.Place[(2 * row)..(2 * row + 2)],
                Kind = [_rows.Kind[row]],
                Size = [_rows.Size[row]],
            };
            (float[] imageAlone, float[] placeAlone) = alone.Gradient(_network);
            Assert.Equal(image[(6 * row)..(6 * row + 6)], imageAlone);
            Assert.Equal(place[(2 * row)..(2 * row + 2)], placeAlone);
        }
    }

    [Fact]
    public void The_gradient_is_what_differences_of_the_measured_loss_say()
    {
        (float[] image, _) = _rows.Gradient(_network);
        const float h = 1e-2f;
        for (int i = 0; i < 6; i++)
        {
            float here = _rows.Image[i];
            float[] above = [.. _rows.Image], below = [.. _rows.Image];
            (above[i], below[i]) = (Math.Min(here + h, 1), Math.Max(here - h, 0));
            double measured = Rows * (_rows.Loss(_network, above, _rows.Place) - _rows.Loss(_network, below, _rows.Place)) / (above[i] - below[i]);
            Assert.Equal(measured, image[i], 2e-3);
        }
    }

    /// <summary>Toward smoothed targets, a prediction surer than 1 − ε would be "attacked" by making it surer still.</summary>
    [Fact]
    public void Smoothed_targets_are_not_attacked_by_halves()
    {
        using var smoothed = new Ranged(new() { KindSmoothing = 0.6f }, seed: 1);
        (float[] image, float[] place) = _rows.Gradient(_network);
        (float[] smoothedImage, float[] smoothedPlace) = _rows.Gradient(smoothed);
        Assert.Equal(image, smoothedImage);
        Assert.Equal(place, smoothedPlace);
        Assert.NotEqual(_rows.Loss(_network, _rows.Image, _rows.Place), _rows.Loss(smoothed, _rows.Image, _rows.Place));
    }

    [Fact]
    public void A_row_without_any_target_has_no_gradient_and_stays()
    {
        (_rows.Kind[5], _rows.Size[5]) = (-1, float.NaN);
        (float[] image, float[] place) = _rows.Gradient(_network);
        Assert.All(image[30..36].Concat(place[10..12]), dx => Assert.Equal(0, dx));
        foreach ((float[] moved, float[] movedPlace) in new[] { _rows.Fgsm(_network, Epsilon), _rows.Pgd(_network, Epsilon, 0.05f, 3, randomStart: 7) })
        {
            Assert.Equal(_rows.Image[30..36], moved[30..36]);
            Assert.Equal(_rows.Place[10..12], movedPlace[10..12]);
            Assert.NotEqual(_rows.Image[36..42], moved[36..42]);
        }
    }

    [Fact]
    public void A_row_with_one_of_its_targets_raises_the_loss_of_that_head()
    {
        (float[] both, _) = _rows.Gradient(_network);
        float[] size = [.. _rows.Size];
        _rows.Size[2] = float.NaN;
        (float[] kind, _) = _rows.Gradient(_network);
        (_rows.Size, _rows.Kind[2]) = (size, -1);
        (float[] other, _) = _rows.Gradient(_network);
        Assert.All(Enumerable.Range(12, 6), i => Assert.Equal(both[i], kind[i] + other[i], 1e-6f));
        Assert.NotEqual(both[12], kind[12]);
    }

    [Fact]
    public void One_step_of_epsilon_without_a_random_start_is_Fgsm()
    {
        (float[] image, float[] place) = _rows.Fgsm(_network, Epsilon);
        (float[] again, float[] placeAgain) = _rows.Pgd(_network, Epsilon, Epsilon, steps: 1);
        Assert.Equal(image, again);
        Assert.Equal(place, placeAgain);
    }

    [Theory, InlineData(null), InlineData(3)]
    public void Several_steps_stay_within_epsilon_and_the_range(int? randomStart)
    {
        (float[] image, float[] place) = _rows.Pgd(_network, Epsilon, stepSize: 0.04f, steps: 20, randomStart: randomStart);
        Assert.All(Enumerable.Range(0, image.Length), i =>
            Assert.InRange(image[i], Math.Max(0, _rows.Image[i] - Epsilon), Math.Min(1, _rows.Image[i] + Epsilon)));
        Assert.All(Enumerable.Range(0, place.Length), i => Assert.InRange(place[i], _rows.Place[i] - Epsilon, _rows.Place[i] + Epsilon));
        Assert.True(_rows.Loss(_network, image, place) > 1.05 * _rows.Loss(_network, _rows.Image, _rows.Place));
    }

    [Fact]
    public void An_attack_raises_the_loss_and_a_targeted_one_lowers_that_of_its_targets()
    {
        double before = _rows.Loss(_network, _rows.Image, _rows.Place);
        (float[] away, float[] placeAway) = _rows.Fgsm(_network, Epsilon);
        (float[] toward, float[] placeToward) = _rows.Fgsm(_network, Epsilon, targeted: true);
        Assert.True(_rows.Loss(_network, away, placeAway) > before);
        Assert.True(_rows.Loss(_network, toward, placeToward) < before);
    }

    [Fact]
    public void A_random_start_is_a_function_of_its_seed_and_the_rows_number()
    {
        (float[] one, _) = _rows.Pgd(_network, Epsilon, 0, steps: 1, randomStart: 5);
        (float[] same, _) = _rows.Pgd(_network, Epsilon, 0, steps: 1, randomStart: 5);
        (float[] other, _) = _rows.Pgd(_network, Epsilon, 0, steps: 1, randomStart: 6);
        Assert.Equal(one, same);
        Assert.All(Enumerable.Range(0, Rows), row => Assert.NotEqual(one[(6 * row)..(6 * row + 6)], other[(6 * row)..(6 * row + 6)]));

        // Two rows with the same features, in different batches, start at different points.
        _rows.Image.AsSpan(0, 6).CopyTo(_rows.Image.AsSpan(42));
        (float[] twins, _) = _rows.Pgd(_network, Epsilon, 0, steps: 1, randomStart: 5);
        Assert.NotEqual(twins[..6], twins[42..48]);
        Assert.Equal(one[..6], twins[..6]);
    }

    [Fact]
    public void Zero_epsilon_changes_nothing_with_or_without_a_random_start()
    {
        Assert.Equal(_rows.Image, _rows.Fgsm(_network, 0).Image);
        Assert.Equal(_rows.Image, _rows.Pgd(_network, 0, 0.3f, 4, randomStart: 1).Image);
    }

    [Fact]
    public void The_rows_themselves_may_take_the_result()
    {
        (float[] image, float[] place) = _rows.Fgsm(_network, Epsilon);
        (_rows.MovedImage, _rows.MovedPlace) = (_rows.Image, _rows.Place);
        (float[] again, float[] placeAgain) = _rows.Fgsm(_network, Epsilon);
        Assert.Equal(image, again);
        Assert.Equal(place, placeAgain);
    }

    [Fact]
    public void An_attack_leaves_the_network_and_its_training_as_they_were()
    {
        using var untouched = new Ranged(seed: 1);
        for (int step = 0; step < 3; step++)
        {
            var batch = new RangedRows(4, seed: step);
            Assert.Equal(Step(untouched, batch), Step(_network, batch));
            _rows.Pgd(_network, Epsilon, 0.05f, 3, randomStart: step);
        }

        static float Step(Ranged network, RangedRows rows) => network.TrainStep(rows.Image, rows.Place, rows.Kind, rows.Size);
    }

    [Fact]
    public void Nothing_is_allocated_after_the_first_call()
    {
        Assert.Equal(0, Allocated.ByThread(() =>
        {
            _network.InputGradient(_rows.Image, _rows.Place, _rows.Kind, _rows.Size, _rows.MovedImage, _rows.MovedPlace);
            _network.Fgsm(_rows.Image, _rows.Place, _rows.Kind, _rows.Size, Epsilon, _rows.MovedImage, _rows.MovedPlace);
            _network.Pgd(
                _rows.Image, _rows.Place, _rows.Kind, _rows.Size, Epsilon, 0.05f, 3, _rows.MovedImage, _rows.MovedPlace, targeted: true, randomStart: 2);
        }));
    }
}
