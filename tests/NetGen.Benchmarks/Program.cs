using Digits;
using NetGen.Benchmarks;
using NetGen.Benchmarks.Commands;

(string Name, string Purpose, Action<Options> Run)[] commands =
[
    ("steps", "time, peak share and allocation of a training step of each quoted network", Steps.Run),
    ("predict", "latency of one row and throughput of batches of 64, without training", Predictions.Run),
    ("scaling", "how a step's time grows with width, depth and batch, and with a convolution's channels, size and kernel", Scaling.Run),
    ("ablation", "what each technique costs in a step, over the bare step: regularizers, augmentations, batch normalization", Ablation.Run),
    ("augment", "what each augmentation takes for an image of 28×28×1, 32×32×3 and 224×224×3, on one thread", Augmenting.Run),
    ("gather", "batches of 784 numbers out of 60,000 shuffled rows, kept as floats and as bytes", Gathering.Run),
    ("learning", "test accuracy, plain and under FGSM, of W2's network with each regularizer and W4's, on both data sets", LearningTable.Run),
    ("papers", "test errors beside those that papers print: dropout, augmentation, sharing, adversarial training", Papers.Run),
    (FirstStep.Name, "one step and the memory it took, for who times the start of the process from outside", FirstStep.Run),
];

try
{
    Options options = Options.Parse(args);
    if (options.Help || options.Command is null)
    {
        Console.WriteLine($"""
            Measures NetGen. Figures mean something on a quiet machine only.

            dotnet run -c Release --project tests/NetGen.Benchmarks -- COMMAND [options]

            {string.Join('\n', commands.Select(command => $"  {command.Name,-10} {command.Purpose}"))}

              --only NAMES       measure these rows or tables only, with commas between them
              --threads NUMBERS  compare these numbers of threads (otherwise 1,2)
              --bits NUMBERS     compare these widths of vector (otherwise the widest that is accelerated)
              --seconds NUMBER   how long each figure is measured (otherwise 2)
              --epochs NUMBER    how long learning and papers train (otherwise as long as each table says)
              --seeds NUMBER     from how many seeds learning and papers train (otherwise as many as each table says)
              --data DIR         where learning and papers find DIR/mnist and DIR/fashion, the IDX files of both sets
              --validation       learning and papers measure on the last 10,000 training images, by which settings are chosen
              --help             show this text
            """);
        return 0;
    }

    Action<Options> run = commands.FirstOrDefault(command => command.Name == options.Command).Run
        ?? throw new UsageException($"{options.Command} is not a command; the commands are {string.Join(", ", commands.Select(command => command.Name))}.");
    run(options);
    return 0;
}
catch (UsageException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
