using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>
/// Element-wise fusion. Every contraction starts a kernel; element-wise work joins the last kernel of its own place that comes after all
/// it needs, so that kernels in the order of their making are already a valid schedule. What crosses from one kernel to another is
/// stored once, or, if it is cheap, computed again where it is used.
/// </summary>
internal static class FormKernels
{
    public static List<Kernel> Run(NetworkGraph graph)
    {
        var kernels = new List<Kernel>();
        var home = new Dictionary<Node, Kernel>();
        foreach (Node node in graph.Live().Where(IsComputed))
        {
            Kernel kernel = Home(node, kernels, home);
            kernel.Add(node);
            home[node] = kernel;
        }

        PlaceEffects(graph, kernels, home);
        StoreOrRecompute(kernels, home);
        return kernels;
    }

    /// <summary>Whether a node needs a loop of its own making: not a leaf, not a scalar formula, not something free to write wherever it is used.</summary>
    private static bool IsComputed(Node node) => node.Op is not Leaf && (node.Op is SumSamples || node.Type.Space != Space.Scalar) && !IsFree(node);

    /// <summary>Cheap and made of nothing but leaves and scalars: masks, targets, λw.</summary>
    private static bool IsFree(Node node) => node.Op is Leaf
        || (node.Type.Space == Space.Scalar && node.Op is not SumSamples)
        || (node.Op is ElementwiseOp { IsCheap: true } && node.Operands.All(IsFree));

    private static Kernel Home(Node node, List<Kernel> kernels, Dictionary<Node, Kernel> home)
    {
        int earliest = ComputedOperands(node).Select(o => kernels.IndexOf(home[o])).DefaultIfEmpty(0).Max();
        Kernel? found = node.Op is ContractionOp or SumRows ? null : kernels.Skip(earliest).LastOrDefault(k => k.Accepts(node));
        if (found is null)
        {
            found = new Kernel(node.Place, node.Op is ContractionOp or SumRows ? node : null);
            kernels.Add(found);
        }

        return found;
    }

    /// <summary>The values that must be there before a node: through scalars and free values down to what a kernel computes.</summary>
    private static IEnumerable<Node> ComputedOperands(Node node) =>
        node.Operands.SelectMany(o => IsComputed(o) ? [o] : ComputedOperands(o));

    /// <summary>An assignment goes where its value is computed, a loss where its sum is.</summary>
    private static void PlaceEffects(NetworkGraph graph, List<Kernel> kernels, Dictionary<Node, Kernel> home)
    {
        foreach (Effect effect in graph.Effects)
        {
            Node value = effect.Value;
            if (effect.Kind == EffectKind.Prediction && home.TryGetValue(value, out Kernel? source))
            {
                Store(source, value);
                continue;
            }

            Kernel kernel = home.TryGetValue(value, out Kernel? found) ? found
                : effect.Kind == EffectKind.Assign ? kernels.Last(k => k.Root?.Type == value.Type && k.Place == value.Place)
                : home[ComputedOperands(value).Last()];
            kernel.Effects.Add(effect);
            if (effect.Kind == EffectKind.RowLoss)
            {
                Store(kernel, value);
            }
        }
    }

    private static void StoreOrRecompute(List<Kernel> kernels, Dictionary<Node, Kernel> home)
    {
        // A contraction or a row operation reads its operands from memory, and a row operation leaves its result there.
        foreach (Kernel kernel in kernels)
        {
            foreach (Node node in kernel.Body.Where(n => n.Op is ContractionOp or SumRows or RowOp or SoftmaxCrossEntropy))
            {
                foreach (Node operand in node.Operands.Where(o => o.Type.Space == Space.Batch && home.ContainsKey(o)))
                {
                    Store(home[operand], operand);
                }

                if (node.Op is RowOp)
                {
                    Store(kernel, node);
                }
            }
        }

        foreach (Kernel kernel in kernels)
        {
            var again = new HashSet<Node>();
            foreach (Node node in kernel.Body.Where(n => n.Op is ElementwiseOp or SumOp))
            {
                foreach (Node operand in node.Operands)
                {
                    MakeAvailable(operand, kernel, home, again);
                }
            }

            foreach (Effect effect in kernel.Effects.Where(e => e.Kind == EffectKind.Assign))
            {
                MakeAvailable(effect.Value, kernel, home, again);
            }

            kernel.Recompute(again);
        }
    }

    /// <summary>
    /// Sees to it that a kernel can use a value: it is there, or free, or stored, or cheap and made of such values; otherwise it is stored
    /// as close to its contraction as it can be, so that several cheap values are computed again from one stored one.
    /// </summary>
    private static void MakeAvailable(Node node, Kernel kernel, Dictionary<Node, Kernel> home, HashSet<Node> again)
    {
        bool elsewhere = home.TryGetValue(node, out Kernel? source) && source != kernel;
        if (node.Op is Leaf || node.Type.Space == Space.Scalar || source == kernel || again.Contains(node) || (elsewhere && source!.Stored.Contains(node)))
        {
            return;
        }

        bool cheap = node.Op is ElementwiseOp { IsCheap: true };
        if (elsewhere && (!cheap || node.Operands.Any(o => o.Op is ContractionOp && home[o] != kernel && !home[o].Stored.Contains(o))))
        {
            Store(source!, node);
            return;
        }

        foreach (Node operand in node.Operands)
        {
            MakeAvailable(operand, kernel, home, again);
        }

        again.Add(node);
    }

    private static void Store(Kernel kernel, Node node)
    {
        if (!kernel.Stored.Contains(node))
        {
            kernel.Stored.Add(node);
        }
    }
}
