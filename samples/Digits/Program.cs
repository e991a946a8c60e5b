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

    if (options.Data is null)
    {
        Lesson<DigitNet> lesson = new(seed => new DigitNet(seed: seed), EmbeddedDigits.Read());
        lesson.Run(options.Seeds ?? [1, 2, 3], options.Epochs ?? 100, options.File, cancellation.Token);
    }
    else
    {
        Lesson<MnistNet> lesson = new(seed => new MnistNet(seed: seed), MnistFolder.Read(options.Data));
        lesson.Run(options.Seeds ?? [1], options.Epochs ?? 20, options.File, cancellation.Token);
    }

    return 0;
}
catch (Exception fault) when (fault is UsageException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}
