namespace NetGen;

/// <summary>How a picture of other proportions than those asked for is brought to them.</summary>
public enum ImageFit
{
    /// <summary>The whole picture, stretched or compressed along one axis.</summary>
    Stretch,

    /// <summary>Its largest part in the middle that has the proportions asked for; what lies outside is cut off, and nothing is distorted.</summary>
    CenterCrop,
}
