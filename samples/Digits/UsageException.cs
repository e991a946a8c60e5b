namespace Digits;

/// <summary>The command line, or a file that it names, cannot be used; the message is for the person who typed it.</summary>
internal sealed class UsageException(string message) : Exception(message);
