using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>
/// A kernel of the prediction that does just what one of the training step does (a layer without dropout) is that one: one method, two callers.
/// So is a kernel of an attack that does what one of the prediction does, which is most of its forward pass.
/// </summary>
internal static class DeduplicateKernels
{
    /// <summary>Gives each kernel of the prediction its name: the training step's where they are the same, else its own.</summary>
    public static void OfPrediction(IReadOnlyList<Kernel> step, IReadOnlyList<Kernel> predict) => Deduplicate(step, predict, kernel => kernel.Section.Phase switch
    {
        Phase.Forward => "Predict",
        Phase.Loss => "Measure",
        _ => kernel.Title.Verb,
    });

    /// <summary>Gives each kernel of a pass of an uncertain prediction its name: that of the same kernel elsewhere, else its own.</summary>
    public static void OfStochasticPass(IReadOnlyList<Kernel> others, IReadOnlyList<Kernel> pass) =>
        Deduplicate(others, pass, kernel => kernel.Section.Phase == Phase.Forward ? "Stochastic" : "Stochastic" + kernel.Title.Verb);

    /// <summary>Gives each kernel of the attack its name: the prediction's where they are the same, else its own.</summary>
    public static void OfAttack(IReadOnlyList<Kernel> predict, IReadOnlyList<Kernel> attackStep) => Deduplicate(predict, attackStep, kernel => "Attack" + kernel.Title.Verb);

    private static void Deduplicate(IReadOnlyList<Kernel> first, IReadOnlyList<Kernel> second, Func<Kernel, string> ownVerb)
    {
        Dictionary<Node, int> ordinals = Ordinals(first.Concat(second));
        Dictionary<string, Kernel> known = first.GroupBy(kernel => Signature(kernel, ordinals)).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (Kernel kernel in second)
        {
            kernel.Title = known.TryGetValue(Signature(kernel, ordinals), out Kernel? same) ? same.Title : kernel.Title with { Verb = ownVerb(kernel) };
        }
    }

    /// <summary>
    /// Which of its graph's stored values of the same name and type each is: values of several graphs share a place only if they are the
    /// same in this count (a layer called z has its sum z and what dropout leaves of it).
    /// </summary>
    private static Dictionary<Node, int> Ordinals(IEnumerable<Kernel> kernels) => kernels.SelectMany(k => k.Stored)
        .GroupBy(node => (node.Graph, NameOf(node)))
        .SelectMany(alike => alike.Distinct().Select((node, ordinal) => (node, ordinal)))
        .ToDictionary(counted => counted.node, counted => counted.ordinal);

    private static string NameOf(Node node) => $"{node.Section} {node.Name ?? node.Op.Name} {node.Type}";

    /// <summary>How what it reads and writes lies, where that is not plain from the types.</summary>
    private static string Layouts(Kernel kernel) => kernel.IsInRuns ? string.Join(" ", kernel.Reads.Concat(kernel.Written).Select(kernel.LayoutOf)) : "";

    /// <summary>Everything a kernel's code depends on, as text: how it is written, operations, where operands come from, what is stored and where.</summary>
    private static string Signature(Kernel kernel, Dictionary<Node, int> ordinals)
    {
        List<Node> body = [.. kernel.Body];
        IEnumerable<string> lines = body.Select(n => $"{n.Op} {n.Name} {string.Join(" ", n.Operands.Select(Source))} {kernel.Stored.IndexOf(n)} {Ordinal(n)}");
        return $"{kernel.Template.GetType().Name} {kernel.Section} {Layouts(kernel)} {string.Join("\n", lines)} {string.Join(" ", kernel.Effects.Select(e => $"{e.Kind} {e.Target}"))}";

        string Source(Node operand) => body.Contains(operand) ? Invariant.Of($"#{body.IndexOf(operand)}") : operand.Op is Leaf ? $"{operand.Op}" : Invariant.Of($"{NameOf(operand)} {Ordinal(operand)}");

        int Ordinal(Node node) => ordinals.TryGetValue(node, out int ordinal) ? ordinal : -1;
    }
}
