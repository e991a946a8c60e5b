using System.Diagnostics;

namespace NetGen.Tests.Data;

/// <summary>A named pipe in a folder of its own, of which there are none on Windows, and a thread that writes to it.</summary>
internal sealed class NamedPipe : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-").FullName;
    private readonly Thread _writer;

    public NamedPipe(byte[] bytes)
    {
        using (Process made = Process.Start("mkfifo", Path))
        {
            made.WaitForExit();
        }

        _writer = new Thread(() => File.WriteAllBytes(Path, bytes)) { IsBackground = true };
        _writer.Start();
    }

    public string Path => System.IO.Path.Combine(_folder, "pipe");

    public void Dispose()
    {
        _writer.Join();
        Directory.Delete(_folder, recursive: true);
    }
}
