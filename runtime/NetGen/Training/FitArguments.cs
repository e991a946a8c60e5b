namespace NetGen;

/// <summary>Refuses what cannot be trained, before anything changes. (A data set of no rows cannot be made; the options refuse bad numbers themselves.)</summary>
/// <param name="TrainingArgument">The caller's parameter that the training set comes from.</param>
/// <param name="ValidationArgument">The caller's parameter that the validation set comes from.</param>
/// <param name="OptionsArgument">The caller's parameter that the options come from.</param>
internal sealed record FitArguments(string TrainingArgument, string ValidationArgument, string OptionsArgument)
{
    /// <summary>Those of <see cref="Trainer.Fit"/>.</summary>
    public static FitArguments OfFit { get; } = new("training", "validation", "options");

    /// <summary>A step on one row has no batch to average over. A set of one row is taken for a mistake.</summary>
    private const int FewestTrainingRows = 2;

    public void Require(INetwork network, Dataset training, Dataset? validation, FitOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(training, TrainingArgument);
        if (training.Count < FewestTrainingRows)
        {
            throw new ArgumentException($"The training set has {training.Count} row; at least {FewestTrainingRows} are needed.", TrainingArgument);
        }

        if (training.Count < network.Schema.BatchSize)
        {
            throw new ArgumentException(
                $"The training set has {training.Count} rows, fewer than one batch of {network.Schema.BatchSize}; give more rows or lower [Network(BatchSize = …)].",
                TrainingArgument);
        }

        training.Require(network.Schema, TrainingArgument);
        HasTarget(training, network.Schema.Heads, "training", TrainingArgument);
        HasAllTargets(training, network.Schema, "training", TrainingArgument);
        if (validation is not null)
        {
            validation.Require(network.Schema, ValidationArgument);
            HasTarget(validation, network.Schema.Heads, "validation", ValidationArgument);
        }

        if (options.EarlyStopping is { } rule)
        {
            Monitorable(network.Schema, validation, rule);
        }

        if (options.RetrainOnAll)
        {
            Retrainable(training, validation, options, network.Schema);
        }
    }

    private void Monitorable(NetworkSchema schema, Dataset? validation, EarlyStopping rule)
    {
        if (validation is null)
        {
            throw new ArgumentException("Early stopping needs a validation set; give one, or leave FitOptions.EarlyStopping out.", ValidationArgument);
        }

        rule.Monitor.Require(schema, OptionsArgument);
        Measurable(schema, validation, rule.Monitor, "validation", ValidationArgument);
    }

    /// <summary>Refuses a metric of a head that no row has a target for.</summary>
    public static void Measurable(NetworkSchema schema, Dataset data, Metric metric, string set, string argument)
    {
        if (metric.Head is { } monitored)
        {
            HasTarget(data, schema.Heads.Where(h => h.Name == monitored), set, argument);
        }
    }

    private void Retrainable(Dataset training, Dataset? validation, FitOptions options, NetworkSchema schema)
    {
        if (options.EarlyStopping is null || validation is null)
        {
            throw new ArgumentException(
                "FitOptions.RetrainOnAll is true and FitOptions.EarlyStopping null; early stopping learns for how many updates to train again.", OptionsArgument);
        }

        ColumnChecks.Joinable(training, validation, ValidationArgument);
        HasAllTargets(validation, schema, "validation", ValidationArgument);
    }

    /// <summary>Where the targets of two rows are blended, what one of them lacks the blend lacks too.</summary>
    private static void HasAllTargets(Dataset data, NetworkSchema schema, string set, string argument)
    {
        foreach (HeadInfo head in schema.Heads.Where(h => h.NeedsTargets))
        {
            for (int row = 0; row < data.Count; row++)
            {
                if (data.Features(head.Name).HasNaN(row))
                {
                    throw new ArgumentException(
                        $"The {set} set has NaN (a missing target) for {head.Name} in row {row}. Mixup and CutMix blend the targets of two rows, so {head.Name} needs one in every row: leave such rows out, or remove [Mixup] or [CutMix] (α = 0 still reads both).",
                        argument);
                }
            }
        }
    }

    /// <summary>A set without a single target, or whose every target is of a class of weight 0, has no loss: there is nothing to train on, or to measure.</summary>
    private static void HasTarget(Dataset data, IEnumerable<HeadInfo> heads, string set, string argument)
    {
        foreach (HeadInfo head in heads)
        {
            for (int row = 0; row < data.Count; row++)
            {
                if (head.HasLabels ? Counts(head, data.Labels(head.Name)[row]) : !data.Features(head.Name).HasNaN(row))
                {
                    return;
                }
            }
        }

        string weightless = heads.Any(h => h.ClassWeights.Contains(0)) ? ", or of a class of weight 0," : "";
        throw new ArgumentException(
            $"Every target of the {set} set is missing (label −1 or NaN){weightless} for {string.Join(", ", heads.Select(h => h.Name))}; at least one must be there{(weightless.Length > 0 ? " and count" : "")}.",
            argument);
    }

    private static bool Counts(HeadInfo head, int label) => label >= 0 && label < head.Units && (head.ClassWeights.IsEmpty || head.ClassWeights[label] > 0);
}
