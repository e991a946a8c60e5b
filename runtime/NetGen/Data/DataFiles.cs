namespace NetGen;

/// <summary>The files that a published data set consists of, in a folder.</summary>
internal static class DataFiles
{
    /// <summary>Where the files lie, in the order of their names.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="set">What the data set is called, for messages.</param>
    /// <param name="names">The names of the files.</param>
    /// <param name="endings">What may follow a name, the first that is there counts.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    /// <exception cref="FileNotFoundException">A file is not there; the message names all that are missing.</exception>
    public static string[] Find(string folder, string set, IReadOnlyList<string> names, params string[] endings)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException(
                $"{QuotedText.Escaped(folder)}: there is no such folder; the files of {set} are looked for in it.");
        }

        string?[] found = [.. names.Select(name => endings.Select(ending => Path.Combine(folder, name + ending)).FirstOrDefault(File.Exists))];
        if (found.Contains(null))
        {
            IEnumerable<string> missing = names.Where((_, i) => found[i] is null)
                .Select(name => $"\n  {string.Join(" or ", endings.Select(ending => name + ending))}");
            throw new FileNotFoundException($"{QuotedText.Escaped(folder)}: these files of {set} are missing:{string.Concat(missing)}");
        }

        return [.. found.Select(path => path!)];
    }
}
