using NetGen.CompilerServices;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>
/// The meaning of a graph: every operation by its definition, one element after another, in double. No step is fused, no buffer shared
/// and no derivative used; whatever the compiler does has to agree with it. A node is computed once and only if it is asked for.
/// </summary>
internal sealed class Interpreter(World world)
{
    private readonly Dictionary<Node, Tensor> _values = [];
    private readonly int _n = world.Batch.Rows;
    private int[] _partners = [];

    /// <summary>Whether it makes x′ of a training step: the signs it takes are of gradients.</summary>
    private bool Perturbs { get; init; }

    /// <summary>
    /// How near an argument came to a point where its function has no derivative, 0 itself left out: there the float twin
    /// computes 0 too, but close to it the two may stand on different sides.
    /// </summary>
    public double NearestKink { get; private set; } = double.PositiveInfinity;

    /// <summary>The same of the parameters' own kinks, |w| of a penalty: their error is a hundredth of a computed value's.</summary>
    public double NearestParameterKink { get; private set; } = double.PositiveInfinity;

    /// <summary>
    /// How much the bias gradients keep of what they are summed from: the least share |Σ|/Σ|terms| of the largest element of a gradient, or a
    /// hundred times that of any. Where hardly anything is left, float and double rightly differ by most of it.
    /// </summary>
    public double LeastLeft { get; private set; } = double.PositiveInfinity;

    /// <summary>The value of a node.</summary>
    public Tensor Of(Node node)
    {
        if (!_values.TryGetValue(node, out Tensor? value))
        {
            value = Evaluate(node, [.. node.Operands.Select(Of)]);
            _values.Add(node, value);
        }

        return value;
    }

    /// <summary>Forgets the values of nodes, so that they are computed anew when they are asked for.</summary>
    public void Forget(IEnumerable<Node> nodes)
    {
        foreach (Node node in nodes)
        {
            _values.Remove(node);
        }
    }

    /// <summary>
    /// Makes x′ as an adversarial step does before its second half: the first value, then the next ones, each from a run with the last.
    /// Returns how near a kink that came, the sign of a gradient's among them.
    /// </summary>
    public static double Perturb(World world, NetworkGraph graph, int steps)
    {
        double nearest = double.PositiveInfinity;
        for (int step = 0; step < steps; step++)
        {
            var interpreter = new Interpreter(world) { Perturbs = true };
            EffectKind kind = step == 0 ? EffectKind.Perturb : EffectKind.NextIteration;
            (string Input, Tensor Value)[] moved = [.. graph.Effects.Where(e => e.Kind == kind).Select(e => (e.Target, interpreter.Of(e.Value)))];
            foreach ((string input, Tensor value) in moved)
            {
                world.Perturbed[input] = value;
            }

            nearest = Math.Min(nearest, interpreter.NearestKink);
        }

        return nearest;
    }

    /// <summary>Does what the effects say: first everything is read and computed, then everything is assigned.</summary>
    public Outcome Run(NetworkGraph graph)
    {
        var outcome = new Outcome();
        (Effect Effect, Tensor Value)[] done = [.. graph.Effects.Where(e => e.Kind is not (EffectKind.Augment or EffectKind.Perturb or EffectKind.NextIteration)).Select(effect => (effect, Of(effect.Value)))];
        foreach ((Effect effect, Tensor value) in done)
        {
            switch (effect)
            {
                case { Kind: EffectKind.Assign, Destination.Op: Parameter p }:
                    world.Parameters[(p.Layer, p.Role.Name)] = value;
                    break;
                case { Kind: EffectKind.Assign, Destination.Op: State s }:
                    world.States[(s.Of.Layer, s.Of.Role.Name, s.Slot)] = value;
                    break;
                case { Kind: EffectKind.Assign, Destination.Op: Input x }:
                    outcome.Inputs.Add(x.Value, value);
                    break;
                case { Kind: EffectKind.InputGradient }:
                    outcome.InputGradients.Add(effect.Target, value);
                    break;
                case { Kind: EffectKind.Objective }:
                    outcome.Objective = value.Scalar;
                    break;
                case { Kind: EffectKind.Penalty }:
                    outcome.Penalty += value.Scalar;
                    break;
                case { Kind: EffectKind.Loss }:
                    outcome.Losses.Add(effect.Target, Of(graph.Nodes.Single(n => n.Op is InverseCount count && count.Head == effect.Target)).Scalar == 0 ? double.NaN : value.Scalar);
                    break;
                case { Kind: EffectKind.RowLoss }:
                    outcome.RowLosses.Add(effect.Target, value);
                    break;
                case { Kind: EffectKind.Prediction }:
                    outcome.Predictions.Add(effect.Target, value);
                    break;
                default:
                    throw new NotSupportedException($"The interpreter has no meaning for the effect {effect}.");
            }
        }

        (outcome.NearestKink, outcome.NearestParameterKink, outcome.LeastLeft) = (NearestKink, NearestParameterKink, LeastLeft);
        return outcome;
    }

