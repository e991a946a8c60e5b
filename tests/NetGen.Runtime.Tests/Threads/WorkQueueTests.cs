using NetGen.CompilerServices;

namespace NetGen.Tests.Threads;

/// <summary>How threads divide work among themselves: each its part, and what slower ones have left of theirs.</summary>
public sealed class WorkQueueTests
{
    private const long Much = long.MaxValue;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(1, 256, 32)]
    [InlineData(2, 256, 64)]
    [InlineData(2, 39, 1)]
    [InlineData(3, 784, 24)]
    [InlineData(3, 17, 8)]
    [InlineData(5, 16, 32)]
    [InlineData(4, 0, 8)]
    [InlineData(2, 1_000_000, 8)]
    public void The_parts_of_all_threads_cover_the_whole_once_in_whole_units(int threads, int total, int unit)
    {
        using var team = new Team(threads, scratchFloats: 0);
        int[] covered = new int[total];
        bool whole = true;
        for (int run = 1; run <= 5; run++)
        {
            team.Run(
                worker =>
                {
                    foreach ((int first, int last) in worker.StealableRanges(total, unit))
                    {
                        if (first % unit != 0 || (last % unit != 0 && last != total) || first >= last)
                        {
                            whole = false;
                        }

                        for (int i = first; i < last; i++)
                        {
                            Interlocked.Increment(ref covered[i]);
                        }
                    }
                },
                Much);
            Assert.All(covered, times => Assert.Equal(run, times));
        }

        Assert.True(whole);
    }

    [Fact]
    public void Many_divisions_in_a_row_need_no_barrier_between_them()
    {
        const int Threads = 3, Divisions = 500, Total = 20;
        using var team = new Team(Threads, scratchFloats: 0);
        int[] covered = new int[Divisions * Total];
        for (int run = 1; run <= 20; run++)
        {
            team.Run(
                worker =>
                {
                    for (int division = 0; division < Divisions; division++)
                    {
                        foreach ((int first, int last) in worker.StealableRanges(Total - division % 19, 1)) // some have fewer units than threads
                        {
                            for (int i = first; i < last; i++)
                            {
                                Interlocked.Increment(ref covered[division * Total + i]);
                            }
                        }
                    }
                },
                Much);
        }

        for (int i = 0; i < covered.Length; i++)
        {
            Assert.Equal(i % Total < Total - i / Total % 19 ? 20 : 0, covered[i]);
        }
    }

    [Fact]
    public void A_thread_alone_has_the_whole_as_one_part()
    {
        using var team = new Team(1, scratchFloats: 0);
        var parts = new List<(int, int)>();
        team.Run(
            worker =>
            {
                foreach ((int, int) part in worker.StealableRanges(100, 8))
                {
                    parts.Add(part);
                }
            },
            Much);
        Assert.Equal([(0, 100)], parts);
    }

    [Fact]
    public void A_thread_takes_half_of_what_is_left_of_its_part_from_the_front_then_of_anothers_from_the_back()
    {
        using var team = new Team(2, scratchFloats: 0);
        var parts = new List<(int, int)>();
        using var done = new ManualResetEventSlim();
        team.Run(
            worker =>
            {
                if (worker.Part == 1)
                {
                    Assert.True(done.Wait(Patience));
                }

                foreach ((int, int) part in worker.StealableRanges(125, 8))
                {
                    parts.Add(part);
                }

                done.Set();
            },
            Much);
        Assert.Equal([(0, 32), (32, 48), (48, 56), (56, 64), (96, 125), (80, 96), (72, 80), (64, 72)], parts);
    }

    [Fact]
    public void What_a_slow_thread_leaves_of_its_part_the_others_compute()
    {
        using var team = new Team(2, scratchFloats: 0);
        int[] by = new int[64];
        Array.Fill(by, -1);
        using var begun = new ManualResetEventSlim();
        using var others = new CountdownEvent(64 - 16); // all but the part that the slow one begins with
        bool inTime = false;
        team.Run(
            worker =>
            {
                Assert.True(worker.Part == 1 || begun.Wait(Patience));
                foreach ((int first, int last) in worker.StealableRanges(64, 1))
                {
                    begun.Set();
                    Array.Fill(by, worker.Part, first, last - first);
                    if (worker.Part == 0)
                    {
                        others.Signal(last - first);
                    }
                    else
                    {
                        inTime = others.Wait(Patience); // until everything else is done
                    }
                }
            },
            Much);
        Assert.True(inTime);
        Assert.Equal([.. Enumerable.Repeat(0, 32), .. Enumerable.Repeat(1, 16), .. Enumerable.Repeat(0, 16)], by);
    }

    [Fact]
    public void A_thread_that_comes_late_finds_its_part_done()
    {
        using var team = new Team(3, scratchFloats: 0);
        int[] parts = new int[3];
        int[] covered = new int[100];
        using var done = new CountdownEvent(100);
        bool inTime = false;
        team.Run(
            worker =>
            {
                if (worker.Part == 2)
                {
                    inTime = done.Wait(Patience);
                }

                foreach ((int first, int last) in worker.StealableRanges(100, 1))
                {
                    parts[worker.Part]++;
                    for (int i = first; i < last; i++)
                    {
                        Interlocked.Increment(ref covered[i]);
                    }

                    done.Signal(last - first);
                }

                worker.Barrier();
                foreach ((int first, int last) in worker.StealableRanges(100, 1))
                {
                    for (int i = first; i < last; i++)
                    {
                        Interlocked.Increment(ref covered[i]);
                    }
                }
            },
            Much);
        Assert.True(inTime);
        Assert.Equal(0, parts[2]);
        Assert.All(covered, times => Assert.Equal(2, times));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void After_a_fault_in_the_midst_of_a_division_every_thread_has_its_part_again(int faulty)
    {
        using var team = new Team(3, scratchFloats: 0);
        for (int attempt = 0; attempt < 20; attempt++)
        {
            // The faulty thread stops in the first of some divisions, the others go through all of them.
            Assert.Throws<InvalidOperationException>(() => team.Run(
                worker =>
                {
                    for (int division = 0; division <= attempt % 4; division++)
                    {
                        foreach ((int, int) part in worker.StealableRanges(40, 8))
                        {
                            if (worker.Part == faulty)
                            {
                                throw new InvalidOperationException("fault");
                            }
                        }

                        if (worker.Part == faulty)
                        {
                            throw new InvalidOperationException("fault"); // the others were faster
                        }
                    }
                },
                Much));

            // Each waits with its first part until all have one: so nobody can do another's part before.
            int[] covered = new int[48];
            using var begun = new CountdownEvent(3);
            team.Run(
                worker =>
                {
                    bool isFirst = true;
                    foreach ((int first, int last) in worker.StealableRanges(48, 8))
                    {
                        if (isFirst)
                        {
                            begun.Signal();
                            Assert.True(begun.Wait(Patience));
                            isFirst = false;
                        }

                        for (int i = first; i < last; i++)
                        {
                            Interlocked.Increment(ref covered[i]);
                        }
                    }
                },
                Much);
            Assert.All(covered, times => Assert.Equal(1, times));
        }
    }

    [Fact]
    public void The_count_of_divisions_may_begin_anew()
    {
        using var team = new Team(2, scratchFloats: 0);
        foreach (uint reached in new[] { uint.MaxValue / 3, uint.MaxValue / 3 * 2, uint.MaxValue - 3 })
        {
            team.Run(worker => worker.Divisions = reached, Much);
            team.Run(worker => Assert.True(!worker.StealableRanges(0, 1).MoveNext()), Much);
        }

        int[] covered = new int[30];
        team.Run(
            worker =>
            {
                for (int division = 0; division < 10; division++)
                {
                    foreach ((int first, int last) in worker.StealableRanges(30, 1))
                    {
                        for (int i = first; i < last; i++)
                        {
                            Interlocked.Increment(ref covered[i]);
                        }
                    }
                }
            },
            Much);
        Assert.All(covered, times => Assert.Equal(10, times));
    }

    [Fact]
    public void Dividing_work_allocates_nothing()
    {
        using var team = new Team(2, scratchFloats: 0);
        Action<Worker> work = worker =>
        {
            foreach ((int, int) part in worker.StealableRanges(1000, 8))
            {
            }
        };
        Assert.Equal(0, Allocated.ByThread(() => team.Run(work, Much)));
    }
}
