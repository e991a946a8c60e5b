using NetGen.Generator.Language;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The members a user calls: typed by the model's own names, each a few lines over the runtime.</summary>
internal static class SurfaceText
{
    public static string Of(Plan plan, NetworkSurface surface)
    {
        NetworkModel model = plan.Model;
        return CSharpWriter.Blocks(
        [
            Constructors(plan, surface.Settings), Properties(plan, surface.Settings), Data(model, surface.Training), Fit(surface.Training),
            Evaluate(model, surface.Training), TrainStep(model, surface.Training), Predict(model, surface.Predictions),
            UncertainText.Of(plan, surface.Predictions), AugmentText.Member(plan, surface.Augmentations), PenaltyText.Of(plan, surface.Weights), Averages(model, surface.Weights), Files(surface.Files),
        ]);
    }

    /// <summary>What threads are given to do: the field that holds it for one width of vector, and the method it comes from.</summary>
    private static (string Field, string Name, string Method)[] Parts(Plan plan) =>
    [
        ("_step", "Step", "RunStep"), ("_predict", "Predict", "RunPrediction"), ("_predictRow", "PredictRow", "RunSingleRowPrediction"),
        ("_measure", "Measure", "RunMeasurement"),
        .. plan.StochasticPass.Count > 0 ? [("_runStochasticPass", "SamplePass", "RunStochasticPass")] : Array.Empty<(string, string, string)>(),
        .. AugmentText.IsIn(plan.Model) ? [("_augmentRows", "AugmentRows", "RunAugmentation")] : Array.Empty<(string, string, string)>(),
    ];

    private static string Constructors(Plan plan, SettingMembers surface)
    {
        NetworkModel model = plan.Model;
        IEnumerable<string> weights = model.Heads.Select((h, i) =>
            h.Loss!.Weight is null ? "" : Invariant.Of($"_memory.HeadWeights[{i}] = _hyperparameters.{h.Name}Weight;"));
        IEnumerable<string> rescaled = model.Values.Where(v => v.Dropout?.Rescale == Rescale.AtPrediction)
            .Select(v => $"_memory.RescaleAtPrediction(\"{v.Name}\", _hyperparameters.{v.Dropout!.KeepName});");
        string[] averages = model.Averaging is null ? []
            : [Invariant.Of($"_memory.AverageInto(slot: {model.Optimizer.Slots}, _hyperparameters.{Averaging.DecayName});")];
        return CSharpWriter.Code($$"""
            private readonly {{Types.NetworkMemory}} _memory;
            private readonly Hyperparameters _hyperparameters;
            private {{Types.Action}}<{{Types.Worker}}> {{string.Join(", ", Parts(plan).Select(p => p.Field))}};
            private {{Types.Team}} _team;

            {{surface.Constructor.Text}}
            {
                _hyperparameters = hyperparameters ?? new Hyperparameters();
                _memory = new {{Types.NetworkMemory}}(Layout.Schema, seed);
                _team = new {{Types.Team}}({{Types.ThreadCounts}}.OfMachine, Layout.ScratchFloats, "{{model.Frame.Name}}");
                VectorBits = {{Types.VectorWidths}}.Widest;
                {{CSharpWriter.Lines(weights.Concat(rescaled).Concat(averages))}}
            }

            {{Types.NetworkSchema}} {{Types.INetwork}}.Schema => Layout.Schema;

            {{Types.NetworkMemory}} {{Types.INetwork}}.Memory => _memory;
            """);
    }

    private static string Properties(Plan plan, SettingMembers surface)
    {
        NetworkModel model = plan.Model;
        IEnumerable<string> values = model.Values.Select(value =>
        {
            TypeName type = value.Loss is null ? Types.Layer : Types.Head;
            string shape = string.Join(", ", value.Shape.Select(s => Invariant.Of($"{s}")));
            string name = Identifier.Of(value.Name);
            return $"{Prefix(value)}partial {type} {name} => field ??= new {type}(_memory, \"{value.Name}\", {shape});";
        });
        return CSharpWriter.Code($$"""
            {{surface.HyperparameterValues.Text}} => _hyperparameters;

            {{surface.Threads.Text}}
            {
                get => _team.Threads;
                set
                {
                    using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                    _team = _team.Resize({{Types.ThreadCounts}}.Check(value));
                }
            }

            {{surface.VectorBits.Text}}
            {
                get;

                [{{Types.MemberNotNull}}({{string.Join(", ", Parts(plan).Select(p => $"nameof({p.Field})"))}})]
                set
                {
                    using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                    _team.ThrowIfEnded();
                    field = {{Types.VectorWidths}}.Check(value);
                    _attack = null;
                    ({{string.Join(", ", Parts(plan).Select(p => p.Field))}}) = value switch
                    {
                        512 => CompiledFor<{{Types.Floats16}}>(),
                        256 => CompiledFor<{{Types.Floats8}}>(),
                        _ => CompiledFor<{{Types.Floats4}}>(),
                    };
                }
            }

            /// <summary>What threads are given to do, in code for vectors V.</summary>
            private ({{string.Join(", ", Parts(plan).Select(p => $"{Types.Action}<{Types.Worker}> {p.Name}"))}}) CompiledFor<V>()
                where V : struct, {{Types.IFloats}}<V> => ({{string.Join(", ", Parts(plan).Select(p => $"{p.Method}<V>"))}});

            {{CSharpWriter.Blocks(values)}}
            """);
    }

    private static string Prefix(ValueModel value) => value.Modifiers.Length == 0 ? "" : value.Modifiers + " ";

