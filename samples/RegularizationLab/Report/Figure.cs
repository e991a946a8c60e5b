namespace RegularizationLab;

/// <summary>A section of the report.</summary>
/// <param name="Id">Its name within the page: lower-case letters and hyphens.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Caption">How to read the pictures.</param>
/// <param name="Pictures">Pictures, side by side where the window is wide enough.</param>
/// <param name="Findings">What the textbook claims and what the run shows.</param>
/// <param name="Numbers">The numbers behind the pictures.</param>
internal sealed record Figure(string Id, string Title, string Caption, IPicture[] Pictures, Finding[] Findings, DataTable Numbers);
