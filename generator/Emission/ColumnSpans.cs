using NetGen.Generator.Language;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The statements that check what a method is given for a network's columns, and copy it into the batch.</summary>
/// <param name="model">The network.</param>
/// <param name="parameters">The method's parameters for the columns.</param>
internal sealed class ColumnSpans(NetworkModel model, ColumnParameters parameters)
{
    public NetworkModel Model { get; } = model;

    /// <summary>Inputs, then heads.</summary>
    public IEnumerable<ValueModel> All => Model.Inputs.Concat(Model.Heads);

    /// <summary>A column's parameter.</summary>
    public string Of(ValueModel value) => parameters.Of(value.Name);

    /// <summary>The same without @, as messages have it.</summary>
    public string Bare(ValueModel value) => Of(value).TrimStart('@');

    public static bool HasLabels(ValueModel value) => value.Loss?.HasLabels == true;

    /// <summary>Says by the first input how many rows there are.</summary>
    public string CountRows(string most)
    {
        ValueModel first = Model.Inputs.First();
        return Invariant.Of($"int rows = {Types.BatchSpans}.Rows({Of(first)}.Length, {first.Size}, {most}, \"{Bare(first)}\");");
    }

    /// <summary>The rows of a batch in a span of them all.</summary>
    public static string Slice(string span, int width) =>
        width == 1 ? $"{span}.Slice(start, count)" : Invariant.Of($"{span}.Slice(start * {width}, count * {width})");

    /// <summary>Checks of inputs that may be more than a batch; what a single batch holds is checked as it is copied, which is early enough.</summary>
    public IEnumerable<string> CheckInputs() =>
        Model.Inputs.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.CheckInput(_memory, {i}, {Of(v)}, rows, \"{Bare(v)}\");"));

    /// <summary>The same of targets.</summary>
    public IEnumerable<string> CheckTargets() =>
        Model.Heads.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.Check{(HasLabels(v) ? "Labels" : "Target")}(_memory, {i}, {Of(v)}, rows, \"{Bare(v)}\");"));

    /// <summary>Checks that results overwrite neither each other nor rows that are yet to be read.</summary>
    /// <param name="results">The method's parameters that take results.</param>
    /// <param name="given">The columns that it reads, batch after batch.</param>
    public IEnumerable<string> CheckResults(IReadOnlyList<string> results, IEnumerable<ValueModel> given)
    {
        string[] read = [.. given.Where(v => !HasLabels(v)).Select(Of)];
        return results.SelectMany((result, i) => read.Select(other => Check("ApartOrSame", result, other))
            .Concat(results.Take(i).Select(other => Check("Apart", result, other))));

        static string Check(string what, string result, string other) =>
            $"{Types.BatchSpans}.Check{what}({result}, {other}, \"{result.TrimStart('@')}\", \"{other.TrimStart('@')}\");";
    }

    /// <summary>Copies of inputs into the batch: all their rows, or a batch of them.</summary>
    public IEnumerable<string> FillInputs(bool byBatch) =>
        Model.Inputs.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.FillInput(_memory, _team, {i}, {Rows(v, v.Size, byBatch)}, \"{Bare(v)}\");"));

    /// <summary>The same of targets.</summary>
    public IEnumerable<string> FillTargets(bool byBatch) => Model.Heads.Select((v, i) => HasLabels(v)
        ? Invariant.Of($"{Types.BatchSpans}.FillLabels(_memory, {i}, {Rows(v, 1, byBatch)}, \"{Bare(v)}\");")
        : Invariant.Of($"{Types.BatchSpans}.FillTarget(_memory, _team, {i}, {Rows(v, v.Size, byBatch)}, \"{Bare(v)}\");"));

    /// <summary>Checks, before a step, of targets none of which may be missing.</summary>
    public IEnumerable<string> RequireTargets() => Model.Heads.Select((v, i) => !Model.NeedsTargets(v) ? ""
        : Invariant.Of($"{Types.BatchSpans}.RequireEveryTarget(_memory, {i}, {Of(v)}, \"{Bare(v)}\");")).Where(check => check.Length > 0);

    private string Rows(ValueModel value, int width, bool byBatch) => byBatch ? $"{Slice(Of(value), width)}, count" : $"{Of(value)}, rows";
}
