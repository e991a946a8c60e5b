using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>
/// Checks a finished plan by running its kernels in thought, float by float: what is read has been written and not been overwritten, kernels
/// between which nothing waits do not meet in memory, and everything fits where it lies. It shares no decision with the passes that
/// plan: tests run it on every plan they compile.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="bufferOf">Where everything lies; null for what is no memory.</param>
internal sealed class VerifyPlan(Plan plan, Func<Node, Buffer?> bufferOf)
{
    private readonly List<string> _errors = [];

    /// <summary>What is wrong with a plan; nothing where it is sound.</summary>
    public static IReadOnlyList<string> Errors(Plan plan, Func<Node, Buffer?>? bufferOf = null)
    {
        var verifier = new VerifyPlan(plan, bufferOf ?? plan.Buffers.BufferOf);
        verifier.Schedule("a training step", SplitAttackIteration.InOrder(plan.Step, plan.AttackIteration));
        verifier.Schedule("a prediction", plan.Predict, plan.Measure);
        verifier.Schedule("a prediction of one row", plan.PredictSingleRow, plan.Measure);
        verifier.Schedule("an uncertain prediction", plan.StochasticPass, [.. plan.StochasticPass.Where(kernel => kernel.IsRandom)]);
        verifier.Schedule("a step of an attack", plan.AttackStep);
        verifier.Borders();
        return verifier._errors;
    }

    /// <summary>Kernels in the order in which they run; between two runs all threads wait.</summary>
    private void Schedule(string what, params IReadOnlyList<Kernel>[] runs)
    {
        var memory = new Contents();
        foreach (MemoryAccess access in runs.SelectMany(run => run).SelectMany(Reads).Where(access => access.Node.Op is Leaf { IsMadeInStep: false }))
        {
            memory.Write(access.Buffer, access.Node);
        }

        foreach (IReadOnlyList<Kernel> run in runs)
        {
            var unordered = new List<(Kernel Kernel, MemoryAccess Access, bool Writes)>();
            foreach (Kernel kernel in run)
            {
                if (kernel.Barrier is not null)
                {
                    unordered.Clear();
                }

                (Kernel, MemoryAccess Access, bool Writes)[] accesses = [.. Reads(kernel).Select(read => (kernel, read, false)), .. Writes(kernel).Select(write => (kernel, write, true))];
                foreach ((_, MemoryAccess access, bool writes) in accesses)
                {
                    Extent(what, kernel, access);
                    foreach ((Kernel earlier, MemoryAccess other, _) in unordered.Where(u => (u.Writes || writes) && u.Access.Meets(access)))
                    {
                        _errors.Add($"In {what}, {kernel.Name} {(writes ? "writes" : "reads")} {Describe(access)} while {earlier.Name} uses {Describe(other)}.");
                    }
                }

                unordered.AddRange(accesses);
                Run(what, kernel, memory);
            }
        }
    }

    /// <summary>Everything a kernel reads is there; what it writes is there from now on.</summary>
    private void Run(string what, Kernel kernel, Contents memory)
    {
        foreach (Node node in kernel.Reads.Where(node => node.Op.Access.Family != OpFamily.Source && node.Type.Space != Space.Scalar && bufferOf(node) is null))
        {
            _errors.Add($"In {what}, {kernel.Name} reads {node.Name ?? node.Op.Name} of {node.Section.Owner}, which lies nowhere.");
        }

        foreach (MemoryAccess access in Reads(kernel).Where(access => !memory.Holds(access.Buffer, access.Node)))
        {
            _errors.Add($"In {what}, {kernel.Name} reads {Describe(access)}, where there is {memory.Describe(access.Buffer)}.");
        }

        foreach (MemoryAccess access in Writes(kernel))
        {
            // x′ is one value that several iterations move; whatever else is assigned takes a value of its own.
            Node? assigned = kernel.Effects.Where(e => e.Destination == access.Node && e.Kind == EffectKind.Assign).Select(e => e.Value).FirstOrDefault();
            memory.Write(access.Buffer, assigned ?? access.Node);
        }
    }

    private void Extent(string what, Kernel kernel, MemoryAccess access)
    {
        (Node node, Buffer place, _) = access;
        (TensorType type, int rows) = (node.Type, plan.Buffers.BatchSize);
        Layout layout = place.Layout;
        int padded = Lanes.Padded(type.Columns);
        (int width, int needed) = node.Op.Access.Result == ResultPlace.Blocks ? (1, plan.Buffers.GradientBlocks) : type.Space switch
        {
            Space.Batch => (RowOf(layout), rows * place.Stride),
            Space.Samples => (1, rows),
            Space.Inputs => (1, type.Rows),
            Space.Matrix => (padded, type.Rows * place.Stride),
            Space.Vector => (1, padded),
            _ => (1, 1),
        };
        int arena = place.Arena switch
        {
            Arena.Parameter => plan.Buffers.ParameterFloats,
            Arena.State => plan.Buffers.ParameterFloats * plan.Model.StateSlots,
            _ => plan.Buffers.FloatsOf(place.Arena),
        };
        int end = place.Offset + (kernel.Template.ReadInSixteens(kernel).Contains(node) ? Lanes.Padded(rows) * place.Stride : place.Length);
        if (type.Space == Space.Batch && layout with { Height = type.Height, Width = type.Width, Channels = type.Channels } != layout)
        {
            _errors.Add(Invariant.Of($"In {what}, {kernel.Name} uses {Describe(access)}, of type {type}, where {layout.Height}×{layout.Width}×{layout.Channels} numbers a row lie."));
        }

        if (width > place.Stride || needed > place.Length || place.Offset < 0 || end > arena)
        {
            _errors.Add(Invariant.Of($"In {what}, {kernel.Name} uses {Describe(access)}, which needs {needed} floats in rows of {width}; {place.Length} are there in rows of {place.Stride}, from {place.Offset} on of an arena of {arena}."));
        }
    }

