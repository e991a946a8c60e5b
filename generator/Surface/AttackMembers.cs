using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The members that attack a network's inputs.</summary>
internal sealed class AttackMembers
{
    private const string Adversarial = "adversarial", Gradient = "gradient";

    private readonly NetworkOutline _network;
    private readonly string[] _inputs;

    public AttackMembers(NetworkOutline network)
    {
        _network = network;
        _inputs = [.. network.Inputs.Select(input => input.Name)];
        Columns = new(
            network,
            ["epsilon", "stepSize", "steps", "targeted", "randomStart", .. _inputs.SelectMany(input => new[] { GradientOf(input), AdversarialOf(input) })]);
    }

    /// <summary>The parameters for the network's columns; they make way for the attacks' own.</summary>
    public ColumnParameters Columns { get; }

    public SurfaceMethod InputGradient => new("void", "InputGradient", """
        ∂E/∂x of each row: the gradient of the row's own loss, as prediction measures it (no dropout, no penalties, no label smoothing; the
        heads' weights as in training), whatever other rows there are. Any number of rows; nothing is allocated after the first call.
        """)
    {
        Parameters = [.. Columns.Given(Types.ReadOnlySpan), .. Gradients],
        Exceptions = [SurfaceException.WrongSpan, SurfaceException.InUseByAnother, SurfaceException.Disposed],
    };

    public SurfaceMethod Fgsm => new("void", "Fgsm", """
        Fast gradient sign method: x′ = x + ε·sign(∂E/∂x), clipped to the declared range (Goodfellow, Shlens &amp; Szegedy 2015). The gradient is
        that of <c>InputGradient</c>; a feature with gradient 0 stays.
        """)
    {
        Parameters =
        [
            .. Columns.Given(Types.ReadOnlySpan),
            new("float", "epsilon", "How far a feature is moved; ≥ 0, and at most the width of the declared range."),
            .. AdversarialRows,
            new("bool", "targeted", "Whether to go toward the targets given, x − ε·sign(∂E/∂x), and not away from them.", "false"),
        ],
        Exceptions =
        [
            SurfaceException.WrongSpan, SurfaceException.OutOfRange("<paramref name=\"epsilon\"/> is outside its range."),
            SurfaceException.InUseByAnother, SurfaceException.Disposed,
        ],
    };

    public SurfaceMethod Pgd => new("void", "Pgd", """
        Projected gradient descent: several steps x′ ← x′ + stepSize·sign(∂E/∂x′), each clipped to [x − ε, x + ε] and to the declared range
        (Madry et al. 2018; without a random start Kurakin, Goodfellow &amp; Bengio 2017).
        """)
    {
        Parameters =
        [
            .. Columns.Given(Types.ReadOnlySpan),
            new("float", "epsilon", "How far a feature may be moved in all; ≥ 0, and at most the width of the declared range.", StartsLine: true),
            new("float", "stepSize", "How far a step moves it; ≥ 0. Usual is some 2.5·ε/steps; 0 returns the start."),
            new("int", "steps", "Gradients computed; 1 to 1,000,000."),
            .. AdversarialRows,
            new("bool", "targeted", "Whether to go toward the targets given, down their loss, and not away from them.", "false"),
            new("int?", "randomStart", "Starts at a point drawn uniformly within ε of x by this seed and the number of the row; at x if not given.", "null"),
        ],
        Exceptions =
        [
            SurfaceException.WrongSpan,
            SurfaceException.OutOfRange("<paramref name=\"epsilon\"/>, <paramref name=\"stepSize\"/> or <paramref name=\"steps\"/> is outside its range."),
            SurfaceException.InUseByAnother, SurfaceException.Disposed,
        ],
    };

    /// <summary>The span that takes the gradient toward an input: <c>gradient</c>, or <c>leftGradient</c> among several inputs.</summary>
    public string GradientOf(string input) => Result(input, Gradient);

    /// <summary>The span that takes an input's adversarial rows: <c>adversarial</c>, or <c>leftAdversarial</c> among several inputs.</summary>
    public string AdversarialOf(string input) => Result(input, Adversarial);

    private IEnumerable<SurfaceParameter> Gradients =>
        Results(Gradient, input => $"Takes {input?.Row("numbers") ?? "numbers"} per row; 0 in a row without a target.");

    private IEnumerable<SurfaceParameter> AdversarialRows => Results(
        Adversarial,
        input => $"Takes x′{(input?.Size is null ? "" : $", {input.Row("numbers")} per row")}; may be the span of x itself. "
            + "A row without a target stays as it is.");

    /// <summary>A span for each input; one where a mistake leaves the network without inputs.</summary>
    private IEnumerable<SurfaceParameter> Results(string what, Func<SurfaceColumn?, string> content) =>
        _network.Inputs.Select(input => (Name: Result(input.Name, what), Content: content(input))).DefaultIfEmpty((Name: what, Content: content(null)))
            .Select(result => new SurfaceParameter($"{Types.Span}<float>", result.Name, result.Content));

    private string Result(string input, string what)
    {
        string name = Identifier.Parameter(input, _inputs).TrimStart('@');
        return _inputs.Length == 1 ? what : name + char.ToUpperInvariant(what[0]) + what.Substring(1);
    }
}
