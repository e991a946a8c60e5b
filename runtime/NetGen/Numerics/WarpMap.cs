using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Where an image has what a place of the warped image shows: an affine map about the image's center ((h − 1)/2, (w − 1)/2). The image is
/// flipped, shifted, stretched, rotated, zoomed and cropped, in this order; the map undoes these one by one, the last one first.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct WarpMap
{
    private readonly ImageDraws _draws;

    /// <summary>The map that changes nothing.</summary>
    /// <param name="draws">What is drawn for the image.</param>
    /// <param name="image">Its extents.</param>
    public WarpMap(ImageDraws draws, ImageShape image)
    {
        (_draws, Image) = (draws, image);
        YPerY = XPerX = 1;
    }

    /// <summary>The extents of the image.</summary>
    internal ImageShape Image { get; }

    /// <summary>How far a step down in the warped image goes down in the image; YPerX: a step to the right, and so on.</summary>
    internal double YPerY { get; private set; }

    internal double YPerX { get; private set; }

    internal double XPerY { get; private set; }

    internal double XPerX { get; private set; }

    /// <summary>Where the center is seen, from the center.</summary>
    internal double Y { get; private set; }

    internal double X { get; private set; }

    /// <summary>Whether it changes nothing.</summary>
    internal readonly bool IsIdentity => YPerY == 1 && YPerX == 0 && XPerY == 0 && XPerX == 1 && Y == 0 && X == 0;

    /// <summary>Mirrored left to right.</summary>
    /// <param name="probability">How likely it is.</param>
    public void UndoHorizontalFlip(float probability)
    {
        if (_draws.Happens(ImageDraw.HorizontalFlip, probability))
        {
            Scale(1, -1);
        }
    }

    /// <summary>Mirrored top to bottom.</summary>
    /// <param name="probability">How likely it is.</param>
    public void UndoVerticalFlip(float probability)
    {
        if (_draws.Happens(ImageDraw.VerticalFlip, probability))
        {
            Scale(-1, 1);
        }
    }

    /// <summary>Shifted by whole positions, as many up or down as left or right at most.</summary>
    /// <param name="most">How many at most.</param>
    public void UndoShift(int most)
    {
        long choices = 2L * most + 1;
        Move(most - _draws.Below(ImageDraw.ShiftY, choices), most - _draws.Below(ImageDraw.ShiftX, choices));
    }

    /// <summary>Made taller or less tall, and wider or less wide, by a factor each.</summary>
    /// <param name="vertical">How far the vertical factor is from 1 at most; less than 1.</param>
    /// <param name="horizontal">The same of the horizontal one.</param>
    public void UndoStretch(float vertical, float horizontal) => Scale(
        1 / (1 + (double)vertical * _draws.Signed(ImageDraw.StretchY)), 1 / (1 + (double)horizontal * _draws.Signed(ImageDraw.StretchX)));

    /// <summary>Rotated, counterclockwise for a positive angle.</summary>
    /// <param name="most">Degrees at most.</param>
    /// <param name="crop">Whether it is also enlarged just so far that the image covers its corners: |cos θ| + (longer − 1)/(shorter − 1)·|sin θ|.</param>
    public void UndoRotation(float most, bool crop)
    {
        double turns = (double)most * _draws.Signed(ImageDraw.Rotation) / 360;
        double cosine = Portable.CosineOfTurns(Math.Abs(turns)), sine = Portable.SineOfTurns(turns);
        if (crop)
        {
            double longer = Math.Max(Image.Height, Image.Width) - 1, shorter = Math.Max(1, Math.Min(Image.Height, Image.Width) - 1);
            double zoom = Math.Abs(cosine) + Math.Max(1, longer / shorter) * Math.Abs(sine);
            Scale(1 / zoom, 1 / zoom);
        }

        (YPerY, XPerY) = (cosine * YPerY + sine * XPerY, cosine * XPerY - sine * YPerY);
        (YPerX, XPerX) = (cosine * YPerX + sine * XPerX, cosine * XPerX - sine * YPerX);
        (Y, X) = (cosine * Y + sine * X, cosine * X - sine * Y);
    }

    /// <summary>Enlarged or reduced by one factor.</summary>
    /// <param name="most">How far the factor is from 1 at most; less than 1.</param>
    public void UndoZoom(float most)
    {
        double factor = 1 / (1 + (double)most * _draws.Signed(ImageDraw.Zoom));
        Scale(factor, factor);
    }

    /// <summary>A window of the image's proportions, at any place in it, is enlarged to the size of the image.</summary>
    /// <param name="least">The share of the image's area that it has at least; more than 0.</param>
    public void UndoCrop(float least)
    {
        double side = Math.Sqrt(1 - (1 - (double)least) * _draws.Unit(ImageDraw.CropArea));
        Scale(side, side);
        Move((Image.Height - 1) * (1 - side) / 2 * _draws.Signed(ImageDraw.CropY), (Image.Width - 1) * (1 - side) / 2 * _draws.Signed(ImageDraw.CropX));
    }

    private void Scale(double y, double x)
    {
        (YPerY, YPerX, Y) = (YPerY * y, YPerX * y, Y * y);
        (XPerY, XPerX, X) = (XPerY * x, XPerX * x, X * x);
    }

    private void Move(double y, double x) => (Y, X) = (Y + y, X + x);
}
