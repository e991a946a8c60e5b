using System.Diagnostics;
using System.Net.Sockets;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>What a save replaces, and what it leaves alone.</summary>
public sealed class SaveTargetTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedNetwork _network = Sample.Trained();

    public void Dispose()
    {
        _network.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("real")]
    [InlineData("./folder/../real")]
    public void A_save_through_a_link_replaces_what_it_leads_to(string target)
    {
        Directory.CreateDirectory(_folder.File("folder"));
        File.WriteAllText(_folder.File("real"), "old");
        File.CreateSymbolicLink(_folder.File("link"), target);
        File.CreateSymbolicLink(_folder.File("folder/link"), "../link");

        Checkpoint.Save(_network, _folder.File("folder/link"));

        Assert.Equal("../link", new FileInfo(_folder.File("folder/link")).LinkTarget);
        Assert.Equal(target, new FileInfo(_folder.File("link")).LinkTarget);
        Assert.Null(new FileInfo(_folder.File("real")).LinkTarget);
        Assert.True(Loads("real") && Loads("folder/link"));
        Assert.Equal(["folder", "link", "real"], _folder.Names());
    }

    [Fact]
    public void A_file_that_is_protected_against_writing_is_not_replaced_unless_the_user_may_write_anything()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(_folder.File("net"), "old");
        File.SetUnixFileMode(_folder.File("net"), UnixFileMode.UserRead);
        Exception? refusal = Record.Exception(() => Checkpoint.Save(_network, _folder.File("net")));
        if (Environment.IsPrivilegedProcess)
        {
            Assert.Null(refusal);
            Assert.True(Loads("net"));
        }
        else
        {
            Assert.Contains("net' cannot be replaced: it is protected against writing.", Assert.IsType<UnauthorizedAccessException>(refusal).Message, StringComparison.Ordinal);
            Assert.Equal("old", File.ReadAllText(_folder.File("net")));
        }

        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(_folder.File("net")));
        Assert.Equal(["net"], _folder.Names());
    }

    [Fact]
    public void A_directory_is_no_file_to_load() =>
        Assert.Contains("is a directory; give the name of a file", Assert.Throws<IOException>(() => Checkpoint.Load(_network, _folder.File("."))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_in_a_linked_folder_leads_where_the_system_says()
    {
        Directory.CreateDirectory(_folder.File("far/models"));
        Directory.CreateDirectory(_folder.File("far/v3"));
        Directory.CreateDirectory(_folder.File("v3"));
        File.WriteAllText(_folder.File("v3/net"), "not meant");
        File.CreateSymbolicLink(_folder.File("models"), "far/models");
        File.CreateSymbolicLink(_folder.File("far/models/latest"), "../v3/net");

        Checkpoint.Save(_network, _folder.File("models/latest"));

        Assert.True(Loads("far/v3/net"));
        Assert.Equal("not meant", File.ReadAllText(_folder.File("v3/net")));
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_yet_makes_the_file()
    {
        File.CreateSymbolicLink(_folder.File("link"), "real");
        Checkpoint.Save(_network, _folder.File("link"));
        Assert.Equal("real", new FileInfo(_folder.File("link")).LinkTarget);
        Assert.True(Loads("real"));
    }

    [Fact]
    public void Links_that_lead_in_a_circle_or_to_no_folder_are_refused()
    {
        File.CreateSymbolicLink(_folder.File("a"), "b");
        File.CreateSymbolicLink(_folder.File("b"), "a");
        File.CreateSymbolicLink(_folder.File("c"), "nowhere/net");
        Assert.Throws<IOException>(() => Checkpoint.Save(_network, _folder.File("a")));
        Assert.Throws<DirectoryNotFoundException>(() => Checkpoint.Save(_network, _folder.File("c")));
        Assert.Equal(["a", "b", "c"], _folder.Names());
    }

    [Theory]
    [InlineData(Owner)]
    [InlineData(Owner | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.UserRead)]
    public void A_file_keeps_its_permissions(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // permissions of this kind exist elsewhere only
        }

        File.WriteAllText(_folder.File("net"), "old");
        File.SetUnixFileMode(_folder.File("net"), mode);
        AtomicFile.Write(_folder.File("net"), stream =>
        {
            stream.Write("new"u8);
            Assert.Equal(mode, OperatingSystem.IsWindows() ? mode : File.GetUnixFileMode(((FileStream)stream).SafeFileHandle));
        });
        Assert.Equal(mode, File.GetUnixFileMode(_folder.File("net")));
    }

    [Fact]
    public void A_new_file_has_the_permissions_that_any_new_file_has()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // permissions of this kind exist elsewhere only
        }

        File.WriteAllText(_folder.File("other"), "");
        Checkpoint.Save(_network, _folder.File("net"));
        Assert.Equal(File.GetUnixFileMode(_folder.File("other")), File.GetUnixFileMode(_folder.File("net")));
    }

    [Fact]
    public void A_directory_is_not_replaced()
    {
        Directory.CreateDirectory(_folder.File("taken"));
        Refused("taken", "a directory");
    }

    [Fact]
    public void A_pipe_and_a_socket_are_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // neither is a file there
        }

        using (Process pipe = Process.Start("mkfifo", _folder.File("pipe")))
        {
            pipe.WaitForExit();
        }

        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("socket")));
        Refused("pipe", "a pipe");
        Refused("socket", "a socket");
        File.CreateSymbolicLink(_folder.File("link"), "pipe");
        Refused("link", "a pipe");
    }

    [Fact]
    public void A_device_is_told_from_an_empty_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Equal("a device", SaveTarget.OtherThanFile(Path.GetFullPath("NUL")));
            return;
        }

        File.WriteAllText(_folder.File("empty"), "");
        Assert.Null(SaveTarget.OtherThanFile(_folder.File("empty")));
        Assert.Null(SaveTarget.OtherThanFile(_folder.File("none")));
        Assert.Equal("a device", SaveTarget.OtherThanFile("/dev/null"));
    }

    [Fact]
    public void A_stream_that_has_no_name_in_a_folder_is_not_replaced()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // /proc tells a process's open streams there only
        }

        using var pipe = new System.IO.Pipes.AnonymousPipeServerStream();
        string path = $"/proc/self/fd/{pipe.SafePipeHandle.DangerousGetHandle()}";
        Assert.Equal(
            $"'{path}' cannot be replaced: it is a stream without a name; give the name of a regular file.",
            Assert.Throws<IOException>(() => Checkpoint.Save(_network, path)).Message);
    }

    [Theory]
    [InlineData(255, 'n')]
    [InlineData(250, 'ä')]
    public void A_name_may_be_as_long_as_the_file_system_allows(int bytes, char letter)
    {
        string name = new(letter, letter == 'n' ? bytes : bytes / 2);
        Checkpoint.Save(_network, _folder.File(name));
        Checkpoint.Save(_network, _folder.File(name));
        Assert.True(Loads(name));
        Assert.Equal([name], _folder.Names());
    }

    [Fact]
    public void A_name_longer_than_that_leaves_nothing_behind()
    {
        Assert.ThrowsAny<IOException>(() => Checkpoint.Save(_network, _folder.File(new string('n', 256))));
        Assert.Empty(_folder.Names());
    }

    private void Refused(string name, string what)
    {
        string path = _folder.File(name);
        string[] before = _folder.Names();
        Assert.Equal($"'{path}' cannot be replaced: it is {what}; give the name of a regular file.", Assert.Throws<IOException>(() => Checkpoint.Save(_network, path)).Message);
        Assert.Equal(before, _folder.Names());
    }

    private bool Loads(string name)
    {
        using ScriptedNetwork loaded = Sample.Network();
        Checkpoint.Load(loaded, _folder.File(name));
        return Bits.Of(loaded).Parameters == Bits.Of(_network).Parameters;
    }
}
