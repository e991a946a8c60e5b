using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>
/// Gives every stored value its place. Parameters lie in declaration order in an arena of their own (and their optimizer state at the same
/// offsets in arenas like it), inputs and targets in the batch. What a prediction stores has a place of its own in the work arena, which
/// training and attacks use too; what only one of these stores lies apart, so that a network that is never trained or attacked need not
/// have it. There, gradients are short-lived and reuse each other's space, but for those with a border: its zeros are written once, when the
/// arena is made.
/// </summary>
internal sealed class AssignBuffers
{
    /// <summary>What the emitted layout has besides places.</summary>
    private static readonly string[] Constants = ["Schema", "ScratchFloats"];

    private readonly NetworkModel _model;
    private readonly Func<Node, Layout> _layoutOf;
    private readonly Dictionary<Node, Buffer> _work = [];
    private readonly Dictionary<string, Buffer> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Buffer> _leaves = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Buffer>> _shared = new(StringComparer.Ordinal);
    private readonly List<Buffer> _scratch = [];
    private readonly Dictionary<Arena, int> _floats = [];

    public AssignBuffers(
        NetworkModel model, Func<Node, Layout> layoutOf, NetworkGraph training, List<Kernel> step, NetworkGraph prediction, List<Kernel> predict, List<Kernel> stochasticPass,
        NetworkGraph attack, List<Kernel> attackStep)
    {
        _model = model;
        _layoutOf = layoutOf;
        Scratch(step.Concat(predict).Concat(stochasticPass).Concat(attackStep));
        _taken.UnionWith(Constants.Concat(_scratch.Select(buffer => buffer.Name)).Concat(model.Heads.Select(head => ClassWeight.Table(head.Name))));
        Parameters();
        AllowPastTheWeights(step.Concat(predict).Concat(stochasticPass).Concat(attackStep));
        _taken.UnionWith(ParameterBuffers.Values.Select(buffer => buffer.Name));
        Leaves();
        foreach (Node leaf in training.Nodes.Concat(prediction.Nodes).Concat(stochasticPass.SelectMany(k => k.Reads)).Concat(attack.Nodes))
        {
            if (Leaf(leaf) is { } buffer)
            {
                _work[leaf] = buffer;
            }
        }

        // Training, the predictions and attacks never run at once, so equal values of theirs share a place; two values of one of them never do.
        var results = new HashSet<Node>(attack.Effects.Concat(training.Effects).Where(e => e.Kind == EffectKind.InputGradient).Select(e => e.Value));
        foreach ((Arena arena, List<Kernel> kernels) in new[] { (Arena.Work, predict), (Arena.Work, stochasticPass), (Arena.Training, step), (Arena.Attack, attackStep) })
        {
            var taken = new HashSet<Buffer>();
            foreach (Node node in kernels.Distinct().SelectMany(k => k.Stored.Where(node => !IsGradient(k) || results.Contains(node) || layoutOf(node).Border > 0)))
            {
                _work[node] = node.Op.Access.Result switch
                {
                    ResultPlace.BesideParameter => BesideParameter(node.Op.Destination!.Value),
                    ResultPlace.InPlace => _work[node.Operands[0]],
                    ResultPlace.Blocks => BlockSums(),
                    _ => Own(arena, BufferName(node), layoutOf(node), Describe(node.Type, Content(node)), taken),
                };
            }
        }

        ShortLived(Arena.Training, step);
        ShortLived(Arena.Attack, attackStep);
        AllowPastTheEnd(step.Concat(predict).Concat(stochasticPass).Concat(attackStep));
        foreach (Buffer read in step.SelectMany(kernel => kernel.Template.ReadInSixteens(kernel)).Select(Of))
        {
            _floats[read.Arena] = Math.Max(_floats[read.Arena], read.Offset + Lanes.Padded(_model.BatchSize) * read.Stride);
        }
    }

    /// <summary>The places of the parameters, in the order in which they lie.</summary>
    public Dictionary<Parameter, Buffer> ParameterBuffers { get; } = [];

    public int ParameterFloats { get; private set; }

