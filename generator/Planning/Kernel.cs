using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>A part of the graph that becomes one loop nest, one emitted method: at most one contraction, and the element-wise work on its result.</summary>
/// <param name="section">The value and direction it belongs to.</param>
/// <param name="root">The contraction or row sum it is built around; null for a loop over rows.</param>
internal sealed class Kernel(CodeSection section, Node? root)
{
    /// <summary>From two blocks across on, threads share blocks and not rows of the batch.</summary>
    private const int WideColumns = 128;

    // A step of 784-256-128-10 on two Zen 4 cores, its weight updates shared by columns → by rows: with SGD 386 → 366 µs, with Adam 543 → 442
    // (2nd percentile of steps in turn). With columns, a row is 512 bytes of one core and then 512 of the other; presumably what one fetches
    // ahead is taken from the other. Wide layers, 1.9 times as fast on two cores, keep to columns: those they computed with are in the cache.
    private const int WideWeights = 1024;

    private readonly List<Node> _body = [];
    private readonly HashSet<Node> _members = [];
    private IReadOnlyList<Node>? _reads;
    private KernelTemplate? _template;
    private Func<Node, Layout>? _layoutOf;

    public CodeSection Section { get; } = section;

    /// <summary>How threads share it.</summary>
    public Partitioning PartitionedBy => Root?.Op.Access switch
    {
        { Family: OpFamily.Contraction, Over: Axes.Batch | Axes.Positions } => Partitioning.Inputs,
        { Over: Axes.Positions or (Axes.Features | Axes.Positions) } => Partitioning.Rows,
        { Family: OpFamily.Contraction } when IsSingleRow => Partitioning.Columns,
        { Family: OpFamily.Contraction, Over: Axes.Batch } when Lanes.Padded(Root!.Type.Columns) < WideWeights => Partitioning.Inputs,
        { Family: OpFamily.Contraction } when Lanes.Padded(Root!.Type.Columns) >= WideColumns => Partitioning.Columns,
        { Along: Axes.Features } => Partitioning.Columns,
        { Along: Axes.Inputs } => Partitioning.Inputs,
        _ when IsOverParameter => _body[0].Type.Space == Space.Matrix ? Partitioning.Inputs : Partitioning.Columns,
        _ => Partitioning.Rows,
    };

    /// <summary>Whether it is element-wise work on a parameter, without a contraction: an update from a gradient in memory.</summary>
    public bool IsOverParameter => Root is null && _body.Count > 0 && _body[0].Type.Space is Space.Matrix or Space.Vector
        && !_body.Any(node => node.Type.Space is Space.Batch or Space.Samples);

    /// <summary>Whether it computes a single row: the form that a prediction of one sample takes.</summary>
    public bool IsSingleRow { get; private set; }

    /// <summary>The most rows of the batch it works on.</summary>
    public int BatchSize { get; set; } = 1;

    /// <summary>The share of its varying operand's elements that are expected not to be 0; see <see cref="EstimateDensity"/>.</summary>
    public double Density { get; set; } = 1;

    /// <summary>How a value that it reads or writes lies; chosen by <see cref="ChooseLayouts"/>.</summary>
    public Func<Node, Layout> LayoutOf
    {
        get => _layoutOf ?? throw new InvalidOperationException($"No layouts have been chosen for {Name}.");
        set => _layoutOf = value;
    }

    /// <summary>Whether it visits an image position by position, also where that lies in one run.</summary>
    public bool VisitsPositions => _body.Any(node => node.SpreadsChannels) || (Root?.Op.Access.Reduces(Axes.Batch) == true && Root.Operands[0].Type.IsImage);

    /// <summary>Whether it is built around an operation on windows of an image.</summary>
    public bool IsOverPositions => Root is not null && (Root.Op.Access.Over & Axes.Positions) != 0;

    /// <summary>Whether rows of some value that it reads or writes fall into several runs, or have a border.</summary>
    public bool IsInRuns => Reads.Concat(Written).Any(node => node.Type.Space == Space.Batch && !LayoutOf(node).IsOneRun);

    /// <summary>How it is written; chosen by <see cref="ChooseKernels"/>.</summary>
    public KernelTemplate Template
    {
        get => _template ?? throw new InvalidOperationException($"No template has been chosen for {Name}.");
        set => _template = value;
    }

    /// <summary>What the threads wait for before it runs; null if they need not.</summary>
    public Barrier? Barrier { get; set; }

    /// <summary>The emitted method that it shares with others; null if it has one of its own. Decided by <see cref="ShareMethods"/>.</summary>
    public KernelMethod? Method { get; set; }

    public Node? Root { get; } = root;

    /// <summary>The pool that takes its root's positions as they are computed; null if none does. See <see cref="FusePools"/>.</summary>
    public Node? Pool { get; private set; }

    /// <summary>What it computes, operands before users, the root among them.</summary>
    public IReadOnlyList<Node> Body => _body;

    /// <summary>Which of it is written to memory because another kernel reads it or an effect asks for it.</summary>
    public List<Node> Stored { get; } = [];

    /// <summary>The effects it performs.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>The emitted method's name: <c>ForwardHidden</c>.</summary>
    public string Name => Title.ToString();

    /// <summary>What its name is made of.</summary>
    public KernelTitle Title { get; set; } = new("", "");

    public void Add(Node node)
    {
        _body.Add(node);
        _members.Add(node);
        _reads = null;
        IsRandom |= node.IsRandom;
    }

    /// <summary>Makes the work of a kernel that pools this one's result part of this one; the result itself is then stored nowhere.</summary>
    public void Append(Kernel pooling)
    {
        Pool = pooling.Root;
        SetBody([.. _body, .. pooling.Body]);
        Stored.Remove(Root!);
        Stored.AddRange(pooling.Stored);
        Effects.AddRange(pooling.Effects);
    }

