using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>Decodes the files of a folder on several threads, each picture to its place.</summary>
internal sealed class FolderReading
{
    private readonly string _path;
    private readonly ClassFolders _folders;
    private readonly ImageShape _shape;
    private readonly ImageOptions _options;
    private readonly IProgress<ImageProgress>? _progress;
    private readonly Lock _counting = new();
    private int _done, _skipped;

    public FolderReading(string path, ClassFolders folders, ImageShape shape, ImageOptions options, IProgress<ImageProgress>? progress)
    {
        (_path, _folders, _shape, _options, _progress) = (path, folders, shape, options, progress);
        Faults = new string?[folders.Files.Length];
        Bytes = new byte[(long)shape.Size * folders.Files.Length];
    }

    /// <summary>The pictures, one after the other in the order of the files; zeros where one could not be read.</summary>
    public byte[] Bytes { get; }

    /// <summary>What is wrong with each file; null where nothing is.</summary>
    public string?[] Faults { get; }

    /// <exception cref="InvalidDataException">
    /// A file could not be read, and none may be skipped: the first in the order of the files.
    /// </exception>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public void Run(CancellationToken cancellation)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Threads, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, Faults.Length, parallel, (i, loop) =>
            {
                Read(i);
                if (Faults[i] is not null && !_options.SkipUnreadable)
                {
                    loop.Break(); // all files before it are still read
                }
            });
        }
        catch (AggregateException faults)
        {
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        if (!_options.SkipUnreadable && Array.FindIndex(Faults, fault => fault is not null) is >= 0 and var first)
        {
            throw new InvalidDataException($"{QuotedText.Escaped(Path.Combine(_path, _folders.Files[first].File))}: {Faults[first]}.");
        }
    }

    private void Read(int i)
    {
        string file = _folders.Files[i].File;
        Faults[i] = ClassFolders.Stranger(file) ?? Decode(Path.Combine(_path, file), Bytes.AsSpan(i * _shape.Size, _shape.Size));
        lock (_counting)
        {
            _done++;
            _skipped += Faults[i] is null ? 0 : 1;
            _progress?.Report(new ImageProgress(_done, Faults.Length, _skipped, file));
        }
    }

    private string? Decode(string file, Span<byte> to)
    {
        try
        {
            ImageFile.Decode(file, _shape, _options, to);
            return null;
        }
        catch (Exception fault) when (fault is InvalidDataException)
        {
            return fault.Message;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"it cannot be opened: {QuotedText.Of(fault.Message, fault.Message.Length)}";
        }
    }
}
