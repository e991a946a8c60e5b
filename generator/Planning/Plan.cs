using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>Every decision taken: the kernels of a step and of a prediction in order, and where everything lies. Emission only prints it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Training">The training graph.</param>
/// <param name="Prediction">The prediction graph.</param>
/// <param name="Stochastic">The graph of a pass of an uncertain prediction.</param>
/// <param name="Attack">The attack graph.</param>
/// <param name="Step">The kernels of a training step.</param>
/// <param name="AttackIteration">The kernels that a training step runs again and again before those of adversarial rows, where x′ is made in several steps.</param>
/// <param name="Predict">The kernels of a prediction.</param>
/// <param name="PredictSingleRow">The kernels of a prediction of one row: another form of the products, and else the same.</param>
/// <param name="Measure">The kernels that measure its loss.</param>
/// <param name="StochasticPass">The kernels of a pass of an uncertain prediction, those that nothing random reaches first; none where nothing is random.</param>
/// <param name="AttackStep">The kernels of a step of an attack.</param>
/// <param name="Buffers">The places.</param>
internal sealed record Plan(
    NetworkModel Model,
    NetworkGraph Training,
    NetworkGraph Prediction,
    NetworkGraph Stochastic,
    NetworkGraph Attack,
    IReadOnlyList<Kernel> Step,
    IReadOnlyList<Kernel> AttackIteration,
    IReadOnlyList<Kernel> Predict,
    IReadOnlyList<Kernel> PredictSingleRow,
    IReadOnlyList<Kernel> Measure,
    IReadOnlyList<Kernel> StochasticPass,
    IReadOnlyList<Kernel> AttackStep,
    AssignBuffers Buffers)
{
    /// <summary>The kernels of a training step, each once.</summary>
    public IEnumerable<Kernel> TrainingKernels => Step.Union(AttackIteration);

    /// <summary>The kernels of all that the network does, schedule by schedule.</summary>
    public IEnumerable<Kernel> AllKernels => TrainingKernels.Concat(Predict).Concat(PredictSingleRow).Concat(Measure).Concat(StochasticPass).Concat(AttackStep);

    /// <summary>How often <see cref="AttackIteration"/> runs.</summary>
    public int AttackIterationCount => AttackIteration.Count == 0 ? 0 : Model.Adversarial!.Iterations;

    /// <summary>Where in <see cref="Step"/> the kernels of adversarial rows begin.</summary>
    public int AdversarialStart => Step.TakeWhile(k => k.Section.Role == BatchRole.Clean).Count();

    /// <summary>The kernels of a prediction that no training step runs too.</summary>
    public IEnumerable<Kernel> PredictionOnly => Except(Predict.Concat(PredictSingleRow).Concat(Measure).Concat(StochasticPass), TrainingKernels).GroupBy(p => p.Name).Select(same => same.First());

    /// <summary>The kernels of an attack that no prediction runs too.</summary>
    public IEnumerable<Kernel> AttackOnly => Except(AttackStep, TrainingKernels.Concat(Predict));

    private static IEnumerable<Kernel> Except(IEnumerable<Kernel> kernels, IEnumerable<Kernel> others)
    {
        var names = new HashSet<string>(others.Select(kernel => kernel.Name), StringComparer.Ordinal);
        return kernels.Where(kernel => !names.Contains(kernel.Name));
    }

    public static Plan Make(NetworkModel model, NetworkGraph training, NetworkGraph prediction, NetworkGraph stochastic, NetworkGraph attack, IReadOnlyList<KernelTemplate> templates, Trace? trace = null, ImageForm leastImages = default)
    {
        List<Kernel> step = Kernels("training step", training);
        List<Kernel> predict = Kernels("prediction", prediction);
        List<Kernel> stochasticPass = stochastic.Live().Any(n => n.IsRandom) ? Kernels("stochastic pass", stochastic) : [];
        stochasticPass = [.. stochasticPass.OrderBy(k => k.IsRandom)];
        List<Kernel> attackStep = Kernels("attack step", attack);
        List<Kernel> all = [.. step, .. predict, .. stochasticPass, .. attackStep];
        EstimateDensity.Run(all, model);
        Func<Node, Layout> layoutOf = ChooseLayouts.Run(all, [training, prediction, stochastic, attack], model.BatchSize, leastImages);
        ChooseKernels.Run(all, templates);
        DeduplicateKernels.OfPrediction(step, predict);
        DeduplicateKernels.OfStochasticPass([.. step, .. predict], stochasticPass);
        DeduplicateKernels.OfAttack(predict, attackStep);
        List<Kernel> iteration = SplitAttackIteration.TakeFrom(step), run = SplitAttackIteration.InOrder(step, iteration);
        var buffers = new AssignBuffers(model, layoutOf, training, run, prediction, predict, stochasticPass, attack, attackStep);
        trace?.Add("memory", $"{nameof(ChooseLayouts)}, {nameof(AssignBuffers)}", PlanListing.Buffers(buffers));
        List<Kernel> measure = [.. predict.Where(k => k.Section.Phase == Phase.Loss)];
        predict.RemoveAll(measure.Contains);
        List<Kernel> predictSingleRow = [.. predict.Select(k => k.ForSingleRow())];
        ChooseKernels.Run(predictSingleRow, templates);
        foreach ((string subject, List<Kernel> kernels) in new[]
        {
            ("training step", run), ("prediction", predict), ("prediction of one row", predictSingleRow), ("measurement", measure),
            ("stochastic pass", stochasticPass), ("attack step", attackStep),
        })
        {
            PlaceBarriers.Run(kernels, buffers);
            trace?.Add(subject, $"{nameof(ChooseKernels)}, {nameof(DeduplicateKernels)}", PlanListing.Templates(kernels));
            trace?.Add(subject, nameof(PlaceBarriers), PlanListing.Barriers(kernels));
        }

        var plan = new Plan(model, training, prediction, stochastic, attack, step, iteration, predict, predictSingleRow, measure, stochasticPass, attackStep, buffers);
        ShareMethods.Run(plan);
        trace?.Add("methods", nameof(ShareMethods), PlanListing.Methods(plan));
        return plan;

        List<Kernel> Kernels(string subject, NetworkGraph graph)
        {
            List<Kernel> kernels = FormKernels.Run(graph);
            trace?.Add(subject, nameof(FormKernels), PlanListing.Bodies(kernels));
            kernels = OrderKernels.Run(FusePools.Run(kernels));
            trace?.Add(subject, nameof(OrderKernels), PlanListing.Order(kernels));
            return kernels;
        }
    }

    /// <summary>
    /// Multiplications and additions for each row of the batch: the contractions', which is nearly all there are, with those that may be left out;
    /// and those of augmentation, which of a small network are more.
    /// </summary>
    public static long OperationsPerRow(IEnumerable<Kernel> kernels) => kernels.Select(k => k.Root).Sum(root => root?.Op.Access switch
    {
        { Family: OpFamily.Contraction } => 2 * root.Op.CostOf(root).Depth * root.Op.CostOf(root).Width,
        { Family: OpFamily.Window, TakesEpilogue: false } => root.Op.CostOf(root).Depth * root.Op.CostOf(root).Width,
        _ => 0,
    });
}
