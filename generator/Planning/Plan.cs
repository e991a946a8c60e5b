using NetGen.Generator.Binding;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Planning;

/// <summary>Every decision taken: the kernels of a step and of a prediction in order, and where everything lies. Emission only prints it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Training">The training graph.</param>
/// <param name="Prediction">The prediction graph.</param>
/// <param name="Step">The kernels of a training step.</param>
/// <param name="Predict">The kernels of a prediction, then those that measure its loss.</param>
/// <param name="Buffers">The places.</param>
internal sealed record Plan(
    NetworkModel Model,
    NetworkGraph Training,
    NetworkGraph Prediction,
    IReadOnlyList<Kernel> Step,
    IReadOnlyList<Kernel> Predict,
    AssignBuffers Buffers)
{
    /// <summary>The kernels of a prediction that no training step runs too.</summary>
    public IEnumerable<Kernel> PredictionOnly => Predict.Where(p => Step.All(s => s.Name != p.Name));

    public static Plan Make(NetworkModel model, NetworkGraph training, NetworkGraph prediction)
    {
        List<Kernel> step = OrderKernels.Run(FormKernels.Run(training));
        List<Kernel> predict = OrderKernels.Run(FormKernels.Run(prediction));
        ShareKernels.Run(step, predict);
        return new Plan(model, training, prediction, step, predict, new AssignBuffers(model, training, step, prediction, predict));
    }
}
