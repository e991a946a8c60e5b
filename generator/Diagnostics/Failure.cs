using NetGen.Generator.Collections;

namespace NetGen.Generator.Diagnostics;

/// <summary>An exception that no stage expects, as a problem of the network it was met in.</summary>
internal static class Failure
{
    public static Problem Of(string network, Exception failure) =>
        new(Rules.Unexpected, Site.Class, new[] { network, $"{failure.GetType().Name}: {failure.Message.Replace("\r", "").Replace('\n', ' ')}" }.ToEquatable());
}
