using Digits;
using NetGen.Benchmarks;
using NetGen.Benchmarks.Peers;
using NetGen.Benchmarks.Peers.Contest;
using NetGen.Benchmarks.Peers.Torch;

try
{
    if (args is [Opponent.Command, .. var side])
    {
        Sides.Create(side).Serve(Console.In, Console.Out);
        return 0;
    }

    if (args is [TorchFirstStep.Command])
    {
        TorchFirstStep.Run();
        return 0;
    }

    if (args is [Startup.Command, .. var paths])
    {
        Startup.Run(paths);
        return 0;
    }

    Options options = Options.Parse(args);
    if (options.Help)
    {
        Console.WriteLine("""
            Runs NetGen and its peers in turn and prints ratios: their time over ours. Figures mean something on a quiet machine only.

            dotnet run -c Release --project tests/NetGen.Benchmarks.Peers -- [options]
            dotnet run -c Release --project tests/NetGen.Benchmarks.Peers -- startup [NATIVE]
            dotnet run -c Release --project tests/NetGen.Benchmarks.Peers -- learning --data DIR [options]

              --only NAMES       of W1, W2-sgd, W2-adam, W3, W4, W5, W6, W7 (training, beside TorchSharp), W4-nchw, W7-nchw (the same
                                 with images in TorchSharp's own order), predict-W2 and predict-W4 (beside ONNX Runtime)
              --threads NUMBERS  numbers of threads for both sides (otherwise 1,2)
              --seconds NUMBER   how long each side of a figure is measured (otherwise 2)
              --help             show this text

              startup            time to the first trained step, memory and size, ours and TorchSharp's;
                                 NATIVE is a NativeAOT build of tests/NetGen.Benchmarks to be timed with them
              learning           test accuracy of W4's network trained by TorchSharp (--only mnist,fashion, --epochs, --seeds, --threads,
                                 --data as in tests/NetGen.Benchmarks)
            """);
        return 0;
    }

    if (options.Command == TorchLearning.Command)
    {
        TorchLearning.Run(options);
        return 0;
    }

    if (options.Command is { } stranger)
    {
        throw new UsageException(
            $"{stranger} is not a command; the commands are {Startup.Command} and {TorchLearning.Command}, " +
            $"and without one speeds are compared.");
    }

    string[] names = options.Select([.. Training.Names, .. Inference.Names], name => name);
    Training.Run(names.Where(Training.Names.Contains), options);
    Inference.Run(names.Where(Inference.Names.Contains), options);
    return 0;
}
catch (UsageException fault)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