    /// <summary>Where all gradients lie, in the order of the parameters; null if none outlives its update.</summary>
    public Buffer? Gradients { get; private set; }

    /// <summary>How many blocks the norm of the gradients is summed in.</summary>
    public int GradientBlocks => (ParameterFloats + GlobalNorm.BlockFloats - 1) / GlobalNorm.BlockFloats;

    /// <summary>What each thread has for itself.</summary>
    public IReadOnlyList<Buffer> ScratchBuffers => _scratch;

    public int ScratchFloats { get; private set; }

    /// <summary>The names of all places, and of what else the emitted layout has.</summary>
    public IEnumerable<string> Names => _taken;

    /// <summary>All places of an arena of values or leaves.</summary>
    public IEnumerable<Buffer> In(Arena arena) => _named.Values.Where(b => b.Arena == arena);

    /// <summary>The length of an arena of values or leaves: floats, or labels.</summary>
    public int FloatsOf(Arena arena) => _floats.TryGetValue(arena, out int floats) ? floats : 0;

    /// <summary>How many rows of the batch everything has room for.</summary>
    public int BatchSize => _model.BatchSize;

    /// <summary>Where a stored value or a leaf that is no parameter lies.</summary>
    public Buffer Of(Node node) => _work[node];

    /// <summary>Where anything lies that is in memory; null for what is not.</summary>
    public Buffer? BufferOf(Node node) => node.Op switch
    {
        Parameter parameter => ParameterBuffers[parameter],
        State state => ParameterBuffers[state.Of] is var of ? of with { Arena = Arena.State, Offset = state.Slot * ParameterFloats + of.Offset } : null,
        _ => _work.TryGetValue(node, out Buffer? buffer) ? buffer : null,
    };

    /// <summary>The place of an input (no suffix, "Augmented", "Original" or "Adversarial"), or of a head's "Target", "Labels" or "Present".</summary>
    public Buffer OfLeaf(string value, string suffix = "") => _leaves[value + "." + suffix];

    private static bool IsGradient(Kernel kernel) => kernel.Section.Phase is Phase.Backward;

    private void Parameters()
    {
        // A layer that feeds no head appears in no graph, yet the user may look at its weights: the model decides, not the graph.
        foreach (Parameter p in _model.Values.SelectMany(value => value.Parameters))
        {
            Layout layout = p.Type.Space == Space.Vector ? Layout.OfVector(p.Type.Columns) : Layout.OfMatrix(p.Type.Rows, p.Type.Columns);
            ParameterBuffers.Add(p, new Buffer(Arena.Parameter, p.Title, ParameterFloats, layout, $"{p.Shape} {p.Role.Name} of {p.Layer}"));
            ParameterFloats += layout.Length;
        }
    }

    /// <summary>The places that data is gathered to: every input's and every head's, read or not, for the data set has their columns.</summary>
    private void Leaves()
    {
        foreach (ValueModel input in _model.Inputs)
        {
            _leaves.Add(input.Name + ".", Rows(Arena.Batch, input.Name, input, $"input {input.Name}"));
            if (input.Augmentations.Count > 0)
            {
                _leaves.Add(input.Name + ".Augmented", Rows(Arena.Training, input.Name + "Augmented", input, $"input {input.Name}, augmented"));
            }

            if (_model.Adversarial is not null)
            {
                _leaves.Add(input.Name + ".Adversarial", Rows(Arena.Training, input.Name + "Adversarial", input, $"input {input.Name}, adversarial"));
            }

            _leaves.Add(input.Name + ".Original", Rows(Arena.Attack, input.Name + "Original", input, $"input {input.Name} before the attack"));
        }

        foreach (ValueModel head in _model.Heads)
        {
            if (head.Loss!.HasLabels)
            {
                var labels = new Buffer(
                    Arena.Label, Unique(head.Name + "Labels"), Allot(Arena.Label, _model.BatchSize), Layout.OfNumbers(_model.BatchSize) with { Length = _model.BatchSize }, $"[{_model.BatchSize}] labels of {head.Name}");
                _named.Add(labels.Name, labels);
                _leaves.Add(head.Name + ".Labels", labels);
            }
            else
            {
                _leaves.Add(head.Name + ".Target", Rows(Arena.Batch, head.Name + "Target", head, $"target of {head.Name}"));
            }

            _leaves.Add(head.Name + ".Present", Own(Arena.Work, head.Name + "Present", Layout.OfNumbers(_model.BatchSize), Describe(TensorType.Samples, $"present of {head.Name}")));
        }
    }

