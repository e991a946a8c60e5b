using System.Runtime.CompilerServices;
using NetGen.Tests.Threads;

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
    public void To_dispose_of_a_network_that_another_thread_uses_ends_it_after_that_use()
    {
        Lonely network = new(seed: 1);
        using ManualResetEventSlim begun = new(), disposed = new();
        FitResult? result = null;
        IProgress<EpochReport> progress = EpochReport.ForEach(_ =>
        {
            begun.Set();
            disposed.Wait();
        });
        var trainer = new Thread(() => result = network.Fit(Lonely.Data(new float[8], new float[8]), options: new() { Epochs = 3 }, progress: progress));
        trainer.Start();
        begun.Wait();
        network.Dispose();
        network.Dispose();
        disposed.Set();
        trainer.Join();
        Assert.Equal(3, result!.History.Length);
        Assert.Throws<ObjectDisposedException>(() => network.Predict(new float[1], new float[1]));
    }

    [Fact]
    public void Using_hides_no_exception_while_another_thread_works()
    {
        using ManualResetEventSlim begun = new(), thrown = new();
        Thread? trainer = null;
        Assert.Throws<TimeoutException>((Action)(() =>
        {
            using Lonely network = new(seed: 1);
            trainer = new Thread(() => network.Fit(Lonely.Data(new float[8], new float[8]), options: new() { Epochs = 1 }, progress: EpochReport.ForEach(_ =>
            {
                begun.Set();
                thrown.Wait();
            })));
            trainer.Start();
            begun.Wait();
            throw new TimeoutException();
        }));
        thrown.Set();
        trainer!.Join();
    }

    [Fact]
    public void Disposing_from_many_threads_at_once_ends_it_once()
    {
        for (int i = 0; i < 50; i++)
        {
            Wide network = new(seed: i) { Threads = 2 };
            network.Predict(new float[200 * 32], new float[10 * 32]);
            Parallel.For(0, 4, _ => network.Dispose());
            Assert.Throws<ObjectDisposedException>(() => network.Predict(new float[200], new float[10]));
        }
    }

    [Fact]
    public void A_use_within_another_that_is_disposed_of_twice_leaves_the_outer_one()
    {
        using Lonely network = new(seed: 1);
        NetworkMemory memory = ((INetwork)network).Memory;
        using NetworkMemory.Use outer = memory.Enter();
        NetworkMemory.Use inner = memory.Enter();
        inner.Dispose();
        inner.Dispose();
        Exception? refusal = null;
        var other = new Thread(() => refusal = Record.Exception(() => network.Predict(new float[1], new float[1])));
        other.Start();
        other.Join();
        Assert.IsType<InvalidOperationException>(refusal);
    }

    [Fact]
    public void Disposing_ends_the_threads_that_were_set_last()
    {
        Wide network = new(seed: 1) { Threads = 2 };
        INetwork any = network;
        network.Threads = 3;
        network.Dispose();
        Assert.Throws<ObjectDisposedException>(() => any.Team!.ThrowIfEnded());
    }

    [Fact]
    public void The_threads_of_a_network_that_nobody_knows_any_more_end_and_its_memory_is_collected()
    {
        (Thread[] threads, WeakReference memory) = Forgotten();
        Assert.True(SpinWait.SpinUntil(() => !Collected.AnyAlive(threads), TimeSpan.FromSeconds(30)), "a worker is left");
        Assert.True(SpinWait.SpinUntil(() => !Collected.AnyAlive(threads) && !memory.IsAlive, TimeSpan.FromSeconds(30)), "the memory is left");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (Thread[] Threads, WeakReference Memory) Forgotten()
        {
            INetwork network = new Wide(seed: 1) { Threads = 3 };
            network.Team!.MinParallelOperations = 1;
            Trainer.Fit(network, Wide.Data(new float[200 * 64], new int[64]), options: new() { Epochs = 2 });
            Assert.True(network.Team.HasRunInParallel);
            var threads = new Thread[3];
            network.Team.Run(worker => threads[worker.Part] = Thread.CurrentThread, operations: 1);
            Assert.True(Collected.AnyAlive(threads[1..]));
            GC.KeepAlive(network);
            return (threads[1..], new WeakReference(network.Memory));
        }
    }

    [Fact]
    public void A_use_that_is_disposed_of_twice_ends_once()
    {
        using Lonely network = new(seed: 1);
        NetworkMemory.Use use = ((INetwork)network).Memory.Enter();
        use.Dispose();
        use.Dispose();
        Another_thread_may_use_it_afterwards();
        network.Predict(new float[1], new float[1]);
        var other = new Thread(() => network.Predict(new float[1], new float[1]));
        other.Start();
        other.Join();
    }

    [Fact]
    public void A_disposed_network_names_itself_and_stays_disposed()
    {
        Lonely network = new(seed: 1);
        network.Dispose();
        Assert.Equal("Lonely", Assert.Throws<ObjectDisposedException>(() => network.Predict(new float[1], new float[1])).ObjectName);
        Assert.Throws<ObjectDisposedException>(() => network.Threads = 2);
        using var file = new MemoryStream();
        Checkpoint.Save(network, file);
        file.Position = 0;
        Assert.Throws<ObjectDisposedException>(() => Checkpoint.Load(network, file));
    }
}
