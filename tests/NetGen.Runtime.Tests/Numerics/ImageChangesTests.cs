using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

/// <summary>What augmentation means: known images, and what is left of them.</summary>
public class ImageChangesTests
{
    private const float Fill = -1;

    private static readonly ImageShape Small = new(2, 3, 1), Square = new(9, 9, 1), Wide = new(7, 12, 1), Colors = new(5, 4, 3);

    [Fact]
    public void Flips_mirror_lines_and_columns()
    {
        float[] image = [1, 2, 3, 4, 5, 6];
        Assert.Equal([3, 2, 1, 6, 5, 4], Warped(image, Small, row: 0, (ref map) => map.UndoHorizontalFlip(1)));
        Assert.Equal([4, 5, 6, 1, 2, 3], Warped(image, Small, row: 0, (ref map) => map.UndoVerticalFlip(1)));
        Assert.Equal(image, Warped(image, Small, row: 0, (ref map) => map.UndoHorizontalFlip(0)));
    }

    [Fact]
    public void Half_of_the_images_are_flipped_if_that_is_the_probability()
    {
        int flipped = Enumerable.Range(0, 4000).Count(row => Map(Small, row, (ref map) => map.UndoHorizontalFlip(0.5f)).XPerX < 0);
        Assert.InRange(flipped, 1850, 2150);
    }

    [Fact]
    public void Each_shift_is_as_likely_and_what_comes_in_is_the_fill()
    {
        float[] image = [.. Enumerable.Range(0, Wide.Size).Select(i => (float)i)];
        var shifts = new Dictionary<(double, double), int>();
        for (int row = 0; row < 5000; row++)
        {
            WarpMap map = Map(Wide, row, (ref map) => map.UndoShift(2));
            shifts[(map.Y, map.X)] = shifts.GetValueOrDefault((map.Y, map.X)) + 1;
            float[] shifted = row < 50 ? Warped(image, Wide, row, (ref map) => map.UndoShift(2)) : [];
            foreach ((int i, float value) in shifted.Index())
            {
                (int y, int x) = (i / Wide.Width + (int)map.Y, i % Wide.Width + (int)map.X);
                Assert.Equal(y >= 0 && y < Wide.Height && x >= 0 && x < Wide.Width ? image[y * Wide.Width + x] : Fill, value);
            }
        }

        Assert.Equal(25, shifts.Count);
        Assert.All(shifts.Values, count => Assert.InRange(count, 130, 270));
    }

    [Fact]
    public void A_stretch_leaves_the_center_and_its_lines()
    {
        // A ramp from left to right: stretched sideways it is less steep, by the factor, about the center.
        float[] ramp = [.. Enumerable.Range(0, Square.Size).Select(i => (float)(i % 9 - 4))];
        for (int row = 0; row < 20; row++)
        {
            double slope = Map(Square, row, (ref map) => map.UndoStretch(0, 0.5f)).XPerX;
            float[] stretched = Warped(ramp, Square, row, (ref map) => map.UndoStretch(0, 0.5f));
            Assert.Equal(0, stretched[4 * 9 + 4]);
            Assert.InRange(slope, 1 / 1.5, 2);
            Assert.All(Enumerable.Range(0, 9), y => Assert.InRange(stretched[y * 9 + 5] - slope, -1e-5, 1e-5));
        }
    }

    [Fact]
    public void A_rotation_turns_counterclockwise_for_a_positive_angle_and_keeps_the_center()
    {
        float[] image = new float[Square.Size];
        (image[4 * 9 + 4], image[4 * 9 + 7]) = (1, 2); // the center, and a point to the right of it
        int row = Enumerable.Range(0, 1000).MinBy(r => Math.Abs(new ImageDraws(1, r).Signed(ImageDraw.Rotation) - 0.5));
        float[] rotated = Warped(image, Square, row, (ref map) => map.UndoRotation(180, crop: false));
        Assert.InRange(rotated[4 * 9 + 4], 0.99, 1.01);
        Assert.InRange(rotated[1 * 9 + 4], 1.9, 2.1); // a quarter turn: above it
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(33, 17)]
    [InlineData(2, 8)]
    public void A_rotation_that_crops_shows_nothing_from_outside(int height, int width)
    {
        var shape = new ImageShape(height, width, 1);
        float[] image = [.. Enumerable.Repeat(1f, shape.Size)];
        for (int row = 0; row < 200; row++)
        {
            Assert.All(Warped(image, shape, row, (ref map) => map.UndoRotation(180, crop: true)), value => Assert.InRange(value, 1 - 1e-4, 1));
        }

        Assert.Contains(Enumerable.Range(0, 20), row => Warped(image, shape, row, (ref map) => map.UndoRotation(45, crop: false)).Contains(Fill));
    }

