using System.Collections.Immutable;

namespace NetGen;

/// <summary>The files of a folder of class folders, in an order that does not depend on the machine.</summary>
/// <param name="ClassNames">The names of the classes.</param>
/// <param name="Files">Each file's path from the folder on, with slashes, and its class.</param>
internal sealed record ClassFolders(ImmutableArray<string> ClassNames, ImmutableArray<(string File, int Class)> Files)
{
    private static readonly string[] s_endings = [".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tga"];

    // What file managers leave behind.
    private static readonly string[] s_litter = ["Thumbs.db", "desktop.ini"];

    /// <summary>Why a file is no picture by its name; null if it is one.</summary>
    public static string? Stranger(string file) => s_endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        ? null
        : $"its name does not end in {string.Join(", ", s_endings[..^1])} or {s_endings[^1]}";

    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="InvalidDataException">It has no class folders, or one that is empty or not a known class.</exception>
    public static ClassFolders Find(string path, IReadOnlyList<string>? classNames)
    {
        string shown = QuotedText.Escaped(path);
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException(
                $"{shown}: there is no such folder{(File.Exists(path) ? ", but a file" : "")}; "
                + "give one that holds a folder of pictures for each class.");
        }

        string[] folders = [.. Names(Directory.EnumerateDirectories(path))];
        if (folders.Length == 0)
        {
            int pictures = Names(Directory.EnumerateFiles(path)).Count(file => Stranger(file) is null);
            string stray = pictures switch { 0 => "", 1 => ", but a picture that belongs to no class", _ => $", but {pictures} pictures that belong to no class" };
            throw new InvalidDataException(
                $"{shown}: it has no folders{stray}; put the pictures of each class into a folder of its own, such as {Path.Combine(shown, "cat", "1.png")}.");
        }

        RequireDistinct(shown, folders);
        if (classNames is null && folders.Length == 1)
        {
            throw new InvalidDataException(
                $"{shown}: it has one class folder, {QuotedText.Of(folders[0])}; a classifier needs two or more. If the classes are those of another folder, "
                + $"give their names: new ImageOptions {{ {nameof(ImageOptions.ClassNames)} = train.{nameof(ImageFolder.ClassNames)} }}.");
        }

        ImmutableArray<string> names = [.. classNames ?? folders];
        var files = ImmutableArray.CreateBuilder<(string, int)>();
        foreach (string folder in folders)
        {
            int label = names.IndexOf(folder);
            if (label < 0)
            {
                throw new InvalidDataException($"{shown}: the folder {QuotedText.Of(folder)} is none of the classes {QuotedText.List(names)}.");
            }

            List<string> found = [];
            Collect(Path.Combine(path, folder), folder, found);
            if (found.Count == 0)
            {
                throw new InvalidDataException(
                    $"{Path.Combine(shown, QuotedText.Escaped(folder))}: the class folder is empty; put pictures into it, or remove it.");
            }

            found.Sort(StringComparer.Ordinal);
            files.AddRange(found.Select(file => (file, label)));
        }

        return new ClassFolders(names, files.ToImmutable());
    }

    /// <summary>
    /// All files of a folder and of the folders in it; links to other folders are not followed, for they may lead in a circle.
    /// </summary>
    private static void Collect(string path, string from, List<string> found)
    {
        found.AddRange(Names(Directory.EnumerateFiles(path)).Select(name => $"{from}/{name}"));
        foreach (string name in Names(Directory.EnumerateDirectories(path)))
        {
            string inner = Path.Combine(path, name);
            if (new DirectoryInfo(inner).LinkTarget is null)
            {
                Collect(inner, $"{from}/{name}", found);
            }
        }
    }

    /// <summary>Two names that differ in case only are one folder on other machines.</summary>
    private static void RequireDistinct(string path, string[] folders)
    {
        if (folders.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            string names = string.Join(" and ", twice.Select(name => QuotedText.Of(name)));
            throw new InvalidDataException($"{path}: the class folders {names} differ in case only; rename one, or put their pictures into one.");
        }
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths) => paths
        .Select(path => Path.GetFileName(path))
        .Where(name => !name.StartsWith('.') && !s_litter.Contains(name, StringComparer.OrdinalIgnoreCase))
        .Order(StringComparer.Ordinal);
}