    /// <summary>The rows of an input or of a head's targets, which the runtime fills: each in one run.</summary>
    private Buffer Rows(Arena arena, string name, ValueModel value, string content) => Own(arena, name, Layout.OfBatch(_model.BatchSize, value.Type), Describe(value.Type, content));

    private Buffer? Leaf(Node leaf) => leaf.Op is Leaf { Column: { } column } ? OfLeaf(column.Value, column.Part) : null;

    /// <summary>A name that no other constant has: values may be called Panel, or biasBias.</summary>
    private string Unique(string name)
    {
        string unique = name;
        for (int i = 2; !_taken.Add(unique); i++)
        {
            unique = Invariant.Of($"{name}{i}");
        }

        return unique;
    }

    private static string BufferName(Node node)
    {
        string pascal = Invariant.Pascal(node.Name ?? node.Op.Name);
        return (node.IsNamedAfter(node.Section.Owner) ? pascal : node.Section.Owner + pascal) + node.Section.Suffix;
    }

    /// <summary>For the reader: <c>Hidden</c>, or <c>dz of Hidden, adversarial</c>.</summary>
    private static string Content(Node node)
    {
        string content = node.LayerName == new LayerName(node.Section.Owner) ? node.Section.Owner : $"{node.Name ?? node.Op.Name} of {node.Section.Owner}";
        return node.Section.Role == BatchRole.Adversarial ? content + ", adversarial" : content;
    }

    /// <summary>The next floats of an arena.</summary>
    private int Allot(Arena arena, int length)
    {
        int offset = FloatsOf(arena);
        _floats[arena] = offset + length;
        return offset;
    }

    private Buffer Own(Arena arena, string name, Layout layout, string content, HashSet<Buffer>? taken = null)
    {
        if (!_shared.TryGetValue(name, out List<Buffer>? shared))
        {
            _shared.Add(name, shared = []);
        }

        IEnumerable<Buffer> alike = shared.Where(b => b.Layout == layout && b.Content == content);
        if (alike.FirstOrDefault(b => b.Arena is Arena.Work or Arena.Batch && taken?.Contains(b) != true) is { } existing)
        {
            taken?.Add(existing);
            return existing;
        }

        string unique = Unique(Prefix(arena) + name);
        var buffer = new Buffer(arena, unique, Allot(arena, layout.Length), layout, content);
        _named.Add(unique, buffer);
        shared.Add(buffer);
        taken?.Add(buffer);
        return buffer;
    }

    private string Describe(TensorType type, string content) => Invariant.Of($"{type.ToString().Replace("n", Invariant.Of($"{_model.BatchSize}"))} {content}");

    /// <summary>The parameter's own place, or the same place in the run of memory in which all gradients lie as their parameters do.</summary>
    private Buffer BesideParameter(ParameterDestination destination)
    {
        Buffer parameter = ParameterBuffers[(Parameter)destination.Of];
        if (destination.IsUpdate)
        {
            return parameter;
        }

        Gradients ??= Add("Gradients", ParameterFloats, "every gradient, as the parameters lie");
        return parameter with { Arena = Arena.Training, Offset = Gradients.Offset + parameter.Offset };
    }

    /// <summary>A number for each block of gradients: the sum of its squares.</summary>
    private Buffer BlockSums() => Add("GradientSquares", GradientBlocks, Invariant.Of($"[{GradientBlocks}] sums of squares of blocks of gradients"));

    private Buffer Add(string name, int count, string content)
    {
        Layout layout = Layout.OfNumbers(count);
        var buffer = new Buffer(Arena.Training, Unique(name), Allot(Arena.Training, layout.Length), layout, content);
        _named.Add(buffer.Name, buffer);
        return buffer;
    }

