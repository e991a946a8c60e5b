using System.Reflection;
using NetGen.Tests.EndToEnd;
using NetGen.Tests.Networks;

namespace NetGen.Tests.PublicSurface;

/// <summary>
/// Safe C# stays safe: whatever integers a caller gives to a public member, it works or refuses in words, and reads and writes nothing
/// outside its memory. (A fault here ends the test process.)
/// </summary>
public sealed class IntegerArgumentTests : IDisposable
{
    private readonly Gauge _network = new(seed: 1);
    private readonly Samples _samples;

    public IntegerArgumentTests()
    {
        new GaugeRows().Step(_network);
        _network.InputGradient(new float[3], new float[2], new int[1], new float[2], new float[1], new float[3], new float[2]);
        _samples = new Samples(_network);
    }

    private NetworkMemory Memory => ((INetwork)_network).Memory;

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Every_public_member_takes_or_refuses_any_integer()
    {
        List<string> calls = [], faults = [];
        foreach (MethodBase member in PublicMembers.WithIntegers())
        {
            Call call = _samples.Prepare(member);
            for (int place = 0; place < call.Arguments.Length; place++)
            {
                foreach (object integer in Integers(call.Arguments[place]))
                {
                    object?[] arguments = [.. call.Arguments];
                    arguments[place] = integer;
                    Exception? refusal = Record.Exception(() => call.Invoke(arguments));
                    if (refusal is not (null or ArgumentException or InvalidOperationException or NotSupportedException))
                    {
                        faults.Add($"{PublicMembers.Describe(member)} with {integer} at place {place}: {refusal.GetType().Name}: {refusal.Message}");
                    }
                }
            }

            calls.Add(PublicMembers.Describe(member));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        // Those that brought this test about are among them.
        Assert.Superset(
            new HashSet<string> { "INetwork.Step", "INetwork.Evaluate", "INetwork.Attack", "NetworkMemory.Parameter", "NetworkMemory.set_Steps", "Dataset.Select", "FeatureColumn.Row" },
            calls.ToHashSet());
    }

    [Theory, InlineData(-1), InlineData(0), InlineData(5), InlineData(int.MaxValue), InlineData(int.MinValue)]
    public void A_batch_of_so_many_rows_is_refused_and_nothing_has_changed(int rows)
    {
        INetwork network = _network;
        Bits before = Bits.Of(network);
        foreach (Action<int> method in new Action<int>[] { network.Step, network.Predict, network.Evaluate, r => network.Sample(r, 0), r => network.Attack(r, 0.1f, 0.1f, 1) })
        {
            var refusal = Assert.Throws<ArgumentOutOfRangeException>(nameof(rows), () => method(rows));
            Assert.Contains("it must be in [1, 4]", refusal.Message, StringComparison.Ordinal);
        }

        Assert.True(before == Bits.Of(network));
    }

    [Fact]
    public void A_label_that_a_caller_writes_into_the_batch_indexes_nothing()
    {
        INetwork network = _network;
        Bits before = Bits.Of(network);
        Memory.Labels(0)[1] = 3;
        foreach (Action method in new[] { () => network.Step(4), () => network.Evaluate(4), () => network.Attack(2, 0.1f, 0.1f, 1) })
        {
            Assert.Contains("Row 1 of the batch has the label 3 for Kind; a label is 0 to 2", Assert.Throws<InvalidOperationException>(method).Message, StringComparison.Ordinal);
        }

        network.Predict(4); // which reads no label
        network.Step(1); // the wrong label is not among these rows
        Assert.False(before == Bits.Of(network));
    }

    [Fact]
    public void A_schema_of_impossible_sizes_makes_no_memory()
    {
        NetworkSchema schema = ((INetwork)_network).Schema;
        Assert.ThrowsAny<ArgumentException>(() => new NetworkMemory(schema with { ParameterFloats = -1 }, 1));
        Assert.ThrowsAny<ArgumentException>(() => new NetworkMemory(schema with { ParameterFloats = 1 }, 1));
        Assert.ThrowsAny<ArgumentException>(() => new NetworkMemory(schema with { BatchFloats = int.MaxValue }, 1));
        Assert.ThrowsAny<ArgumentException>(() => new NetworkMemory(schema with { BatchSize = -1 }, 1));
        var memory = new NetworkMemory(schema with { WorkFloats = 1 }, 1);
        Assert.ThrowsAny<ArgumentException>(() => memory.PredictionRow(0, 0).ToArray());
    }

    /// <summary>Nothing, too little, too much; and the sizes of the sample network with the numbers next to them.</summary>
    private IEnumerable<object> Integers(object? argument)
    {
        NetworkSchema schema = Memory.Schema;
        int[] values =
        [
            .. new[] { 0, schema.Inputs.Length, schema.Heads.Length, schema.BatchSize, schema.ParameterFloats, schema.BatchFloats, schema.WorkFloats, schema.TrainingFloats, schema.AttackFloats, Samples.Rows }
                .SelectMany(size => new[] { size - 1, size, size + 1 }),
            int.MaxValue, int.MinValue,
        ];
        return argument switch
        {
            int => values.Distinct().Cast<object>(),
            long => values.Distinct().Select(value => (object)(long)value).Append(long.MaxValue).Append(long.MinValue),
            int[] => values.Distinct().Select(value => (object)new[] { value, value }).Append(Array.Empty<int>()),
            _ => [],
        };
    }
}
