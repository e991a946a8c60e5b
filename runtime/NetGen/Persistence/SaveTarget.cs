using System.Formats.Tar;

namespace NetGen;

/// <summary>The file that a save replaces.</summary>
internal static class SaveTarget
{
    // COR_E_IO: tar's own refusal, and not one of the system's.
    private const int NoWordForIt = unchecked((int)0x80131620);

    /// <summary>The full name of the file that a path means, at the end of its links; it need not be there yet.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no folder for it.</exception>
    /// <exception cref="IOException">Something is there that is no regular file, or the links lead in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        var named = new FileInfo(full);
        string target = named.LinkTarget is null ? full : named.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{QuotedText.Escaped(path)}' cannot be written: there is no folder '{QuotedText.Escaped(folder)}'.");
        }

        string? other = !File.Exists(target) && LeadsSomewhere(full) ? "a stream without a name" : OtherThanFile(target);
        return other is null ? target : throw new IOException($"'{QuotedText.Escaped(path)}' cannot be replaced: it is {other}; give the name of a regular file.");
    }

    /// <summary>Links of /dev and /proc can lead to what has no name in any folder, such as the pipe that is the standard output.</summary>
    private static bool LeadsSomewhere(string path)
    {
        try
        {
            return !OperatingSystem.IsWindows() && !Directory.Exists(path) && File.GetUnixFileMode(path) >= 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>What there is at a path if it is no regular file; null if it is one, or if nothing is there.</summary>
    public static string? OtherThanFile(string path)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(path) || Path.GetDirectoryName(path) is null)
        {
            return "a directory";
        }

        if (OperatingSystem.IsWindows())
        {
            return path.StartsWith(@"\\.\", StringComparison.Ordinal) ? "a device" : null;
        }

        // Devices, pipes and sockets have no length.
        return !file.Exists || file.Length > 0 ? null : KindOfEmpty(path);
    }

    /// <summary>Of all the base library, only what writes tar files tells the kinds of file apart, and it opens none but regular files.</summary>
    private static string? KindOfEmpty(string path)
    {
        try
        {
            using var archive = new MemoryStream();
            using (var writer = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
            {
                writer.WriteEntry(path, "x");
            }

            archive.Position = 0;
            using var reader = new TarReader(archive);
            return reader.GetNextEntry()?.EntryType switch
            {
                TarEntryType.Fifo => "a pipe",
                TarEntryType.CharacterDevice or TarEntryType.BlockDevice => "a device",
                _ => null,
            };
        }
        catch (IOException e) when (e.HResult == NoWordForIt)
        {
            return "a socket"; // the one kind that tar has no word for
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return null; // a regular file that may not be read, or that another process has locked, or one that has just gone
        }
    }
}
