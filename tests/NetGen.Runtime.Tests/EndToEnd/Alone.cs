namespace NetGen.Tests.EndToEnd;

/// <summary>Tests that run while no other does: they count what the whole process allocates.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
