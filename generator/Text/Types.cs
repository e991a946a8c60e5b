namespace NetGen.Generator.Text;

/// <summary>
/// The types that emitted code names. Templates have them as holes, <c>{{Types.Span}}&lt;float&gt;</c>: so a file knows which of them it
/// uses, and writes those in full whose short names mean something else where the network stands. Text and comments are left alone.
/// </summary>
internal static class Types
{
    // What kernels are written with, in the order of the legend.
    public static readonly TypeName IFloats = new(nameof(IFloats), "NetGen.CompilerServices", IsImported: true)
    {
        Legends =
        [
            new("V.Load(", "V: a vector of 16, 8 or 4 floats, whichever the network computes with. V.Load, V.Store and V.Splat move V.Count floats."),
        ],
    };

    public static readonly TypeName Worker = new(nameof(Worker), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("worker.", "worker: one of the threads, which all run the same method."),
            new("worker.StaticRange(", "worker.StaticRange(total, unit): its range of 0..total, in whole units."),
            new(
                "worker.StealableRanges(",
                "worker.StealableRanges(total, unit): the ranges of 0..total that it computes, first of its own part, then of what slower threads " +
                "have left of theirs."),
        ],
    };

    public static readonly TypeName Strided = new(nameof(Strided), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("stride:", "new(ref first, stride: n): a matrix by its first element, its rows n floats apart."),
            new("Strided.Transposed(", "Strided.Transposed(ref first, stride: n): the transpose of such a matrix."),
        ],
    };

    public static readonly TypeName Tiles = new(nameof(Tiles), "NetGen.CompilerServices")
    {
        Legends =
        [
            new(
                "Tiles.Product<",
                "Tiles.Product(new(height, width, depth), a, b, c): c [height, width] = a [height, depth] · b [depth, width], summed in registers."),
            new("Tiles.Accumulate<", "Tiles.Accumulate(beta, new(height, width, depth), a, b, c): c = beta·c + a·b, likewise."),
            new("Tiles.Prefetch(", "Tiles.Prefetch(rows, w): asks for 16 columns of w, which will be updated when the products are there."),
            new("Tiles.Row<", "Tiles.Row(width, depth, a, b, c): c [width] = a [depth] · b [depth, width], for a single row a."),
        ],
    };

    public static readonly TypeName WindowTiles = new(nameof(WindowTiles), "NetGen.CompilerServices")
    {
        Legends =
        [
            new(
                "WindowTiles.Product<",
                "WindowTiles.Product(positions, width, runs, x, w, c): c [positions, width] = Σ x·w over the numbers that a window sees, which lie in runs."),
            new(
                "WindowTiles.Accumulate",
                "WindowTiles.Accumulate(height, width, lines, positions, x, dz, c): c [height, width] += Σ x·dz over the positions of some lines."),
        ],
    };

    public static readonly TypeName SparseTiles = new(nameof(SparseTiles), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("SparseTiles.Mark<", "SparseTiles.Mark(rows, depth, a, marks): a bit for each element of a [rows, depth], set where it is not 0."),
            new(
                "SparseTiles.Product<",
                "SparseTiles.Product(new(height, width, depth), a, its marks, b, c): c = a·b, without the terms in which a is 0."),
            new("SparseTiles.Accumulate<", "SparseTiles.Accumulate(beta, new(height, width, depth), a, its marks, b, c): c = beta·c + a·b, likewise."),
        ],
    };

    public static readonly TypeName SparseWindows = new(nameof(SparseWindows), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("SparseWindows.AddInput<", "SparseWindows.AddInput(positions, filters, runs, dz, w, dx, step): dx += dz·w at the window of each position of a line, without terms in which dz is 0."),
            new("SparseWindows.AddWeights<", "SparseWindows.AddWeights(positions, filters, runs, x, dz, c): c [filters, numbers of the window] += dzᵀ·x over the positions of a line, likewise."),
        ],
    };

    public static readonly TypeName Panels = new(nameof(Panels), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("Panels.Transpose<", "Panels.Transpose(w, rows, columns, panel): panel = wᵀ, to be read row by row."),
            new("Panels.Copy<", "Panels.Copy(w, rows, columns, panel): panel = w, its rows one after the other."),
        ],
    };

    public static readonly TypeName Vectors = new(nameof(Vectors), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("Vectors.Flush(", "Vectors.Flush(x, e): x, and 0 where |x| < 2ᵉ, before it dwindles to subnormal numbers, which are slow."),
            new("Vectors.Squarable(", "Vectors.Squarable(g): g, and 0 where |g| < 2⁻⁵⁰, ±2⁶³ beyond that: its square is neither subnormal nor infinite."),
            new("Vectors.Project(", "Vectors.Project(x′, x, ε): x′, but no farther than ε from x."),
            new("Vectors.SoftThreshold(", "Vectors.SoftThreshold(x, t): x, nearer to 0 by t, and 0 where |x| ≤ t."),
            new("FirstLanes<", "FirstLanes(m) & x: x in the first m lanes, 0 in the others, the padding of a row."),
        ],
    };

    public static readonly TypeName Norms = new(nameof(Norms), "NetGen.CompilerServices")
    {
        Legends =
        [
            new(
                "Norms.InverseOfRows<",
                "Norms.InverseOfRows(w, columns, its step to the next row, first, last, n): n = 1/‖row‖ for each row, 0 for a row of zeros."),
            new(
                "Norms.InverseOfGroups<",
                "Norms.InverseOfGroups(w, rows, columns, its step to the next row, k, first, last, n): n = 1/‖group‖ for each row, row i being of group i % k."),
            new(
                "Norms.InverseOfColumns(",
                "Norms.InverseOfColumns(w, rows, columns, its step to the next row, k, first, last, n): n = 1/‖group‖ for each column, k columns a group."),
            new(
                "Norms.LimitColumns<",
                "Norms.LimitColumns(w, rows, its step to the next row, first, last, c, scratch): columns longer than c become as long as c."),
            new(
                "Norms.LimitGroups(",
                "Norms.LimitGroups(w, rows, columns, its step to the next row, k, first, last, c): groups longer than c become as long as c, row i being of group i % k."),
            new(
                "Norms.SquaresOfBlocks<",
                "Norms.SquaresOfBlocks(x, length, first, last, s): s = Σx² of each block of 4096; Norms.OfBlocks adds them up, in their order, or " +
                "in double what overflowed."),
        ],
    };

    public static readonly TypeName BlockSum = new(nameof(BlockSum), "NetGen.CompilerServices", IsImported: true)
    {
        Legends =
        [
            new("BlockSum<", "BlockSum: a sum of sums of 1024 rows, which merge in a binary tree, the same on any number of threads."),
        ],
    };

    public static readonly TypeName LaneSum = new(nameof(LaneSum), "NetGen.CompilerServices", IsImported: true)
    {
        Legends =
        [
            new("LaneSum<", "LaneSum: a sum along a row, in sixteen lanes and in one order, whatever V is."),
        ],
    };

    public static readonly TypeName WarpMap = new(nameof(WarpMap), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("WarpMap(", "WarpMap: where an image has what a place of the warped image shows; it undoes what was done to the image, the last change first."),
        ],
    };

    public static readonly TypeName ElasticField = new(nameof(ElasticField), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("ElasticField.Draw<", "ElasticField.Draw(key, row, shape, α, reach, taps, …): how far each place is displaced, α·(G ∗ U[−1, 1]), G by its taps."),
        ],
    };

    public static readonly TypeName ImageChanges = new(nameof(ImageChanges), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("ImageChanges.Warp<", "ImageChanges.Warp(map, field if any, image, result, fill, …): the image where the map leads, interpolated once; fill outside it."),
            new("ImageChanges.Recolor<", "ImageChanges.Recolor(draws, gain, brightness, contrast, saturation, image, shape, least, most): in place, clipped."),
            new("ImageChanges.Blur<", "ImageChanges.Blur(draws, σ at most, image, shape, least, most, …): in place, the edges replicated."),
            new("ImageChanges.Erase(", "ImageChanges.Erase(draws, side, probability, image, shape, fill): a square in place."),
        ],
    };

    public static readonly TypeName CutMix = new(nameof(CutMix), "NetGen.CompilerServices")
    {
        Legends =
        [
            new("CutMix.Paste(", "CutMix.Paste(box, own, partner, column, width, channels): the image's own numbers, in the box its partner's."),
        ],
    };

    // The others.
    public static readonly TypeName Action = new(nameof(Action), "System", IsImported: true);
    public static readonly TypeName ArgumentOutOfRangeException = new(nameof(ArgumentOutOfRangeException), "System", IsImported: true);
    public static readonly TypeName Attacks = new(nameof(Attacks), "NetGen.CompilerServices");
    public static readonly TypeName BatchSpans = new(nameof(BatchSpans), "NetGen.CompilerServices");
    public static readonly TypeName BinaryMetrics = new(nameof(BinaryMetrics), "NetGen");
    public static readonly TypeName CancellationToken = new(nameof(CancellationToken), "System.Threading");
    public static readonly TypeName Checkpoint = new(nameof(Checkpoint), "NetGen");
    public static readonly TypeName CheckpointException = new(nameof(CheckpointException), "NetGen");
    public static readonly TypeName ClassificationMetrics = new(nameof(ClassificationMetrics), "NetGen");
    public static readonly TypeName CutBox = new(nameof(CutBox), "NetGen.CompilerServices");
    public static readonly TypeName Dataset = new(nameof(Dataset), "NetGen");
    public static readonly TypeName EpochReport = new(nameof(EpochReport), "NetGen");
    public static readonly TypeName Evaluator = new(nameof(Evaluator), "NetGen");
    public static readonly TypeName FeatureColumn = new(nameof(FeatureColumn), "NetGen");
    public static readonly TypeName FitOptions = new(nameof(FitOptions), "NetGen");
    public static readonly TypeName FitResult = new(nameof(FitResult), "NetGen");
    public static readonly TypeName Floats16 = new(nameof(Floats16), "NetGen.CompilerServices");
    public static readonly TypeName Floats4 = new(nameof(Floats4), "NetGen.CompilerServices");
    public static readonly TypeName Floats8 = new(nameof(Floats8), "NetGen.CompilerServices");
    public static readonly TypeName Gaussian = new(nameof(Gaussian), "NetGen.CompilerServices");
    public static readonly TypeName Head = new(nameof(Head), "NetGen");
    public static readonly TypeName HeadInfo = new(nameof(HeadInfo), "NetGen");
    public static readonly TypeName HyperparameterRange = new(nameof(HyperparameterRange), "NetGen.CompilerServices");
    public static readonly TypeName INetwork = new(nameof(INetwork), "NetGen");
    public static readonly TypeName ImageDraws = new(nameof(ImageDraws), "NetGen.CompilerServices");
    public static readonly TypeName ImageShape = new(nameof(ImageShape), "NetGen.CompilerServices");
    public static readonly TypeName IProgress = new(nameof(IProgress), "System", IsImported: true);
    public static readonly TypeName Initializer = new(nameof(Initializer), "NetGen");
    public static readonly TypeName InputInfo = new(nameof(InputInfo), "NetGen");
    public static readonly TypeName LabelColumn = new(nameof(LabelColumn), "NetGen");
    public static readonly TypeName Layer = new(nameof(Layer), "NetGen");
    public static readonly TypeName LayerNumbers = new(nameof(LayerNumbers), "NetGen.CompilerServices");
    public static readonly TypeName LearningRates = new(nameof(LearningRates), "NetGen.CompilerServices");
    public static readonly TypeName LossKind = new(nameof(LossKind), "NetGen");
    public static readonly TypeName Masks = new(nameof(Masks), "NetGen.CompilerServices");
    public static readonly TypeName Math = new(nameof(Math), "System");
    public static readonly TypeName MemberNotNull = new(nameof(MemberNotNull), "System.Diagnostics.CodeAnalysis", "MemberNotNullAttribute");
    public static readonly TypeName MethodImpl = new(nameof(MethodImpl), "System.Runtime.CompilerServices", "MethodImplAttribute");
    public static readonly TypeName MethodImplOptions = new(nameof(MethodImplOptions), "System.Runtime.CompilerServices");
    public static readonly TypeName Mixup = new(nameof(Mixup), "NetGen.CompilerServices");
    public static readonly TypeName Moments = new(nameof(Moments), "NetGen.CompilerServices");
    public static readonly TypeName NetworkMemory = new(nameof(NetworkMemory), "NetGen");
    public static readonly TypeName NetworkSchema = new(nameof(NetworkSchema), "NetGen");
    public static readonly TypeName Noise = new(nameof(Noise), "NetGen.CompilerServices");
    public static readonly TypeName ParameterInfo = new(nameof(ParameterInfo), "NetGen");
    public static readonly TypeName ReadOnlyMemory = new(nameof(ReadOnlyMemory), "System", IsImported: true);
    public static readonly TypeName ReadOnlySpan = new(nameof(ReadOnlySpan), "System", IsImported: true);
    public static readonly TypeName RegressionMetrics = new(nameof(RegressionMetrics), "NetGen");
    public static readonly TypeName Rows = new(nameof(Rows), "NetGen.CompilerServices");
    public static readonly TypeName Span = new(nameof(Span), "System", IsImported: true);
    public static readonly TypeName SparsityReport = new(nameof(SparsityReport), "NetGen");
    public static readonly TypeName Targets = new(nameof(Targets), "NetGen.CompilerServices");
    public static readonly TypeName Team = new(nameof(Team), "NetGen.CompilerServices");
    public static readonly TypeName ThreadCounts = new(nameof(ThreadCounts), "NetGen.CompilerServices");
    public static readonly TypeName Trainer = new(nameof(Trainer), "NetGen");
    public static readonly TypeName TrainingDivergedException = new(nameof(TrainingDivergedException), "NetGen");
    public static readonly TypeName Unsafe = new(nameof(Unsafe), "System.Runtime.CompilerServices");
    public static readonly TypeName ValueInfo = new(nameof(ValueInfo), "NetGen");
    public static readonly TypeName VectorWidths = new(nameof(VectorWidths), "NetGen.CompilerServices");
    public static readonly TypeName WeightLayout = new(nameof(WeightLayout), "NetGen");

    /// <summary>All of them, in the order in which they stand here.</summary>
    public static readonly IReadOnlyList<TypeName> All =
    [
        .. typeof(Types).GetFields().Where(field => field.FieldType == typeof(TypeName)).OrderBy(field => field.MetadataToken)
            .Select(field => (TypeName)field.GetValue(null)),
    ];

    /// <summary>The same by name.</summary>
    public static readonly IReadOnlyDictionary<string, TypeName> ByName = All.ToDictionary(type => type.Name, StringComparer.Ordinal);
}
