namespace NetGen.Generator;

/// <summary>The ladder of stages; filled in by the commits that follow.</summary>
internal static class Compiler;
