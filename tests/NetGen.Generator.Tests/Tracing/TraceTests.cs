using NetGen.Generator.Tests.Snapshots;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Tracing;

/// <summary>The trace of a compilation: every stage in order, written beside the generated code where the project asks for it.</summary>
public sealed class TraceTests
{
    private const string Network = """
        using NetGen;

        namespace Demo;

        /// <summary>Two layers, of which a step, a prediction and an attack can be read in one sitting.</summary>
        [Network(BatchSize = 8), Sgd(0.1f)]
        public sealed partial class Small
        {
            [Input(4)]                                           public partial Layer X      { get; }
            [Dense(6), Relu, L2(1e-4f), Dropout(keep: 0.8f)]     public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy]                      public partial Head  Class  { get; }
        }
        """;

    [Fact]
    public void The_trace_lists_every_stage() => Snapshot.Verify(
        "Trace",
        Compile("true").Generated.Where(file => file.HintName.EndsWith(".Trace.g.cs", StringComparison.Ordinal)).Select(file => (file.HintName.Replace(".g.cs", ".txt", StringComparison.Ordinal), file.Text)));

    [Fact]
    public void A_trace_changes_nothing_else()
    {
        NetworkCompilation traced = Compile("True"), plain = Compile("");

        Assert.Empty(traced.CSharpDiagnostics);
        Assert.Equal(plain.Generated, traced.Generated.Where(file => file.HintName != "Demo.Small.Trace.g.cs"));
        Assert.Equal(plain.Generated.Length + 1, traced.Generated.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    [InlineData("yes")]
    public void Without_the_property_there_is_no_trace(string value) =>
        Assert.DoesNotContain(Compile(value).Generated, file => file.HintName.Contains("Trace", StringComparison.Ordinal));

    private static NetworkCompilation Compile(string trace) =>
        NetworkCompilation.Compile(Network, new() { Properties = new Dictionary<string, string> { ["NetGenTrace"] = trace } });
}
