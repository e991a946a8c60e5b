using NetGen.Generator.Binding;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Planning;

/// <summary>Every decision taken: the kernels of a step and of a prediction in order, and where everything lies. Emission only prints it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Training">The training graph.</param>
/// <param name="Prediction">The prediction graph.</param>
/// <param name="Sampling">The graph of a pass of an uncertain prediction.</param>
/// <param name="Attack">The attack graph.</param>
/// <param name="Step">The kernels of a training step.</param>
/// <param name="Climb">The kernels that a training step runs again and again before its adversarial half, where x′ is made in several steps.</param>
/// <param name="Predict">The kernels of a prediction.</param>
/// <param name="PredictRow">The kernels of a prediction of one row: another form of the products, and else the same.</param>
/// <param name="Measure">The kernels that measure its loss.</param>
/// <param name="Sample">The kernels of a pass of an uncertain prediction, those that nothing random reaches first; none where nothing is random.</param>
/// <param name="Ascend">The kernels of a step of an attack.</param>
/// <param name="Buffers">The places.</param>
internal sealed record Plan(
    NetworkModel Model,
    NetworkGraph Training,
    NetworkGraph Prediction,
    NetworkGraph Sampling,
    NetworkGraph Attack,
    IReadOnlyList<Kernel> Step,
    IReadOnlyList<Kernel> Climb,
    IReadOnlyList<Kernel> Predict,
    IReadOnlyList<Kernel> PredictRow,
    IReadOnlyList<Kernel> Measure,
    IReadOnlyList<Kernel> Sample,
    IReadOnlyList<Kernel> Ascend,
    AssignBuffers Buffers)
{
    /// <summary>The kernels of a training step, each once.</summary>
    public IEnumerable<Kernel> TrainingKernels => Step.Union(Climb);

    /// <summary>How often <see cref="Climb"/> runs.</summary>
    public int Climbs => Climb.Count == 0 ? 0 : Model.Adversarial!.Steps - 1;

    /// <summary>Where in <see cref="Step"/> the adversarial half begins.</summary>
    public int AdversarialStart => Step.TakeWhile(k => k.Place.Half == Half.Clean).Count();

    /// <summary>The kernels of a prediction that no training step runs too.</summary>
    public IEnumerable<Kernel> PredictionOnly => Except(Predict.Concat(PredictRow).Concat(Measure).Concat(Sample), Step).GroupBy(p => p.Name).Select(same => same.First());

    /// <summary>The kernels of an attack that no prediction runs too.</summary>
    public IEnumerable<Kernel> AttackOnly => Except(Ascend, Step.Concat(Predict));

    private static IEnumerable<Kernel> Except(IEnumerable<Kernel> kernels, IEnumerable<Kernel> others)
    {
        var names = new HashSet<string>(others.Select(kernel => kernel.Name), StringComparer.Ordinal);
        return kernels.Where(kernel => !names.Contains(kernel.Name));
    }

    public static Plan Make(NetworkModel model, NetworkGraph training, NetworkGraph prediction, NetworkGraph sampling, NetworkGraph attack)
    {
        List<Kernel> step = OrderKernels.Run(FormKernels.Run(training));
        List<Kernel> predict = OrderKernels.Run(FormKernels.Run(prediction));
        List<Kernel> sample = sampling.Live().Any(n => n.Op is IRandomOp) ? OrderKernels.Run(FormKernels.Run(sampling)) : [];
        sample = [.. sample.OrderBy(k => k.IsRandom)];
        List<Kernel> ascend = OrderKernels.Run(FormKernels.Run(attack));
        EstimateDensity.Run(step.Concat(predict).Concat(sample).Concat(ascend), model);
        ChooseKernels.Run(step.Concat(predict).Concat(sample).Concat(ascend));
        ShareKernels.Run(step, predict);
        ShareKernels.Run([.. step, .. predict], sample, verb: "Sample");
        ShareKernels.OfAttack(predict, ascend);
        List<Kernel> climb = Climbing.TakeFrom(step), run = Climbing.InOrder(step, climb);
        var buffers = new AssignBuffers(model, training, run, prediction, predict, sample, attack, ascend);
        List<Kernel> measure = [.. predict.Where(k => k.Place.Phase == Phase.Loss)];
        predict.RemoveAll(measure.Contains);
        List<Kernel> predictRow = [.. predict.Select(k => k.ForOneRow())];
        ChooseKernels.Run(predictRow);
        PlaceBarriers.Run(run, buffers);
        PlaceBarriers.Run(predict, buffers);
        PlaceBarriers.Run(predictRow, buffers);
        PlaceBarriers.Run(measure, buffers);
        PlaceBarriers.Run(sample, buffers);
        PlaceBarriers.Run(ascend, buffers);
        return new Plan(model, training, prediction, sampling, attack, step, climb, predict, predictRow, measure, sample, ascend, buffers);
    }

    /// <summary>Multiplications and additions for each row of the batch: the contractions', which is nearly all there are, with those that may be left out.</summary>
    public static long OperationsPerRow(IEnumerable<Kernel> kernels) => kernels.Select(k => k.Root).Sum(root => root?.Op switch
    {
        Product or ProductWithTransposed => 2L * root.Operands[1].Type.Rows * root.Operands[1].Type.Columns,
        TransposedProduct => 2L * root.Type.Rows * root.Type.Columns * Gathering.TermsOf(root).Count(),
        _ => 0,
    });
}
