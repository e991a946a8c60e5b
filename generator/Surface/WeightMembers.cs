using NetGen.Generator.Language;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The members about weights: how much penalties add to the objective, how sparse they made them, what their averages are.</summary>
internal sealed class WeightMembers(NetworkOutline network)
{
    public SurfaceProperty TrainingExamples { get; } = new("int", "TrainingExamples", """
        N, the number of examples the network is trained on: a prior's strength is 1/N of what it is for one. 0 until known;
        <c>Fit</c> sets it to the rows of its training set, and who calls <c>TrainStep</c> instead sets it first.
        """)
    {
        IsSettable = true,
        Exceptions = [SurfaceException.OutOfRange("The value is less than 1.")],
    };

    public SurfaceMethod Penalty => new("double", "Penalty", "What the penalties add to the objective now, with these weights" + Formula)
    {
        Exceptions = network.Has(NetworkFeatures.TrainingExamples)
            ? [new("global::System.InvalidOperationException", "<see cref=\"TrainingExamples\"/> is not known yet.")]
            : [],
    };

    public SurfaceMethod Sparsity { get; } = new(
        $"{Types.SparsityReport}", "Sparsity", "How many weights of each layer are zero, and how large the others are.");

    public SurfaceMethod UseAveragedWeights { get; } = new("void", "UseAveragedWeights", """
        Makes the moving averages the parameters, after steps of one's own; a fit does so itself. Before the first step there is nothing to
        average. The averages stay, and further steps go on from the new parameters.
        """)
    {
        Exceptions = [SurfaceException.InUse, SurfaceException.Disposed],
    };

    private string Formula => network.PenaltyFormula.Length == 0 ? "." : $":\n{network.PenaltyFormula}";
}