    private Tensor Evaluate(Node node, Tensor[] a) => node.Op switch
    {
        Input { OfPartner: true } op => Each(node, (i, j) => world.Batch.Inputs[op.Value][Partner(i), j]),
        Labels { OfPartner: true } op => PerSample(row => world.Batch.Labels[op.Head][Partner(row)]),
        Target { OfPartner: true } op => Each(node, (i, j) => TargetOf(op.Head, Partner(i), j)),
        Present { OfPartner: true } op => PerSample(row => world.Batch.IsPresent(op.Head, Partner(row)) ? 1 : 0),
        MixupShare => Scalar(Mixup.Share((float)world.Hyperparameters["MixupAlpha"], world.Seed, world.Step - 1)),
        Mix => Each(node, (i, j) => a[0].Scalar * a[1][i, j] + (1 - a[0].Scalar) * a[2][i, j]),
        CutMixShare op => Scalar(Cut(op.Height, op.Width).Kept),
        Paste op => Pasted(node, op, a[0], a[1]),
        Augment op => new AugmentedImages(op, node.Type, world.Seed, world.Step - 1).Of(a[0], [.. a.Skip(1).Select(strength => strength.Scalar)]),
        Augmented { OfPartner: true } op => Each(node, (i, j) => AugmentedRows(node, op.Value)[Partner(i), j]),
        Augmented op => AugmentedRows(node, op.Value),
        Input op => world.Batch.Inputs[op.Value],
        Parameter op => world.Parameters[(op.Layer, op.Role.Name)],
        State op => world.States.TryGetValue((op.Of.Layer, op.Of.Role.Name, op.Slot), out Tensor? state) ? state : Tensor.Of(op.Type, _n),
        Labels op => PerSample(row => world.Batch.Labels[op.Head][row]),
        Target op => Each(node, (i, j) => TargetOf(op.Head, i, j)),
        Present op => PerSample(row => world.Batch.IsPresent(op.Head, row) ? 1 : 0),
        InverseCount op => Scalar(CountPresent(op) == 0 ? 0 : 1.0 / CountPresent(op)),
        ClassWeight op => PerSample(row => a[0][row, 0] < 0 ? 0 : op.Weights[(int)a[0][row, 0]]),
        Generator.Graph.Constant op => Scalar(op.Value),
        HyperparameterValue op => Scalar(world.Hyperparameters[op.Field]),
        LearningRate => Scalar(world.LearningRate),
        TrainingExamples => Scalar(world.TrainingExamples),
        Perturbed op => world.Perturbed[op.Value],
        Original op => world.Originals[op.Value],
        AttackNumber op => Scalar(op.Role == "epsilon" ? world.AttackEpsilon : world.AttackStep),
        MomentCorrection op => Scalar(1 / (1 - Math.Pow(world.Hyperparameters[op.Beta], world.Step))),
        InverseRows op => Scalar(1.0 / (_n * op.Positions)),
        NormalNoise op => Noise(node, op),
        UniformNoise op => Uniform(node, op),
        DropoutMask op => Mask(node, op, a[0].Scalar),

        Add => Each(node, (i, j) => a[0].Spread(i, j) + a[1].Spread(i, j)),
        Subtract => Each(node, (i, j) => a[0].Spread(i, j) - a[1].Spread(i, j)),
        Multiply => Each(node, (i, j) => a[0].Spread(i, j) * a[1].Spread(i, j)),
        Divide => Each(node, (i, j) => a[0].Spread(i, j) / a[1].Spread(i, j)),
        Expand => Each(node, (i, j) => a[0].Spread(i, j)),

        Relu => Each(node, (i, j) => Functions.Relu(Kinked(a[0][i, j]))),
        Abs => Each(node, (i, j) => Math.Abs(Kinked(a[0][i, j]))),
        Sign => Each(node, (i, j) => Math.Sign(node.Operands[0].Op is Parameter ? ParameterKinked(a[0][i, j]) : Perturbs && node.Section.Phase != Phase.Loss ? GradientKinked(a[0][i, j]) : Kinked(a[0][i, j]))),
        Step => Each(node, (i, j) => Functions.Step(Kinked(a[0][i, j]))),
        Huber op => Each(node, (i, j) => Functions.Huber(KinkedAt(a[0][i, j], op.Delta), op.Delta)),
        Clamp op => Each(node, (i, j) => Math.Clamp(KinkedAt(a[0][i, j], op.Limit), -op.Limit, op.Limit)),
        Flush op => Each(node, (i, j) => Math.Abs(a[0][i, j]) < Math.ScaleB(1, op.Exponent) ? 0 : a[0][i, j]),
        Squarable => Each(node, (i, j) => Functions.Squarable(a[0][i, j])),
        SoftThreshold => Each(node, (i, j) => Functions.SoftThreshold(a[0][i, j], a[1].Spread(i, j))),
        Clip => Each(node, (i, j) => Math.Max(a[1].Spread(i, j), Math.Min(a[2].Spread(i, j), a[0].Spread(i, j)))),
        Project => Each(node, (i, j) => Math.Clamp(a[0][i, j], a[1][i, j] - a[2].Scalar, a[1][i, j] + a[2].Scalar)),
        Sqrt => Each(node, (i, j) => Math.Sqrt(a[0][i, j])),
        Sigmoid => Each(node, (i, j) => Functions.Sigmoid(a[0][i, j])),
        Tanh => Each(node, (i, j) => Math.Tanh(a[0][i, j])),
        Softplus => Each(node, (i, j) => Functions.Softplus(a[0][i, j])),
        NormalCdf => Each(node, (i, j) => Functions.NormalCdf(a[0][i, j])),
        NormalPdf => Each(node, (i, j) => Functions.NormalPdf(a[0][i, j])),
        SigmoidSlope => Each(node, (i, j) => Functions.SigmoidSlope(a[0][i, j])),
        TanhSlope => Each(node, (i, j) => Functions.TanhSlope(a[0][i, j])),
        Elu op => Each(node, (i, j) => Functions.Elu(Kinked(a[0][i, j]), op.Alpha)),
        EluSlope op => Each(node, (i, j) => Functions.EluSlope(a[0][i, j], op.Alpha)),
        BinaryCrossEntropy => Each(node, (i, j) => Functions.BinaryCrossEntropy(a[0][i, j], a[1][i, j])),
        SigmoidMinusTarget => Each(node, (i, j) => Functions.SigmoidMinusTarget(a[0][i, j], a[1][i, j])),

        ReduceBatch => Canceling(Gathered(node, a, term => Each(node, (_, j) => SumOfChannel(term[0], j, node.Type.Columns, x => x))), Gathered(node, a, term => Each(node, (_, j) => SumOfChannel(term[0], j, node.Type.Columns, Math.Abs)))),
        SquaredDeviations => Each(node, (_, j) => SumOfChannel(Each(node.Operands[0], (i, k) => Math.Pow(a[0][i, k] - a[1].Spread(i, k), 2)), j, node.Type.Columns, x => x)),
        NormalizedProducts => Canceling(ChannelSums(node, NormalizedTerms(node, a), x => x), ChannelSums(node, NormalizedTerms(node, a), Math.Abs)),
        ChannelProducts => Canceling(ChannelSums(node, Each(node.Operands[0], (i, j) => a[0][i, j] * a[1][i, j]), x => x), ChannelSums(node, Each(node.Operands[0], (i, j) => a[0][i, j] * a[1][i, j]), Math.Abs)),
        ScaleAndShift => Each(node, (i, j) => a[1].Spread(i, j) * a[0][i, j] + a[2].Spread(i, j)),
        BatchNormalize => Each(node, (i, j) => a[3].Spread(i, j) * (a[0][i, j] - a[1].Spread(i, j)) * a[2].Spread(i, j) + a[4].Spread(i, j)),
        Standardize op => Each(node, (i, j) => Standardized(a[0], i, j, op.Epsilon)),
        StandardizeGradient op => StandardizedGradient(node, a[0], a[1], op.Epsilon),
        ReduceFeatures => Each(node, (i, _) => Sum(a[0].Columns, j => a[0][i, j])),
        ReduceToScalar => Scalar(Sum(_n, i => a[0][i, 0])),
        HalfSquaredNorm => Scalar(0.5 * Sum(a[0].Rows, i => Sum(a[0].Columns, j => a[0][i, j] * a[0][i, j]))),
        AbsoluteNorm => Scalar(Sum(a[0].Rows, i => Sum(a[0].Columns, j => Math.Abs(ParameterKinked(a[0][i, j]))))),

        GroupNormSum op => Scalar(GroupNorms(a[0], op.Groups).Sum()),
        InverseGroupNorms op => InverseNorms(node, GroupNorms(a[0], op.Groups), op.Groups),
        LimitUnits { Units: { OfColumns: true, Count: var blocks } } => Each(node, (i, j) => a[0][i, j] * Math.Min(1, a[1].Scalar / BlockNorm(a[0], i / (a[0].Rows / blocks), a[0].Rows / blocks, j))),
        LimitUnits { Units.Count: var units } => LimitRows(node, a[0], a[1].Scalar, GroupNorms(a[0], new(units)), units),
        GlobalNorm => Scalar(Math.Sqrt(a.Sum(g => Sum(g.Rows, i => Sum(g.Columns, j => g[i, j] * g[i, j]))))),
        ClippingFactor => Scalar(Math.Min(1, a[1].Scalar / a[0].Scalar)),
        Limit => Each(node, (i, j) => Math.Clamp(a[0][i, j], -a[1].Scalar, a[1].Scalar)),
        Materialize => a[0],
        CopyImage => a[0],
        Join => Each(node, (i, j) => JoinedAt(node, a, i, j / node.Type.Channels, j % node.Type.Channels)),
        ChannelPart op => Each(node, (i, j) => a[0][i, j / op.Of.Channels * node.Operands[0].Type.Channels + op.From + j % op.Of.Channels]),
        Convolution op => new Images(node.Operands[0].Type, op.Window).Convolve(a[0], a[1]),
        ConvolutionInput op => new Images(op.Of, op.Window).InputGradient(a[0], a[1]),
        ConvolutionWeights op => Gathered(node, a, term => new Images(node.Operands[0].Type, op.Window).WeightGradient(term[0], term[1])),
        DepthwiseConvolution op => new Images(node.Operands[0].Type, op.Window).ConvolveChannels(a[0], a[1]),
        DepthwiseInput op => new Images(op.Of, op.Window).ChannelsInputGradient(a[0], a[1]),
        DepthwiseWeights op => Gathered(node, a, term => new Images(node.Operands[0].Type, op.Window).ChannelsWeightGradient(term[0], term[1])),
        RepeatChannels op => Each(node, (i, j) => a[0][i, j / op.Count]),
        SumChannels op => Each(node, (i, j) => Sum(op.Count, k => a[0][i, j * op.Count + k])),
        LocalProduct op => new Images(node.Operands[0].Type, op.Window).ProductByPosition(a[0], a[1], a.ElementAtOrDefault(2)),
        LocalInput op => new Images(op.Of, op.Window).LocalInputGradient(a[0], a[1]),
        LocalWeights op => Gathered(node, a, term => new Images(node.Operands[0].Type, op.Window).LocalWeightGradient(term[0], term[1])),
        SumOfRows => Gathered(node, a, term => Each(node, (i, j) => Sum(_n, n => term[0][n, i * node.Type.Columns + j]))),
        MaxPool op => Pool(new Images(node.Operands[0].Type, op.Window), a[0]),
        PlaceOfMax => PlaceIn(node.Operands[0]),
        MaxPoolGradient op => new Images(node.Type, op.Window).MaxGradient(a[0], a[1]),
        AveragePool op => new Images(node.Operands[0].Type, op.Window).Mean(a[0]),
        AveragePoolGradient op => new Images(op.Of, op.Window).MeanGradient(a[0]),

        Product => a[0].Times(a[1]),
        ProductWithTransposed => a[0].Times(a[1].Transposed()),
        TransposedProduct => Gathered(node, a, term => term[0].Transposed().Times(term[1])),

        Softmax => Each(node, (i, j) => SoftmaxOf(a[0], i, j)),
        LogSoftmax => Each(node, (i, j) => LogSoftmaxOf(a[0], i, j)),
        LogSoftmaxGradient => LogSoftmaxGradientOf(node, a[0], a[1]),
        SoftmaxMinusTarget => Each(node, (i, j) => SoftmaxMinusTargetOf(a[0], i, j, a[1][i, 0], a[2].Scalar)),
        OneHot op => Each(node, (i, j) => Smoothed(a[0][i, 0], j, op.Of.Columns, a[1].Scalar)),
        SoftmaxCrossEntropy => PerSample(i => -Sum(a[0].Columns, j =>
            Smoothed(a[1][i, 0], j, a[0].Columns, a[2].Scalar) * LogSoftmaxOf(a[0], i, j))),

        _ => throw new NotSupportedException($"The interpreter has no meaning for {node.Op.Name}."),
    };

