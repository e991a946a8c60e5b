namespace RegularizationLab;

/// <summary>A section of the report.</summary>
/// <param name="Id">Its name within the page and for the command line: lower-case letters and hyphens.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Caption">How to read the pictures.</param>
/// <param name="Parts">Pictures, each with what the textbook claims and what the run shows.</param>
/// <param name="Numbers">The numbers behind the pictures.</param>
internal sealed record Figure(string Id, string Title, string Caption, Part[] Parts, DataTable Numbers)
{
    /// <summary>A figure of one part.</summary>
    public Figure(string id, string title, string caption, IPicture[] pictures, Finding[] findings, DataTable numbers)
        : this(id, title, caption, [new Part(pictures, findings)], numbers)
    {
    }

    public IEnumerable<IPicture> Pictures => Parts.SelectMany(part => part.Pictures);

    public IEnumerable<Finding> Findings => Parts.SelectMany(part => part.Findings);
}
