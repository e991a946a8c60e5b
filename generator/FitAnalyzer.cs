using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>Reports calls of <c>Fit</c> that will be refused, where the call itself shows it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => FitRules.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!IsFit(call.TargetMethod) || Argument("options") is not { } options)
        {
            return;
        }

        FitSettings settings = FitSettings.Of(options);
        string type = call.TargetMethod.ContainingType.Name;
        if (settings.Find("EarlyStopping") is { } stopping)
        {
            if (!IsNull(stopping.Value) && Argument("validation") is { } validation && IsNull(AssignedValues.Of(validation)))
            {
                context.ReportDiagnostic(Diagnostic.Create(FitRules.StoppingWithoutValidation, stopping.Syntax.GetLocation(), type));
            }

            if (!IsNull(stopping.Value))
            {
                return;
            }
        }
        else if (!settings.IsWhole)
        {
            return;
        }

        if (settings.Find("RetrainOnAll") is { Value.ConstantValue: { HasValue: true, Value: true } } retraining)
        {
            context.ReportDiagnostic(Diagnostic.Create(FitRules.RetrainingWithoutStopping, retraining.Syntax.GetLocation(), type));
        }

        IOperation? Argument(string name) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;
    }

    /// <summary>Whether it is a network's Fit, or the Trainer's that it calls.</summary>
    private static bool IsFit(IMethodSymbol method) =>
        method.Name == "Fit" && (NetworkSymbols.IsNetwork(method.ContainingType) || method.ContainingType.ToDisplayString() == "NetGen.Trainer");

    /// <summary>Whether it is null or left out: the parameter's default is null.</summary>
    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };
}