    /// <summary>What the kernels compute with between their blocks: one place of each name, big enough for all, in the order in which they are needed.</summary>
    private void Scratch(IEnumerable<Kernel> kernels)
    {
        IEnumerable<IGrouping<string, ScratchNeed>> needs = kernels.SelectMany(kernel => kernel.Template.ScratchOf(kernel)).GroupBy(need => need.Name);
        foreach (IGrouping<string, ScratchNeed> named in needs)
        {
            ScratchNeed most = named.OrderByDescending(need => need.Floats).First();
            Layout layout = Layout.OfNumbers(most.Floats);
            _scratch.Add(new Buffer(Arena.Scratch, most.Name, ScratchFloats, layout, most.Content));
            ScratchFloats += layout.Length;
        }
    }

    /// <summary>
    /// A vector that begins in the last run of an image may end past its buffer. What lies there is read, and what comes of it discarded; where
    /// an arena ends, it is made longer.
    /// </summary>
    private void AllowPastTheEnd(IEnumerable<Kernel> kernels)
    {
        foreach (Kernel kernel in kernels.Where(kernel => kernel.IsInRuns || kernel.IsOverPositions || kernel.VisitsPositions))
        {
            foreach (Buffer buffer in kernel.Reads.Concat(kernel.Written).Select(BufferOf).Where(buffer => buffer is { Arena: not (Arena.Parameter or Arena.State or Arena.Label) }).Cast<Buffer>())
            {
                _floats[buffer.Arena] = Math.Max(_floats[buffer.Arena], buffer.Offset + buffer.Length + Lanes.Count);
            }
        }
    }

    /// <summary>The same of panels of W, sixteen rows of which may end past W: before any gradient has a place, for they lie as parameters do.</summary>
    private void AllowPastTheWeights(IEnumerable<Kernel> kernels)
    {
        foreach (Parameter parameter in kernels.Where(kernel => kernel.IsInRuns || kernel.IsOverPositions).SelectMany(kernel => kernel.Reads).Select(node => node.Op).OfType<Parameter>())
        {
            Buffer w = ParameterBuffers[parameter];
            ParameterFloats = Math.Max(ParameterFloats, w.Offset + w.Length + (parameter.Type.Space == Space.Matrix ? Lanes.Count * w.Stride : 0));
        }
    }

    /// <summary>What an attack computes has names of its own.</summary>
    private static string Prefix(Arena arena) => arena == Arena.Attack ? "Attack" : "";

    /// <summary>Linear scan over the kernels in order: a gradient takes the first gap among those that are still to be read.</summary>
    private void ShortLived(Arena arena, List<Kernel> kernels)
    {
        int start = FloatsOf(arena);
        var lastUses = new Dictionary<Node, int>();
        for (int time = 0; time < kernels.Count; time++)
        {
            foreach (Node node in kernels[time].Reads)
            {
                lastUses[node] = time;
            }
        }

        var gradients = new List<(Buffer Buffer, int LastUse)>();
        for (int time = 0; time < kernels.Count; time++)
        {
            gradients.RemoveAll(g => g.LastUse < time);
            foreach (Node node in kernels[time].Stored.Where(n => IsGradient(kernels[time]) && !_work.ContainsKey(n)))
            {
                Layout layout = _layoutOf(node);
                int offset = start;
                foreach ((Buffer live, _) in gradients.OrderBy(g => g.Buffer.Offset))
                {
                    if (offset + layout.Length <= live.Offset)
                    {
                        break;
                    }

                    offset = Math.Max(offset, live.Offset + live.Length);
                }

                var buffer = new Buffer(arena, Unique(Prefix(arena) + BufferName(node)), offset, layout, Describe(node.Type, Content(node)));
                int lastUse = lastUses.TryGetValue(node, out int last) ? last : -1;
                _work[node] = buffer;
                _named.Add(buffer.Name, buffer);
                gradients.Add((buffer, lastUse));
                _floats[arena] = Math.Max(FloatsOf(arena), offset + layout.Length);
            }
        }
    }
}
