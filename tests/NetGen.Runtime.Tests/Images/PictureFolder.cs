namespace NetGen.Tests.Images;

/// <summary>A folder for pictures that ends with the test.</summary>
internal sealed class PictureFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("netgen-images-").FullName;

    public PictureFolder With(string file, byte[] content)
    {
        string path = At(file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    public PictureFolder WithFolder(string name)
    {
        Directory.CreateDirectory(At(name));
        return this;
    }

    public string At(string file) => System.IO.Path.Combine([Path, .. file.Split('/')]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
