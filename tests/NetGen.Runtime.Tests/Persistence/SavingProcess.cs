using System.Diagnostics;
using System.Globalization;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>Another process that saves: this assembly, started as a program.</summary>
internal static class SavingProcess
{
    /// <summary>Saves a network whose parameters are <paramref name="first"/>, <paramref name="first"/> + 1, … so many times.</summary>
    public static Process Saves(string path, int first, int times) => Start("save", path, Text(first), Text(times));

    /// <summary>Starts to save, says so on its standard output, and stands still in the middle until it is killed.</summary>
    public static Process StandsStill(string path) => Start("stand-still", path);

    private static int Main(string[] arguments)
    {
        string path = arguments[1];
        if (arguments[0] == "stand-still")
        {
            AtomicFile.Write(path, stream =>
            {
                stream.Write(new byte[1000]);
                stream.Flush();
                Console.WriteLine("writing");
                Thread.Sleep(Timeout.Infinite);
            });
        }

        using ScriptedNetwork network = Sample.Network();
        Sample.Fill(network, Number(arguments[2]));
        for (int i = Number(arguments[3]); i > 0; i--)
        {
            Checkpoint.Save(network, path);
        }

        return 0;
    }

    private static Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        [typeof(SavingProcess).Assembly.Location, .. arguments])
    { RedirectStandardOutput = true })!;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
