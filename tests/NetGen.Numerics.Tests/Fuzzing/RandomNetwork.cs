using System.Globalization;
using NetGen.Generator.Collections;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Normalizations;

namespace NetGen.Numerics.Tests;

/// <summary>
/// A random legal declaration: a graph of one to three inputs, up to six layers of every kind and at least one head, every value read by
/// something, with names that emitted code might also want, and whatever may be attached to them.
/// </summary>
internal sealed class RandomNetwork
{
    /// <summary>The kinds that have weights, which half of the layers are of.</summary>
    private static readonly KindEntry[] KindsWithWeights = [.. Catalogue.Kinds.Where(kind => kind.Roles.Any(role => role.IsWeight))];

    private static readonly string[] ClassWeights = ["0.5", "1.5", "2", "0.8"];

    /// <summary>Words of emitted code, of the runtime and of C#, besides ordinary ones. No two are equal in camel case.</summary>
    private static readonly string[] Names =
    [
        "Image", "Hidden", "Label", "x", "y", "z", "W", "b", "h", "t", "p", "dz", "target", "present", "rows", "row", "column", "mask", "scale", "threshold",
        "i", "k", "n", "step", "seed", "value", "Layer", "Vector512", "Layer2", "Head1", "Größe", "_under", "@class", "@event", "work", "parameters",
        "learningRate", "labels", "Dense", "Single", "System", "NetGen", "loss", "memory", "schema", "weight", "bias", "gradient", "input", "output", "net", "batch",
        "Adversarial", "Average", "Clipping", "Mixup",
    ];

    /// <summary>Where a class may stand: what comes before it and after it, and its name up to its own.</summary>
    private static readonly (string Before, string After, string Type)[] Places =
    [
        ("", "", ""),
        ("namespace N#;", "", "N#."),
        ("namespace N#.Models { using System; using System.Linq;", "}", "N#.Models."),
        ("namespace N#; public static partial class Outer {", "}", "N#.Outer+"),
        ("internal partial record struct Outer# { private partial interface Inner {", "} }", "Outer#+Inner+"),
        ("namespace N#; partial record Outer { internal int rows = 1; ", "}", "N#.Outer+"),
    ];

    private readonly Random _random;

    /// <summary>Draws what training does to images, and leaves the other draws alone.</summary>
    private readonly Random _changes;

    /// <summary>Draws normalizations, and leaves the other draws alone.</summary>
    private readonly Random _normalizations;

    private readonly string _before, _after;
    private readonly Queue<string> _names;
    private readonly List<(string Name, EquatableArray<int> Shape)> _layers = [];
    private readonly HashSet<string> _unread = [];

    /// <summary>Layers behind a dropout that no batch normalization has measured yet: the next one would warn of it (NG0316).</summary>
    private readonly HashSet<string> _behindDropout = [];

    private readonly bool _isSplit;

    /// <param name="seed">Everything is a function of it.</param>
    public RandomNetwork(int seed)
    {
        (_random, _changes, _normalizations) = (new Random(seed), new Random(~seed), new Random(seed ^ 0x5EED));
        (string before, string after, string type) = Pick(Places);
        string number = Number(seed), name = $"Net{number}";
        (_before, _after) = (before.Replace("#", number, StringComparison.Ordinal), after);
        FullName = type.Replace("#", number, StringComparison.Ordinal) + name;
        string[] names = [.. Names];
        _random.Shuffle(names);
        _names = new Queue<string>(names);
        _isSplit = _random.NextDouble() < 0.15;
        string optimizer = Pick(Ingredients.Optimizers);
        string schedule = Pick(Ingredients.Schedules);
        string clipping = optimizer.Length == 0 ? "" : Maybe(Pick(Ingredients.Clippings));
        string[] onClass = [optimizer, schedule, NetworkPenalty(optimizer), clipping, Pick(Ingredients.Adversaries), Maybe(Pick(Ingredients.Blends)),
            Maybe(Pick(Ingredients.Averages))];
        Text = new NetworkText(name, Pick([1, 2, 3, 7, 8, 9, 16, 17]), [.. Shuffled(onClass)])
        {
            Declaration = $"{Pick(["public sealed ", "public ", "internal sealed ", "sealed ", ""])}partial class {name}",
        };

        for (int inputs = _random.Next(1, 4); inputs > 0; inputs--)
        {
            AddInput();
        }

        Text = Text with { OnClass = [.. Text.OnClass, .. Cut()] };
        for (int layers = _random.Next(0, 7); layers > 0; layers--)
        {
            AddLayer();
        }

        // Whatever nothing reads yet becomes a head's operand.
        do
        {
            AddHead(_unread.Count > 0 ? _unread.First() : Pick(_layers).Name);
        }
        while (_unread.Count > 0);
        Source = Place(Declaration());
    }

    public NetworkText Text { get; }

    /// <summary>Numbers of its largest parameter.</summary>
    public long MostWeights { get; private set; }

    /// <summary>The class's name as reflection writes it.</summary>
    public string FullName { get; }

