using System.Text;

namespace NetGen.Generator.Text;

/// <summary>
/// What each stage of a compilation made, in order: the model, each graph after each pass, the plan after each decision. A stage is listed
/// after what it worked on, so two neighbors show what one stage did.
/// </summary>
internal sealed class Trace
{
    private readonly List<(string Subject, string Stage, string Listing)> _entries = [];
    private readonly Dictionary<string, string> _last = new(StringComparer.Ordinal);

    /// <summary>The stages so far: what each worked on, its name, and what it made.</summary>
    public IReadOnlyList<(string Subject, string Stage, string Listing)> Entries => _entries;

    /// <summary>Adds what a stage made; a listing that is the subject's last one is not repeated.</summary>
    /// <param name="subject">What the stage worked on: <c>training graph</c>.</param>
    /// <param name="stage">The stage's name.</param>
    /// <param name="listing">What it made, as lines.</param>
    public void Add(string subject, string stage, string listing)
    {
        listing = listing.TrimEnd();
        _entries.Add((subject, stage, _last.TryGetValue(subject, out string? last) && last == listing ? "unchanged" : listing));
        _last[subject] = listing;
    }

    /// <summary>All of it: a heading for each stage, and under it what the stage made.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach ((string subject, string stage, string listing) in _entries)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("== ").Append(subject).Append(" · ").Append(stage).Append('\n').Append(listing).Append('\n');
        }

        return text.ToString();
    }
}
