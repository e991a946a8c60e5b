using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// What <c>net.Augment</c> takes for an image, checks and copies included, on one thread: each augmentation alone, all that move an image,
/// and what <c>RandomHorizontalFlip</c>, <c>RandomAffine</c> and <c>ElasticTransform</c> of torchvision do together. Every image is
/// changed: probabilities are 1.
/// </summary>
internal static class Augmenting
{
    private static readonly Row[] Table =
    [
        new("flip", new() { Flip = 1 }),
        new("shift", new() { Shift = 0.1f }),
        new("stretch", new() { Stretch = 0.15f }),
        new("rotate", new() { Degrees = 15 }),
        new("zoom", new() { Zoom = 0.15f }),
        new("crop", new() { Area = 0.7f }),
        new("elastic", new() { Alpha = 34 }),
        new("color", new() { Color = 0.4f }),
        new("blur", new() { Blur = 1 }),
        new("erase", new() { Erase = 0.3f }),
        new("geometry", new() { Flip = 1, Shift = 0.1f, Stretch = 0.15f, Degrees = 15, Zoom = 0.15f, Area = 0.7f, Alpha = 34 }),
        new("flip+affine+elastic", new() { Flip = 0.5f, Shift = 0.1f, Degrees = 15, Zoom = 0.15f, Alpha = 34 }),
    ];

    private static readonly (int Size, int Channels, Func<Strengths, IAugmented> Create)[] Sizes =
    [
        (28, 1, s => s.IsGeometry
            ? new Geometry28(new()
            {
                ImageHorizontalFlip = s.Flip,
                ImageShift = s.Positions(28),
                ImageVerticalStretch = s.Stretch,
                ImageHorizontalStretch = s.Stretch,
                ImageRotation = s.Degrees,
                ImageZoom = s.Zoom,
                ImageCropArea = s.Area,
                ImageElasticAlpha = s.Alpha,
            })
            : new Colors28(new()
            {
                ImageBrightness = s.Color,
                ImageContrast = s.Color,
                ImageBlurSigma = s.Blur,
                ImageEraseSize = s.Side(28),
                ImageEraseProbability = 1,
            })),
        (32, 3, s => s.IsGeometry
            ? new Geometry32(new()
            {
                ImageHorizontalFlip = s.Flip,
                ImageShift = s.Positions(32),
                ImageVerticalStretch = s.Stretch,
                ImageHorizontalStretch = s.Stretch,
                ImageRotation = s.Degrees,
                ImageZoom = s.Zoom,
                ImageCropArea = s.Area,
                ImageElasticAlpha = s.Alpha,
            })
            : new Colors32(new()
            {
                ImageGain = s.Color,
                ImageBrightness = s.Color,
                ImageContrast = s.Color,
                ImageSaturation = s.Color,
                ImageBlurSigma = s.Blur,
                ImageEraseSize = s.Side(32),
                ImageEraseProbability = 1,
            })),
        (224, 3, s => s.IsGeometry
            ? new Geometry224(new()
            {
                ImageHorizontalFlip = s.Flip,
                ImageShift = s.Positions(224),
                ImageVerticalStretch = s.Stretch,
                ImageHorizontalStretch = s.Stretch,
                ImageRotation = s.Degrees,
                ImageZoom = s.Zoom,
                ImageCropArea = s.Area,
                ImageElasticAlpha = s.Alpha,
            })
            : new Colors224(new()
            {
                ImageGain = s.Color,
                ImageBrightness = s.Color,
                ImageContrast = s.Color,
                ImageSaturation = s.Color,
                ImageBlurSigma = s.Blur,
                ImageEraseSize = s.Side(224),
                ImageEraseProbability = 1,
            })),
    ];

    public static void Run(Options options)
    {
        Row[] rows = options.Select(Table, row => row.Name);
        Console.WriteLine(
            $"{"us_per_image",-20}{string.Concat(Sizes.Select(size => $"{$"{size.Size}×{size.Size}×{size.Channels}",12}"))}{"alloc_bytes",13}");
        foreach (Row row in rows)
        {
            IAugmented[] networks = [.. Sizes.Select(size => size.Create(row.Strengths))];
            Sample[][] samples = Measure.InTurn([.. networks.Select(Body)], options.Seconds);
            IEnumerable<string> times = networks.Select((network, i) =>
                Lines.Microseconds(Measure.Median(samples[i].Select(sample => sample.Seconds)) / network.Schema.BatchSize));
            Console.WriteLine($"{row.Name,-20}{string.Concat(times.Select(time => $"{time,12}"))}" +
                $"{samples.Max(body => Measure.BytesPerCall(body)),13}");
            Array.ForEach(networks, network => network.Dispose());
        }
    }

    /// <summary>Changes a batch of images, each time otherwise.</summary>
    private static Action Body(IAugmented network)
    {
        network.Threads = 1;
        int rows = network.Schema.BatchSize;
        float[] images = new TrainingSet(rows, network.Schema.Inputs[0].Size).Features(0, rows).ToArray();
        float[] changed = new float[images.Length];
        long step = 0;
        return () => network.Augment(images, step++, changed);
    }

    /// <param name="Name">What <c>--only</c> calls it.</param>
    /// <param name="Strengths">What it does.</param>
    private sealed record Row(string Name, Strengths Strengths);

    /// <summary>How strong each augmentation is; all are off unless set.</summary>
    private sealed record Strengths
    {
        public float Flip { get; init; }

        public float Shift { get; init; }

        public float Stretch { get; init; }

        public float Degrees { get; init; }

        public float Zoom { get; init; }

        public float Area { get; init; } = 1;

        public float Alpha { get; init; }

        public float Color { get; init; }

        public float Blur { get; init; }

        public float Erase { get; init; }

        public bool IsGeometry => Color == 0 && Blur == 0 && Erase == 0;

        /// <summary>How many positions an image is shifted at most.</summary>
        public int Positions(int size) => (int)MathF.Round(Shift * size);

        /// <summary>The side of what is erased.</summary>
        public int Side(int size) => (int)MathF.Round(Erase * size);
    }
}
