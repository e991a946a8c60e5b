using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Peers.Contest;
using static TorchSharp.torch;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>
/// TorchSharp at its best: denormals flushed, and collections often enough that what its optimizers leave to finalizers is freed.
/// </summary>
internal static class TorchContestant
{
    private const int StepsBetweenCollections = 50, StepsCompared = 3;
    private const double Tolerance = 1e-4;

    /// <summary>The allocator told to keep what is freed: without this, every large tensor costs a system call and fresh pages.</summary>
    public static readonly (string Name, string Value)[] Environment =
    [
        ("MALLOC_MMAP_THRESHOLD_", "1073741824"),
        ("MALLOC_TRIM_THRESHOLD_", "2147483648"),
        ("MALLOC_TOP_PAD_", "67108864"),
    ];

    /// <summary>Prepares the library; the number of its threads can be set once in a process.</summary>
    public static void Begin(int threads)
    {
        TorchLibrary.Load();
        set_num_interop_threads(1);
        set_num_threads(threads);
        TorchLibrary.FlushDenormals();
        random.manual_seed(1);
    }

    /// <summary>Training steps of a recipe.</summary>
    public static Contestant Training(TorchRecipe recipe, int threads)
    {
        Begin(threads);
        using IClassifier ours = recipe.Undropped();
        int rows = ours.Schema.BatchSize;
        TrainingSet data = Subject.DataFor(ours.Schema, rows);
        TorchTraining theirs = new(recipe, ours, data, rows, recipe.Dropout);
        RequireEqualLosses(recipe, ours, data, rows);

        int steps = 0;
        return new Contestant(() =>
        {
            theirs.Step();
            if (++steps % StepsBetweenCollections == 0)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
                GC.WaitForPendingFinalizers();
            }
        });
    }

    /// <summary>
    /// Both sides must do the same work: from equal weights and without dropout, their losses agree over several updates.
    /// </summary>
    private static void RequireEqualLosses(TorchRecipe recipe, IClassifier ours, TrainingSet data, int rows)
    {
        using TorchTraining theirs = new(recipe, ours, data, rows, dropout: 0);
        for (int step = 0; step < StepsCompared; step++)
        {
            float expected = theirs.StepAndReport(), found = ours.TrainStep(data.Features(step * rows, rows), data.Labels(step * rows, rows));
            if (!(Math.Abs(expected - found) <= Tolerance * expected))
            {
                throw new InvalidOperationException($"{recipe.Name}, step {step + 1}: TorchSharp's loss is {expected}, ours {found}; they do not do the same work.");
            }
        }
    }
}
