using NetGen;

namespace RegularizationLab;

/// <summary>A network whose first layer is looked at, pixel by pixel.</summary>
public interface IReader : INetwork
{
    /// <summary>The layer that reads the image; its weights are [pixels, units].</summary>
    Layer Hidden { get; }
}