    private static string Data(NetworkModel model, TrainingMembers surface)
    {
        var spans = new ColumnSpans(model, surface.Columns);
        return CSharpWriter.Blocks([Text(surface.Data, isOfNumbers: _ => true), Text(surface.DataOfColumns, isOfNumbers: v => !v.IsInput)]);

        string Text(SurfaceMethod method, Func<ValueModel, bool> isOfNumbers)
        {
            string[] columns = [.. spans.All.Select(v => isOfNumbers(v) ? Column(v) : spans.Of(v))];
            return CSharpWriter.Code($$"""
                {{method.Text}}
                {
                    {{CSharpWriter.Lines(spans.All.Where(isOfNumbers).Select(v => Invariant.Of($"{Types.BatchSpans}.Rows({spans.Of(v)}.Length, {(ColumnSpans.HasLabels(v) ? 1 : v.Size)}, int.MaxValue, \"{spans.Bare(v)}\");")))}}
                    return {{Types.Dataset}}.Create(Layout.Schema, [{{string.Join(", ", spans.All.Select(v => $"\"{spans.Bare(v)}\""))}}],
                        {{CSharpWriter.Lines(columns.Select((column, i) => i < columns.Length - 1 ? column + "," : column + ");"))}}
                }
                """);
        }

        string Column(ValueModel v) => ColumnSpans.HasLabels(v)
            ? $"new {Types.LabelColumn}(\"{v.Name}\", {spans.Of(v)})"
            : $"new {Types.FeatureColumn}(\"{v.Name}\", [{string.Join(", ", v.Shape.Select(s => Invariant.Of($"{s}")))}], {spans.Of(v)})";
    }

    private static string Fit(TrainingMembers surface) => CSharpWriter.Code($$"""
        {{surface.Fit.Text}} =>
            {{Types.Trainer}}.Fit(this, training, validation, options, progress, cancellationToken);
        """);

    private static string Evaluate(NetworkModel model, TrainingMembers surface)
    {
        string[] heads = [.. model.Heads.Select(h => h.Name)];
        string values = string.Join(", ", model.Heads.Select((h, i) => Invariant.Of($"({h.Loss!.Form.Metrics})metrics[{i}]")));
        string isMeasured = string.Join(" || ", heads.Select(h => $"this.{Identifier.Of(h)}.IsMeasured")); // this: a head may have the name of a type
        string loss = $"{{({isMeasured} ? global::System.FormattableString.Invariant($\"{{Loss:G4}}\") : \"not measured\")}}";
        string text = $"loss {loss}; " + string.Join("; ", heads.Select(h => $"{{{Identifier.Of(h)}}}"));
        return CSharpWriter.Code($$"""
            {{surface.Evaluate.Text}}
            {
                var metrics = {{Types.Evaluator}}.Evaluate(this, data);
                return new Evaluation({{Types.Evaluator}}.TotalLoss(this, metrics), {{values}});
            }

            {{surface.Evaluation.Text}}
            {
                /// <summary>The loss and what each head says, the same in every culture.</summary>
                public override string ToString() => global::System.FormattableString.Invariant($"{{text}}");
            }
            """);
    }

    private static string TrainStep(NetworkModel model, TrainingMembers surface)
    {
        var spans = new ColumnSpans(model, surface.Columns);
        return CSharpWriter.Code($$"""
            {{surface.TrainStep.Text}}
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                {{spans.CountRows(Invariant.Of($"{model.BatchSize}"))}}
                {{CSharpWriter.Lines([.. spans.FillInputs(byBatch: false), .. spans.FillTargets(byBatch: false), .. spans.RequireTargets()])}}
                (({{Types.INetwork}})this).Step(rows);
                return _memory.RequireLoss();
            }
            """);
    }

    private static string Predict(NetworkModel model, PredictionMembers surface)
    {
        var spans = new ColumnSpans(model, surface.Columns);
        IEnumerable<string> checks =
        [
            .. spans.CheckInputs(), .. model.Heads.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.CheckPrediction(_memory, {i}, {spans.Of(v)}, rows, \"{spans.Bare(v)}\");")),
            .. spans.CheckResults([.. model.Heads.Select(spans.Of)], model.Inputs),
        ];
        IEnumerable<string> reads = model.Heads.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.ReadPrediction(_memory, {i}, {ColumnSpans.Slice(spans.Of(v), v.Size)}, count);"));
        return CSharpWriter.Code($$"""
            {{surface.Predict.Text}}
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                {{spans.CountRows("int.MaxValue")}}
                {{CSharpWriter.Lines(checks)}}
                for (int start = 0; start < rows; start += {{model.BatchSize}})
                {
                    int count = {{Types.Math}}.Min({{model.BatchSize}}, rows - start);
                    {{CSharpWriter.Lines(spans.FillInputs(byBatch: true))}}
                    (({{Types.INetwork}})this).Predict(count);
                    {{CSharpWriter.Lines(reads)}}
                }
            }
            """);
    }

    private static string Averages(NetworkModel model, WeightMembers surface) => model.Averaging is null ? "" : CSharpWriter.Code($$"""
        {{surface.UseAveragedWeights.Text}}
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            _memory.UseAverages();
        }
        """);

    private static string Files(FileMembers surface) => CSharpWriter.Code($$"""
        {{surface.Save.Text}} => {{Types.Checkpoint}}.Save(this, path);

        {{surface.Load.Text}}
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            {{Types.Checkpoint}}.Load(this, path);
        }

        {{surface.LoadWithLayout.Text}}
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            {{Types.Checkpoint}}.Load(this, path, layout);
        }

        {{surface.Dispose.Text}} => _memory.End(this);
        """);
}
