using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Asserts that a marked source yields one diagnostic, there and with that message, and that C# has nothing to add.</summary>
internal static class Mistake
{
    public static void InSource(string id, string message, string marked, params string[] alsoFromCSharp)
    {
        Diagnosis diagnosis = Diagnosis.Diagnose(marked, alsoFromCSharp);
        Assert.Equal((id, message), (diagnosis.Id, diagnosis.Message));
    }

    /// <summary>The same, given the values of a network.</summary>
    public static void In(string id, string message, string values, string attributes = "Network") =>
        InSource(id, message, Source(values, attributes));

    /// <summary>The same, for a diagnostic that does not keep the network from being compiled.</summary>
    public static void Warned(string id, string message, string values, string attributes = "Network") => Allowed(DiagnosticSeverity.Warning, id, message, Source(values, attributes));

    /// <summary>The same, for what is no mistake, but worth knowing.</summary>
    public static void Noted(string id, string message, string values) => Allowed(DiagnosticSeverity.Info, id, message, Source(values));

    private static void Allowed(DiagnosticSeverity severity, string id, string message, string source)
    {
        Diagnosis diagnosis = Diagnosis.Diagnose(source);
        Assert.Equal((id, message, severity), (diagnosis.Id, diagnosis.Message, diagnosis.Severity));
    }

    /// <summary>A network of an input, a hidden layer and a head, the hidden layer as given.</summary>
    public static void InHidden(string id, string message, string hidden) => In(id, message, $$"""
        [Input(8)] public partial Layer Image { get; }
        [{{hidden}}] public partial Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    /// <summary>A network of an input and a head, the head as given.</summary>
    public static void InHead(string id, string message, string head) => In(id, message, $$"""
        [Input(8)] public partial Layer Image { get; }
        [{{head}}] public partial Head Label { get; }
        """);

    /// <summary>A network without a mistake in its values, and these attributes.</summary>
    public static void InAttributes(string id, string message, string attributes) => In(id, message, Sound, attributes);

    public const string Sound = """
        [Input(8)] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """;

    public static string Source(string values, string attributes = "Network") => $$"""
        using NetGen;

        [{{attributes}}]
        public partial class Net
        {
        {{values}}
        }

        """;
}
