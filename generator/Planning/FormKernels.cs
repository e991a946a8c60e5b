using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Element-wise fusion. Every contraction starts a kernel; element-wise work joins the last kernel of its own place that comes after all
/// it needs, so that kernels in the order of their making are already a valid schedule. What crosses from one kernel to another is
/// stored once, or, if it is cheap, computed again where it is used. What a pass of an uncertain prediction draws stays out of kernels that
/// would be the same in every pass: those run once.
/// </summary>
internal sealed class FormKernels
{
    private readonly List<Kernel> _kernels = [];
    private readonly Dictionary<CodeSection, List<(int Number, Kernel Kernel)>> _bySection = [];
    private readonly Dictionary<Node, Kernel> _home = [];
    private readonly Dictionary<Node, bool> _free = [];
    private readonly Dictionary<Node, int> _earliest = [];
    private readonly HashSet<Node> _readFromMemory;

    private FormKernels(NetworkGraph graph)
    {
        IReadOnlyList<Node> live = graph.Live();
        IEnumerable<Node> asked = graph.Effects.SelectMany(e => e.Kind == EffectKind.Loss ? SampleSums(e.Value).Select(sum => sum.Operands[0]) : [e.Value]);
        _readFromMemory =
        [
            .. live.Where(ReadsMemory).SelectMany(n => n.Operands).Where(o => o.Type.Space == Space.Batch && !IsSource(o)),
            .. asked.Where(n => n.Type.Space is Space.Batch or Space.Samples && !IsSource(n)),
        ];
        foreach (Node node in live.Where(IsComputed))
        {
            Kernel kernel = Home(node);
            kernel.Add(node);
            _home[node] = kernel;
        }

        AttachEffects(graph);
        StoreOrRecompute();
    }

    public static List<Kernel> Run(NetworkGraph graph) => new FormKernels(graph)._kernels;

    /// <summary>A contraction, a row sum or a row operation takes its operands from memory, not from the registers of a loop.</summary>
    private static bool ReadsMemory(Node node) => node.Op.Access.ReadsMemory;

    private static bool IsSource(Node node) => node.Op.Access.Family == OpFamily.Source;

    /// <summary>What a kernel is built around.</summary>
    private static bool IsRoot(Node node) => node.Op.Access.StartsKernel;

    /// <summary>Whether a node needs a loop of its own making: not a leaf, not a scalar formula, not something free to write wherever it is used.</summary>
    private bool IsComputed(Node node) => _readFromMemory.Contains(node)
        || (!IsSource(node) && node.Type.Space != Space.Scalar && !IsFree(node))
        || IsRoot(node);

    /// <summary>Cheap and made of nothing but leaves and scalars: masks, targets, λw.</summary>
    private bool IsFree(Node node)
    {
        if (!_free.TryGetValue(node, out bool free))
        {
            free = IsSource(node)
                || node.Type.Space == Space.Scalar
                || (IsCheap(node) && !_readFromMemory.Contains(node) && node.Operands.All(IsFree));
            _free.Add(node, free);
        }

        return free;
    }

    /// <summary>The kernel a node joins: of its own place's, the last one that takes it and comes no earlier than all it needs.</summary>
    private Kernel Home(Node node)
    {
        int earliest = node.Operands.Select(Earliest).DefaultIfEmpty(0).Max();
        if (!_bySection.TryGetValue(node.Section, out List<(int Number, Kernel Kernel)>? here))
        {
            _bySection.Add(node.Section, here = []);
        }

        if (node.Op.Access.ComesWithOperand)
        {
            _earliest[node] = Earliest(node.Operands[0]);
            return _home[node.Operands[0]];
        }

        bool Fits(Kernel kernel) => kernel.Accepts(node) && !(node.IsDrawnEachPass && !kernel.IsRandom);

        // Two parameters of a layer may be of one type: an update is with its own gradient.
        int number = IsRoot(node) || node.Section.Phase != Phase.Update ? -1
            : here.FindLastIndex(k => k.Number >= earliest && node.Operands.Any(k.Kernel.Contains) && Fits(k.Kernel));
        number = IsRoot(node) || number >= 0 ? number : here.FindLastIndex(k => k.Number >= earliest && Fits(k.Kernel));
        if (number < 0)
        {
            number = here.Count;
            here.Add((_kernels.Count, new Kernel(node.Section, IsRoot(node) ? node : null)));
            _kernels.Add(here[number].Kernel);
        }

        Kernel home = here[number].Kernel;
        _earliest[node] = here[number].Number;
        return home;
    }

    /// <summary>
    /// The number of the first kernel that may read a value: of the one that computes it, or, through scalars and free values, of the last
    /// that computes what it is made of.
    /// </summary>
    private int Earliest(Node node)
    {
        if (!_earliest.TryGetValue(node, out int earliest))
        {
            earliest = node.Operands.Select(Earliest).DefaultIfEmpty(0).Max();
            _earliest.Add(node, earliest);
        }

        return earliest;
    }