    public bool Contains(Node node) => _members.Contains(node);

    /// <summary>Makes cheap values of other kernels part of this one.</summary>
    public void Recompute(IEnumerable<Node> nodes)
    {
        SetBody([.. _body.Concat(nodes).Distinct().OrderBy(n => n.Id)]);
    }

    /// <summary>The same work for a single row; of a product that is another method, named like <c>SingleRowHidden</c>.</summary>
    public Kernel ForSingleRow()
    {
        var kernel = new Kernel(Section, Root) { Title = Root?.Op.Access.Contracts(Axes.Features) == true ? Title with { Verb = "SingleRow" } : Title, IsSingleRow = true, Pool = Pool, _layoutOf = _layoutOf };
        kernel.SetBody([.. _body]);
        kernel.Stored.AddRange(Stored);
        kernel.Effects.AddRange(Effects);
        return kernel;
    }

    /// <summary>Drops what neither a stored value nor an effect needs.</summary>
    public void Prune()
    {
        var needed = new HashSet<Node>();
        var pending = new Stack<Node>(Stored.Concat(Effects.Select(e => e.Value)));
        while (pending.Count > 0)
        {
            Node node = pending.Pop();
            if (_members.Contains(node) && needed.Add(node))
            {
                foreach (Node operand in node.Operands)
                {
                    pending.Push(operand);
                }
            }
        }

        SetBody([.. _body.Where(needed.Contains)]);
    }

    /// <summary>Whether anything random reaches what it computes.</summary>
    public bool IsRandom { get; private set; }

    /// <summary>What it reads from memory: values of other kernels, and leaves; also those that a scalar formula reads.</summary>
    public IReadOnlyList<Node> Reads => _reads ??= [.. _body.SelectMany(n => n.Operands).SelectMany(Behind).Where(o => !_members.Contains(o)).Distinct()];

    /// <summary>The parameters, states and inputs that it overwrites, after every use of the old value.</summary>
    public IEnumerable<Node> Assigned => Effects.Where(e => e.Kind is EffectKind.Assign or EffectKind.NextIteration).Select(e => e.Destination!)
        .Concat(Stored.Where(n => n.Op.Destination is { IsUpdate: true }).Select(n => n.Graph.NodeOf(n.Op.Destination!.Value.Of)));

    /// <summary>The adversarial inputs that it makes, before any use.</summary>
    public IEnumerable<Node> Perturbed => Effects.Where(e => e.Kind == EffectKind.Perturb).Select(e => e.Destination!);

    /// <summary>The inputs that it makes before any use: adversarial and augmented ones.</summary>
    public IEnumerable<Node> Made => Effects.Where(e => e.Kind is EffectKind.Perturb or EffectKind.Augment).Select(e => e.Destination!);

    /// <summary>What it writes to memory: values it stores, and what it assigns.</summary>
    public IEnumerable<Node> Written => Stored.Concat(Effects.Where(e => e.Destination is not null).Select(e => e.Destination!));

    /// <summary>Whether it may take a node: the right section and loop, and nothing it would have to wait for.</summary>
    public bool Accepts(Node node) => Section == node.Section && Root switch
    {
        null when node.Type.Space is Space.Matrix or Space.Vector => IsElementwise(node) && _body.All(b => b.Type == node.Type),
        null => !node.Op.Access.StartsKernel && !node.Op.Access.Reduces(Axes.Batch) && Columns(node) is { } columns && _body.All(b => Columns(b) is { } c && (c == columns || c == 1 || columns == 1))
            && !NeedsFinishedRow(node),
        { Op.Access.TakesEpilogue: false } => false,
        // A contraction over features has blocks of columns, which know nothing of channels.
        { Type: var type } => IsElementwise(node) && node.Type == type && (IsOverPositions || !node.SpreadsChannels),
    };

    /// <summary>A value, and what is behind it if it is a formula of scalars.</summary>
    private static IEnumerable<Node> Behind(Node node) => node.Type.Space == Space.Scalar && IsElementwise(node)
        ? node.Operands.SelectMany(Behind).Prepend(node)
        : [node];

    /// <summary>The columns a row loop runs over for a node: its own for [n, m], 1 for [n], null for anything else.</summary>
    private static int? Columns(Node node) => node switch
    {
        { Type.Space: Space.Batch } => node.Type.Columns,
        { Type.Space: Space.Samples } => 1,
        _ => null,
    };

    /// <summary>A row loop visits its columns once. What needs the whole row of something computed in that visit waits for another loop.</summary>
    private bool NeedsFinishedRow(Node node) => node.Type.Space == Space.Batch
        && (node.Op.Access.ReadsMemory
            ? node.Operands.Any(_members.Contains)
            : node.Operands.Any(o => o.Type.Space == Space.Samples && DependsOnRowReduction(o)));

    private bool DependsOnRowReduction(Node node) => _members.Contains(node)
        && (node.Op.Access is { Family: OpFamily.Reduction, Over: Axes.Features, ReadsMemory: false } || node.Operands.Any(o => o.Type.Space == Space.Samples && DependsOnRowReduction(o)));

    private static bool IsElementwise(Node node) => node.Op.Access.Family == OpFamily.Elementwise;

    private void SetBody(IReadOnlyList<Node> nodes)
    {
        _body.Clear();
        _members.Clear();
        IsRandom = false;
        foreach (Node node in nodes)
        {
            Add(node);
        }
    }

    public override string ToString() => $"{Name}: {string.Join(", ", _body)}";
}
