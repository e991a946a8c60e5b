namespace NetGen;

/// <summary>Replaces a file as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>How often a save starts again because another process took its temporary for a leftover, between two calls of the system.</summary>
    private const int Attempts = 100;

    /// <summary>
    /// Writes a new file beside the one that <paramref name="path"/> names, flushes it to the disk, renames it over that one and flushes
    /// the folder. A rename within a folder is atomic, so a reader finds the old file or the new one, never a part of one,
    /// even after a crash. Links are followed, the permissions of the old file are kept, and what killed writers of this file left is removed.
    /// </summary>
    /// <param name="path">A regular file, or where there is none yet.</param>
    /// <param name="write">Writes the content; called again where a save must start again.</param>
    /// <exception cref="DirectoryNotFoundException">There is no folder for it.</exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written to.</exception>
    /// <exception cref="IOException">There is something else than a regular file, or the disk does not take it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = SaveTarget.Of(path);
        try
        {
            for (int attempt = 1; !TryWrite(target, write, mayFail: attempt < Attempts); attempt++)
            {
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException($"'{QuotedText.Escaped(path)}' cannot be written: no file may be made in its folder.", e);
        }

        FolderFlush.Of(Path.GetDirectoryName(target)!);
    }

    /// <summary>False where another process removed the temporary, between its creation and its lock.</summary>
    private static bool TryWrite(string target, Action<Stream> write, bool mayFail)
    {
        string temporary = TemporaryFile.NameFor(target);
        try
        {
            using FileStream? stream = TemporaryFile.Create(temporary, target, mayFail);
            if (stream is null)
            {
                return false;
            }

            TemporaryFile.RemoveLeftovers(temporary, target);
            write(stream);
            stream.Flush(flushToDisk: true);
            if (OperatingSystem.IsWindows())
            {
                stream.Dispose(); // it renames no file that is open
            }

            File.Move(temporary, target, overwrite: true);
            return true;
        }
        catch (FileNotFoundException) when (mayFail && !File.Exists(temporary))
        {
            return false;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
