using System.Runtime.CompilerServices;
using NetGen.CompilerServices;
using NetGen.Tests.Data;

namespace NetGen.Tests.Threads;

/// <summary>The threads of a network: shares, barriers, faults, endings.</summary>
public sealed class TeamTests
{
    private const long Much = long.MaxValue;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Every_thread_does_its_part_in_every_run(int threads)
    {
        using var team = new Team(threads, scratchFloats: 0);
        int[] done = new int[threads];
        for (int run = 0; run < 200; run++)
        {
            team.Run(worker => done[worker.Part]++, Much);
        }

        Assert.All(done, count => Assert.Equal(200, count));
    }

    [Theory]
    [InlineData(1, 256, 32)]
    [InlineData(2, 256, 32)]
    [InlineData(3, 784, 8)]
    [InlineData(3, 17, 8)]
    [InlineData(5, 16, 32)]
    public void Shares_cover_the_whole_once_in_whole_units(int threads, int total, int unit)
    {
        using var team = new Team(threads, scratchFloats: 0);
        int[] covered = new int[total];
        team.Run(
            worker =>
            {
                (int from, int to) = worker.StaticRange(total, unit);
                Assert.True(from % unit == 0 || from == total);
                for (int i = from; i < to; i++)
                {
                    Interlocked.Increment(ref covered[i]);
                }
            },
            Much);
        Assert.All(covered, times => Assert.Equal(1, times));
    }

    [Fact]
    public void What_one_thread_wrote_before_a_barrier_the_others_read_after_it()
    {
        using var team = new Team(3, scratchFloats: 0);
        int[] written = new int[3];
        bool seen = true;
        team.Run(
            worker =>
            {
                for (int round = 1; round <= 1000; round++)
                {
                    written[worker.Part] = round;
                    worker.Barrier();
                    if (written[0] != round || written[1] != round || written[2] != round)
                    {
                        seen = false;
                    }

                    worker.Barrier();
                }
            },
            Much);
        Assert.True(seen);
    }

