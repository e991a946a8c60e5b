using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Work without a contraction, one row of the batch after another: what a row needs as a whole (softmax), then its columns a vector at a time,
/// then what its sums yield. Losses, sums of layers, dropout of inputs.
/// </summary>
internal sealed class RowKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "row by row";

    public override bool AppliesTo(Kernel kernel) => kernel.Root is null && !kernel.IsOverParameter;

    public override string Body(KernelText text)
    {
        Kernel kernel = text.Kernel;
        IReadOnlyList<Node> body = kernel.Body;
        Node[] columnwise = [.. body.Where(n => n.Type.Space == Space.Batch && n.Op is ElementwiseOp)];
        Node[] sums = [.. body.Where(n => n.Op is ReduceFeatures)];
        int columns = columnwise.Concat(sums.Select(s => s.Operands[0])).Concat(body.Where(n => n.Op is RowOp)).Select(n => n.Type.Columns).DefaultIfEmpty(0).Max();

        var before = new List<string> { text.DeclarePartner(body) };
        var after = new List<string>();
        DeclareSamples(text, body, before);
        before.AddRange(body.Where(n => n.Op is RowOp).Select(n => RowCall(text, n)));
        string loop = ColumnLoop(text, columnwise, sums, columns, before, after);
        Finish(text, body, after);

        string header = text.Header;
        return CSharpWriter.Code($$"""
            {{header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{CSharpWriter.Lines(before)}}
                {{loop}}

                {{CSharpWriter.Lines(after)}}
            }
            """);
    }

    /// <summary>Locals for the numbers per sample that are there before the row's columns: labels, presence, weights.</summary>
    private static void DeclareSamples(KernelText text, IReadOnlyList<Node> body, List<string> before)
    {
        foreach (Node leaf in body.SelectMany(n => n.Operands).Where(o => o.Type.Space == Space.Samples && !text.Kernel.Contains(o)).Distinct())
        {
            before.Add(text.DeclareSample(leaf));
        }

        foreach (Node node in body.Where(n => n.Type.Space == Space.Samples && n.Op is ElementwiseOp && n.Op is not Expand && !DependsOnSum(n, text.Kernel)))
        {
            before.Add(text.DeclareSample(node));
        }
    }

    private static bool DependsOnSum(Node node, Kernel kernel) => kernel.Contains(node)
        && (node.Op is ReduceFeatures or SoftmaxCrossEntropy || node.Operands.Any(o => DependsOnSum(o, kernel)));

    /// <summary>softmax(z), or how far it is from the target, a whole row; where the cross-entropy is asked for too, both from the same exponentials.</summary>
    private static string RowCall(KernelText text, Node node) =>
        text.Kernel.Body.FirstOrDefault(n => n.Op is SoftmaxCrossEntropy && GradientOf(n, text.Kernel.Body) == node) is { } loss
            ? text.DeclareSample(loss, Call(text, loss, node))
            : Call(text, node, node) + ";";

    private static string ColumnLoop(KernelText text, Node[] columnwise, Node[] sums, int columns, List<string> before, List<string> after)
    {
        if (columnwise.Length == 0 && sums.Length == 0)
        {
            return "";
        }

        var runs = RunLoop.Of(text, columns);
        var at = new Position("r", runs.Column);
        foreach (Node row in text.Kernel.Body.Where(n => n.Op is RowOp))
        {
            text.Define(row, $"V.Load(ref {text.Reference(row)}, {Index("r", text.LayoutOf(row).Stride, at.Column)})");
        }

        // Lanes past the last column hold nothing real: a loss neither counts them nor passes a gradient to them.
        bool ragged = runs.Length % Lanes.Count != 0;
        Expression Clip(Expression value) => ragged ? Invariant.Of($"{Types.Vectors}.FirstLanes<V>({runs.Length} - c) & {value.Inside(3)}") : value;
        bool isLoss = text.Kernel.Section.Phase == Phase.Loss;

        string Element(Node node) => node.Type.Space == Space.Vector ? "c" : Index(text.RowOf(node), text.LayoutOf(node).Stride, runs.At(text.LayoutOf(node), "c"));
        Node[] visited = [.. columnwise.Concat(sums).OrderBy(n => n.Id).Where(n => n.Op is not ReduceFeatures)];
        string statements = text.Statements(visited, at, Element, (node, value) => runs.Store(text, node, value, Element(node), isClean: isLoss));
        var additions = new List<string>();
        foreach (Node sum in sums)
        {
            string name = text.Take("sums");
            before.Add($"{Types.LaneSum}<V> {name} = default;");
            additions.Add($"{name}.Add({Clip(text.Value(sum.Operands[0], at, Element)).Text}, c);");
            after.Add(text.DeclareSample(sum, $"{name}.Total"));
        }

        return runs.Loop(Columns("0", Invariant.Of($"{Lanes.Padded(runs.Length)}"), CSharpWriter.Lines([statements, .. additions])));
    }

    /// <summary>What the row's sums yield.</summary>
    private static void Finish(KernelText text, IReadOnlyList<Node> body, List<string> after)
    {
        Kernel kernel = text.Kernel;
        foreach (Node node in body.Where(n => n.Op is SoftmaxCrossEntropy && GradientOf(n, body) is null))
        {
            after.Add(text.DeclareSample(node, Call(text, node, result: null)));
        }

        foreach (Node node in body.Where(n => n.Type.Space == Space.Samples && n.Op is ElementwiseOp && DependsOnSum(n, kernel)))
        {
            after.Add(text.DeclareSample(node));
        }

        foreach (Node node in kernel.Stored.Where(n => n.Type.Space == Space.Samples))
        {
            after.Add($"{Types.Unsafe}.Add(ref {text.Reference(node)}, r) = {text.SampleValue(node)};");
        }
    }

    /// <summary>The softmax(z) − t that is asked for along with a loss, of the same z and target; or null.</summary>
    private static Node? GradientOf(Node loss, IReadOnlyList<Node> body) =>
        body.FirstOrDefault(n => n.Op is SoftmaxMinusTarget && n.Operands.SequenceEqual(loss.Operands));

    /// <summary>The call of the runtime's routine for a row of an operation: of its z, of its label and ε if it has them; what it writes goes to a node.</summary>
    private static string Call(KernelText text, Node node, Node? result)
    {
        if (node.Op is Standardize or StandardizeGradient)
        {
            float epsilon = node.Op is Standardize standardize ? standardize.Epsilon : ((StandardizeGradient)node.Op).Epsilon;
            return Invariant.Of(
                $"{Types.Rows}.{node.Op.GetType().Name}<V>({string.Join(", ", node.Operands.Select(Row))}, {node.Type.Columns}, {Invariant.Literal(epsilon)}, {Row(node)})");
        }

        string target = node.Operands.Length > 1 ? Invariant.Of($", {text.SampleValue(node.Operands[1])}, {text.ScalarValue(node.Operands[2])}") : "";
        string to = result is null ? "" : $", {Row(result)}";
        return Invariant.Of($"{Types.Rows}.{node.Op.GetType().Name}<V>({Row(node.Operands[0])}, {node.Operands[0].Type.Columns}{target}{to})");

        string Row(Node value) => text.At(value, Index("r", text.LayoutOf(value).Stride, "0"));
    }
}
