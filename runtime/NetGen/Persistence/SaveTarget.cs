using System.Formats.Tar;

namespace NetGen;

/// <summary>The file that a save replaces.</summary>
internal static class SaveTarget
{
    // COR_E_IO: tar's own refusal, and not one of the system's.
    private const int NoWordForIt = unchecked((int)0x80131620);

    // As many as Linux follows.
    private const int MostLinks = 40;

    /// <summary>The full name of the file that a path means, at the end of its links; it need not be there yet.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no folder for it.</exception>
    /// <exception cref="IOException">Something is there that is no regular file, or the links lead in a circle.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written to.</exception>
    public static string Of(string path)
    {
        string full = Path.GetFullPath(path);
        string target = AtTheEndOfLinks(path, full);
        if (Path.GetDirectoryName(target) is { } folder && !Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{QuotedText.Escaped(path)}' cannot be written: there is no folder '{QuotedText.Escaped(folder)}'.");
        }

        RequireWritable(path, target);
        string? other = !File.Exists(target) && LeadsSomewhere(full) ? "a stream without a name" : OtherThanFile(target);
        return other is null ? target : throw new IOException($"'{QuotedText.Escaped(path)}' cannot be replaced: it is {other}; give the name of a regular file.");
    }

    /// <summary>A rename needs write permission for the folder only. A file that is read-only is not replaced.</summary>
    private static void RequireWritable(string path, string target)
    {
        if (!File.Exists(target) || OtherThanFile(target) is not null)
        {
            return;
        }

        try
        {
            new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1).Dispose();
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException($"'{QuotedText.Escaped(path)}' cannot be replaced: it is protected against writing.", e);
        }
        catch (FileNotFoundException)
        {
            // It has just gone.
        }
    }

    /// <summary>
    /// The same file by a name without links, as the system finds it: a folder on the way may be a link too, and <c>..</c> in a link's target
    /// is the parent of the folder that was reached, not of the one that was named.
    /// </summary>
    private static string AtTheEndOfLinks(string path, string full)
    {
        string reached = Path.GetPathRoot(full)!;
        var ahead = new Stack<string>(Parts(full).Reverse());
        for (int links = 0; ahead.TryPop(out string? part);)
        {
            string next = part == ".." ? Path.GetDirectoryName(reached) ?? reached : Path.Join(reached, part);
            if (part == ".." || new FileInfo(next).LinkTarget is not { } link)
            {
                reached = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException($"'{QuotedText.Escaped(path)}' cannot be written: its links lead in a circle.");
            }

            reached = Path.IsPathRooted(link) ? Path.GetPathRoot(link)! : reached;
            foreach (string step in Parts(link).Reverse())
            {
                ahead.Push(step);
            }
        }

        return reached;
    }

    private static IEnumerable<string> Parts(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Where(part => part is not ("" or "."));

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
