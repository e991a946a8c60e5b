namespace NetGen.Generator.Text;

/// <summary>
/// The types that emitted code names. Templates have them as holes, <c>{{Types.Span}}&lt;float&gt;</c>: so a file knows which of them it
/// uses, and writes those in full whose short names mean something else where the network stands. Text and comments are left alone.
/// </summary>
internal static class Types
{
    public static readonly TypeName Action = new(nameof(Action), "System", IsImported: true);
    public static readonly TypeName ArgumentOutOfRangeException = new(nameof(ArgumentOutOfRangeException), "System", IsImported: true);
    public static readonly TypeName Attacks = new(nameof(Attacks), "NetGen.CompilerServices");
    public static readonly TypeName BatchSpans = new(nameof(BatchSpans), "NetGen.CompilerServices");
    public static readonly TypeName BinaryMetrics = new(nameof(BinaryMetrics), "NetGen");
    public static readonly TypeName BlockSum = new(nameof(BlockSum), "NetGen.CompilerServices", IsImported: true);
    public static readonly TypeName CancellationToken = new(nameof(CancellationToken), "System.Threading");
    public static readonly TypeName Checkpoint = new(nameof(Checkpoint), "NetGen");
    public static readonly TypeName CheckpointException = new(nameof(CheckpointException), "NetGen");
    public static readonly TypeName ClassificationMetrics = new(nameof(ClassificationMetrics), "NetGen");
    public static readonly TypeName Dataset = new(nameof(Dataset), "NetGen");
    public static readonly TypeName EpochReport = new(nameof(EpochReport), "NetGen");
    public static readonly TypeName Evaluator = new(nameof(Evaluator), "NetGen");
    public static readonly TypeName FeatureColumn = new(nameof(FeatureColumn), "NetGen");
    public static readonly TypeName FitOptions = new(nameof(FitOptions), "NetGen");
    public static readonly TypeName FitResult = new(nameof(FitResult), "NetGen");
    public static readonly TypeName Floats16 = new(nameof(Floats16), "NetGen.CompilerServices");
    public static readonly TypeName Floats4 = new(nameof(Floats4), "NetGen.CompilerServices");
    public static readonly TypeName Floats8 = new(nameof(Floats8), "NetGen.CompilerServices");
    public static readonly TypeName Head = new(nameof(Head), "NetGen");
    public static readonly TypeName HeadInfo = new(nameof(HeadInfo), "NetGen");
    public static readonly TypeName HyperparameterRange = new(nameof(HyperparameterRange), "NetGen.CompilerServices");
    public static readonly TypeName IFloats = new(nameof(IFloats), "NetGen.CompilerServices", IsImported: true);
    public static readonly TypeName INetwork = new(nameof(INetwork), "NetGen");
    public static readonly TypeName IProgress = new(nameof(IProgress), "System", IsImported: true);
    public static readonly TypeName Initializer = new(nameof(Initializer), "NetGen");
    public static readonly TypeName InputInfo = new(nameof(InputInfo), "NetGen");
    public static readonly TypeName LabelColumn = new(nameof(LabelColumn), "NetGen");
    public static readonly TypeName LaneSum = new(nameof(LaneSum), "NetGen.CompilerServices", IsImported: true);
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
    public static readonly TypeName Norms = new(nameof(Norms), "NetGen.CompilerServices");
    public static readonly TypeName Panels = new(nameof(Panels), "NetGen.CompilerServices");
    public static readonly TypeName ParameterInfo = new(nameof(ParameterInfo), "NetGen");
    public static readonly TypeName ReadOnlyMemory = new(nameof(ReadOnlyMemory), "System", IsImported: true);
    public static readonly TypeName ReadOnlySpan = new(nameof(ReadOnlySpan), "System", IsImported: true);
    public static readonly TypeName RegressionMetrics = new(nameof(RegressionMetrics), "NetGen");
    public static readonly TypeName Rows = new(nameof(Rows), "NetGen.CompilerServices");
    public static readonly TypeName Span = new(nameof(Span), "System", IsImported: true);
    public static readonly TypeName SparseTiles = new(nameof(SparseTiles), "NetGen.CompilerServices");
    public static readonly TypeName SparsityReport = new(nameof(SparsityReport), "NetGen");
    public static readonly TypeName Strided = new(nameof(Strided), "NetGen.CompilerServices");
    public static readonly TypeName Targets = new(nameof(Targets), "NetGen.CompilerServices");
    public static readonly TypeName Team = new(nameof(Team), "NetGen.CompilerServices");
    public static readonly TypeName ThreadCounts = new(nameof(ThreadCounts), "NetGen.CompilerServices");
    public static readonly TypeName Tiles = new(nameof(Tiles), "NetGen.CompilerServices");
    public static readonly TypeName Trainer = new(nameof(Trainer), "NetGen");
    public static readonly TypeName TrainingDivergedException = new(nameof(TrainingDivergedException), "NetGen");
    public static readonly TypeName Unsafe = new(nameof(Unsafe), "System.Runtime.CompilerServices");
    public static readonly TypeName ValueInfo = new(nameof(ValueInfo), "NetGen");
    public static readonly TypeName VectorWidths = new(nameof(VectorWidths), "NetGen.CompilerServices");
    public static readonly TypeName Vectors = new(nameof(Vectors), "NetGen.CompilerServices");
    public static readonly TypeName WeightLayout = new(nameof(WeightLayout), "NetGen");
    public static readonly TypeName Worker = new(nameof(Worker), "NetGen.CompilerServices");

    /// <summary>All of them, by name.</summary>
    public static readonly IReadOnlyDictionary<string, TypeName> ByName = new TypeName[]
    {
        Action, ArgumentOutOfRangeException, Attacks, BatchSpans, BinaryMetrics, BlockSum, CancellationToken, Checkpoint,
        CheckpointException, ClassificationMetrics, Dataset, EpochReport, Evaluator, FeatureColumn, FitOptions, FitResult, Floats16, Floats4, Floats8, Head, HeadInfo,
        HyperparameterRange, IFloats, INetwork, IProgress, Initializer, InputInfo, LabelColumn, LaneSum, Layer, LayerNumbers, LearningRates, LossKind, Masks, Math,
        MemberNotNull, MethodImpl, MethodImplOptions, Mixup, Moments, NetworkMemory, NetworkSchema, Noise, Norms, Panels, ParameterInfo,
        ReadOnlyMemory, ReadOnlySpan, RegressionMetrics, Rows, Span, SparseTiles, SparsityReport, Strided, Targets, Team, ThreadCounts, Tiles, Trainer,
        TrainingDivergedException, Unsafe, ValueInfo, VectorWidths, Vectors, WeightLayout, Worker,
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);
}
