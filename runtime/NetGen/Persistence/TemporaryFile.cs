using System.Globalization;
using System.Runtime.Versioning;
using System.Text;

namespace NetGen;

/// <summary>
/// The file that a save writes before it takes its name. It is locked until then: one without a lock was left by a process that ended
/// early. The lock is a shared one, so that who reads the file under its new name need not wait for the writer to close it.
/// </summary>
internal static class TemporaryFile
{
    private const UnixFileMode Permissions = (UnixFileMode)0b111_111_111;

    /// <summary>A new name in the folder of <paramref name="target"/>, of 61 characters however long the target's is.</summary>
    public static string NameFor(string target) => Beside(target, $"{Guid.NewGuid():N}");

    /// <summary>
    /// Creates and locks the file, with the permissions of <paramref name="target"/> if it is there, and never wider ones. Creation and
    /// lock are two steps: null where another process locked it, to remove it, in between.
    /// </summary>
    public static FileStream? Create(string temporary, string target, bool mayFail)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read };
        if (OperatingSystem.IsWindows() || !File.Exists(target))
        {
            return Open(temporary, options, mayFail);
        }

        UnixFileMode mode = File.GetUnixFileMode(target) & Permissions;
        options.UnixCreateMode = mode;
        FileStream? stream = Open(temporary, options, mayFail);
        if (stream is not null)
        {
            Restore(stream, mode);
        }

        return stream;
    }

    /// <summary>Gives back what the process's mask took away.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Restore(FileStream stream, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(stream.SafeFileHandle, mode);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file system that keeps no permissions.
        }
    }

    /// <summary>Removes every other temporary of <paramref name="target"/> that no process is writing.</summary>
    /// <param name="own">The caller's, locked; where the lock does not hold, as on some network drives, nothing is removed.</param>
    /// <param name="target">The file they were to become.</param>
    public static void RemoveLeftovers(string own, string target)
    {
        try
        {
            string[] found = Directory.GetFiles(Path.GetDirectoryName(target)!, Path.GetFileName(Beside(target, "*")));
            if (found.Length > 1 && !TryLock(own, FileOptions.None))
            {
                foreach (string leftover in found.Where(name => name != own && IsFile(name)))
                {
                    TryLock(leftover, FileOptions.DeleteOnClose);
                }
            }
        }
        catch (UnauthorizedAccessException)
        {
            // A folder that may be written to and not listed.
        }
    }

    /// <summary>The hash of the target's name tells its temporaries from those of its neighbors.</summary>
    private static string Beside(string target, string part) =>
        Path.Combine(Path.GetDirectoryName(target)!, string.Create(CultureInfo.InvariantCulture, $".netgen-{Hash(Path.GetFileName(target)):x16}-{part}.tmp"));

    /// <summary>FNV-1a, 64 bits. It only has to be the same in every process.</summary>
    private static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash;
    }

    private static FileStream? Open(string temporary, FileStreamOptions options, bool mayFail)
    {
        try
        {
            return new FileStream(temporary, options);
        }
        catch (IOException e) when (mayFail && e is not (DirectoryNotFoundException or PathTooLongException))
        {
            File.Delete(temporary);
            return null;
        }
    }

    /// <summary>Anything else of that name was put there to mislead: to open a pipe would wait for ever.</summary>
    private static bool IsFile(string path) => new FileInfo(path).LinkTarget is null && SaveTarget.OtherThanFile(path) is null;

    /// <summary>Locks a file exclusively and unlocks it again, unless another process has locked it.</summary>
    private static bool TryLock(string path, FileOptions options)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 1, options).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
