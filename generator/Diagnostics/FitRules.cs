using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>Calls of a network's methods.</summary>
internal static class FitRules
{
    private const string Category = "NetGen.Fit";

    public static readonly DiagnosticDescriptor StoppingWithoutValidation = new(
        Rules.StoppingWithoutValidation, "Early stopping needs a validation set",
        "'{0}.Fit' is to stop early, but has no validation set to measure. Pass one (data.Split(validation: 0.2) makes it), or leave EarlyStopping out.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Early stopping keeps the parameters that were best on rows the network was not trained on; without such rows Fit throws an ArgumentException.");

    public static readonly DiagnosticDescriptor RetrainingWithoutStopping = new(
        Rules.RetrainingWithoutStopping, "Retraining on all rows needs early stopping",
        "'{0}.Fit' is to retrain on all rows, but FitOptions.EarlyStopping is null: early stopping finds the number of updates to retrain for. Set it, or leave RetrainOnAll out.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "The first training finds the number of updates at which the validation loss is best, the second makes as many on all rows; without the first Fit throws an ArgumentException.");

    public static readonly ImmutableArray<DiagnosticDescriptor> All = [StoppingWithoutValidation, RetrainingWithoutStopping];
}