    /// <summary>Floats from the beginning of a row to the end of the last vector that is written to it.</summary>
    private static int RowOf(Layout layout) => layout.IsOneRun ? Lanes.Padded(layout.Columns)
        : layout.Width > 1 && layout.RunLength == layout.Channels && Lanes.Padded(layout.RunLength) > layout.PositionStride ? int.MaxValue
        : LineOf(layout) > layout.LineStride ? int.MaxValue
        : layout.Border * layout.LineStride + (layout.Height - 1) * layout.LineStride + LineOf(layout);

    /// <summary>The same of a line.</summary>
    private static int LineOf(Layout layout) =>
        (layout.Border + (layout.RunLength == layout.Channels ? layout.Width - 1 : 0)) * layout.PositionStride + Lanes.Padded(layout.RunLength);

    /// <summary>
    /// The zeros around an image are as wide as its readers need, and nothing writes over them: what overlaps it in memory is the same
    /// value of another schedule.
    /// </summary>
    private void Borders()
    {
        Kernel[] kernels = [.. plan.AllKernels];
        (Kernel Kernel, MemoryAccess Access)[] writes = [.. kernels.SelectMany(kernel => Writes(kernel).Select(access => (kernel, access)))];
        foreach ((Kernel kernel, MemoryAccess access) in kernels.SelectMany(kernel => Reads(kernel).Concat(Writes(kernel)).Select(access => (kernel, access))).Where(use => use.access.Buffer.Layout.Border > 0))
        {
            Buffer image = access.Buffer;
            foreach ((Kernel other, MemoryAccess write) in writes.Where(w => w.Access.Buffer.Overlaps(image) && (w.Access.Buffer.Offset != image.Offset || w.Access.Buffer.Layout != image.Layout)))
            {
                _errors.Add($"{kernel.Name} needs the border of {Describe(access)}, but {other.Name} writes {Describe(write)} there.");
            }
        }

        foreach (Kernel kernel in kernels)
        {
            foreach ((Node image, ImageForm form) in kernel.Body.SelectMany(reader => reader.Operands.Select((operand, i) => (operand, reader.Op.FormOf(i)))))
            {
                Layout? layout = bufferOf(image)?.Layout;
                if (form.Border > (layout?.Border ?? 0))
                {
                    _errors.Add(Invariant.Of($"{kernel.Name} reads {form.Border} positions past the edge of {image.Name}, whose border has {layout?.Border ?? 0}."));
                }

                if (form.PadsChannels && image.Type.IsImage && layout?.PositionStride < Lanes.Padded(layout!.Channels))
                {
                    _errors.Add(Invariant.Of($"{kernel.Name} reads whole vectors at each position of {image.Name}, whose positions are {layout.PositionStride} floats apart."));
                }
            }
        }
    }

    private IEnumerable<MemoryAccess> Reads(Kernel kernel) => MemoryAccess.ReadsOf(kernel, bufferOf);

    private IEnumerable<MemoryAccess> Writes(Kernel kernel) => MemoryAccess.WritesOf(kernel, bufferOf);

    private static string Describe(MemoryAccess access) => $"{access.Buffer.Name} ({access.Node.Name ?? access.Node.Op.Name} of {access.Node.Section.Owner})";

    /// <summary>Which value each float holds.</summary>
    private sealed class Contents
    {
        private readonly List<(Buffer Buffer, Node Node)> _held = [];

        public void Write(Buffer place, Node node)
        {
            _held.RemoveAll(held => held.Buffer.Overlaps(place));
            _held.Add((place, node));
        }

        /// <summary>Whether a place holds a value, all of it. A row of a batch and the row it is blended with lie in one place.</summary>
        public bool Holds(Buffer place, Node node) => _held.Exists(held => held.Buffer.Arena == place.Arena && held.Buffer.Offset == place.Offset && held.Buffer.Length == place.Length
            && (held.Node == node || (held.Node.Op is Leaf { Column: not null } && node.Op is Leaf { Column: not null })));

        public string Describe(Buffer place) => string.Join(" and ", _held.Where(held => held.Buffer.Overlaps(place)).Select(held => $"{held.Node.Name ?? held.Node.Op.Name} of {held.Node.Section.Owner}")) is { Length: > 0 } there ? there : "nothing yet";
    }
}