    /// <summary>The whole file.</summary>
    public string Source { get; }

    /// <summary>A class of this name in the same namespace and containing types, as a whole file.</summary>
    public string Place(string declaration) => $"using NetGen;\n{_before}\n{declaration}{_after}";

    /// <summary>The declaration in one part or in two, in either order: an operand's part may be the later one.</summary>
    private string Declaration()
    {
        int cut = _random.Next(1, Text.Values.Count);
        if (!_isSplit)
        {
            return Text.ToString();
        }

        IEnumerable<ValueText>[] parts = [Text.Values.Take(cut), Text.Values.Skip(cut)];
        _random.Shuffle(parts);
        return $"{Text with { Values = [.. parts[0]] }}partial class {Text.Name}\n{{\n{string.Join("\n", parts[1].Select(v => $"    {v}"))}\n}}\n";
    }

    private void AddInput()
    {
        int[] shape = Pick<int[]>([[RandomKind.Size(_random)], [RandomKind.Size(_random)], [2, 3, 1], [4, 2]]);
        var kind = new RandomKind($"Input({string.Join(", ", shape.Select(Number))}{Pick(Ingredients.Ranges)})", shape.ToEquatable(), [], Weights: 0);
        // A step draws the same for any batch: of one row alone that may leave sums that cancel in each of them.
        string[] augmentations = shape.Length > 1 && Text.BatchSize > 1 && _changes.Next(2) == 0
            ? [.. _changes.GetItems(Ingredients.Augmentations, 1 + _changes.Next(4)).DistinctBy(Ingredients.NameOf)]
            : [];
        _changes.Shuffle(augmentations);
        Add("Layer", kind, [Maybe("Dropout(0.8f)"), Maybe("GaussianNoise(0.2f)"), .. augmentations]);
    }

    /// <summary>CutMix, where inputs are images of one size and rows are not blended anyway.</summary>
    private string[] Cut()
    {
        EquatableArray<int>[] images = [.. _layers.Select(layer => layer.Shape).Where(shape => shape.Count > 1)];
        bool isFit = images.Length > 0 && images.All(shape => shape[0] == images[0][0] && shape[1] == images[0][1])
            && !Text.OnClass.Any(attribute => Ingredients.Blends.Contains(attribute) && attribute.Length > 0);
        return isFit && _changes.Next(2) == 0 ? Ingredients.Cuts : [];
    }

    private void AddLayer()
    {
        (RandomKind kind, KindEntry entry) = Kind(Pick(_layers).Name, Catalogue.Kinds);
        string dropout = Pick(Ingredients.Dropouts);
        dropout = dropout.StartsWith("Dropout", StringComparison.Ordinal) && kind.Shape.Count is 2 or 3 && _random.Next(2) == 0 ? $"{dropout[..^1]}, Channels = true)" : dropout;
        string activation = Pick(Ingredients.Activations);
        string[] onParameters = OnParameters(entry);
        string normalization = Normalization(kind);
        if (normalization.Length > 0 && entry.Roles.Count == 0)
        {
            onParameters = [Penalty(_normalizations, IsOfBiases)];
        }

        Add("Layer", kind, [activation, dropout, .. onParameters], normalization);
    }

    /// <summary>
    /// A normalization that fits: one over the batch needs batches of several rows, and no dropout before it. A mean of two numbers leaves of them
    /// their signs, and of one nothing, so those are drawn where ε counts.
    /// </summary>
    private string Normalization(RandomKind kind)
    {
        string drawn = Ingredients.Normalizations[_normalizations.Next(Ingredients.Normalizations.Length)];
        int positions = TensorType.OfShape(kind.Shape).Positions;
        bool isFit = !IsBatchNorm(drawn) || (!kind.Operands.Any(_behindDropout.Contains) && (positions > 1 || Text.BatchSize >= BatchNorm.LeastBatch));
        return isFit && _normalizations.Next(2) == 0 ? drawn : "";
    }

    private static bool IsBatchNorm(string attribute) => Ingredients.NameOf(attribute) == "BatchNorm";

    private void AddHead(string operand)
    {
        string loss = Pick(Ingredients.Losses);
        bool isClassifier = loss.StartsWith("Softmax", StringComparison.Ordinal);
        (RandomKind Kind, KindEntry Entry) drawn;
        int units;

        do
        {
            drawn = Kind(operand, Catalogue.Kinds);
            units = drawn.Kind.Shape.Aggregate(1, (a, b) => a * b);
        }
        while (isClassifier && (units < 2 || TensorType.OfShape(drawn.Kind.Shape).IsImage));

        loss = isClassifier && _random.NextDouble() < 0.3 ? Weighted(loss, units) : loss;
        Add("Head", drawn.Kind, [loss, .. OnParameters(drawn.Entry)]);
    }

