using NetGen.Generator.Language;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>The members a user calls: typed by the model's own names, each a few lines over the runtime.</summary>
internal static class SurfaceText
{
    public static string Of(Plan plan)
    {
        NetworkModel model = plan.Model;
        return CSharpWriter.Blocks(
        [
            Constructors(plan), Properties(plan), Data(model), Fit(model), Evaluate(model), TrainStep(model), Predict(model), UncertainText.Of(plan),
            PenaltyText.Of(plan), Averages(model), Files(model),
        ]);
    }

    /// <summary>What threads are given to do: the field that holds it for one width of vector, and the method it comes from.</summary>
    private static (string Field, string Name, string Method)[] Parts(Plan plan) =>
    [
        ("_step", "Step", "RunStep"), ("_predict", "Predict", "RunPrediction"), ("_predictRow", "PredictRow", "RunSingleRowPrediction"),
        ("_measure", "Measure", "RunMeasurement"),
        .. plan.StochasticPass.Count > 0 ? [("_runStochasticPass", "SamplePass", "RunStochasticPass")] : Array.Empty<(string, string, string)>(),
    ];

    private static string Constructors(Plan plan)
    {
        NetworkModel model = plan.Model;
        string name = Identifier.Of(model.Frame.Name);
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

            /// <summary>A new network. It serves one thread at a time: for more, make one each and load the same parameters.</summary>
            /// <param name="hyperparameters">Learning rate, penalties, dropout and the like; the attributes' values if not given.</param>
            /// <param name="seed">Initial parameters, dropout masks and the order of batches are functions of it.</param>
            public {{name}}(Hyperparameters? hyperparameters = null, int seed = 0)
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

    private static string Properties(Plan plan)
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
            /// <summary>The numbers this network was made with.</summary>
            public Hyperparameters HyperparameterValues => _hyperparameters;

            /// <summary>
            /// Threads that share a step worth sharing, the caller's among them, 1 to 1024; all cores if not set. Results do not depend on
            /// it. More threads than cores make a step slower, and so does another program on one of the cores: the threads wait for
            /// each other.
            /// </summary>
            /// <exception cref="{{Types.ArgumentOutOfRangeException}}">The value is less than 1 or more than 1024.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public int Threads
            {
                get => _team.Threads;
                set
                {
                    using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                    _team = _team.Resize({{Types.ThreadCounts}}.Check(value));
                }
            }

            /// <summary>
            /// Bits of the vectors it computes with: 512, 256 or 128; the widest that this machine accelerates if not set. Results do not
            /// depend on it. For tests and measurements.
            /// </summary>
            /// <exception cref="{{Types.ArgumentOutOfRangeException}}">The value is none of those, or more than the machine accelerates.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public int VectorBits
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

    private static string Data(NetworkModel model)
    {
        var spans = new ColumnSpans(model);
        IEnumerable<string> parameters = spans.All.Select(v => $"{Types.ReadOnlyMemory}<{(ColumnSpans.HasLabels(v) ? "int" : "float")}> {spans.Of(v)}");
        IEnumerable<string> columns = spans.All.Select(v => ColumnSpans.HasLabels(v)
            ? $"new {Types.LabelColumn}(\"{v.Name}\", {spans.Of(v)})"
            : $"new {Types.FeatureColumn}(\"{v.Name}\", [{string.Join(", ", v.Shape.Select(s => Invariant.Of($"{s}")))}], {spans.Of(v)})");
        return CSharpWriter.Code($$"""
            /// <summary>A data set of this network's columns, checked once: counts, widths, labels and finite features.</summary>
            {{CSharpWriter.Lines(spans.All.Select(spans.Documentation))}}
            /// <exception cref="ArgumentException">A column does not fit; the message says which and how.</exception>
            public static {{Types.Dataset}} Data({{string.Join(", ", parameters)}})
            {
                {{CSharpWriter.Lines(spans.All.Select(v => Invariant.Of($"{Types.BatchSpans}.Rows({spans.Of(v)}.Length, {(ColumnSpans.HasLabels(v) ? 1 : v.Size)}, int.MaxValue, \"{spans.Bare(v)}\");")))}}
                return {{Types.Dataset}}.Create(Layout.Schema, [{{string.Join(", ", spans.All.Select(v => $"\"{spans.Bare(v)}\""))}}],
                    {{CSharpWriter.Lines(columns.Select((column, i) => i < columns.Count() - 1 ? column + "," : column + ");"))}}
            }
            """);
    }

    private static string Fit(NetworkModel model) => CSharpWriter.Code($$"""
        /// <summary>Trains on a data set, epoch after epoch of shuffled batches{{(model.Mixup is null ? "" : " whose rows are blended in pairs")}}.{{(model.Averaging is null ? "" : " Each epoch measures, and the fit ends with, the moving averages of the parameters.")}}</summary>
        /// <param name="training">At least two rows, and at least a batch of them.</param>
        /// <param name="validation">Measured after each epoch, or as often as early stopping says, which needs it.</param>
        /// <param name="options">Epochs or updates, early stopping, retraining on all rows, shuffle seed.</param>
        /// <param name="progress">Told after each epoch, and of each measurement between.</param>
        /// <param name="cancellationToken">Ends the fit after the step at hand.</param>
        /// <returns>
        /// The history. With a validation set the network holds the parameters of the best measurement, however the fit ended, unless
        /// FitOptions.KeepBest is false; without one, or retrained on all rows to the end, those of the last step. FitResult.Parameters says.
        /// </returns>
        /// <exception cref="ArgumentException">A data set or an option is unfit; nothing has been changed.</exception>
        /// <exception cref="{{Types.TrainingDivergedException}}">
        /// A loss, a parameter or the optimizer's state became NaN or infinite. The network holds the parameters of the best measurement where
        /// those are kept, else of the last report; those from before the fit if there is none. Or it came with NaN or infinity; then nothing has changed.
        /// </exception>
        public {{Types.FitResult}} Fit(
            {{Types.Dataset}} training, {{Types.Dataset}}? validation = null, {{Types.FitOptions}}? options = null,
            {{Types.IProgress}}<{{Types.EpochReport}}>? progress = null, {{Types.CancellationToken}} cancellationToken = default) =>
            {{Types.Trainer}}.Fit(this, training, validation, options, progress, cancellationToken);
        """);

    private static string Evaluate(NetworkModel model)
    {
        string[] heads = [.. model.Heads.Select(h => h.Name)];
        string properties = string.Join(", ", model.Heads.Select(h => $"{Metrics(h.Loss!)} {Identifier.Of(h.Name)}"));
        string values = string.Join(", ", model.Heads.Select((h, i) => Invariant.Of($"({Metrics(h.Loss!)})metrics[{i}]")));
        string isMeasured = string.Join(" || ", heads.Select(h => $"this.{Identifier.Of(h)}.IsMeasured")); // this: a head may have the name of a type
        string loss = $"{{({isMeasured} ? global::System.FormattableString.Invariant($\"{{Loss:G4}}\") : \"not measured\")}}";
        string text = $"loss {loss}; " + string.Join("; ", heads.Select(h => $"{{{Identifier.Of(h)}}}"));
        return CSharpWriter.Code($$"""
            /// <summary>How well the network does on a data set, without dropout.</summary>
            public Evaluation Evaluate({{Types.Dataset}} data)
            {
                var metrics = {{Types.Evaluator}}.Evaluate(this, data);
                return new Evaluation({{Types.Evaluator}}.TotalLoss(this, metrics), {{values}});
            }

            /// <summary>The result of <see cref="Evaluate({{Types.Dataset}})"/>.</summary>
            /// <param name="Loss">The weighted sum of the losses, as they are trained, of the heads that have a target in the data, label smoothing included, penalties not; NaN if none has.</param>
            {{CSharpWriter.Lines(heads.Select(h => $"/// <param name=\"{h}\">The metrics of {h}.</param>"))}}
            public sealed record Evaluation(double Loss, {{properties}})
            {
                /// <summary>The loss and what each head says, the same in every culture.</summary>
                public override string ToString() => global::System.FormattableString.Invariant($"{{text}}");
            }
            """);
    }

    private static TypeName Metrics(Loss loss) => Catalogue.MetricsOf(loss.Kind);

    private static string TrainStep(NetworkModel model)
    {
        var spans = new ColumnSpans(model);
        return CSharpWriter.Code($$"""
            /// <summary>One update from a batch of 1 to {{model.BatchSize}} rows.</summary>
            {{CSharpWriter.Lines(spans.All.Select(spans.Documentation))}}
            /// <returns>
            /// The weighted sum of the heads' mean losses before the update, without penalties, over the heads that have a target among these rows; NaN if
            /// none has.
            /// </returns>
            /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed; nothing has been changed.</exception>
            /// <exception cref="TrainingDivergedException">
            /// The loss of a head is NaN or infinite: the network has diverged. The step has been taken. Parameters and the optimizer's state are not
            /// looked at, which <c>Fit</c> does.
            /// </exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public float TrainStep({{string.Join(", ", spans.All.Select(spans.Given))}})
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                {{spans.CountRows(Invariant.Of($"{model.BatchSize}"))}}
                {{CSharpWriter.Lines([.. spans.FillInputs(byBatch: false), .. spans.FillTargets(byBatch: false), .. spans.RequireTargets()])}}
                (({{Types.INetwork}})this).Step(rows);
                return _memory.RequireLoss();
            }
            """);
    }

    private static string Predict(NetworkModel model)
    {
        var spans = new ColumnSpans(model);
        IEnumerable<string> parameters = [.. model.Inputs.Select(spans.Given), .. model.Heads.Select(h => $"{Types.Span}<float> {spans.Of(h)}")];
        IEnumerable<string> checks =
        [
            .. spans.CheckInputs(), .. model.Heads.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.CheckPrediction(_memory, {i}, {spans.Of(v)}, rows, \"{spans.Bare(v)}\");")),
            .. spans.CheckResults([.. model.Heads.Select(spans.Of)], model.Inputs),
        ];
        IEnumerable<string> reads = model.Heads.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.ReadPrediction(_memory, {i}, {ColumnSpans.Slice(spans.Of(v), v.Size)}, count);"));
        return CSharpWriter.Code($$"""
            /// <summary>Predicts any number of rows, without dropout; nothing is allocated.</summary>
            {{CSharpWriter.Lines(model.Inputs.Select(spans.Documentation))}}
            {{CSharpWriter.Lines(model.Heads.Select(v => Invariant.Of($"/// <param name=\"{spans.Bare(v)}\">Takes {v.Size} {(v.Loss!.PredictsProbabilities ? "probabilities" : "numbers")} per row.</param>")))}}
            /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed, or partly overlaps one that takes results.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public void Predict({{string.Join(", ", parameters)}})
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

    private static string Averages(NetworkModel model) => model.Averaging is null ? "" : CSharpWriter.Code($$"""
        /// <summary>
        /// Makes the moving averages the parameters, after steps of one's own; a fit does so itself. Before the first step there is nothing to
        /// average. The averages stay, and further steps go on from the new parameters.
        /// </summary>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void UseAveragedWeights()
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            _memory.UseAverages();
        }
        """);

    private static string Files(NetworkModel model) => CSharpWriter.Code($$"""
        /// <summary>
        /// Writes the parameters as a safetensors file; an interrupted save leaves the previous file. The optimizer's state and the number of
        /// updates are not in it, nor what the data were scaled by.
        /// </summary>
        /// <exception cref="{{Types.CheckpointException}}">A parameter is NaN or infinite; the previous file is as it was.</exception>
        /// <exception cref="global::System.IO.IOException">The file cannot be written, or the path is no regular file's.</exception>
        /// <exception cref="global::System.UnauthorizedAccessException">The file or its folder may not be written to.</exception>
        public void Save(string path) => {{Types.Checkpoint}}.Save(this, path);

        /// <summary>
        /// Reads the parameters from a file that <see cref="Save(string)"/> wrote for a network that computes the same. Training begins anew from them:
        /// the optimizer's state is cleared, and schedules start from the first update.
        /// </summary>
        /// <exception cref="{{Types.CheckpointException}}">The file is malformed or does not fit; the network is as it was.</exception>
        /// <exception cref="global::System.IO.IOException">The file is not there or cannot be read.</exception>
        /// <exception cref="global::System.UnauthorizedAccessException">The file may not be read.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void Load(string path)
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            {{Types.Checkpoint}}.Load(this, path);
        }

        /// <summary>Reads the parameters from a safetensors file of another tool, which does not say how its weights are arranged.</summary>
        /// <param name="path">A file with a tensor for each parameter, of its name and shape: <c>Hidden.weight</c>, <c>Hidden.bias</c>.</param>
        /// <param name="layout">Whether its weights are [inputs, units], or [units, inputs] as PyTorch saves them.</param>
        /// <exception cref="{{Types.CheckpointException}}">The file is malformed or does not fit; the network is as it was.</exception>
        /// <exception cref="global::System.IO.IOException">The file is not there or cannot be read.</exception>
        /// <exception cref="global::System.UnauthorizedAccessException">The file may not be read.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void Load(string path, {{Types.WeightLayout}} layout)
        {
            using {{Types.NetworkMemory}}.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            {{Types.Checkpoint}}.Load(this, path, layout);
        }

        /// <summary>
        /// Ends the network's threads; where another thread is using the network, as soon as that use ends. What it holds can still be read
        /// and saved; to compute, to load or to set anything is then refused. Never throws. A network that is not disposed of keeps its
        /// threads, asleep, and their memory until it is collected as garbage.
        /// </summary>
        public void Dispose() => _memory.End(this);
        """);
}
