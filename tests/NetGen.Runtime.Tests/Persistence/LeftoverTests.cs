using System.Diagnostics;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>What killed writers leave is removed, and what living ones write is not.</summary>
public sealed class LeftoverTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedNetwork _network = Sample.Trained();

    public void Dispose()
    {
        _network.Dispose();
        _folder.Dispose();
    }

    private string Net => _folder.File("net");

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void The_next_save_of_a_path_removes_its_leftovers_and_no_others(int bytes)
    {
        string[] own = [TemporaryFile.NameFor(Net), TemporaryFile.NameFor(Net)], kept = [TemporaryFile.NameFor(_folder.File("net2")), _folder.File("net.0123.tmp")];
        foreach (string leftover in own.Concat(kept))
        {
            File.WriteAllBytes(leftover, new byte[bytes]);
        }

        Checkpoint.Save(_network, Net);

        Assert.Equal(kept.Append(Net).Select(Path.GetFileName).Order(StringComparer.Ordinal), _folder.Names());
    }

    [Fact]
    public void A_temporary_that_another_writes_stays()
    {
        string temporary = TemporaryFile.NameFor(Net);
        using FileStream other = TemporaryFile.Create(temporary, Net, mayFail: false)!;
        Checkpoint.Save(_network, Net);
        Assert.True(File.Exists(temporary));
    }

    [Fact]
    public void A_pipe_or_a_link_with_the_name_of_a_leftover_is_let_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a pipe is no file there
        }

        string pipe = TemporaryFile.NameFor(Net), link = TemporaryFile.NameFor(Net);
        using (Process made = Process.Start("mkfifo", pipe))
        {
            made.WaitForExit();
        }

        File.WriteAllText(_folder.File("other"), "dear");
        File.CreateSymbolicLink(link, _folder.File("other"));
        Checkpoint.Save(_network, Net);
        Assert.Equal(4, _folder.Names().Length);
        Assert.Equal("dear", File.ReadAllText(link));
    }

    [Fact]
    public void A_save_that_lost_its_temporary_starts_again()
    {
        int calls = 0;
        AtomicFile.Write(Net, stream =>
        {
            stream.Write([1, 2, 3]);
            if (++calls == 1)
            {
                File.Delete(((FileStream)stream).Name);
            }
        });

        Assert.Equal(2, calls);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Net));
        Assert.Equal(["net"], _folder.Names());
    }

    [Fact]
    public void A_killed_process_leaves_a_file_that_the_next_save_removes()
    {
        using Process writer = SavingProcess.StandsStill(Net);
        Assert.Equal("writing", writer.StandardOutput.ReadLine());
        Checkpoint.Save(_network, Net);
        Assert.Equal(2, _folder.Names().Length);

        writer.Kill();
        writer.WaitForExit();
        Checkpoint.Save(_network, Net);
        Assert.Equal(["net"], _folder.Names());
    }

    [Fact]
    public void Two_processes_save_one_path_1000_times_and_lose_nothing()
    {
        Checkpoint.Save(_network, Net);
        using Process first = SavingProcess.Saves(Net, first: 1, times: 500), second = SavingProcess.Saves(Net, first: 100, times: 500);
        using ScriptedNetwork loaded = Sample.Network();
        int loads = 0;
        while (!first.HasExited || !second.HasExited)
        {
            Checkpoint.Load(loaded, Net);
            Assert.Contains(loaded.Memory.Parameters[0], new float[] { 1, 100 });
            Assert.Equal(loaded.Memory.Parameters[0] + 8, loaded.Memory.Parameters[34]);
            loads++;
        }

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.True(loads > 0);
        Assert.Equal(["net"], _folder.Names());
    }
}
