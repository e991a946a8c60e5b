using System.Text;
using Digits;

Console.OutputEncoding = Encoding.UTF8;
try
{
    Options options = Options.Parse(args);
    if (options.Help)
    {
        Console.WriteLine(Options.Usage);
        return 0;
    }

    // The first Ctrl+C ends the training and goes on to the report; a second one ends the program.
    using CancellationTokenSource cancellation = new();
    Console.CancelKeyPress += (_, key) =>
    {
        key.Cancel = !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    };

    ImageSet data = options.Data is null ? EmbeddedDigits.Read() : MnistFolder.Read(options.Data);
    switch (options.Data is null, options.IsConvolutional)
    {
        case (true, false):
            Teach(seed => new DigitNet(seed: seed), epochs: 100);
            break;
        case (true, true):
            Teach(seed => new DigitCnn(seed: seed), epochs: 60);
            break;
        case (false, false):
            Teach(seed => new MnistNet(seed: seed), epochs: 20);
            break;
        default:
            Teach(seed => new MnistCnn(seed: seed), epochs: 10);
            break;
    }

    void Teach<TNetwork>(Func<int, TNetwork> create, int epochs)
        where TNetwork : IClassifier => new Lesson<TNetwork>(create, data).Run(
            options.Seeds ?? (options.Data is null ? [1, 2, 3] : [1]), options.Epochs ?? epochs, options.File, cancellation.Token);

    return 0;
}
catch (Exception fault) when (fault is UsageException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
