using NetGen.CompilerServices;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Augmentation by its definition: for each position of the result the place of the image that is seen there, found by undoing one change after
/// another, then what is done to its numbers, one change after another. The random numbers are those of the emitted code.
/// </summary>
/// <param name="op">The augmentation.</param>
/// <param name="type">The images.</param>
/// <param name="seed">The network's seed.</param>
/// <param name="step">The number of updates made before.</param>
internal sealed class AugmentedImages(Augment op, TensorType type, int seed, long step)
{
    private readonly int _height = type.Height, _width = type.Width, _channels = type.Channels;

    /// <summary>The images as training sees them.</summary>
    public Tensor Of(Tensor images, double[] strengths)
    {
        (ImageChange Change, IReadOnlyList<double> Strengths)[] changes = [.. op.With(strengths)];
        var result = new Tensor(images.Rows, images.Columns);
        for (int row = 0; row < images.Rows; row++)
        {
            int r = row;
            double[] image = [.. Enumerable.Range(0, images.Columns).Select(j => images[r, j])];
            foreach ((int j, double value) in Changed(image, row, changes).Index())
            {
                result[row, j] = value;
            }
        }

        return result;
    }

    private double[] Changed(double[] image, int row, (ImageChange Change, IReadOnlyList<double> Strengths)[] changes)
    {
        var draws = new ImageDraws(Masks.Key(seed, op.KeyLayer, step), row);
        if (changes.Any(c => c.Change.IsGeometry))
        {
            image = Moved(image, row, draws, [.. changes.Where(c => c.Change.IsGeometry).Reverse()]);
        }

        foreach ((ImageChange change, IReadOnlyList<double> s) in changes.Where(c => !c.Change.IsGeometry))
        {
            image = change.Kind switch
            {
                ImageChangeKind.ColorBalance => Recolored(image, draws, s),
                ImageChangeKind.Blur => Blurred(image, (float)s[0] * draws.Unit(ImageDraw.BlurSigma)),
                _ => Erased(image, draws, (int)s[0], (float)s[1]),
            };
        }

        return image;
    }

    /// <summary>A number of an image, and what is outside it.</summary>
    private double At(double[] image, int y, int x, int c) => y >= 0 && y < _height && x >= 0 && x < _width ? image[(y * _width + x) * _channels + c] : op.Fill;

    private double[] Moved(double[] image, int row, ImageDraws draws, (ImageChange Change, IReadOnlyList<double> Strengths)[] lastFirst)
    {
        double[] moved = new double[image.Length];
        double[][]? displaced = lastFirst.FirstOrDefault(c => c.Change.Kind == ImageChangeKind.Elastic) is { Strengths: { } s } ? Displacements(row, s[0], (float)s[1]) : null;
        for (int i = 0; i < _height * _width; i++)
        {
            (double y, double x) = (i / _width - (_height - 1) / 2.0, i % _width - (_width - 1) / 2.0);
            if (displaced is not null)
            {
                (y, x) = (y + displaced[0][i], x + displaced[1][i]);
            }

            foreach ((ImageChange change, IReadOnlyList<double> strengths) in lastFirst)
            {
                (y, x) = Undo(change.Kind, strengths, draws, y, x);
            }

            (y, x) = (y + (_height - 1) / 2.0, x + (_width - 1) / 2.0);
            (int top, int left) = ((int)Math.Floor(Math.Clamp(y, -2, _height + 1)), (int)Math.Floor(Math.Clamp(x, -2, _width + 1)));
            (double down, double right) = (Math.Clamp(y - top, 0, 1), Math.Clamp(x - left, 0, 1));
            for (int c = 0; c < _channels; c++)
            {
                double above = (1 - right) * At(image, top, left, c) + right * At(image, top, left + 1, c);
                double below = (1 - right) * At(image, top + 1, left, c) + right * At(image, top + 1, left + 1, c);
                moved[i * _channels + c] = (1 - down) * above + down * below;
            }
        }

        return moved;
    }

    private (double Y, double X) Undo(ImageChangeKind kind, IReadOnlyList<double> s, ImageDraws draws, double y, double x)
    {
        switch (kind)
        {
            case ImageChangeKind.HorizontalFlip:
                return draws.Happens(ImageDraw.HorizontalFlip, (float)s[0]) ? (y, -x) : (y, x);
            case ImageChangeKind.VerticalFlip:
                return draws.Happens(ImageDraw.VerticalFlip, (float)s[0]) ? (-y, x) : (y, x);
            case ImageChangeKind.Shift:
                int most = (int)s[0];
                return (y - draws.Below(ImageDraw.ShiftY, 2 * most + 1) + most, x - draws.Below(ImageDraw.ShiftX, 2 * most + 1) + most);
            case ImageChangeKind.Stretch:
                return (y / (1 + s[0] * draws.Signed(ImageDraw.StretchY)), x / (1 + s[1] * draws.Signed(ImageDraw.StretchX)));
            case ImageChangeKind.Zoom:
                double zoom = 1 + s[0] * draws.Signed(ImageDraw.Zoom);
                return (y / zoom, x / zoom);
            case ImageChangeKind.RandomCrop:
                double side = Math.Sqrt(1 - (1 - s[0]) * draws.Unit(ImageDraw.CropArea));
                return (
                    side * y + (1 - side) * (_height - 1) / 2 * draws.Signed(ImageDraw.CropY),
                    side * x + (1 - side) * (_width - 1) / 2 * draws.Signed(ImageDraw.CropX));
            case ImageChangeKind.Rotate or ImageChangeKind.RotateAndCrop:
                (double sine, double cosine) = Math.SinCos(s[0] * draws.Signed(ImageDraw.Rotation) / 180 * Math.PI);
                (double longer, double shorter) = (Math.Max(_height, _width) - 1, Math.Max(1, Math.Min(_height, _width) - 1));
                double enlarged = kind == ImageChangeKind.Rotate ? 1 : Math.Abs(cosine) + Math.Max(1, longer / shorter) * Math.Abs(sine);
                return ((cosine * y + sine * x) / enlarged, (cosine * x - sine * y) / enlarged);
            default:
                return (y, x); // displacements come first
        }
    }

