using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>
/// Loads TorchSharp's native library, and makes it loadable first where that is needed. It was built with GCC 13 and asks the C++ library
/// for GLIBCXX_3.4.32, of which it uses nothing but an initializer that no relocation names; Debian 12 has 3.4.30. On Debian 13 and
/// wherever else the C++ library is new enough, nothing is changed.
/// </summary>
internal static partial class TorchLibrary
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");

    /// <summary>To be called before the first use of TorchSharp.</summary>
    public static void Load()
    {
        try
        {
            NativeLibrary.Load(File);
        }
        catch (DllNotFoundException refusal) when (MissingVersion().Match(refusal.Message) is { Success: true } missing)
        {
            Weaken(missing.Groups[1].Value);
            NativeLibrary.Load(File);
        }
    }

    /// <summary>Denormal numbers count as zero from here on, on this thread and those it starts; TorchSharp has no call for it.</summary>
    public static void FlushDenormals() => SetFlushDenormal(context: 0, on: true);

    /// <summary>The file is replaced, not written into: another process may have it mapped.</summary>
    private static void Weaken(string version)
    {
        byte[] image = System.IO.File.ReadAllBytes(File);
        if (VersionNeeds.Weaken(image, version) == 0)
        {
            throw new InvalidDataException($"{File} does not load for want of {version}, but does not ask for it.");
        }

        string next = $"{File}.{Environment.ProcessId}";
        System.IO.File.WriteAllBytes(next, image);
        System.IO.File.Move(next, File, overwrite: true);
    }

    [GeneratedRegex("version `(GLIBCXX_[0-9.]+)' not found")]
    private static partial Regex MissingVersion();

    // bool at::Context::setFlushDenormal(bool on): a member function that looks at no member.
    [DllImport("torch_cpu", EntryPoint = "_ZN2at7Context16setFlushDenormalEb")]
    [return: MarshalAs(UnmanagedType.U1)]
    private static extern bool SetFlushDenormal(nint context, [MarshalAs(UnmanagedType.U1)] bool on);
}
