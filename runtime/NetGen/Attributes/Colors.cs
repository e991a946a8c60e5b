namespace NetGen;

/// <summary>
/// In training gives each image the colors of another light, after its geometry: each channel × a factor of its own (gain), all × one factor
/// (brightness), contrast about the image's mean luma, saturation about the luma of each position, then clipped to the input's declared range.
/// Factors are 1 + u, u drawn from [−strength, strength). On an input that is an image.
/// </summary>
/// <remarks>Luma is 0.299·R + 0.587·G + 0.114·B of three channels (ITU-R BT.601), and the mean of any other number of channels.</remarks>
/// <param name="gain">Of each channel, in [0, 1]; needs two channels and more, for of one it would be another brightness.</param>
/// <param name="brightness">Of all channels alike, in [0, 1].</param>
/// <param name="contrast">Of the distance from the mean luma, in [0, 1].</param>
/// <param name="saturation">Of the distance from a position's luma, in [0, 1]; needs two channels and more.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColorBalanceAttribute(float gain = 0, float brightness = 0, float contrast = 0, float saturation = 0) : Attribute
{
    /// <summary>How far the factor of a channel is from 1 at most; 0 changes nothing.</summary>
    public float Gain { get; } = gain;

    /// <summary>How far the factor of all channels is from 1 at most; 0 changes nothing.</summary>
    public float Brightness { get; } = brightness;

    /// <summary>How far the factor of the distance from the mean luma is from 1 at most; 0 changes nothing.</summary>
    public float Contrast { get; } = contrast;

    /// <summary>How far the factor of the distance from a position's luma is from 1 at most; 0 changes nothing.</summary>
    public float Saturation { get; } = saturation;
}

/// <summary>
/// In training blurs each image, after its colors, with a Gaussian of a σ drawn from [0, most): cut at 3σ, so that it does nothing below ⅓; beyond
/// its edges the image goes on as at them. On an input that is an image.
/// </summary>
/// <param name="most">The greatest σ, in positions, in [0, 10]; 0 blurs nothing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BlurAttribute(float most) : Attribute
{
    /// <summary>The greatest σ.</summary>
    public float Most { get; } = most;
}

/// <summary>
/// In training fills a square of each image, last of all, with the input's <c>Min</c>, or 0: its center is any position, and what reaches past
/// the edge is left out (DeVries &amp; Taylor 2017; Zhong et al. 2020). On an input that is an image.
/// </summary>
/// <param name="size">The side of the square, in positions, ≥ 0 and no more than the longer side of the image; 0 erases nothing.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EraseAttribute(int size) : Attribute
{
    /// <summary>The side of the square.</summary>
    public int Size { get; } = size;

    /// <summary>How likely it is, in [0, 1]; ½ if not given.</summary>
    public float Probability { get; set; } = 0.5f;
}
