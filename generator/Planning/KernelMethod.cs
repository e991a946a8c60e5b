namespace NetGen.Generator.Planning;

/// <summary>An emitted method that several kernels share; <see cref="ShareMethods"/> decides which.</summary>
/// <param name="Name">Its name: <c>ForwardDense</c>.</param>
/// <param name="Kernels">The kernels, one of each name.</param>
internal sealed record KernelMethod(string Name, IReadOnlyList<Kernel> Kernels);
