using NetGen.Generator.Tests.Documentation;
using NetGen.Generator.Text;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>What the types of emitted code say about themselves above each class.</summary>
public sealed class LegendTests
{
    /// <summary>Deep enough that the columns of W are copied before they are read, which no snapshot is.</summary>
    private const string Deep = """
        using NetGen;

        [Network(BatchSize = 32)]
        public sealed partial class Deep
        {
            [Input(1100)]                public partial Layer X { get; }
            [Dense(200), Tanh]           public partial Layer H { get; }
            [Dense(3), MeanSquaredError] public partial Head Y { get; }
        }
        """;

    private static readonly Lazy<string> s_emitted = new(() => string.Concat(
        Directory.EnumerateFiles(Path.Combine(Document.Root, "tests/NetGen.Generator.Tests/Snapshots"), "*.verified.cs").Select(File.ReadAllText)
            .Concat(NetworkCompilation.Compile(Deep).Generated.Select(file => file.Text))));

    public static TheoryData<string> Lines => [.. Types.All.SelectMany(type => type.Legends).Select(legend => legend.Line)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_legend_is_above_some_emitted_class(string line) => Assert.Contains($"\n// {line}\n", s_emitted.Value, StringComparison.Ordinal);
}
