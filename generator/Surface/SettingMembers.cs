using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The members by which a network is made and set up.</summary>
internal sealed class SettingMembers(NetworkOutline network)
{
    public SurfaceMethod Constructor => new(
        "", Identifier.Of(network.Name), "A new network. It serves one thread at a time: for more, make one each and load the same parameters.")
    {
        Parameters =
        [
            new(
                $"{network.Hyperparameters}?", "hyperparameters", "Learning rate, penalties, dropout and the like; the attributes' values if not given.",
                "null"),
            new("int", "seed", "Initial parameters, dropout masks and the order of batches are functions of it.", "0"),
        ],
    };

    /// <summary>The record of hyperparameters; its properties are those that the attributes declare.</summary>
    public SurfaceRecord Hyperparameters => new(
        network.Hyperparameters, $"The numbers of {network.Name} that may change without recompiling; the attributes' values are their defaults.");

    public SurfaceProperty HyperparameterValues => new(network.Hyperparameters, "HyperparameterValues", "The numbers this network was made with.");

    public SurfaceProperty Threads { get; } = new("int", "Threads", """
        Threads that share a step worth sharing, the caller's among them, 1 to 1024; all cores if not set. Results do not depend on
        it. More threads than cores make a step slower, and so does another program on one of the cores: the threads wait for
        each other.
        """)
    {
        IsSettable = true,
        Exceptions = [SurfaceException.OutOfRange("The value is less than 1 or more than 1024."), SurfaceException.InUse, SurfaceException.Disposed],
    };

    public SurfaceProperty VectorBits { get; } = new("int", "VectorBits", """
        Bits of the vectors it computes with: 512, 256 or 128; the widest that this machine accelerates if not set. Results do not
        depend on it. For tests and measurements.
        """)
    {
        IsSettable = true,
        Exceptions =
        [
            SurfaceException.OutOfRange("The value is none of those, or more than the machine accelerates."),
            SurfaceException.InUse, SurfaceException.Disposed,
        ],
    };
}
