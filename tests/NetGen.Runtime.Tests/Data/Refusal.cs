namespace NetGen.Tests.Data;

/// <summary>An argument refused with an explanation.</summary>
internal static class Refusal
{
    public static void Says(Func<object> act, string argument, string message) => Says(() => { act(); }, argument, message);

    public static void Says(Action act, string argument, string message)
    {
        ArgumentException error = Assert.ThrowsAny<ArgumentException>(act);
        Assert.Equal(argument, error.ParamName);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
