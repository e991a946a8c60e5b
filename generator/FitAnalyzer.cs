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
        if (IsFit(call.TargetMethod)
            && call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "validation") is { Value: var validation } && IsNull(validation)
            && call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "options") is { Value: var options } && EarlyStopping(options) is { } stopping)
        {
            context.ReportDiagnostic(Diagnostic.Create(FitRules.StoppingWithoutValidation, stopping.Syntax.GetLocation(), call.TargetMethod.ContainingType.Name));
        }
    }

    /// <summary>Whether it is a network's Fit, or the Trainer's that it calls.</summary>
    private static bool IsFit(IMethodSymbol method) =>
        method.Name == "Fit" && (NetworkSymbols.IsNetwork(method.ContainingType) || method.ContainingType.ToDisplayString() == "NetGen.Trainer");

    /// <summary>Whether it is null or left out: the parameter's default is null.</summary>
    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };

    /// <summary>The assignment in <c>new FitOptions { EarlyStopping = … }</c>, if what is assigned is not null.</summary>
    private static ISimpleAssignmentOperation? EarlyStopping(IOperation options)
    {
        while (options is IConversionOperation conversion)
        {
            options = conversion.Operand;
        }

        return options is IObjectCreationOperation { Initializer: { } initializer }
            ? initializer.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: "EarlyStopping" } && !IsNull(a.Value))
            : null;
    }
}
