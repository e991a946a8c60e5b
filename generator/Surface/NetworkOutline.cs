using NetGen.Generator.Language;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>What the public members of a network follow from.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Inputs">The inputs, in declaration order.</param>
/// <param name="Heads">The heads, in declaration order.</param>
/// <param name="Features">What attributes add.</param>
internal sealed record NetworkOutline(string Name, IReadOnlyList<SurfaceColumn> Inputs, IReadOnlyList<SurfaceColumn> Heads, NetworkFeatures Features)
{
    /// <summary>The name of the record of hyperparameters.</summary>
    public string Hyperparameters { get; init; } = "Hyperparameters";

    /// <summary>The name of the record of an evaluation.</summary>
    public string Evaluation { get; init; } = "Evaluation";

    /// <summary>The most rows of a step, if known.</summary>
    public int? BatchSize { get; init; }

    /// <summary>What the penalties add to the objective, as lines of a formula; empty if that is not known.</summary>
    public string PenaltyFormula { get; init; } = "";

    /// <summary>Inputs, then heads: what data sets and spans are asked for.</summary>
    public IEnumerable<SurfaceColumn> Columns => Inputs.Concat(Heads);

    public bool Has(NetworkFeatures feature) => (Features & feature) != 0;

    /// <summary>Of a sound network.</summary>
    /// <param name="model">The network.</param>
    /// <param name="features">What its plan has code for.</param>
    public static NetworkOutline Of(NetworkModel model, NetworkFeatures features) => new(
        model.Frame.Name,
        [.. model.Inputs.Select(v => new SurfaceColumn(v.Name, null, v.Size) { IsAugmented = v.Augmentations.Count > 0 })],
        [.. model.Heads.Select(v => new SurfaceColumn(v.Name, v.Loss!.Form, v.Size))],
        features)
    {
        BatchSize = model.BatchSize,
    };

    /// <summary>Of what a declaration, faulty or not, may mean, judged by the attributes' names alone.</summary>
    public static IEnumerable<NetworkOutline> Readings(NetworkDeclaration network)
    {
        NetworkFeatures features = Catalogue.FeaturesOf(network);
        ILookup<string, HeadForm> forms = network.Values.SelectMany(v => ValueRoles.FormsOf(v).Select(form => (v.Name, Form: form)))
            .ToLookup(head => head.Name, head => head.Form);
        var augmented = new HashSet<string>(network.Values.Where(Catalogue.IsAugmented).Select(v => v.Name), StringComparer.Ordinal);
        string[] names = [.. network.Values.Select(v => v.Name).Distinct(StringComparer.Ordinal)];
        return ValueRoles.Readings(network).Select(roles => new NetworkOutline(
            network.Name,
            [.. names.Where(name => roles[name] == ValueRole.Input).Select(name => new SurfaceColumn(name, null, null) { IsAugmented = augmented.Contains(name) })],
            [.. names.Where(name => roles[name] is ValueRole.Labels or ValueRole.Floats).Select(name => Head(name, roles[name] == ValueRole.Labels))],
            features));

        SurfaceColumn Head(string name, bool hasLabels) =>
            new(name, forms[name].FirstOrDefault(form => form.HasLabels == hasLabels) ?? (hasLabels ? HeadForm.OneClass : HeadForm.Numbers), null);
    }
}

/// <summary>An input or a head: a column of the data.</summary>
/// <param name="Name">The value's name.</param>
/// <param name="Form">What callers see of a head; null of an input.</param>
/// <param name="Size">Numbers per row, if known.</param>
internal sealed record SurfaceColumn(string Name, HeadForm? Form, int? Size)
{
    /// <summary>Whether it is an input whose images are augmented.</summary>
    public bool IsAugmented { get; init; }

    public bool HasLabels => Form?.HasLabels == true;

    /// <summary>What a row of it holds, for documentation: <c>10 numbers</c>.</summary>
    public string Row(string things) => Size is { } size ? Invariant.Of($"{size} {things}") : things;

    /// <summary>What it predicts for a row: <c>10 probabilities</c>.</summary>
    public string Prediction => Row(Form?.PredictsProbabilities == true ? "probabilities" : "numbers");
}