    /// <summary>α·(G ∗ U) of both axes.</summary>
    private double[][] Displacements(int row, double alpha, float sigma)
    {
        ulong key = Masks.Key(seed, op.KeyLayer + 1, step);
        double[] taps = Gauss(sigma);
        return [.. Enumerable.Range(0, 2).Select(Axis)];

        double[] Axis(int axis)
        {
            double[] field = new double[_height * _width];
            for (int i = 0; i < field.Length; i++)
            {
                for (int y = 0; y < _height; y++)
                {
                    for (int x = 0; x < _width; x++)
                    {
                        field[i] += alpha * Tap(taps, y - i / _width) * Tap(taps, x - i % _width) * ElasticField.Signed(key, row, axis * field.Length + y * _width + x);
                    }
                }
            }

            return field;
        }
    }

    /// <summary>The weights of the distances from 0 on; those of all distances sum to 1.</summary>
    private static double[] Gauss(float sigma)
    {
        double[] weights = [.. Enumerable.Range(0, Gaussian.ReachOf(sigma) + 1).Select(k => k == 0 ? 1 : Math.Exp(-0.5 * k * k / ((double)sigma * sigma)))];
        double sum = 2 * weights.Sum() - weights[0];
        return [.. weights.Select(weight => weight / sum)];
    }

    private static double Tap(double[] taps, int distance) => Math.Abs(distance) < taps.Length ? taps[Math.Abs(distance)] : 0;

    private double[] Recolored(double[] image, ImageDraws draws, IReadOnlyList<double> s)
    {
        if (s.All(strength => strength == 0))
        {
            return image;
        }

        double brightness = 1 + s[1] * draws.Signed(ImageDraw.Brightness), contrast = 1 + s[2] * draws.Signed(ImageDraw.Contrast);
        double saturation = 1 + s[3] * draws.Signed(ImageDraw.Saturation);
        double[] lit = [.. image.Select((x, j) => x * brightness * (1 + s[0] * draws.Signed(ImageDraw.Gain + j % _channels)))];
        double mean = Lumas(lit).Average();
        double[] contrasted = [.. lit.Select(x => mean + contrast * (x - mean))], lumas = Lumas(contrasted);
        return [.. contrasted.Select((x, j) => Clipped(lumas[j / _channels] + saturation * (x - lumas[j / _channels])))];
    }

    private double[] Lumas(double[] image) =>
        [.. image.Chunk(_channels).Select(position => position is [var red, var green, var blue] ? 0.299 * red + 0.587 * green + 0.114 * blue : position.Average())];

    private double[] Blurred(double[] image, float sigma)
    {
        double[] taps = Gauss(sigma), blurred = new double[image.Length];
        if (taps.Length == 1)
        {
            return image;
        }

        for (int i = 0; i < _height * _width; i++)
        {
            for (int dy = 1 - taps.Length; dy < taps.Length; dy++)
            {
                for (int dx = 1 - taps.Length; dx < taps.Length; dx++)
                {
                    (int y, int x) = (Math.Clamp(i / _width + dy, 0, _height - 1), Math.Clamp(i % _width + dx, 0, _width - 1));
                    for (int c = 0; c < _channels; c++)
                    {
                        blurred[i * _channels + c] += Tap(taps, dy) * Tap(taps, dx) * At(image, y, x, c);
                    }
                }
            }
        }

        return [.. blurred.Select(Clipped)];
    }

    private double[] Erased(double[] image, ImageDraws draws, int size, float probability)
    {
        if (!draws.Happens(ImageDraw.Erase, probability))
        {
            return image;
        }

        long top = draws.Below(ImageDraw.EraseY, _height) - size / 2, left = draws.Below(ImageDraw.EraseX, _width) - size / 2;
        return [.. image.Select((value, j) =>
        {
            (int y, int x) = (j / _channels / _width, j / _channels % _width);
            return y >= top && y < top + size && x >= left && x < left + size ? op.Fill : value;
        })];
    }

    private double Clipped(double x) => Math.Clamp(x, op.Min, op.Max);
}