    private static Tensor Scalar(double value) => Tensor.Fill(1, 1, (_, _) => value);

    private static double Sum(int count, Func<int, double> term)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += term(i);
        }

        return sum;
    }

    /// <summary>Over the samples and the positions of an image.</summary>
    private double SumOfChannel(Tensor image, int channel, int channels, Func<double, double> of) =>
        Sum(_n, i => Sum(image.Columns / channels, p => of(image[i, p * channels + channel])));

    private Tensor ChannelSums(Node node, Tensor terms, Func<double, double> of) => Each(node, (_, j) => SumOfChannel(terms, j, node.Type.Columns, of));

    /// <summary>dy ⊙ x̂ of every number.</summary>
    private Tensor NormalizedTerms(Node node, Tensor[] a) =>
        Each(node.Operands[0], (i, j) => a[0][i, j] * (a[1][i, j] - a[2].Spread(i, j)) * a[3].Spread(i, j));

    private static (double Mean, double Scale) Moments(Tensor x, int row, double epsilon)
    {
        double mean = Sum(x.Columns, j => x[row, j]) / x.Columns;
        return (mean, 1 / Math.Sqrt(Sum(x.Columns, j => (x[row, j] - mean) * (x[row, j] - mean)) / x.Columns + epsilon));
    }

    private static double Standardized(Tensor x, int row, int column, double epsilon) =>
        Moments(x, row, epsilon) is var (mean, scale) ? (x[row, column] - mean) * scale : double.NaN;

    private Tensor StandardizedGradient(Node node, Tensor x, Tensor dy, double epsilon)
    {
        var gradient = new Tensor(_n, x.Columns);
        for (int i = 0; i < _n; i++)
        {
            (double mean, double scale) = Moments(x, i, epsilon);
            double of = Sum(x.Columns, j => dy[i, j]) / x.Columns, along = Sum(x.Columns, j => dy[i, j] * (x[i, j] - mean) * scale) / x.Columns;
            for (int j = 0; j < node.Type.Columns; j++)
            {
                gradient[i, j] = scale * (dy[i, j] - of - (x[i, j] - mean) * scale * along);
            }
        }

        return gradient;
    }

    /// <summary>A channel of a position of joined images: that of the operand it falls into.</summary>
    private static double JoinedAt(Node join, Tensor[] a, int row, int position, int channel)
    {
        int operand = 0;
        for (; channel >= join.Operands[operand].Type.Channels; operand++)
        {
            channel -= join.Operands[operand].Type.Channels;
        }

        return a[operand][row, position * join.Operands[operand].Type.Channels + channel];
    }

    /// <summary>Two numbers of a window that are nearly the greatest are a kink.</summary>
    private Tensor Pool(Images images, Tensor x)
    {
        NearestKink = Math.Min(NearestKink, images.LeastLead(x));
        return images.Max(x);
    }

    private Tensor PlaceIn(Node pool) => new Images(pool.Operands[0].Type, ((MaxPool)pool.Op).Window).PlaceOfMax(Of(pool.Operands[0]));

    private static double[] GroupNorms(Tensor w, ChannelGroups groups)
    {
        double[] squares = new double[groups.Count];
        for (int i = 0; i < w.Rows; i++)
        {
            for (int j = 0; j < w.Columns; j++)
            {
                squares[groups.OfColumns ? j * groups.Count / w.Columns : i % groups.Count] += w[i, j] * w[i, j];
            }
        }

        return [.. squares.Select(Math.Sqrt)];
    }

    /// <summary>The norm of a column within a block of rows.</summary>
    private static double BlockNorm(Tensor w, int block, int rows, int column) => Math.Sqrt(Sum(rows, k => w[block * rows + k, column] * w[block * rows + k, column]));

    private Tensor LimitRows(Node node, Tensor w, double limit, double[] norms, int units) => Each(node, (i, j) => w[i, j] * Math.Min(1, limit / norms[i % units]));

    private Tensor InverseNorms(Node node, double[] norms, ChannelGroups groups) => Each(node, (i, j) =>
        norms[groups.OfColumns ? j * groups.Count / node.Type.Columns : i % groups.Count] is var norm && norm == 0 ? 0 : 1 / norm);

    /// <summary>t of class <paramref name="column"/>: 1 − ε for the label, ε/(k − 1) for each of the others.</summary>
    private static double Smoothed(double label, int column, int classes, double epsilon) =>
        column == label ? 1 - epsilon : epsilon == 0 ? 0 : epsilon / (classes - 1);

    /// <summary>z − log Σ exp z. The greatest z, z[m], is taken out: z − z[m] − log(1 + Σ exp(z − z[m]) over the others).</summary>
    private static double LogSoftmaxOf(Tensor z, int row, int column)
    {
        int greatest = 0;
        for (int j = 1; j < z.Columns; j++)
        {
            greatest = z[row, j] > z[row, greatest] ? j : greatest;
        }

        double max = z[row, greatest];
        return z[row, column] - max - Functions.LogP1(Sum(z.Columns, j => j == greatest ? 0 : Math.Exp(z[row, j] - max)));
    }

    private static double SoftmaxOf(Tensor z, int row, int column) => Math.Exp(LogSoftmaxOf(z, row, column));

    /// <summary>p − t; at the label p − (1 − ε) is ε − (1 − p), and 1 − p the sum of the other probabilities.</summary>
    private static double SoftmaxMinusTargetOf(Tensor z, int row, int column, double label, double epsilon) => column == label
        ? epsilon - Sum(z.Columns, j => j == column ? 0 : SoftmaxOf(z, row, j))
        : SoftmaxOf(z, row, column) - Smoothed(label, column, z.Columns, epsilon);

    /// <summary>Σᵢ (dyⱼ·pᵢ − dyᵢ·pⱼ): what dyⱼ − pⱼ·Σ dy is, for Σ p = 1.</summary>
    private Tensor LogSoftmaxGradientOf(Node node, Tensor z, Tensor dy)
    {
        Tensor p = Each(node, (i, j) => SoftmaxOf(z, i, j));
        return Each(node, (i, j) => Sum(p.Columns, k => k == j ? 0 : dy[i, j] * p[i, k] - dy[i, k] * p[i, j]));
    }

    private Tensor Each(Node node, Func<int, int, double> value)
    {
        Tensor shape = Tensor.Of(node.Type, _n);
        return Tensor.Fill(shape.Rows, shape.Columns, value);
    }

    /// <summary>T₀, then for each further term β times what there is, plus the term.</summary>
    private Tensor Gathered(Node node, Tensor[] a, Func<Tensor[], Tensor> term)
    {
        int terms = ((IAccumulation)node.Op).Terms;
        Tensor sum = term(a[..terms]);
        for (int at = terms; at < a.Length; at += terms + 1)
        {
            (Tensor before, Tensor next, double scale) = (sum, term(a[(at + 1)..(at + 1 + terms)]), a[at].Scalar);
            sum = Each(node, (i, j) => scale * before[i, j] + next[i, j]);
        }

        return sum;
    }

    private Tensor PerSample(Func<int, double> value) => Tensor.Fill(_n, 1, (i, _) => value(i));

    /// <summary>The row that mixup blends a row with in this step.</summary>
    private int Partner(int row)
    {
        if (_partners.Length == 0)
        {
            _partners = new int[_n];
            Mixup.DrawPartners(_partners, world.Seed, world.Step - 1);
        }

        return _partners[row];
    }

    /// <summary>The box that CutMix takes from the partner in this step.</summary>
    private CutBox Cut(int height, int width) => CutMix.Draw((float)world.Hyperparameters["CutMixAlpha"], world.Seed, world.Step - 1, height, width);

    private Tensor Pasted(Node node, Paste op, Tensor own, Tensor partner)
    {
        CutBox box = Cut(node.Type.Height, op.Width);
        return Each(node, (i, j) =>
        {
            (int y, int x) = (j / op.Channels / op.Width, j / op.Channels % op.Width);
            return y >= box.Top && y < box.Bottom && x >= box.Left && x < box.Right ? partner[i, j] : own[i, j];
        });
    }

    /// <summary>What the step makes of an input before anything reads it.</summary>
    private Tensor AugmentedRows(Node leaf, string input) => Of(leaf.Graph.Effects.Single(e => e.Kind == EffectKind.Augment && e.Target == input).Value);

    private double TargetOf(string head, int row, int column) => world.Batch.IsPresent(head, row) ? world.Batch.Targets[head][row, column] : 0;

    /// <summary>The rows whose target is there; where classes have weights, those rows' weights.</summary>
    private double CountPresent(InverseCount count) => Enumerable.Range(0, _n).Where(row => world.Batch.IsPresent(count.Head, row))
        .Sum(row => count.Weights.Count == 0 ? 1.0 : count.Weights[world.Batch.Labels[count.Head][row]]);

    /// <summary>Box and Muller's transformation of the uniform numbers, in double.</summary>
    private Tensor Noise(Node node, NormalNoise op)
    {
        bool each = op.Scope == RandomScope.EachRow;
        ulong key = Masks.Key(world.Seed, -1 - op.Layer, each ? world.Step - 1 : -1 - world.Pass);
        return Each(node, (i, j) =>
        {
            (double u, double v) = CompilerServices.Noise.Uniforms(key, each ? i : 0, j);
            return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
        });
    }

    private Tensor Uniform(Node node, UniformNoise op)
    {
        ulong key = Masks.Key(world.Seed, op.KeyLayer, world.Step - 1);
        return Each(node, (i, j) => CompilerServices.Noise.Uniform(key, i, j));
    }

    private Tensor Mask(Node node, DropoutMask op, double keep)
    {
        bool each = op.Scope == RandomScope.EachRow;
        ulong key = Masks.Key(world.Seed, op.Layer, each ? world.Step - 1 : -1 - world.Pass); // The number of updates made before, or a number below them all.
        int threshold = Masks.Threshold((float)keep);
        return Each(node, (i, j) => Masks.IsKept(key, each ? i : 0, op.OfChannels ? j % op.Of.Channels : j, threshold) ? op.IsScaled ? 1 / keep : 1 : 0);
    }

    /// <summary>A function whose derivative bends at ±<paramref name="limit"/> has one there, but differences see the bend.</summary>
    private double KinkedAt(double x, double limit)
    {
        Kinked(Math.Abs(x) - limit);
        return x;
    }

    private Tensor Canceling(Tensor sums, Tensor magnitudes)
    {
        double most = magnitudes.Values.ToArray().Max();
        if (most > 0)
        {
            LeastLeft = Math.Min(LeastLeft, sums.Values.ToArray().Max(Math.Abs) / most);
            LeastLeft = Math.Min(LeastLeft, 100 * Enumerable.Range(0, sums.Columns).Where(j => magnitudes[0, j] > 0).Min(j => Math.Abs(sums[0, j]) / magnitudes[0, j]));
        }

        return sums;
    }

    private double Kinked(double x)
    {
        NearestKink = x == 0 ? NearestKink : Math.Min(NearestKink, Math.Abs(x));
        return x;
    }

    /// <summary>The gradient of a mean over n rows: rounding moves it n times less than a value, and it is made of small factors.</summary>
    private double GradientKinked(double dx)
    {
        Kinked(10 * _n * dx);
        return dx;
    }

    private double ParameterKinked(double w)
    {
        NearestParameterKink = w == 0 ? NearestParameterKink : Math.Min(NearestParameterKink, Math.Abs(w));
        return w;
    }
}
