namespace NetGen.Generator.Planning;

/// <summary>Scratch memory that a kernel asks for.</summary>
/// <param name="Name">Its name in the emitted layout; kernels that ask for the same name share it.</param>
/// <param name="Floats">How much it is.</param>
/// <param name="Content">What is in it, for the reader.</param>
internal sealed record ScratchNeed(string Name, int Floats, string Content);
