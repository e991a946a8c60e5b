using System.Globalization;

namespace NetGen.Tests.EndToEnd;

/// <summary><c>VectorBits</c> and <c>Threads</c> of a network: what they are, what they refuse, and when they may be set.</summary>
[Collection(nameof(Alone))]
public sealed class SettingTests : IDisposable
{
    private static readonly int[] Widths = [.. new[] { 512, 256, 128 }.Where(bits => bits <= NetGen.CompilerServices.VectorWidths.Widest)];

    private readonly Wide _network = new(seed: 1);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_network_starts_with_the_widest_vectors_and_all_cores() =>
        Assert.Equal((Widths[0], Environment.ProcessorCount), (_network.VectorBits, _network.Threads));

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(384)]
    [InlineData(1024)]
    [InlineData(-128)]
    public void A_width_that_is_none_is_refused_with_the_machines_widest_and_nothing_changes(int bits)
    {
        _network.VectorBits = 128;
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => _network.VectorBits = bits);
        Assert.Equal(("value", bits), (refused.ParamName, refused.ActualValue));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"this program's widest are {Widths[0]}"), refused.Message, StringComparison.Ordinal);
        Assert.Equal(128, _network.VectorBits);
        Predict();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1025)]
    [InlineData(int.MaxValue)]
    public void Threads_are_1_to_1024_and_nothing_changes_where_others_are_refused(int threads)
    {
        _network.Threads = 3;
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => _network.Threads = threads);
        Assert.Equal(("value", threads), (refused.ParamName, refused.ActualValue));
        Assert.StartsWith("A network has 1 to 1024 threads.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, _network.Threads);
        Predict();
    }

    [Fact]
    public void No_other_thread_saves_or_loads_the_network_while_it_is_in_use()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var refused = new List<Exception?>();
        _network.Fit(Data(), options: new() { Epochs = 2 }, progress: EpochReport.ForEach(_ =>
        {
            _network.Save(path); // the thread that trains may
            var other = new Thread(() => refused.AddRange(
                [Record.Exception(() => _network.Save(path)), Record.Exception(() => _network.Load(path))]));
            other.Start();
            other.Join();
        }));
        File.Delete(path);
        Assert.Equal(4, refused.Count);
        Assert.All(refused, e => Assert.Contains("Wide is in use by another thread", Assert.IsType<InvalidOperationException>(e).Message, StringComparison.Ordinal));
        Predict();
    }

    [Fact]
    public void Neither_can_be_set_by_another_thread_while_the_network_is_in_use()
    {
        var refused = new List<Exception?>();
        _network.Fit(Data(), options: new() { Epochs = 1 }, progress: EpochReport.ForEach(_ =>
        {
            var other = new Thread(() => refused.AddRange([Record.Exception(() => _network.VectorBits = 128), Record.Exception(() => _network.Threads = 3)]));
            other.Start();
            other.Join();
        }));
        Assert.Equal(2, refused.Count);
        Assert.All(refused, e => Assert.Contains("Wide is in use by another thread", Assert.IsType<InvalidOperationException>(e).Message, StringComparison.Ordinal));
        Assert.Equal((Widths[0], Environment.ProcessorCount), (_network.VectorBits, _network.Threads));
    }

    [Fact]
    public void Both_can_be_set_by_the_fits_own_callback_and_the_fit_gives_the_same_bits()
    {
        using Wide steady = new(seed: 1);
        FitOptions options = new() { Epochs = 6 };
        FitResult expected = steady.Fit(Data(), options: options);
        FitResult actual = _network.Fit(Data(), options: options, progress: EpochReport.ForEach(report =>
        {
            _network.VectorBits = Widths[report.Epoch % Widths.Length];
            _network.Threads = 1 + report.Epoch % 3;
        }));
        Assert.Equal(expected.History.Select(r => r.TrainingLoss), actual.History.Select(r => r.TrainingLoss));
        Assert.Equal(Networks.Bits.Of(steady), Networks.Bits.Of(_network));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_fit_canceled_in_a_callback_leaves_threads_that_work_on_and_end(int threads)
    {
        _network.Threads = threads;
        using CancellationTokenSource source = new();
        FitResult result = _network.Fit(Data(), options: new() { Epochs = 50 }, progress: EpochReport.ForEach(_ => source.Cancel()), cancellationToken: source.Token);
        Assert.Equal(StopReason.Canceled, result.StopReason);
        Predict();
        _network.Fit(Data(), options: new() { Epochs = 1 });
        _network.Dispose();
        Assert.Throws<ObjectDisposedException>(Predict);
    }

    [Fact]
    public void As_many_threads_as_allowed_are_allowed()
    {
        _network.Threads = 1024; // they start with the first step worth sharing
        Assert.Equal(1024, _network.Threads);
    }

    [Fact]
    public void A_network_disposed_of_can_be_read_and_saved_and_refuses_everything_else()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        _network.Threads = 2;
        _network.Save(path);
        _network.Dispose();
        Networks.Bits bits = Networks.Bits.Of(_network);

        _network.Save(path);
        Assert.Equal((2, Widths[0]), (_network.Threads, _network.VectorBits));
        Assert.Equal([200, 300], _network.Hidden.Weights.Lengths);
        Action[] refused =
        [
            () => _network.Threads = 2, () => _network.VectorBits = 128, () => _network.Load(path), Predict,
            () => _network.TrainStep(new float[200], new int[1]), () => _network.Fit(Data()), () => _network.Evaluate(Data()),
        ];
        Assert.All(refused, use => Assert.Equal("Wide", Assert.Throws<ObjectDisposedException>(use).ObjectName));
        Assert.Equal(bits, Networks.Bits.Of(_network));
        _network.Dispose();
        File.Delete(path);
    }

    private void Predict() => _network.Predict(new float[64 * 200], new float[64 * 10]);

    private static Dataset Data()
    {
        var random = new Random(3);
        float[] x = [.. Enumerable.Range(0, 90 * 200).Select(_ => random.NextSingle() - 0.5f)];
        int[] y = [.. Enumerable.Range(0, 90).Select(_ => random.Next(10))];
        return Wide.Data(x, y);
    }
}
