namespace NetGen.Tests.EndToEnd;

/// <summary>What the operating system says of the threads of this process; only Linux tells their names.</summary>
[Collection(nameof(Alone))]
public sealed class ThreadsLeftTests
{
    [Fact]
    public void Fit_and_Evaluate_leave_no_gatherer_behind()
    {
        using var wide = new Wide(seed: 1);
        int most = 0;
        var network = new Watched(wide) { HasIdleThread = true, AfterStep = _ => most = Math.Max(most, Gatherers()) };
        Dataset data = Wide.Data(new float[200 * 320], new int[320]);
        Trainer.Fit(network, data, data, new FitOptions { Epochs = 5 });
        Evaluator.Evaluate(network, data);

        Assert.Equal(OperatingSystem.IsLinux() ? 1 : 0, most);
        Assert.True(SpinWait.SpinUntil(() => Gatherers() == 0, TimeSpan.FromSeconds(10)), "a gatherer is left");
    }

    private static int Gatherers() => OperatingSystem.IsLinux() ? Directory.GetDirectories("/proc/self/task").Count(IsGatherer) : 0;

    private static bool IsGatherer(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).Trim() == "NetGen gatherer";
        }
        catch (IOException)
        {
            return false; // it ended meanwhile
        }
    }
}
