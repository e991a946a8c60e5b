using System.Globalization;

namespace NetGen;

/// <summary>How far <see cref="ImageFolder.Load"/> is: told after each file, one report at a time, from the threads that decode.</summary>
/// <param name="Done">Files that have been looked at.</param>
/// <param name="Total">Files in all.</param>
/// <param name="Skipped">How many of those done could not be read.</param>
/// <param name="File">The last one, from the folder on: <c>cat/1.png</c>.</param>
public sealed record ImageProgress(int Done, int Total, int Skipped, string File)
{
    /// <summary>
    /// Progress that calls <paramref name="action"/> with each report before the next file is counted. (<see cref="Progress{T}"/> posts to
    /// other threads, and a console may see file 1 after file 36.)
    /// </summary>
    public static IProgress<ImageProgress> ForEach(Action<ImageProgress> action) =>
        new Direct(action ?? throw new ArgumentNullException(nameof(action)));

    /// <summary>"1,200 of 25,000 files, 3 skipped", the same in every culture.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Done:N0} of {Total:N0} files")
        + (Skipped == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {Skipped:N0} skipped"));

    private sealed class Direct(Action<ImageProgress> action) : IProgress<ImageProgress>
    {
        public void Report(ImageProgress value) => action(value);
    }
}
