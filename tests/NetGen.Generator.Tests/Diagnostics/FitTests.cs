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
            ("NG0501", $"'{type}.Fit' is to stop early, but has no validation set to measure. Pass one (data.Split(validation: 0.2) makes it), or leave EarlyStopping out.", DiagnosticSeverity.Warning),
            (diagnosis.Id, diagnosis.Message, diagnosis.Severity));
    }

    [Theory]
    [InlineData("var o = new FitOptions { [|EarlyStopping = new(patience: 5)|] }; net.Fit(data, options: o);")]
    [InlineData("FitOptions o; o = new() { [|EarlyStopping = new(patience: 5)|] }; Dataset? none = null; net.Fit(data, none, o);")]
    [InlineData("var o = new FitOptions { Epochs = 3, [|EarlyStopping = new(patience: 5)|] }; var more = o with { Epochs = 9 }; void Go() => net.Fit(data, options: (more)); Go();")]
    [InlineData("net.Fit(data, options: Options() with { [|EarlyStopping = new(patience: 5)|] });")]
    public void It_is_seen_in_a_local_that_is_assigned_once(string body) => Assert.Equal("NG0501", Diagnosis.Diagnose(Method(body)).Id);

    [Theory]
    [InlineData("net.Fit(data, data, new() { [|RetrainOnAll = true|] });")]
    [InlineData("net.Fit(data, options: new() { EarlyStopping = null, [|RetrainOnAll = true|] });")]
    [InlineData("var o = new FitOptions { [|RetrainOnAll = true|] }; net.Fit(data, data, o with { Epochs = 3 });")]
    [InlineData("net.Fit(data, data, Options() with { EarlyStopping = null, [|RetrainOnAll = true|] });")]
    public void Retraining_on_all_rows_without_early_stopping_is_warned_of(string body)
    {
        Diagnosis diagnosis = Diagnosis.Diagnose(Method(body));
        Assert.Equal(
            ("NG0502", "'Net.Fit' is to retrain on all rows, but FitOptions.EarlyStopping is null: early stopping finds the number of updates to retrain for. Set it, or leave RetrainOnAll out.", DiagnosticSeverity.Warning),
            (diagnosis.Id, diagnosis.Message, diagnosis.Severity));
    }

    [Theory]
    [InlineData("var o = new FitOptions { EarlyStopping = new(patience: 5) }; if (data.Count > 9) { o = new(); } net.Fit(data, options: o);")]
    [InlineData("var o = new FitOptions { EarlyStopping = new(patience: 5) }; Change(ref o); net.Fit(data, options: o);")]
    [InlineData("var o = new FitOptions { EarlyStopping = new(patience: 5) }; (o, _) = (new(), 1); net.Fit(data, options: o);")]
    [InlineData("var o = new FitOptions { EarlyStopping = new(patience: 5) }; Dataset? some = null; some = data; net.Fit(data, some, o);")]
    [InlineData("var o = new FitOptions { EarlyStopping = new(patience: 5) }; net.Fit(data, options: o with { EarlyStopping = null });")]
    [InlineData("FitOptions o = new(); ref FitOptions same = ref o; same = new() { EarlyStopping = new(patience: 5) }; net.Fit(data, options: o);")]
    [InlineData("FitOptions o = new() { EarlyStopping = new(patience: 5) }; ref FitOptions same = ref o; same = new(); net.Fit(data, options: o);")]
    [InlineData("if (Options() is { } o) { if (data.Count > 9) { o = new() { EarlyStopping = new(patience: 5) }; } net.Fit(data, options: o); }")]
    [InlineData("if (Options() is var o && data.Count > 9) { o = new() { EarlyStopping = new(patience: 5) }; } net.Fit(data, options: o);")]
    [InlineData("Make(out FitOptions o); if (data.Count > 9) { o = new() { EarlyStopping = new(patience: 5) }; } net.Fit(data, options: o);")]
    [InlineData("net.Fit(data, data, Options() with { RetrainOnAll = true });")]
    [InlineData("net.Fit(data, data, new() { RetrainOnAll = false });")]
    [InlineData("net.Fit(data, data, new() { RetrainOnAll = data.Count > 3 });")]
    [InlineData("net.Fit(data, data, new() { EarlyStopping = new(patience: 5), RetrainOnAll = true });")]
    public void What_only_the_run_shows_is_not(string body)
    {
        var compilation = NetworkCompilation.Compile(Method(body));
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    /// <summary>C# reports that the local is read before it has a value. The analyzer must end all the same.</summary>
    [Theory]
    [InlineData("FitOptions o = o with { EarlyStopping = new(patience: 5) }; net.Fit(data, options: o);")]
    [InlineData("FitOptions o; o = o with { EarlyStopping = new(patience: 5) }; net.Fit(data, options: o);")]
    [InlineData("FitOptions o = (FitOptions)o; net.Fit(data, options: o);")]
    [InlineData("FitOptions a, b; b = a; a = b with { Epochs = 3 }; net.Fit(data, options: a);")]
    [InlineData("FitOptions a, b; while (true) { a = b; b = a; net.Fit(data, options: b); }")]
    [InlineData("Dataset? none = (Dataset?)none; net.Fit(data, none, new() { EarlyStopping = new(patience: 5) });")]
    public void A_local_that_is_assigned_from_itself_is_left_to_CSharp(string body)
    {
        var compilation = NetworkCompilation.Compile(Method(body));
        Assert.DoesNotContain(compilation.Diagnostics, d => d.Id.StartsWith("AD", StringComparison.Ordinal));
        Assert.Equal(["CS0165"], compilation.CSharpDiagnostics.Select(d => d.Id).Distinct());
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

    private static string Method(string body) => Source("0").Replace("=> 0;", $"{{ {body} }}", StringComparison.Ordinal);

    private static string Source(string call) => Mistake.Source(Mistake.Sound) + $$"""

        public class Other
        {
            public void Fit(Dataset data, Dataset? validation = null, FitOptions? options = null) { }
        }

        public static class Use
        {
            public static void Run(Net net, Dataset data) => {{call}};

            private static Dataset? Some() => null;

            private static void Change(ref FitOptions options) => options = new();

            private static void Make(out FitOptions options) => options = new();

            private static FitOptions Options() => new() { EarlyStopping = new(patience: 5) };
        }
        """;
}
