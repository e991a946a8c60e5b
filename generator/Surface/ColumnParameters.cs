using NetGen.Generator.Language;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>The parameters of a method that stand for a network's columns, one for each input and each head.</summary>
/// <param name="network">The network.</param>
/// <param name="reserved">Names of the method's other parameters, which those of columns make way for.</param>
internal sealed class ColumnParameters(NetworkOutline network, params string[] reserved)
{
    private readonly IReadOnlyDictionary<string, string> _names = Identifier.Parameters(network.Columns.Select(column => column.Name), reserved);

    /// <summary>The parameter of a column, by the value's name.</summary>
    public string Of(string column) => _names[column];

    /// <summary>Parameters that give all columns: labels are integers, everything else floats.</summary>
    /// <param name="type">Where the numbers lie: a span, or memory.</param>
    public IEnumerable<SurfaceParameter> Given(TypeName type) => network.Columns.Select(column => Given(column, type));

    /// <summary>Parameters that give all columns, each input as a column that may hold bytes.</summary>
    public IEnumerable<SurfaceParameter> GivenAsColumns =>
    [
        .. network.Inputs.Select(column => new SurfaceParameter(
            $"{Types.FeatureColumn}", Of(column.Name), $"The column {column.Name} of {column.Row("numbers")} a row, floats or bytes with a scale.")),
        .. network.Heads.Select(column => Given(column, Types.ReadOnlyMemory)),
    ];

    /// <summary>Parameters that give the inputs.</summary>
    public IEnumerable<SurfaceParameter> Inputs => network.Inputs.Select(column => Given(column, Types.ReadOnlySpan));

    /// <summary>Spans that take what the heads predict.</summary>
    public IEnumerable<SurfaceParameter> Predictions =>
        network.Heads.Select(head => new SurfaceParameter($"{Types.Span}<float>", Of(head.Name), $"Takes {head.Prediction} per row."));

    /// <summary>The parameter that gives an input.</summary>
    public SurfaceParameter Given(SurfaceColumn input) => Given(input, Types.ReadOnlySpan);

    private SurfaceParameter Given(SurfaceColumn column, TypeName type) =>
        new($"{type}<{(column.HasLabels ? "int" : "float")}>", Of(column.Name), Content(column));

    private string Content(SurfaceColumn column) =>
        column.Form is null ? $"Row after row of {column.Row("numbers")}."
        : column.HasLabels ? $"A class {(column.Size is { } classes ? Invariant.Of($"0..{classes - 1} ") : "")}per row; −1 where it is missing."
        : $"Row after row of {column.Row("targets")}; a row with a NaN is a missing target{Blended}.";

    private string Blended => network.Has(NetworkFeatures.BlendedRows) ? ", which blended rows may not have" : "";
}
