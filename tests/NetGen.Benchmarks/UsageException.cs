namespace NetGen.Benchmarks;

/// <summary>The command line cannot be used; the message is for the person who typed it.</summary>
internal sealed class UsageException(string message) : Exception(message);
