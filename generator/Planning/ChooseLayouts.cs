using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>
/// Decides how every value lies in memory. Rows are padded to whole vectors. An image lies in one run unless an operation that reads it from
/// memory asks for a border of zeros; it then has one as wide as the widest of them asks for. Values that a kernel built around a
/// contraction computes or reads element by element lie alike, for its blocks of columns are those of all of them. What the
/// runtime fills or reads (inputs, targets, predictions, input gradients) lies in one run.
/// </summary>
internal sealed class ChooseLayouts
{
    /// <summary>So many channels are not worth whole vectors.</summary>
    private const int FewChannels = 3;

    private readonly Dictionary<Node, Node> _alike = [];
    private readonly Dictionary<Node, Layout> _images = [];
    private readonly int _batchSize;

    /// <param name="kernels">The kernels of all schedules.</param>
    /// <param name="graphs">The graphs that they are made from.</param>
    /// <param name="batchSize">Rows of a batch.</param>
    /// <param name="leastImages">What images have that the runtime does not touch; tests ask for more than operations do.</param>
    private ChooseLayouts(IReadOnlyList<Kernel> kernels, IReadOnlyList<NetworkGraph> graphs, int batchSize, ImageForm leastImages)
    {
        _batchSize = batchSize;
        foreach (Kernel kernel in kernels.Where(kernel => kernel is { Root: not null, IsOverPositions: false }))
        {
            Join([.. kernel.Body.SelectMany(n => n == kernel.Root ? [n] : n.Operands.Prepend(n)).Concat(kernel.Written).Where(n => n.Type == kernel.Root!.Type && n.Type.Space == Space.Batch)]);
        }

        // Operations on whole rows take them in one run.
        var oneRun = new HashSet<Node>(graphs.SelectMany(graph => graph.Nodes.Where(n => n.Op is Leaf)
            .Concat(graph.Nodes.Where(n => n.Op.Access is { Family: OpFamily.Reduction, Over: Axes.Features, ReadsMemory: true }).SelectMany(n => n.Operands.Prepend(n)))
            .Concat(graph.Effects.Where(e => e.Kind is EffectKind.Prediction or EffectKind.InputGradient).Select(e => e.Value))));
        HashSet<Node> bound = [.. oneRun.Select(Representative)];
        ILookup<Node, ImageForm> asked = Lookup(kernels.SelectMany(kernel => kernel.Body).Distinct()
            .SelectMany(reader => reader.Operands.Select((operand, i) => (operand, reader.Op.FormOf(i)))));
        // What a window writes has whole vectors at each position if it may, which makes no difference to multiples of sixteen channels.
        ILookup<Node, ImageForm> preferred = Lookup(kernels.Where(kernel => kernel.IsOverPositions).SelectMany(kernel => kernel.Written)
            .Select(node => (node, new ImageForm(0, PadsChannels: node.Type.Channels > FewChannels))));
        foreach (Node image in kernels.SelectMany(kernel => kernel.Reads.Concat(kernel.Written)).Distinct().Where(n => n.Type.Space == Space.Batch))
        {
            Node representative = Representative(image);
            ImageForm form = asked[representative].Aggregate(default(ImageForm), (a, b) => a.And(b));
            if (!image.Type.IsImage && form.Border == 0)
            {
                continue;
            }

            if (bound.Contains(representative))
            {
                _images.Add(image, form == default ? Layout.OfBatch(batchSize, image.Type) : throw new GraphException(
                    $"{image.Name} of {image.Section.Owner} needs a border or whole vectors at each position, but the runtime reads or fills it."));
                continue;
            }

            form = preferred[representative].Aggregate(form, (a, b) => a.And(b));
            form = form.And(leastImages);
            _images.Add(image, form == default ? Layout.OfBatch(batchSize, image.Type) : Layout.OfImages(batchSize, image.Type, form.Border, form.PadsChannels));
        }
    }

    /// <summary>What is needed of the images that lie alike.</summary>
    private ILookup<Node, ImageForm> Lookup(IEnumerable<(Node Image, ImageForm Form)> needs) => needs
        .Where(need => need.Form.Border > 0 || (need.Form.PadsChannels && need.Image.Type.Channels % Lanes.Count != 0))
        .ToLookup(need => Representative(need.Image), need => need.Form);

    /// <summary>Plans the layouts of all values of some kernels and tells the kernels.</summary>
    /// <returns>The layout of any value that lies in memory.</returns>
    public static Func<Node, Layout> Run(IReadOnlyList<Kernel> kernels, IReadOnlyList<NetworkGraph> graphs, int batchSize, ImageForm leastImages = default)
    {
        var layouts = new ChooseLayouts(kernels, graphs, batchSize, leastImages);
        foreach (Kernel kernel in kernels)
        {
            kernel.LayoutOf = layouts.Of;
        }

        return layouts.Of;
    }

    private Layout Of(Node node) => node.Type.Space switch
    {
        Space.Batch when _images.TryGetValue(node, out Layout? layout) => layout,
        Space.Batch => Layout.OfBatch(_batchSize, node.Type),
        Space.Matrix => Layout.OfMatrix(node.Type.Rows, node.Type.Columns),
        Space.Vector => Layout.OfVector(node.Type.Columns),
        Space.Inputs => Layout.OfNumbers(node.Type.Rows),
        Space.Samples => Layout.OfNumbers(_batchSize),
        _ => Layout.OfNumbers(1),
    };

    private void Join(IReadOnlyList<Node> nodes)
    {
        foreach (Node node in nodes.Skip(1))
        {
            _alike[Representative(node)] = Representative(nodes[0]);
        }
    }

    private Node Representative(Node node)
    {
        while (_alike.TryGetValue(node, out Node? next) && next != node)
        {
            node = next;
        }

        return node;
    }
}