    [Fact]
    public void A_crop_shows_a_window_of_its_area_and_nothing_from_outside()
    {
        float[] ones = [.. Enumerable.Repeat(1f, Wide.Size)];
        double[] areas = [.. Enumerable.Range(0, 2000).Select(row => Map(Wide, row, (ref map) => map.UndoCrop(0.25f))).Select(map => map.YPerY * map.XPerX)];
        Assert.All(areas, area => Assert.InRange(area, 0.25, 1));
        Assert.InRange(areas.Average(), 0.61, 0.64);
        Assert.All(Enumerable.Range(0, 200), row => Assert.All(Warped(ones, Wide, row, (ref map) => map.UndoCrop(0.25f)), value => Assert.InRange(value, 1 - 1e-5, 1)));
    }

    [Fact]
    public void Displacements_are_smooth_and_grow_with_alpha()
    {
        float[] once = Displaced(alpha: 1), twice = Displaced(alpha: 2), none = Displaced(alpha: 0);
        float[] ramp = [.. Enumerable.Range(0, Square.Size).Select(i => (float)(i % 9))];
        Assert.Equal(ramp, none);
        // Inside, on a ramp, the displacement is what is added.
        Assert.InRange(twice[40] - ramp[40], 2 * (once[40] - ramp[40]) - 1e-4, 2 * (once[40] - ramp[40]) + 1e-4);
        Assert.NotEqual(ramp[40], once[40]);

        static float[] Displaced(float alpha)
        {
            float[] image = [.. Enumerable.Range(0, Square.Size).Select(i => (float)(i % 9))], result = new float[Square.Size + 16];
            float[] taps = new float[304], noise = new float[200], field = new float[400], framed = new float[200], places = new float[64];
            int reach = Gaussian.Taps<Floats8>(2, ref taps[0]);
            Assert.Equal(6, reach);
            Assert.InRange(taps[0] + 2 * taps[1..7].Sum(), 1 - 1e-6, 1 + 1e-6);
            var elastic = ElasticField.Draw<Floats8>(7, 3, Square, alpha, reach, ref taps[0], ref noise[0], ref field[0]);
            ImageChanges.Warp<Floats8>(new WarpMap(new ImageDraws(1, 3), Square), elastic, ref image[0], ref result[0], Fill, ref framed[0], ref places[0]);
            return result[..Square.Size];
        }
    }

    [Fact]
    public void Brightness_scales_the_mean_and_contrast_keeps_it()
    {
        float[] image = [.. Enumerable.Range(0, Square.Size).Select(i => i / 81f)];
        for (int row = 0; row < 20; row++)
        {
            double factor = 1 + 0.5 * new ImageDraws(1, row).Signed(ImageDraw.Brightness);
            Assert.InRange(Recolored(image, Square, row, brightness: 0.5f).Average(), factor * image.Average() - 1e-5, factor * image.Average() + 1e-5);
            float[] contrasted = Recolored(image, Square, row, contrast: 0.5f);
            Assert.InRange(contrasted.Average(), image.Average() - 1e-5, image.Average() + 1e-5);
            Assert.NotEqual(image, contrasted);
        }
    }

    [Fact]
    public void Saturation_keeps_the_luma_of_each_position_and_gain_the_balance_of_none()
    {
        float[] image = [.. Enumerable.Range(0, Colors.Size).Select(i => i * 7 % 11 / 11f)];
        float[] saturated = Recolored(image, Colors, row: 3, saturation: 0.8f), gained = Recolored(image, Colors, row: 3, gain: 0.3f);
        for (int i = 0; i < Colors.Size; i += 3)
        {
            Assert.InRange(Luma(saturated, i) - Luma(image, i), -1e-5, 1e-5);
        }

        Assert.NotEqual(image, saturated);
        float[] factors = [.. Enumerable.Range(3, 3).Select(i => gained[i] / image[i])];
        Assert.Equal(3, factors.Distinct().Count());
        Assert.All(factors, factor => Assert.InRange(factor, 0.7, 1.3));

        static double Luma(float[] x, int i) => 0.299 * x[i] + 0.587 * x[i + 1] + 0.114 * x[i + 2];
    }

    [Fact]
    public void Colors_stay_in_the_range()
    {
        float[] image = [.. Enumerable.Range(0, Colors.Size).Select(i => i % 2 * 1f)];
        Assert.All(Enumerable.Range(0, 50), row => Assert.All(Recolored(image, Colors, row, 1, 1, 1, 1, 0, 1), value => Assert.InRange(value, 0, 1)));
    }

