namespace RegularizationLab;

/// <summary>Pictures of a figure and what is said of them, which stands beside its charts and below its galleries.</summary>
/// <param name="Pictures">Pictures, side by side where the window is wide enough.</param>
/// <param name="Findings">What the textbook claims and what the run shows of it in these pictures.</param>
internal sealed record Part(IPicture[] Pictures, Finding[] Findings);
