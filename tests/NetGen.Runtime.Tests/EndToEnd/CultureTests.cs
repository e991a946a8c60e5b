using System.Globalization;
using NetGen.Tests.Data;

namespace NetGen.Tests.EndToEnd;

/// <summary>Messages are the same on every computer, whatever its language does to numbers.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public CultureTests()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "minus ";
        CultureInfo.CurrentCulture = culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    [Fact]
    public void Numbers_in_messages_are_written_with_a_point_and_a_hyphen()
    {
        GaugeRows fraction = new() { Flags = [0, 0, -1.5f, 0, 0, 0, 0, 0] }, label = new() { Kind = [0, -7, 0, 0] };
        using var network = new Gauge();
        Refusal.Says(() => fraction.Step(network), "flags", "flags is -1.5 at row 1");
        Refusal.Says(() => label.Step(network), "kind", "kind is -7 at row 1");
        Assert.Contains("row 1, element 0: -1.5", Assert.Throws<ArgumentException>(fraction.Data).Message, StringComparison.Ordinal);
        Assert.Contains("row 1: label -7", Assert.Throws<ArgumentException>(label.Data).Message, StringComparison.Ordinal);
        Refusal.Says(() => _ = new Gauge.Hyperparameters { KindSmoothing = -0.5f }, "KindSmoothing", "KindSmoothing is -0.5; it must be in [0, 0.6666667)");
    }

    [Fact]
    public void An_evaluation_prints_its_loss_and_what_each_head_says()
    {
        using var network = new Gauge(seed: 1);
        Gauge.Evaluation measured = network.Evaluate(new GaugeRows().Data());
        string[] parts = measured.ToString().Split("; ");
        Assert.Equal([FormattableString.Invariant($"loss {measured.Loss:G4}"), $"{measured.Kind}", $"{measured.Flags}", $"{measured.Size}"], parts);
        Assert.DoesNotContain(",", parts[0], StringComparison.Ordinal);
    }
}
