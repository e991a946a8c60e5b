using NetGen.Generator.Collections;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Which inputs are images.</summary>
internal static class InputImage
{
    /// <summary>[h, w] and [h, w, c], of one position or more.</summary>
    public static bool Is(EquatableArray<int> shape) => shape.Count is 2 or 3;
}
