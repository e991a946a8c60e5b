using NetGen.Testing;

namespace NetGen.Numerics.Tests;

/// <summary>Many networks in one compilation, as a user's project would have them; loading one assembly is much faster than a hundred.</summary>
/// <param name="networks">The networks.</param>
/// <param name="leastShared">How many kernels share an emitted method at least; the generator's own number if not given.</param>
/// <param name="imageBorder">Positions of zeros around every image that the runtime does not touch, at least.</param>
/// <param name="padsChannels">Whether each position of such an image takes whole vectors.</param>
internal sealed class Compiled(IEnumerable<NetworkText> networks, int? leastShared = null, int imageBorder = 0, bool padsChannels = false)
{
    // A network with a mistake has no model, and so no pair: the analyzers need not look for one.
    private readonly NetworkCompilation _compilation = NetworkCompilation.Compile(
        networks.Select(n => $"using NetGen;\n{n}"),
        new CompilationSettings { Analyze = false, AnalyzeNulls = false, LeastShared = leastShared, ImageBorder = imageBorder, PadsChannels = padsChannels });

    /// <summary>An emitted network and its twin.</summary>
    /// <param name="network">One of the networks compiled.</param>
    /// <param name="seed">Of the masks, and of the parameters both start from.</param>
    public Pair Pair(NetworkText network, int seed) => new(Models.Of(network), Create(network, seed), seed) { Source = network.ToString() };

    /// <summary>The same, with more of the emitted network in settings of every other width, which share all their work.</summary>
    public Pair PairInEverySetting(NetworkText network, int seed) => Pair(network, seed, Setting.Others);

    /// <summary>The same, in settings given.</summary>
    public Pair Pair(NetworkText network, int seed, IEnumerable<Setting> settings) => new(Models.Of(network), Create(network, seed), seed)
    {
        Source = network.ToString(),
        Others = [.. settings.Select(setting => (setting, Create(network, seed, setting)))],
    };

    /// <summary>A new instance of a network's class.</summary>
    public INetwork Create(NetworkText network, int seed) => (INetwork)Activator.CreateInstance(_compilation.Network(network.Name), null, seed)!;

    private INetwork Create(NetworkText text, int seed, Setting setting)
    {
        INetwork network = Create(text, seed);
        setting.Apply(network, alwaysParallel: true);
        return network;
    }
}
