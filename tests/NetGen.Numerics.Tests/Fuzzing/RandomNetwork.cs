using System.Globalization;
using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>
/// A random legal declaration: a graph of one to three inputs, up to six layers and sums and at least one head, every value read by
/// something, with names that emitted code might also want, and whatever may be attached to them.
/// </summary>
internal sealed class RandomNetwork
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 6, 8, 15, 16, 17, 31, 33];

    /// <summary>The kinds of the catalogue that read one row of numbers and keep its size.</summary>
    private static readonly string[] KindsOfOneRow = [.. Catalogue.Kinds.Select(kind => kind.Attribute).Except(["Input", "Dense", "Sum"])];

    private static readonly string[] ClassWeights = ["0.5", "1.5", "2", "0.8"];

    /// <summary>Words of emitted code, of the runtime and of C#, besides ordinary ones. No two are equal in camel case.</summary>
    private static readonly string[] Names =
    [
        "Image", "Hidden", "Label", "x", "y", "z", "W", "b", "h", "t", "p", "dz", "target", "present", "rows", "row", "column", "mask", "scale", "threshold", "i", "k", "n",
        "step", "seed", "value", "Layer", "Vector512", "Layer2", "Head1", "Größe", "_under", "@class", "@event", "work", "parameters", "learningRate", "labels",
        "Dense", "Single", "System", "NetGen", "loss", "memory", "schema", "weight", "bias", "gradient", "input", "output", "net", "batch",
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
    private readonly string _before, _after;
    private readonly Queue<string> _names;
    private readonly List<(string Name, string Shape)> _layers = [];
    private readonly HashSet<string> _unread = [];
    private readonly bool _isSplit;

    /// <param name="seed">Everything is a function of it.</param>
    public RandomNetwork(int seed)
    {
        _random = new Random(seed);
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
        string[] onClass = [optimizer, schedule, NetworkPenalty(optimizer), clipping, Pick(Ingredients.Adversaries), Maybe(Pick(Ingredients.Blends)), Maybe(Pick(Ingredients.Averages))];
        Text = new NetworkText(name, Pick([1, 2, 3, 7, 8, 9, 16, 17]), [.. Shuffled(onClass)])
        {
            Declaration = $"{Pick(["public sealed ", "public ", "internal sealed ", "sealed ", ""])}partial class {name}",
        };

        for (int inputs = _random.Next(1, 4); inputs > 0; inputs--)
        {
            AddInput();
        }

        for (int layers = _random.Next(0, 7); layers > 0; layers--)
        {
            AddLayer();
        }

        // Whatever nothing reads yet becomes a head's operand.
        do
        {
            string operand = _unread.Count > 0 ? _unread.First() : Pick(_layers).Name;
            _unread.Remove(operand);
            AddHead(operand);
        }
        while (_unread.Count > 0);
        Source = Place(Declaration());
    }

    public NetworkText Text { get; }

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
        string shape = Pick([Number(Pick(Sizes)), Number(Pick(Sizes)), "2, 3, 1", "4, 2"]);
        Add("Layer", $"Input({shape}{Pick(Ingredients.Ranges)})", shape, Maybe("Dropout(0.8f)"), Maybe("GaussianNoise(0.2f)"));
    }

    private void AddLayer()
    {
        (string Name, string Shape) first = Pick(_layers);
        (string Name, string Shape)[] fitting = [.. _layers.Where(l => l.Shape == first.Shape)];
        string[] common = [Pick(Ingredients.Activations), Pick(Ingredients.Dropouts)];
        if (_random.NextDouble() < 0.35 && fitting.Length > 1)
        {
            _random.Shuffle(fitting);
            string[] operands = [.. fitting.Take(_random.Next(2, 4)).Select(o => o.Name)];
            _unread.ExceptWith(operands);
            Add("Layer", $"Sum({string.Join(", ", operands.Select(o => $"nameof({o})"))})", first.Shape, common);
            return;
        }

        if (_random.NextDouble() < 0.15 && !first.Shape.Contains(','))
        {
            string from = From(first.Name);
            Add("Layer", from.Length == 0 ? Pick(KindsOfOneRow) : $"{Pick(KindsOfOneRow)}({from})", first.Shape, common);
            return;
        }

        Add("Layer", Dense(Number(Pick(Sizes)), first.Name, out string units), units, [.. common, Pick(Ingredients.Initializers), Penalty()]);
    }

    private void AddHead(string operand)
    {
        string loss = Pick(Ingredients.Losses);
        int units = Pick(Sizes);
        if (loss.StartsWith("Softmax", StringComparison.Ordinal))
        {
            units = Math.Max(units, 2);
            loss = _random.NextDouble() < 0.3 ? Weighted(loss, units) : loss;
        }

        Add("Head", Dense(Number(units), operand, out _), "", loss, Penalty(), Pick(Ingredients.Initializers));
    }

    /// <summary>The loss with a weight for each class, the first of which counts for nothing now and then.</summary>
    private string Weighted(string loss, int classes)
    {
        string weights = string.Join(", ", Enumerable.Range(0, classes).Select(c => c == 0 && _random.NextDouble() < 0.3 ? "0f" : $"{Pick(ClassWeights)}f"));
        string argument = $"ClassWeights = new[] {{ {weights} }}";
        return loss.EndsWith(')') ? $"{loss[..^1]}, {argument})" : $"{loss}({argument})";
    }

    /// <summary>A dense layer that reads <paramref name="operand"/>, by name unless it precedes anyway.</summary>
    private string Dense(string size, string operand, out string units)
    {
        units = size;
        string from = From(operand);
        return $"Dense({size}{(from.Length == 0 ? "" : ", ")}{from}{Maybe(", Bias = false")})";
    }

    /// <summary>The argument that names an operand, or nothing where it precedes anyway.</summary>
    private string From(string operand)
    {
        _unread.Remove(operand);
        bool precedes = Text.Values.LastOrDefault(v => v.Type == "Layer")?.Name == operand;
        return precedes && !_isSplit && _random.NextDouble() < 0.8 ? "" : $"From = nameof({operand})";
    }

    private void Add(string type, string kind, string shape, params string[] attached)
    {
        string name = _names.Dequeue();
        name = IsAmbiguous(name, attached) ? _names.Dequeue() : name;
        string modifiers = Pick(["public partial", "public partial", "internal partial", "protected internal partial"]);
        modifiers = Text.Declaration.Contains("sealed", StringComparison.Ordinal) ? modifiers.Replace("protected ", "", StringComparison.Ordinal) : modifiers;
        Text.Values.Add(new ValueText(type, name, [.. Shuffled([kind, .. attached])]) { Modifiers = modifiers });
        if (type == "Layer")
        {
            _layers.Add((name, shape));
            _unread.Add(name);
        }
    }

    /// <summary>Whether a value of this name would have a hyperparameter that the network has: NG0010.</summary>
    private bool IsAmbiguous(string name, string[] attached) =>
        (name == "Adversarial" && attached.Any(a => a.Contains("Weight = ", StringComparison.Ordinal)) && Text.OnClass.Any(a => Ingredients.NameOf(a) == "AdversarialTraining"))
        || (name == "Average" && attached.Any(a => a.StartsWith("Decay", StringComparison.Ordinal)) && Text.OnClass.Any(a => Ingredients.NameOf(a) == "AverageWeights"));

    /// <summary>A penalty of the whole network that the optimizer has no objection to.</summary>
    private string NetworkPenalty(string optimizer) => Pick([.. Ingredients.NetworkPenalties.Where(p => IsFit(p, optimizer) && !(IsAdamW(optimizer) && p.StartsWith("Decay", StringComparison.Ordinal)))]);

    private string Penalty()
    {
        string optimizer = Text.OnClass.FirstOrDefault(a => Ingredients.Optimizers.Contains(a)) ?? "";
        return Pick([.. Ingredients.Penalties.Where(p => IsFit(p, optimizer))]);
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
