using NetGen.Generator.Language;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The members that train a network and measure it.</summary>
internal sealed class TrainingMembers(NetworkOutline network)
{
    /// <summary>The parameters for the network's columns.</summary>
    public ColumnParameters Columns { get; } = new(network);

    public SurfaceMethod Data => new(
        $"{Types.Dataset}", "Data", "A data set of this network's columns, checked once: counts, widths, labels and finite features.")
    {
        IsStatic = true,
        Parameters = [.. Columns.Given(Types.ReadOnlyMemory)],
        Exceptions = [new("ArgumentException", "A column does not fit; the message says which and how.")],
    };

    /// <summary>The same of inputs that may be bytes.</summary>
    public SurfaceMethod DataOfColumns => new(
        $"{Types.Dataset}", "Data", "The same of inputs that are columns, which may hold bytes: a quarter of the memory of floats.")
    {
        IsStatic = true,
        Parameters = [.. Columns.GivenAsColumns],
        Exceptions =
        [
            new("global::System.ArgumentNullException", "A column is null."),
            new("ArgumentException", "A column has another name than its input, or does not fit; the message says which and how."),
        ],
    };

    public SurfaceMethod Fit => new($"{Types.FitResult}", "Fit", "Trains on a data set, epoch after epoch of shuffled batches" + Blended + Averaged)
    {
        Parameters =
        [
            new($"{Types.Dataset}", "training", "At least two rows, and at least a batch of them."),
            new($"{Types.Dataset}?", "validation", "Measured after each epoch, or as often as early stopping says, which needs it.", "null"),
            new($"{Types.FitOptions}?", "options", "Epochs or updates, early stopping, retraining on all rows, shuffle seed.", "null"),
            new($"{Types.IProgress}<{Types.EpochReport}>?", "progress", "Told after each epoch, and of each measurement between.", "null", StartsLine: true),
            new($"{Types.CancellationToken}", "cancellationToken", "Ends the fit after the step at hand.", "default"),
        ],
        Returned = """
            The history. With a validation set the network holds the parameters of the best measurement, however the fit ended, unless
            FitOptions.KeepBest is false; without one, or retrained on all rows to the end, those of the last step. FitResult.Parameters says.
            """,
        Exceptions =
        [
            new("ArgumentException", "A data set or an option is unfit; nothing has been changed."),
            new($"{Types.TrainingDivergedException}", """
                A loss, a parameter or the optimizer's state became NaN or infinite. The network holds the parameters of the best measurement where
                those are kept, else of the last report; those from before the fit if there is none. Or it came with NaN or infinity; then nothing has changed.
                """),
        ],
    };

    public SurfaceMethod Evaluate => new(network.Evaluation, "Evaluate", "How well the network does on a data set, without dropout.")
    {
        Parameters = [new($"{Types.Dataset}", "data")],
    };

    /// <summary>The record of an evaluation: its loss, and a property for each head.</summary>
    public SurfaceRecord Evaluation => EvaluationOf(network.Evaluation, network.Heads.Select(head => (head.Name, $"{head.Form!.Metrics}")));

    public SurfaceMethod TrainStep => new("float", "TrainStep", $"One update from a batch of {Rows}.")
    {
        Parameters = [.. Columns.Given(Types.ReadOnlySpan)],
        Returned = """
            The weighted sum of the heads' mean losses before the update, without penalties, over the heads that have a target among these rows; NaN if
            none has.
            """,
        Exceptions =
        [
            new("ArgumentException", "A span has the wrong length or a value that is not allowed; nothing has been changed."),
            new($"{Types.TrainingDivergedException}", """
                The loss of a head is NaN or infinite: the network has diverged. The step has been taken. Parameters and the optimizer's state are not
                looked at, which <c>Fit</c> does.
                """),
            SurfaceException.InUse, SurfaceException.Disposed,
        ],
    };

    private string Rows => network.BatchSize is { } most ? Invariant.Of($"1 to {most} rows") : "rows";

    private string Blended => network.Has(NetworkFeatures.BlendedRows) ? " whose rows are blended in pairs." : ".";

    private string Averaged =>
        network.Has(NetworkFeatures.AveragedWeights) ? " Each epoch measures, and the fit ends with, the moving averages of the parameters." : "";

    /// <summary>The record of an evaluation whose heads are known only by name and type.</summary>
    /// <param name="name">The record's name.</param>
    /// <param name="heads">The heads, and the types of their metrics.</param>
    public static SurfaceRecord EvaluationOf(string name, IEnumerable<(string Name, string Metrics)> heads)
    {
        const string Loss =
            "The weighted sum of the losses, as they are trained, of the heads that have a target in the data, label smoothing included, penalties not; NaN "
            + "if none has.";
        return new(name, $"The result of <see cref=\"Evaluate({Types.Dataset})\"/>.")
        {
            Parameters =
            [
                new("double", "Loss", Loss),
                .. heads.Select(head => new SurfaceParameter(head.Metrics, Identifier.Of(head.Name), $"The metrics of {head.Name}.")),
            ],
        };
    }
}