    [Fact]
    public void A_blur_leaves_a_constant_image_and_flattens_any_other()
    {
        float[] constant = [.. Enumerable.Repeat(0.7f, Colors.Size)], image = [.. Enumerable.Range(0, Colors.Size).Select(i => i * 5 % 7 / 7f)];
        int row = Enumerable.Range(0, 100).First(r => new ImageDraws(1, r).Unit(ImageDraw.BlurSigma) is > 0.6f and < 0.8f);
        Assert.All(Blurred(constant, row), value => Assert.InRange(value, 0.7 - 1e-6, 0.7 + 1e-6));
        float[] blurred = Blurred(image, row);
        Assert.True(Spread(blurred) < 0.5 * Spread(image));

        static float Spread(float[] x) => x.Max() - x.Min();

        static float[] Blurred(float[] image, int row)
        {
            float[] copy = [.. image, .. new float[16]], taps = new float[304], blurred = new float[200], extended = new float[300];
            ImageChanges.Blur<Floats8>(new ImageDraws(1, row), 3, ref copy[0], Colors, 0, 1, ref taps[0], ref blurred[0], ref extended[0]);
            return copy[..Colors.Size];
        }
    }

    [Fact]
    public void An_erased_square_has_its_area_where_it_does_not_overhang()
    {
        var areas = new List<int>();
        for (int row = 0; row < 400; row++)
        {
            float[] image = [.. Enumerable.Repeat(1f, Square.Size)];
            ImageChanges.Erase(new ImageDraws(1, row), 3, 1, ref image[0], Square, Fill);
            areas.Add(image.Count(value => value == Fill));
            Assert.Equal(Square.Size, image.Count(value => value is Fill or 1));
        }

        Assert.Equal([4, 6, 9], areas.Distinct().Order()); // in a corner, at an edge, inside
        Assert.InRange(areas.Count(area => area == 9) / 400.0, 0.55, 0.66); // 49 of 81 centers
    }

    [Theory]
    [InlineData(0.3f)]
    [InlineData(1f)]
    [InlineData(5f)]
    public void The_share_of_a_cut_image_is_what_is_outside_its_box(float alpha)
    {
        for (int step = 0; step < 300; step++)
        {
            CutBox box = CutMix.Draw(alpha, seed: 4, step, height: 13, width: 7);
            float[] own = new float[16 * 18], partner = [.. Enumerable.Repeat(1f, 16 * 18)];
            for (int c = 0; c < 13 * 7 * 3; c += 8)
            {
                Floats8.Store(CutMix.Paste(box, Floats8.Load(ref own[0], c), Floats8.Load(ref partner[0], c), c, 7, 3), ref own[0], c);
            }

            int pasted = own[..(13 * 7 * 3)].Count(value => value == 1);
            Assert.Equal(box.Kept, (float)(1 - pasted / (13.0 * 7 * 3)), 1e-6);
            Assert.True(own[(box.Top * 7 + box.Left) * 3] == 1 || box.Kept == 1);
        }
    }

    [Fact]
    public void With_alpha_zero_nothing_is_cut() => Assert.Equal(new CutBox(0, 0, 0, 0, 1), CutMix.Draw(0, seed: 1, step: 5, height: 4, width: 4));

    [Fact]
    public void Draws_of_two_purposes_are_independent()
    {
        double sum = 0;
        for (int row = 0; row < 20_000; row++)
        {
            var draws = new ImageDraws(Masks.Key(3, int.MinValue, 7), row);
            sum += draws.Signed(ImageDraw.ShiftY) * draws.Signed(ImageDraw.ShiftX);
        }

        Assert.InRange(sum / Math.Sqrt(20_000 / 9.0), -4.5, 4.5);
    }

    private delegate void Undoing(ref WarpMap map);

    private static WarpMap Map(ImageShape shape, int row, Undoing undo)
    {
        var map = new WarpMap(new ImageDraws(1, row), shape);
        undo(ref map);
        return map;
    }

    private static float[] Warped(float[] image, ImageShape shape, int row, Undoing undo)
    {
        float[] result = new float[shape.Size + 16], framed = new float[(shape.Height + 3) * (shape.Width + 3) * shape.Channels], places = new float[3 * ImageShape.Padded(shape.Width)];
        WarpMap map = Map(shape, row, undo);
        ImageChanges.Warp<Floats8>(map, ref image[0], ref result[0], Fill, ref framed[0], ref places[0]);
        return result[..shape.Size];
    }

    private static float[] Recolored(
        float[] image, ImageShape shape, int row, float gain = 0, float brightness = 0, float contrast = 0, float saturation = 0,
        float least = float.NegativeInfinity, float most = float.PositiveInfinity)
    {
        float[] copy = [.. image, .. new float[16]];
        ImageChanges.Recolor<Floats8>(new ImageDraws(1, row), gain, brightness, contrast, saturation, ref copy[0], shape, least, most);
        return copy[..image.Length];
    }
}
