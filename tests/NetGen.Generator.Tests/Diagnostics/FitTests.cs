using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

public class FitTests
{
    [Theory]
    [InlineData("net.Fit(data, options: new() { [|EarlyStopping = new(patience: 5)|] })", "Net")]
    [InlineData("net.Fit(data, null, new FitOptions { Epochs = 3, [|EarlyStopping = new EarlyStopping(5)|] })", "Net")]
    [InlineData("Trainer.Fit(net, data, options: new() { [|EarlyStopping = new(patience: 5)|] })", "Trainer")]
    public void Early_stopping_without_validation_data_is_warned_of(string call, string type)
    {
        Diagnosis diagnosis = Diagnosis.Diagnose(Source(call));
        Assert.Equal(
            ("NG0501", $"{type}.Fit is to stop early, but has no validation set to measure. Pass one (data.Split(validation: 0.2) makes it), or leave EarlyStopping out.", DiagnosticSeverity.Warning),
            (diagnosis.Id, diagnosis.Message, diagnosis.Severity));
    }

    [Theory]
    [InlineData("net.Fit(data, data, new() { EarlyStopping = new(patience: 5) })")]
    [InlineData("net.Fit(data, Some(), new() { EarlyStopping = new(patience: 5) })")]
    [InlineData("net.Fit(data)")]
    [InlineData("net.Fit(data, options: new() { Epochs = 3 })")]
    [InlineData("net.Fit(data, options: new() { EarlyStopping = null })")]
    [InlineData("net.Fit(data, options: Options())")]
    [InlineData("new Other().Fit(data, options: new() { EarlyStopping = new(patience: 5) })")]
    public void Other_calls_are_not(string call)
    {
        var compilation = NetworkCompilation.Compile(Source(call));
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    private static string Source(string call) => Mistake.Source(Mistake.Sound) + $$"""

        public class Other
        {
            public void Fit(Dataset data, Dataset? validation = null, FitOptions? options = null) { }
        }

        public static class Use
        {
            public static void Run(Net net, Dataset data) => {{call}};

            private static Dataset? Some() => null;

            private static FitOptions Options() => new() { EarlyStopping = new(patience: 5) };
        }
        """;
}
