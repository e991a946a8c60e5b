namespace NetGen.Tests.Persistence;

/// <summary>A folder of the test's own, gone when it ends.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("netgen-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>The names of what is in it, in order.</summary>
    public string[] Names() => [.. _folder.GetFileSystemInfos().Select(f => f.Name).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Delete(recursive: true);
}
