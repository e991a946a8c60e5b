using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Lowering;
using NetGen.Generator.Passes;

namespace NetGen.Numerics.Tests;

/// <summary>The networks in which every two ingredients of the language meet, in every shape of graph.</summary>
internal static class Cases
{
    private static readonly Lazy<IReadOnlyList<(string Stage, NetworkGraph Graph)>> AllGraphs = new(() => [.. Networks!.Take(Extras.Count + 60).SelectMany(StagesOf)]);
    private static readonly Lazy<Compiled> AllEmitted = new(() => new Compiled(Networks!));

    public static IReadOnlyList<NetworkText> Networks { get; } =
    [
        .. Extras,
        .. AllPairs.Of(
            Topologies.All.Length, Ingredients.Activations.Length, Ingredients.Losses.Length, Ingredients.Penalties.Length, Ingredients.NetworkPenalties.Length,
            Ingredients.Dropouts.Length, Ingredients.Initializers.Length, Ingredients.Optimizers.Length, Ingredients.Schedules.Length, Ingredients.Clippings.Length,
            Ingredients.Adversaries.Length, Ingredients.Blends.Length, Ingredients.Averages.Length).Select(Network),
    ];

    /// <summary>All of them, compiled once a run.</summary>
    public static Compiled Emitted => AllEmitted.Value;

    /// <summary>What no filling of a topology can say: one weight for each class, noise before dropout.</summary>
    public static IReadOnlyList<NetworkText> Extras => ExtraNetworks.All;

    /// <summary>Every stage of the graph of the cases.</summary>
    public static IReadOnlyList<(string Stage, NetworkGraph Graph)> Graphs => AllGraphs.Value;

    private static NetworkText Network(int[] choices, int index)
    {
        // AdamW brings a decay of its own and refuses a second one.
        string optimizer = Ingredients.Optimizers[choices[7]], shared = Ingredients.NetworkPenalties[choices[4]];
        shared = optimizer.StartsWith("AdamW", StringComparison.Ordinal) && shared.StartsWith("Decay", StringComparison.Ordinal) ? "" : shared;
        var filling = new Filling
        {
            Activation = Ingredients.Activations[choices[1]],
            Loss = Ingredients.Losses[choices[2]],
            Penalty = Ingredients.Penalties[choices[3]],
            Dropout = Ingredients.Dropouts[choices[5]],
            Initializer = Ingredients.Initializers[choices[6]],
        };
        int batchSize = 1 + index * 5 % 18;
        string schedule = Ingredients.Schedules[choices[8]], clipping = Ingredients.Clippings[choices[9]], adversary = Ingredients.Adversaries[choices[10]];
        string blend = Ingredients.Blends[choices[11]], average = Ingredients.Averages[choices[12]];
        return Topologies.All[choices[0]](new NetworkText(Numbered("Case", index), batchSize, optimizer, shared, schedule, clipping, adversary, blend, average), filling);
    }

    private static IEnumerable<(string, NetworkGraph)> StagesOf(NetworkText network)
    {
        NetworkModel model = Models.Of(network);
        yield return ($"{network.Name} lowered", LowerModel.Training(model));
        yield return ($"{network.Name} unfused training", Unfused(model));
        yield return ($"{network.Name} training", Compiler.TrainingGraph(model));
        yield return ($"{network.Name} lowered prediction", LowerModel.Prediction(model));
        yield return ($"{network.Name} prediction", Compiler.PredictionGraph(model));
        yield return ($"{network.Name} sample", Compiler.StochasticPassGraph(model));
        yield return ($"{network.Name} lowered attack", LowerModel.Attack(model));
        yield return ($"{network.Name} attack", Compiler.AttackGraph(model));
    }

    /// <summary>The plain graph, differentiated as it stands.</summary>
    private static NetworkGraph Unfused(NetworkModel model)
    {
        NetworkGraph graph = LowerModel.Training(model);
        AppendUpdates.Run(graph, model, TrainingGradients.Run(graph, model));
        return graph;
    }

    /// <summary><c>Case7</c>.</summary>
    private static string Numbered(string name, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}{index}");
}
