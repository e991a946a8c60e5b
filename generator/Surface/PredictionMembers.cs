using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The members that predict.</summary>
internal sealed class PredictionMembers
{
    public PredictionMembers(NetworkOutline network)
    {
        Columns = new(network);
        Heads = network.Heads;
        var taken = new HashSet<string>(network.Inputs.Select(input => Columns.Of(input.Name)), StringComparer.Ordinal);
        Samples = Free("samples", taken);
        Uncertain =
        [
            .. Heads.Select(head => Heads.Count == 1
                ? (Free("mean", taken), Free("deviation", taken))
                : (Free(Invariant.Camel(head.Name) + "Mean", taken), Free(Invariant.Camel(head.Name) + "Deviation", taken))),
        ];
    }

    /// <summary>The parameters for the network's columns.</summary>
    public ColumnParameters Columns { get; }

    /// <summary>The parameter that is the number of passes of an uncertain prediction; it makes way for inputs.</summary>
    public string Samples { get; }

    /// <summary>
    /// The spans that take the result of an uncertain prediction, for each head: <c>mean</c> and <c>deviation</c> of the only one, <c>labelMean</c>
    /// and <c>labelDeviation</c> of one of several; they make way for inputs.
    /// </summary>
    public IReadOnlyList<(string Mean, string Deviation)> Uncertain { get; }

    private IReadOnlyList<SurfaceColumn> Heads { get; }

    public SurfaceMethod Predict => new("void", "Predict", "Predicts any number of rows, without dropout; nothing is allocated.")
    {
        Parameters = [.. Columns.Inputs, .. Columns.Predictions],
        Exceptions = [SurfaceException.WrongSpan, SurfaceException.InUseByAnother, SurfaceException.Disposed],
    };

    public SurfaceMethod PredictUncertain => new("void", "PredictUncertain", """
        Predicts any number of rows by several networks drawn at random, with dropout and noise as in training: the mean of what they predict, and how far they
        disagree (with dropout alone, Monte-Carlo dropout: Gal &amp; Ghahramani 2016). Pass s draws the same masks for every row, by the network's seed, so a
        row's numbers depend on nothing but the row, the parameters, the seed and the number of passes. Nothing is allocated.
        """)
    {
        Parameters =
        [
            .. Columns.Inputs,
            new("int", Samples, "Passes, at least 2."),
            .. Heads.Select((head, i) => Taken(Uncertain[i].Mean, $"Takes the mean of {head.Name}'s {head.Prediction} per row.")),
            .. Heads.Select((_, i) => Taken(Uncertain[i].Deviation, "Takes their standard deviation over the passes (divisor: passes − 1).")),
        ],
        Exceptions =
        [
            SurfaceException.WrongSpan, SurfaceException.OutOfRange("There are fewer than 2 passes."),
            SurfaceException.InUseByAnother, SurfaceException.Disposed,
        ],
    };

    private static SurfaceParameter Taken(string name, string content) => new($"{Types.Span}<float>", name, content);

    /// <summary>A parameter's name, with a number where an input has that name.</summary>
    private static string Free(string name, HashSet<string> taken)
    {
        string free = name;
        for (int i = 2; Identifier.IsLocal(free) || !taken.Add(free); i++)
        {
            free = Invariant.Of($"{name}{i}");
        }

        return free;
    }
}