    [Fact]
    public void Small_work_is_done_by_the_caller_alone()
    {
        using var team = new Team(4, scratchFloats: 0);
        int caller = Environment.CurrentManagedThreadId;
        team.Run(worker => Assert.Equal((0, 1, caller), (worker.Part, worker.Parts, Environment.CurrentManagedThreadId)), operations: 1000);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void An_exception_on_any_thread_ends_the_run_and_is_thrown_to_the_caller(int faulty)
    {
        using var team = new Team(3, scratchFloats: 0);
        for (int attempt = 0; attempt < 20; attempt++)
        {
            var thrown = Assert.Throws<InvalidOperationException>(() => team.Run(
                worker =>
                {
                    if (worker.Part == faulty)
                    {
                        throw new InvalidOperationException("fault");
                    }

                    worker.Barrier();
                    worker.Barrier();
                },
                Much));
            Assert.Equal("fault", thrown.Message);

            int[] done = new int[3];
            team.Run(
                worker =>
                {
                    worker.Barrier();
                    done[worker.Part] = 1;
                },
                Much);
            Assert.Equal([1, 1, 1], done);
        }
    }

    [Fact]
    public void Exceptions_on_all_threads_at_once_end_the_run_with_one_of_them()
    {
        using var team = new Team(3, scratchFloats: 0);
        for (int attempt = 0; attempt < 50; attempt++)
        {
            var thrown = Assert.Throws<InvalidOperationException>(() => team.Run(worker => throw new InvalidOperationException($"fault {worker.Part}"), Much));
            Assert.Matches("^fault [012]$", thrown.Message);
        }

        int[] done = new int[3];
        team.Run(worker => done[worker.Part] = 1, Much);
        Assert.Equal([1, 1, 1], done);
    }

    [Fact]
    public void An_exception_after_a_barrier_that_others_are_still_leaving_ends_the_run_too()
    {
        using var team = new Team(3, scratchFloats: 0);
        for (int attempt = 0; attempt < 200; attempt++)
        {
            int faulty = attempt % 3;
            Assert.Throws<InvalidOperationException>(() => team.Run(
                worker =>
                {
                    for (int round = 0; round < 5; round++)
                    {
                        worker.Barrier();
                        if (worker.Part == faulty && round == 2)
                        {
                            throw new InvalidOperationException("fault");
                        }
                    }
                },
                Much));
        }
    }

    [Fact]
    public void Workers_of_a_team_that_failed_are_gone_after_disposal()
    {
        var threads = new Thread?[3];
        var team = new Team(3, scratchFloats: 0);
        Assert.Throws<InvalidOperationException>(() => team.Run(
            worker =>
            {
                threads[worker.Part] = Thread.CurrentThread;
                worker.Barrier();
                throw new InvalidOperationException("fault");
            },
            Much));
        team.Dispose();
        Assert.All(threads[1..], thread => Assert.False(thread!.IsAlive));
    }

    [Fact]
    public void A_second_caller_is_refused_while_the_threads_work_and_the_first_goes_on()
    {
        using var team = new Team(2, scratchFloats: 0, "Lonely");
        using ManualResetEventSlim begun = new(), refused = new();
        int[] done = new int[2];
        var first = new Thread(() => team.Run(
            worker =>
            {
                begun.Set();
                refused.Wait();
                done[worker.Part]++;
            },
            Much));
        first.Start();
        begun.Wait();
        Exception? thrown = Record.Exception(() => team.Run(_ => { }, Much));
        refused.Set();
        first.Join();

        Assert.StartsWith("The threads of Lonely are at work for another caller; they serve one at a time.",
            Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
        team.Run(worker => done[worker.Part]++, Much);
        Assert.Equal([2, 2], done);
    }

    [Fact]
    public void Work_that_would_share_work_of_its_own_is_refused()
    {
        using var team = new Team(2, scratchFloats: 0);
        Assert.Throws<InvalidOperationException>(() => team.Run(_ => team.Run(_ => { }, Much), Much));
        int[] done = new int[2];
        team.Run(worker => done[worker.Part]++, Much);
        Assert.Equal([1, 1], done);
    }

    [Fact]
    public void Workers_of_a_team_that_nobody_knows_any_more_end()
    {
        Thread[] threads = Forgotten();
        Assert.True(SpinWait.SpinUntil(() => !Collected.AnyAlive(threads), TimeSpan.FromSeconds(30)), "a worker is left");

        [MethodImpl(MethodImplOptions.NoInlining)]
        static Thread[] Forgotten()
        {
            var threads = new Thread[3];
            var team = new Team(3, scratchFloats: 0);
            team.Run(worker => threads[worker.Part] = Thread.CurrentThread, Much);
            Assert.True(Collected.AnyAlive(threads[1..]));
            GC.KeepAlive(team);
            return threads[1..];
        }
    }

    [Fact]
    public void A_team_of_another_size_ends_the_one_it_replaces_and_shares_the_next_run()
    {
        var threads = new Thread?[3];
        var team = new Team(3, scratchFloats: 8) { MinParallelOperations = 10 };
        team.Run(worker => threads[worker.Part] = Thread.CurrentThread, operations: 10);
        using Team another = team.Resize(5);
        Assert.All(threads[1..], thread => Assert.False(thread!.IsAlive));
        Assert.Throws<ObjectDisposedException>(() => team.Run(_ => { }, Much));

        int[] done = new int[5];
        another.Run(worker => done[worker.Part] = worker.Parts, operations: 10);
        Assert.Equal([5, 5, 5, 5, 5], done);
    }

    [Fact]
    public void Workers_wake_from_sleep_and_are_gone_after_disposal()
    {
        var threads = new Thread?[3];
        var team = new Team(3, scratchFloats: 0);
        for (int run = 0; run < 5; run++)
        {
            team.Run(worker => threads[worker.Part] = Thread.CurrentThread, Much);
            Thread.Sleep(20); // long enough for the workers to stop spinning and sleep
        }

        Assert.All(threads[1..], thread => Assert.True(thread!.IsAlive));
        team.Dispose();
        Assert.All(threads[1..], thread => Assert.False(thread!.IsAlive));
        Assert.Throws<ObjectDisposedException>(() => team.Run(_ => { }, Much));
        team.Dispose();
    }

    [Fact]
    public void A_team_that_never_worked_together_has_no_threads_to_end()
    {
        var team = new Team(8, scratchFloats: 16);
        team.Dispose();
        Assert.Equal(8, team.Threads);
    }

    [Fact]
    public void A_team_of_no_threads_or_too_many_is_refused()
    {
        Refusal.Says(() => new Team(0, scratchFloats: 0), "threads", "threads is 0; it must be in [1, 1024].");
        Refusal.Says(() => new Team(1025, scratchFloats: 0), "threads", "threads is 1025; it must be in [1, 1024].");
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        using var team = new Team(2, scratchFloats: 0);
        Action<Worker> work = worker => worker.Barrier();
        Assert.Equal(0, Allocated.ByThread(() => team.Run(work, Much)));
    }

    [Fact]
    public void Scratch_memory_is_each_threads_own()
    {
        using var team = new Team(3, scratchFloats: 8);
        bool own = true;
        team.Run(
            worker =>
            {
                worker.Scratch(7) = worker.Part;
                worker.Barrier();
                if (worker.Scratch(7) != worker.Part)
                {
                    own = false;
                }
            },
            Much);
        Assert.True(own);
    }

    [Fact]
    public void Little_work_is_shared_by_threads_that_are_awake()
    {
        using var team = new Team(3, scratchFloats: 0);
        int[] done = new int[3];
        int runs = 0;
        do
        {
            team.Run(_ => { }, Much);
            team.RunIfAwake(worker => done[worker.Part]++);
            runs++;
        }
        while (done[2] == 0 && runs < 100_000); // on a busy machine they may fall asleep in between

        Assert.InRange(done[1], 1, runs);
        Assert.Equal(done[1], done[2]);
        Assert.Equal(runs, done[0]);
    }

    [Fact]
    public void Little_work_starts_and_wakes_no_thread()
    {
        using var team = new Team(3, scratchFloats: 0);
        int parts = 0;
        team.RunIfAwake(worker => parts = worker.Parts);
        Assert.Equal(1, parts);
        Assert.False(team.HasRunInParallel);

        team.Run(_ => { }, Much);
        int tries = 0;
        do
        {
            Thread.Sleep(10); // far longer than they stay awake, if they get a core
            team.RunIfAwake(worker => parts = worker.Parts);
        }
        while (parts != 1 && ++tries < 1000);

        Assert.Equal(1, parts);
    }

    [Fact]
    public void Little_work_is_refused_once_the_team_has_ended()
    {
        var team = new Team(2, scratchFloats: 0);
        team.Run(_ => { }, Much);
        team.Dispose();
        Assert.Throws<ObjectDisposedException>(() => team.RunIfAwake(_ => { }));
    }
}
