namespace NetGen.Numerics.Tests;

/// <summary>Tests that run while no other does: three threads that wait for one another on two cores suffer from company.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