    /// <summary>An assignment goes where its value is computed. A loss is summed after the last kernel, from what each row left.</summary>
    private void AttachEffects(NetworkGraph graph)
    {
        foreach (Effect effect in graph.Effects)
        {
            Node value = effect.Value;
            if (effect.Kind is EffectKind.Prediction or EffectKind.InputGradient && _home.TryGetValue(value, out Kernel? source))
            {
                Store(source, value);
                continue;
            }

            if (effect.Kind == EffectKind.Penalty)
            {
                continue; // no part of a step: summed when it is asked for
            }

            if (effect.Kind == EffectKind.Loss)
            {
                foreach (Node perSample in SampleSums(value).Select(sum => sum.Operands[0]))
                {
                    Store(_home[perSample], perSample);
                }

                continue;
            }

            Kernel kernel = _home.TryGetValue(value, out Kernel? found) ? found : _kernels.Last(k => k.Root?.Type == value.Type && k.Section == value.Section);
            kernel.Effects.Add(effect);
            if (effect.Kind == EffectKind.RowLoss)
            {
                Store(kernel, value);
            }
        }
    }

    private static IEnumerable<Node> SampleSums(Node scalar) => scalar.Op.Access.Reduces(Axes.Batch) && scalar.Type.Space == Space.Scalar ? [scalar] : scalar.Operands.SelectMany(SampleSums);

    private void StoreOrRecompute()
    {
        // What is read from memory is stored, and a row operation leaves its result there, as do norms.
        foreach (Kernel kernel in _kernels)
        {
            foreach (Node node in kernel.Body.Where(n => n.Op.Access is { Result: ResultPlace.BesideParameter or ResultPlace.Blocks } or { Result: ResultPlace.Memory, StartsKernel: true }))
            {
                Store(kernel, node);
            }

            foreach (Node node in kernel.Body.Where(ReadsMemory))
            {
                foreach (Node operand in node.Operands.Where(o => o.Type.Space == Space.Batch && _home.ContainsKey(o)))
                {
                    Store(_home[operand], operand);
                }

                if (node.Op.Access.Result == ResultPlace.Memory)
                {
                    Store(kernel, node);
                }
            }
        }

        foreach (Kernel kernel in _kernels)
        {
            var again = new HashSet<Node>();
            foreach (Node node in kernel.Body.Where(n => !n.Op.Access.ReadsMemory || n.Op.Access.Reduces(Axes.Batch)))
            {
                foreach (Node operand in node.Operands)
                {
                    MakeAvailable(operand, kernel, again);
                }
            }

            foreach (Effect effect in kernel.Effects.Where(e => e.Destination is not null))
            {
                MakeAvailable(effect.Value, kernel, again);
            }

            kernel.Recompute(again);
        }

        // What only ever is computed again elsewhere is not computed here; a kernel of nothing else is none.
        foreach (Kernel kernel in _kernels)
        {
            kernel.Prune();
        }

        _kernels.RemoveAll(kernel => kernel.Body.Count == 0);
    }

    /// <summary>
    /// Sees to it that a kernel can use a value: it is there, or cheap and made of values that are; otherwise it is stored. A value with
    /// a name (z, h, dz) is what one would store by hand; of a nameless one its operands are seen to, so that the several cheap values
    /// of a formula are computed again from the one stored z.
    /// </summary>
    private void MakeAvailable(Node node, Kernel kernel, HashSet<Node> again)
    {
        if (IsThere(node, kernel) || again.Contains(node))
        {
            return;
        }

        bool cheap = IsCheap(node);
        if (_home.TryGetValue(node, out Kernel? source) && source != kernel && !CanRecompute(node, kernel)
            && (!cheap || node.Name is not null || node.Operands.Any(o => o.Op.Access.Family == OpFamily.Contraction && !IsThere(o, kernel))))
        {
            Store(source, node);
            return;
        }

        foreach (Node operand in node.Operands)
        {
            MakeAvailable(operand, kernel, again);
        }

        again.Add(node);
    }

    /// <summary>Whether a kernel has a value at hand: computed in it, in memory, or a scalar.</summary>
    private bool IsThere(Node node, Kernel kernel) => IsSource(node) || node.Type.Space == Space.Scalar
        || (_home.TryGetValue(node, out Kernel? source) && (source == kernel || source.Stored.Contains(node)));

    /// <summary>Whether it may be computed again in any kernel: one that visits an image otherwise than position by position cannot spread channels.</summary>
    private static bool IsCheap(Node node) => node.Op.IsCheap && !node.SpreadsChannels;

    private bool CanRecompute(Node node, Kernel kernel) => IsCheap(node)
        && node.Operands.All(o => IsThere(o, kernel) || CanRecompute(o, kernel));

    private static void Store(Kernel kernel, Node node)
    {
        if (!kernel.Stored.Contains(node))
        {
            kernel.Stored.Add(node);
        }
    }
}