    /// <summary>A layer of any kind that can read the operand, by name unless it precedes anyway.</summary>
    private (RandomKind Kind, KindEntry Entry) Kind(string operand, IReadOnlyList<KindEntry> kinds)
    {
        bool isNamed = _isSplit || Text.Values.LastOrDefault(v => v.Type == "Layer")?.Name != operand;
        while (true)
        {
            KindEntry entry = Pick(_random.NextDouble() < 0.5 ? KindsWithWeights : kinds);
            if (RandomKind.Draw(entry, _random, _layers, operand, isNamed) is { } kind)
            {
                return (kind, entry);
            }
        }
    }

    /// <summary>What may be attached to the parameters of a kind: to those that are no weights, what acts on a bias.</summary>
    private string[] OnParameters(KindEntry kind) => KindsWithWeights.Contains(kind) ? [Pick(Ingredients.Initializers), Penalty(_random)]
        : kind.Roles.Count > 0 ? [Penalty(_random, IsOfBiases)]
        : [];

    /// <summary>Whether all that is attached acts on what is no weight.</summary>
    private static bool IsOfBiases(string penalty) =>
        penalty.Length == 0 || penalty.Split("), ").All(p => p.Contains("Bias = true", StringComparison.Ordinal));

    /// <summary>The loss with a weight for each class, the first of which counts for nothing now and then.</summary>
    private string Weighted(string loss, int classes)
    {
        string weights = string.Join(", ", Enumerable.Range(0, classes).Select(c => c == 0 && _random.NextDouble() < 0.3 ? "0f" : $"{Pick(ClassWeights)}f"));
        string argument = $"ClassWeights = new[] {{ {weights} }}";
        return loss.EndsWith(')') ? $"{loss[..^1]}, {argument})" : $"{loss}({argument})";
    }

    private void Add(string type, RandomKind kind, string[] attached, string normalization = "")
    {
        _unread.ExceptWith(kind.Operands);
        MostWeights = Math.Max(MostWeights, kind.Weights);
        string name = _names.Dequeue();
        name = IsAmbiguous(name, attached) ? _names.Dequeue() : name;
        string modifiers = Pick(["public partial", "public partial", "internal partial", "protected internal partial"]);
        modifiers = Text.Declaration.Contains("sealed", StringComparison.Ordinal) ? modifiers.Replace("protected ", "", StringComparison.Ordinal) : modifiers;
        List<string> attributes = [.. Shuffled([kind.Text, .. attached])];
        if (normalization.Length > 0)
        {
            attributes.Insert(_normalizations.Next(attributes.Count + 1), normalization);
        }

        Text.Values.Add(new ValueText(type, name, attributes) { Modifiers = modifiers });
        if (type == "Layer")
        {
            _layers.Add((name, kind.Shape));
            _unread.Add(name);
            bool isDropped = attached.Any(attribute => Ingredients.NameOf(attribute) == "Dropout");
            if (isDropped || (!IsBatchNorm(normalization) && kind.Operands.Any(_behindDropout.Contains)))
            {
                _behindDropout.Add(name);
            }
        }
    }

    /// <summary>Whether a value of this name would have a hyperparameter that the network has: NG0010.</summary>
    private bool IsAmbiguous(string name, string[] attached) =>
        (name == "Adversarial" && attached.Any(a => a.Contains("Weight = ", StringComparison.Ordinal))
            && Text.OnClass.Any(a => Ingredients.NameOf(a) == "AdversarialTraining"))
        || (name == "Average" && attached.Any(a => a.StartsWith("Decay", StringComparison.Ordinal))
            && Text.OnClass.Any(a => Ingredients.NameOf(a) == "AverageWeights"));

    /// <summary>A penalty of the whole network that the optimizer has no objection to.</summary>
    private string NetworkPenalty(string optimizer) =>
        Pick([.. Ingredients.NetworkPenalties.Where(p => IsFit(p, optimizer) && !(IsAdamW(optimizer) && p.StartsWith("Decay", StringComparison.Ordinal)))]);

    private string Penalty(Random random, Func<string, bool>? isAllowed = null)
    {
        string optimizer = Text.OnClass.FirstOrDefault(a => Ingredients.Optimizers.Contains(a)) ?? "";
        string[] penalties = [.. Ingredients.Penalties.Where(p => IsFit(p, optimizer) && isAllowed?.Invoke(p) != false)];
        return penalties[random.Next(penalties.Length)];
    }

    /// <summary>Whether an optimizer goes with a penalty: AdamW warns of a quadratic one.</summary>
    private static bool IsFit(string penalty, string optimizer) =>
        !(IsAdamW(optimizer) && (penalty.StartsWith("L2", StringComparison.Ordinal) || penalty.StartsWith("Gaussian", StringComparison.Ordinal)));

    private static bool IsAdamW(string attribute) => attribute.StartsWith("AdamW", StringComparison.Ordinal);

    private string[] Shuffled(string[] items)
    {
        string[] shuffled = [.. items.Where(i => i.Length > 0)];
        _random.Shuffle(shuffled);
        return shuffled;
    }

    private string Maybe(string text) => _random.NextDouble() < 0.3 ? text : "";

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
