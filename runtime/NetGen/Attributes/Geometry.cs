namespace NetGen;

/// <summary>
/// In training mirrors each image left to right with a probability. On an input that is an image, [h, w] or [h, w, c]; predictions and
/// measurements see images as they are, as with every augmentation.
/// </summary>
/// <remarks>
/// <para>
/// What an image shows must stay what it is. A cat looks to the left or to the right, but digits and letters are read one way, and no label
/// follows the flip:
/// </para>
/// <code>
/// .####.      .####.
/// #....#      #....#
/// ....#.      .#....
/// ..##..      ..##..
/// ....#.      .#....
/// #....#      #....#
/// .####.      .####.
///
///  a 3, and what HorizontalFlip makes of it: an Ɛ that is still labeled 3
/// </code>
/// <para>
/// All geometry of an input is one map about the image's center and one bilinear interpolation, whatever the order of the attributes: an image
/// is flipped, shifted, stretched, rotated, zoomed, cropped and displaced. Outside it is the input's <c>Min</c>, or 0. What is drawn is a function
/// of the seed, the step and the row of the batch alone, so every number of threads draws the same.
/// </para>
/// </remarks>
/// <param name="probability">How likely an image is mirrored, in [0, 1]; 0 as hyperparameter changes no bit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HorizontalFlipAttribute(float probability = 0.5f) : Attribute
{
    /// <summary>How likely an image is mirrored.</summary>
    public float Probability { get; } = probability;
}

/// <summary>
/// In training mirrors each image top to bottom with a probability. On an input that is an image. It suits pictures taken from above; see
/// <see cref="HorizontalFlipAttribute"/> for what flips do to digits.
/// </summary>
/// <param name="probability">How likely an image is mirrored, in [0, 1]; 0 as hyperparameter changes no bit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class VerticalFlipAttribute(float probability = 0.5f) : Attribute
{
    /// <summary>How likely an image is mirrored.</summary>
    public float Probability { get; } = probability;
}

/// <summary>In training shifts each image by whole positions, drawn from −s … s for each axis. On an input that is an image.</summary>
/// <param name="most">s, ≥ 0 and less than either side of the image; 0 shifts nothing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ShiftAttribute(int most) : Attribute
{
    /// <summary>How many positions at most.</summary>
    public int Most { get; } = most;
}

/// <summary>
/// In training stretches each image about its center by a factor 1 + u for each axis, u drawn from [−v, v). On an input that is an image.
/// </summary>
/// <param name="vertical">v of the height, in [0, 1); 0 leaves it.</param>
/// <param name="horizontal">v of the width, in [0, 1); 0 leaves it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StretchAttribute(float vertical = 0, float horizontal = 0) : Attribute
{
    /// <summary>How far the factor of the height is from 1 at most.</summary>
    public float Vertical { get; } = vertical;

    /// <summary>How far the factor of the width is from 1 at most.</summary>
    public float Horizontal { get; } = horizontal;
}

/// <summary>In training rotates each image about its center by an angle θ drawn from [−degrees, degrees). On an input that is an image.</summary>
/// <param name="degrees">The greatest angle, in [0, 180]; 0 rotates nothing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RotateAttribute(float degrees) : Attribute
{
    /// <summary>The greatest angle in degrees.</summary>
    public float Degrees { get; } = degrees;

    /// <summary>
    /// Whether the image is also enlarged, just so far that nothing from outside it is seen: by |cos θ| + q·|sin θ|, q = (longer side − 1) /
    /// (shorter side − 1), for an image of two positions and more each way. Not, if not given.
    /// </summary>
    public bool Crop { get; set; }
}

/// <summary>In training enlarges or reduces each image about its center by a factor 1 + u, u drawn from [−z, z). On an input that is an image.</summary>
/// <param name="most">z, in [0, 1); 0 zooms nothing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ZoomAttribute(float most) : Attribute
{
    /// <summary>How far the factor is from 1 at most.</summary>
    public float Most { get; } = most;
}

/// <summary>
/// In training enlarges a window of each image to the image's size: of its proportions, at any place in it, with a share of its area drawn from
/// (area, 1]. On an input that is an image.
/// </summary>
/// <param name="area">The least share of the area, in (0, 1]; 1 crops nothing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RandomCropAttribute(float area) : Attribute
{
    /// <summary>The least share of the image's area.</summary>
    public float Area { get; } = area;
}

/// <summary>
/// In training displaces each position of an image by α·(G ∗ U): numbers U drawn from [−1, 1) for every position and axis, smoothed by a
/// Gaussian G, so that neighbors move alike, as handwriting varies (Simard, Steinkraus &amp; Platt 2003). G is cut at 3σ and sums to 1; outside the
/// image U is 0. On an input that is an image.
/// </summary>
/// <param name="alpha">α, in positions, ≥ 0; 0 displaces nothing. For digits of 28×28, 34 to 38 with σ = 4 to 6 are usual.</param>
/// <param name="sigma">σ of the Gaussian, in positions, in [0, 100].</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ElasticAttribute(float alpha, float sigma) : Attribute
{
    /// <summary>How strongly the smoothed numbers displace.</summary>
    public float Alpha { get; } = alpha;

    /// <summary>The standard deviation of the Gaussian.</summary>
    public float Sigma { get; } = sigma;
}
