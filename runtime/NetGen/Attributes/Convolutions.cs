namespace NetGen;

/// <summary>What is added around an image before a window moves over it.</summary>
public enum ConvPadding
{
    /// <summary>Nothing: every window lies within the image, and the result has ⌊(size − window)/stride⌋ + 1 positions.</summary>
    Valid,

    /// <summary>As much as gives ⌈size/stride⌉ positions; an odd one more at the bottom and on the right.</summary>
    Same,
}

/// <summary>
/// A convolution: z = x ∗ W + b, with x [n, h, w, c], W [height, width, c, filters], b [filters] → [n, h′, w′, filters]. As in all libraries it is a
/// cross-correlation: z at (i, j) is Σ x(i·s + y − top, j·s + x − left)·W(y, x) over the kernel, x being 0 outside the image. Every position has the
/// same weights (LeCun et al. 1989; Goodfellow, Bengio &amp; Courville 2016, chapter 9).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class Conv2DAttribute : Attribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="filters">Channels of the result; ≥ 1.</param>
    /// <param name="kernel">Rows and columns of the kernel; ≥ 1.</param>
    public Conv2DAttribute(int filters, int kernel) => (Filters, Kernel, Height, Width) = (filters, kernel, kernel, kernel);

    /// <summary>A rectangular kernel.</summary>
    /// <param name="filters">Channels of the result; ≥ 1.</param>
    /// <param name="height">Rows of the kernel; ≥ 1.</param>
    /// <param name="width">Columns of the kernel; ≥ 1.</param>
    public Conv2DAttribute(int filters, int height, int width) => (Filters, Height, Width) = (filters, height, width);

    /// <summary>Channels of the result.</summary>
    public int Filters { get; }

    /// <summary>Rows and columns of a square kernel; 0 if height and width were given.</summary>
    public int Kernel { get; }

    /// <summary>Rows of the kernel.</summary>
    public int Height { get; }

    /// <summary>Columns of the kernel.</summary>
    public int Width { get; }

    /// <summary>Positions from one window to the next in both directions, ≥ 1; 1 if not given.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Rows from one window to the next, ≥ 1; <see cref="Stride"/> if not given.</summary>
    public int StrideY { get; set; } = 1;

    /// <summary>Columns from one window to the next, ≥ 1; <see cref="Stride"/> if not given.</summary>
    public int StrideX { get; set; } = 1;

    /// <summary>What is added around the image; nothing if not given.</summary>
    public ConvPadding Padding { get; set; }

    /// <summary>Instead of <see cref="Padding"/>: positions of zeros at top, bottom, left and right, each ≥ 0 and less than the kernel.</summary>
    public int[] Pads { get; set; } = [];

    /// <summary>Whether it has a bias; true if not given.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The image it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}

/// <summary>
/// The greatest number of each channel in each window: [n, h, w, c] → [n, h′, w′, c]. What lies outside the image never is the greatest. Of equal
/// numbers, the first by row and column gets the gradient.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxPoolAttribute : Attribute
{
    /// <summary>A square window.</summary>
    /// <param name="window">Rows and columns of the window; ≥ 1.</param>
    public MaxPoolAttribute(int window) => (Window, Height, Width) = (window, window, window);

    /// <summary>A rectangular window.</summary>
    /// <param name="height">Rows of the window; ≥ 1.</param>
    /// <param name="width">Columns of the window; ≥ 1.</param>
    public MaxPoolAttribute(int height, int width) => (Height, Width) = (height, width);

    /// <summary>Rows and columns of a square window; 0 if height and width were given.</summary>
    public int Window { get; }

    /// <summary>Rows of the window.</summary>
    public int Height { get; }

    /// <summary>Columns of the window.</summary>
    public int Width { get; }

    /// <summary>Positions from one window to the next in both directions, ≥ 1; if no stride is given, windows lie side by side.</summary>
    public int Stride { get; set; }

    /// <summary>Rows from one window to the next, ≥ 1.</summary>
    public int StrideY { get; set; }

    /// <summary>Columns from one window to the next, ≥ 1.</summary>
    public int StrideX { get; set; }

    /// <summary>What is added around the image; nothing if not given.</summary>
    public ConvPadding Padding { get; set; }

    /// <summary>Instead of <see cref="Padding"/>: positions at top, bottom, left and right, each ≥ 0 and less than the window.</summary>
    public int[] Pads { get; set; } = [];

    /// <summary>The image it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}

/// <summary>The mean of each channel in each window: [n, h, w, c] → [n, h′, w′, c]. What lies outside the image does not count.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AveragePoolAttribute : Attribute
{
    /// <summary>A square window.</summary>
    /// <param name="window">Rows and columns of the window; ≥ 1.</param>
    public AveragePoolAttribute(int window) => (Window, Height, Width) = (window, window, window);

    /// <summary>A rectangular window.</summary>
    /// <param name="height">Rows of the window; ≥ 1.</param>
    /// <param name="width">Columns of the window; ≥ 1.</param>
    public AveragePoolAttribute(int height, int width) => (Height, Width) = (height, width);

    /// <summary>Rows and columns of a square window; 0 if height and width were given.</summary>
    public int Window { get; }

    /// <summary>Rows of the window.</summary>
    public int Height { get; }

    /// <summary>Columns of the window.</summary>
    public int Width { get; }

    /// <summary>Positions from one window to the next in both directions, ≥ 1; if no stride is given, windows lie side by side.</summary>
    public int Stride { get; set; }

    /// <summary>Rows from one window to the next, ≥ 1.</summary>
    public int StrideY { get; set; }

    /// <summary>Columns from one window to the next, ≥ 1.</summary>
    public int StrideX { get; set; }

    /// <summary>What is added around the image; nothing if not given.</summary>
    public ConvPadding Padding { get; set; }

    /// <summary>Instead of <see cref="Padding"/>: positions at top, bottom, left and right, each ≥ 0 and less than the window.</summary>
    public int[] Pads { get; set; } = [];

    /// <summary>The image it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}

/// <summary>The mean of each channel over the whole image: [n, h, w, c] → [n, c] (Lin, Chen &amp; Yan 2014).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GlobalAveragePoolAttribute : Attribute
{
    /// <summary>The image it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}
