namespace NetGen.Tests.EndToEnd;

/// <summary>One instance, one thread at a time: a second one is told so instead of getting wrong numbers.</summary>
public sealed class ThreadUseTests
{
    [Fact]
    public void A_second_thread_is_refused_while_a_fit_runs_and_the_fits_own_callback_is_not()
    {
        using Lonely network = new(seed: 1);
        Dataset data = Lonely.Data(new float[8], new float[8]);
        var refused = new List<string>();
        FitResult result = network.Fit(data, options: new() { Epochs = 2 }, progress: EpochReport.ForEach(_ =>
        {
            network.Predict(new float[1], new float[1]); // the training thread itself may
            var other = new Thread(() => refused.Add(Assert.Throws<InvalidOperationException>(() => network.Predict(new float[1], new float[1])).Message));
            other.Start();
            other.Join();
        }));
        Assert.Equal(2, result.History.Length);
        Assert.All(refused, message => Assert.Contains("Lonely is in use by another thread", message, StringComparison.Ordinal));
        Assert.Equal(2, refused.Count);
    }

    [Fact]
    public void Another_thread_may_use_it_afterwards()
    {
        using Lonely network = new(seed: 1);
        network.Predict(new float[1], new float[1]);
        Exception? thrown = null;
        var other = new Thread(() => thrown = Record.Exception(() => network.Predict(new float[1], new float[1])));
        other.Start();
        other.Join();
        Assert.Null(thrown);
    }

    [Fact]
    public void A_refused_span_does_not_keep_the_network()
    {
        using Lonely network = new(seed: 1);
        Assert.Throws<ArgumentException>(() => network.Predict(new float[1], new float[7]));
        Another_thread_may_use_it_afterwards();
        var other = new Thread(() => network.Predict(new float[1], new float[1]));
        other.Start();
        other.Join();
        network.Predict(new float[1], new float[1]);
    }

    [Fact]
    public void A_disposed_network_names_itself_and_stays_disposed()
    {
        Lonely network = new(seed: 1);
        network.Dispose();
        Assert.Equal("Lonely", Assert.Throws<ObjectDisposedException>(() => network.Predict(new float[1], new float[1])).ObjectName);
        Assert.Throws<ObjectDisposedException>(() => network.Threads = 2);
    }
}
