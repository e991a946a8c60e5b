namespace NetGen;

/// <summary>
/// A convolution of each channel by itself, with m filters of its own: x [n, h, w, c], W [height, width, c, m], b [c·m] → [n, h′, w′, c·m]; channel
/// i·m + j of the result is filter j of channel i. With <c>Conv2D(filters, kernel: 1)</c> behind it, a convolution in two factors (Chollet 2017).
/// In PyTorch, <c>Conv2d</c> with <c>groups</c> = c.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DepthwiseConv2DAttribute : Attribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="kernel">Rows and columns of the kernel; ≥ 1.</param>
    public DepthwiseConv2DAttribute(int kernel) => (Kernel, Height, Width) = (kernel, kernel, kernel);

    /// <summary>A rectangular kernel.</summary>
    /// <param name="height">Rows of the kernel; ≥ 1.</param>
    /// <param name="width">Columns of the kernel; ≥ 1.</param>
    public DepthwiseConv2DAttribute(int height, int width) => (Height, Width) = (height, width);

    /// <summary>Rows and columns of a square kernel; 0 if height and width were given.</summary>
    public int Kernel { get; }

    /// <summary>Rows of the kernel.</summary>
    public int Height { get; }

    /// <summary>Columns of the kernel.</summary>
    public int Width { get; }

    /// <summary>m, the filters of each channel, ≥ 1; 1 if not given.</summary>
    public int Multiplier { get; set; } = 1;

    /// <summary>Positions from one window to the next in both directions, ≥ 1; 1 if not given.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Rows from one window to the next, ≥ 1; <see cref="Stride"/> if not given.</summary>
    public int StrideY { get; set; } = 1;

    /// <summary>Columns from one window to the next, ≥ 1; <see cref="Stride"/> if not given.</summary>
    public int StrideX { get; set; } = 1;

    /// <summary>What is added around the image; nothing if not given.</summary>
    public ConvPadding Padding { get; set; }

    /// <summary>Instead of <see cref="Padding"/>: positions at top, bottom, left and right, each ≥ 0 and less than the kernel.</summary>
    public int[] Pads { get; set; } = [];

    /// <summary>Whether it has a bias; true if not given.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The image it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}

/// <summary>
/// A convolution whose positions share no weights: x [n, h, w, c] → [n, h′, w′, filters], at each position p of the result z = Σ x·W(p) + b(p) over
/// its window, with W [h′·w′, height·width·c, filters] and b [h′·w′, filters]: a unit shares neither weights nor bias with others (LeCun 1989).
/// What sharing saves is the number of weights, h′·w′ times as many here. Files hold W in that form; PyTorch has no such layer.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LocallyConnected2DAttribute : Attribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="filters">Channels of the result; ≥ 1.</param>
    /// <param name="kernel">Rows and columns of the kernel; ≥ 1.</param>
    public LocallyConnected2DAttribute(int filters, int kernel) => (Filters, Kernel, Height, Width) = (filters, kernel, kernel, kernel);

    /// <summary>A rectangular kernel.</summary>
    /// <param name="filters">Channels of the result; ≥ 1.</param>
    /// <param name="height">Rows of the kernel; ≥ 1.</param>
    /// <param name="width">Columns of the kernel; ≥ 1.</param>
    public LocallyConnected2DAttribute(int filters, int height, int width) => (Filters, Height, Width) = (filters, height, width);

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

    /// <summary>Instead of <see cref="Padding"/>: positions at top, bottom, left and right, each ≥ 0 and less than the kernel.</summary>
    public int[] Pads { get; set; } = [];

    /// <summary>Whether it has a bias; true if not given.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The image it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}

/// <summary>
/// The transpose of a convolution, which spreads an image: each position of x [n, h, w, c] adds its numbers times W [height, width, filters, c] to a
/// window of the result [n, h′, w′, filters], windows being <see cref="Stride"/> apart; then b [filters]. h′ = (h − 1)·s + height − top − bottom, or
/// h·s with <see cref="ConvPadding.Same"/> (Zeiler et al. 2010; Dumoulin &amp; Visin 2016). It is the gradient of a <c>Conv2D</c> toward what that
/// reads, with filters and channels exchanged.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConvTranspose2DAttribute : Attribute
{
    /// <summary>A square kernel.</summary>
    /// <param name="filters">Channels of the result; ≥ 1.</param>
    /// <param name="kernel">Rows and columns of the kernel; ≥ 1.</param>
    public ConvTranspose2DAttribute(int filters, int kernel) => (Filters, Kernel, Height, Width) = (filters, kernel, kernel, kernel);

    /// <summary>A rectangular kernel.</summary>
    /// <param name="filters">Channels of the result; ≥ 1.</param>
    /// <param name="height">Rows of the kernel; ≥ 1.</param>
    /// <param name="width">Columns of the kernel; ≥ 1.</param>
    public ConvTranspose2DAttribute(int filters, int height, int width) => (Filters, Height, Width) = (filters, height, width);

    /// <summary>Channels of the result.</summary>
    public int Filters { get; }

    /// <summary>Rows and columns of a square kernel; 0 if height and width were given.</summary>
    public int Kernel { get; }

    /// <summary>Rows of the kernel.</summary>
    public int Height { get; }

    /// <summary>Columns of the kernel.</summary>
    public int Width { get; }

    /// <summary>Positions of the result from one window to the next in both directions, ≥ 1; 1 if not given.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>Rows from one window to the next, ≥ 1; <see cref="Stride"/> if not given.</summary>
    public int StrideY { get; set; } = 1;

    /// <summary>Columns from one window to the next, ≥ 1; <see cref="Stride"/> if not given.</summary>
    public int StrideX { get; set; } = 1;

    /// <summary>What is left out around the result; nothing if not given. <see cref="ConvPadding.Same"/> leaves size·stride positions.</summary>
    public ConvPadding Padding { get; set; }

    /// <summary>Instead of <see cref="Padding"/>: positions at top, bottom, left and right, each ≥ 0 and less than the kernel.</summary>
    public int[] Pads { get; set; } = [];

    /// <summary>Whether it has a bias; true if not given.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>The image it reads, by <c>nameof</c>; if not given, the nearest preceding layer.</summary>
    public string? From { get; set; }
}
