using NetGen.Generator.Binding;
using NetGen.Generator.Losses;
using NetGen.Generator.Optimizers;
using NetGen.Generator.Parsing;
using NetGen.Generator.Planning;

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
        ("_step", "Step", "ShareOfStep"), ("_predict", "Predict", "ShareOfPrediction"), ("_predictRow", "PredictRow", "ShareOfRowPrediction"),
        ("_measure", "Measure", "ShareOfMeasurement"),
        .. plan.Sample.Count > 0 ? [("_samplePass", "SamplePass", "ShareOfSample")] : Array.Empty<(string, string, string)>(),
    ];

    private static string Constructors(Plan plan)
    {
        NetworkModel model = plan.Model;
        string name = Identifier.Of(model.Declaration.Name);
        IEnumerable<string> weights = model.Heads.Select((h, i) => h.Loss!.Weight is null ? "" : Text.Of($"_memory.HeadWeights[{i}] = _hyperparameters.{h.Name}Weight;"));
        IEnumerable<string> rescaled = model.Values.Where(v => v.Dropout?.Rescale == Rescale.AtPrediction)
            .Select(v => $"_memory.RescaleAtPrediction(\"{v.Name}\", _hyperparameters.{v.Dropout!.KeepName});");
        string[] averages = model.Averaging is null ? [] : [Text.Of($"_memory.AverageInto(slot: {model.Optimizer.Slots}, _hyperparameters.{Averaging.DecayName});")];
        return CSharpWriter.Code($$"""
            private readonly NetworkMemory _memory;
            private readonly Hyperparameters _hyperparameters;
            private Action<Worker> {{string.Join(", ", Parts(plan).Select(p => p.Field))}};
            private Team _team;

            /// <summary>A new network. It serves one thread at a time: for more, make one each and load the same parameters.</summary>
            /// <param name="hyperparameters">Learning rate, penalties, dropout and the like; the attributes' values if not given.</param>
            /// <param name="seed">Initial parameters, dropout masks and the order of batches are functions of it.</param>
            public {{name}}(Hyperparameters? hyperparameters = null, int seed = 0)
            {
                _hyperparameters = hyperparameters ?? new Hyperparameters();
                _memory = new NetworkMemory(Layout.Schema, seed);
                _team = new Team(ThreadCounts.OfMachine, Layout.ScratchFloats, "{{model.Declaration.Name}}");
                VectorBits = VectorWidths.Widest;
                {{CSharpWriter.Lines(weights.Concat(rescaled).Concat(averages))}}
            }

            NetworkSchema INetwork.Schema => Layout.Schema;

            NetworkMemory INetwork.Memory => _memory;
            """);
    }

    private static string Properties(Plan plan)
    {
        NetworkModel model = plan.Model;
        IEnumerable<string> values = model.Values.Select(value =>
        {
            ValueDeclaration declared = model.Declaration.Values.Single(d => d.Name == value.Name);
            string type = value.Loss is null ? "Layer" : "Head";
            string shape = string.Join(", ", value.Shape.Select(s => Text.Of($"{s}")));
            string name = Identifier.Of(value.Name);
            return $"{Prefix(declared)}partial {type} {name} => field ??= new {type}(_memory, \"{value.Name}\", {shape});";
        });
        return CSharpWriter.Code($$"""
            /// <summary>The numbers this network was made with.</summary>
            public Hyperparameters HyperparameterValues => _hyperparameters;

            /// <summary>
            /// Threads that share a step worth sharing, the caller's among them, 1 to 1024; all cores if not set. Results do not depend on
            /// it. More threads than cores make a step slower, and so does another program on one of the cores: the threads wait for
            /// each other.
            /// </summary>
            /// <exception cref="ArgumentOutOfRangeException">The value is less than 1 or more than 1024.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public int Threads
            {
                get => _team.Threads;
                set
                {
                    using NetworkMemory.Use use = _memory.Enter();
                    _team = _team.Resize(ThreadCounts.Check(value));
                }
            }

            /// <summary>
            /// Bits of the vectors it computes with: 512, 256 or 128; the widest that this machine accelerates if not set. Results do not
            /// depend on it. For tests and measurements.
            /// </summary>
            /// <exception cref="ArgumentOutOfRangeException">The value is none of those, or more than the machine accelerates.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public int VectorBits
            {
                get;

                [MemberNotNull({{string.Join(", ", Parts(plan).Select(p => $"nameof({p.Field})"))}})]
                set
                {
                    using NetworkMemory.Use use = _memory.Enter();
                    _team.ThrowIfEnded();
                    field = VectorWidths.Check(value);
                    _attack = null;
                    ({{string.Join(", ", Parts(plan).Select(p => p.Field))}}) = value switch
                    {
                        512 => CompiledFor<Floats16>(),
                        256 => CompiledFor<Floats8>(),
                        _ => CompiledFor<Floats4>(),
                    };
                }
            }

            /// <summary>What threads are given to do, in code for vectors V.</summary>
            private ({{string.Join(", ", Parts(plan).Select(p => $"Action<Worker> {p.Name}"))}}) CompiledFor<V>()
                where V : struct, IFloats<V> => ({{string.Join(", ", Parts(plan).Select(p => $"{p.Method}<V>"))}});

            {{CSharpWriter.Blocks(values)}}
            """);
    }

    private static string Prefix(ValueDeclaration declared) => declared.Modifiers.Length == 0 ? "" : declared.Modifiers + " ";

    private static string Data(NetworkModel model)
    {
        var spans = new ColumnSpans(model);
        IEnumerable<string> parameters = spans.All.Select(v => $"ReadOnlyMemory<{(ColumnSpans.HasLabels(v) ? "int" : "float")}> {spans.Of(v)}");
        IEnumerable<string> columns = spans.All.Select(v => ColumnSpans.HasLabels(v)
            ? $"new LabelColumn(\"{v.Name}\", {spans.Of(v)})"
            : $"new FeatureColumn(\"{v.Name}\", [{string.Join(", ", v.Shape.Select(s => Text.Of($"{s}")))}], {spans.Of(v)})");
        return CSharpWriter.Code($$"""
            /// <summary>A data set of this network's columns, checked once: counts, widths, labels and finite features.</summary>
            {{CSharpWriter.Lines(spans.All.Select(spans.Documentation))}}
            /// <exception cref="ArgumentException">A column does not fit; the message says which and how.</exception>
            public static Dataset Data({{string.Join(", ", parameters)}})
            {
                {{CSharpWriter.Lines(spans.All.Select(v => Text.Of($"BatchSpans.Rows({spans.Of(v)}.Length, {(ColumnSpans.HasLabels(v) ? 1 : v.Size)}, int.MaxValue, \"{spans.Bare(v)}\");")))}}
                return Dataset.Create(Layout.Schema, [{{string.Join(", ", spans.All.Select(v => $"\"{spans.Bare(v)}\""))}}],
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
        /// The history. With early stopping the network holds the parameters of the best measurement, however the fit ended, or those from
        /// before it if none was finite; without, or retrained on all rows to the end, those of the last step.
        /// </returns>
        /// <exception cref="ArgumentException">A data set or an option is unfit; nothing has been changed.</exception>
        /// <exception cref="TrainingDivergedException">
        /// A loss, a parameter or the optimizer's state became NaN or infinite. The network holds the parameters of the best measurement with early
        /// stopping, else of the last report; those from before the fit if there is none. Or it came with NaN or infinity; then nothing has changed.
        /// </exception>
        public FitResult Fit(
            Dataset training, Dataset? validation = null, FitOptions? options = null,
            IProgress<EpochReport>? progress = null, CancellationToken cancellationToken = default) =>
            Trainer.Fit(this, training, validation, options, progress, cancellationToken);
        """);

    private static string Evaluate(NetworkModel model)
    {
        string[] heads = [.. model.Heads.Select(h => h.Name)];
        string properties = string.Join(", ", model.Heads.Select(h => $"{Metrics(h.Loss!)} {Identifier.Of(h.Name)}"));
        string values = string.Join(", ", model.Heads.Select((h, i) => Text.Of($"({Metrics(h.Loss!)})metrics[{i}]")));
        string isMeasured = string.Join(" || ", heads.Select(h => $"this.{Identifier.Of(h)}.IsMeasured")); // this: a head may have the name of a type
        string loss = $"{{({isMeasured} ? global::System.FormattableString.Invariant($\"{{Loss:G4}}\") : \"not measured\")}}";
        string text = $"loss {loss}; " + string.Join("; ", heads.Select(h => $"{{{Identifier.Of(h)}}}"));
        return CSharpWriter.Code($$"""
            /// <summary>How well the network does on a data set, without dropout.</summary>
            public Evaluation Evaluate(Dataset data)
            {
                var metrics = Evaluator.Evaluate(this, data);
                return new Evaluation(Evaluator.TotalLoss(this, metrics), {{values}});
            }

            /// <summary>The result of <see cref="Evaluate"/>.</summary>
            /// <param name="Loss">The weighted sum of the losses, as they are trained, of the heads that have a target in the data, label smoothing included, penalties not; NaN if none has.</param>
            {{CSharpWriter.Lines(heads.Select(h => $"/// <param name=\"{h}\">The metrics of {h}.</param>"))}}
            public sealed record Evaluation(double Loss, {{properties}})
            {
                /// <summary>The loss and what each head says, the same in every culture.</summary>
                public override string ToString() => global::System.FormattableString.Invariant($"{{text}}");
            }
            """);
    }

    private static string Metrics(Loss loss) => loss.Kind switch
    {
        "SoftmaxCrossEntropy" => "ClassificationMetrics",
        "BinaryCrossEntropy" => "BinaryMetrics",
        _ => "RegressionMetrics",
    };

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
            /// looked at, which <see cref="Fit"/> does.
            /// </exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public float TrainStep({{string.Join(", ", spans.All.Select(spans.Given))}})
            {
                using NetworkMemory.Use use = _memory.Enter();
                {{spans.CountRows(Text.Of($"{model.BatchSize}"))}}
                {{CSharpWriter.Lines([.. spans.FillInputs(byBatch: false), .. spans.FillTargets(byBatch: false), .. spans.RequireTargets()])}}
                ((INetwork)this).Step(rows);
                return _memory.RequireLoss();
            }
            """);
    }

    private static string Predict(NetworkModel model)
    {
        var spans = new ColumnSpans(model);
        IEnumerable<string> parameters = [.. model.Inputs.Select(spans.Given), .. model.Heads.Select(h => $"Span<float> {spans.Of(h)}")];
        IEnumerable<string> checks =
        [
            .. spans.CheckInputs(), .. model.Heads.Select((v, i) => Text.Of($"BatchSpans.CheckPrediction(_memory, {i}, {spans.Of(v)}, rows, \"{spans.Bare(v)}\");")),
            .. spans.CheckResults([.. model.Heads.Select(spans.Of)], model.Inputs),
        ];
        IEnumerable<string> reads = model.Heads.Select((v, i) => Text.Of($"BatchSpans.ReadPrediction(_memory, {i}, {ColumnSpans.Slice(spans.Of(v), v.Size)}, count);"));
        return CSharpWriter.Code($$"""
            /// <summary>Predicts any number of rows, without dropout; nothing is allocated.</summary>
            {{CSharpWriter.Lines(model.Inputs.Select(spans.Documentation))}}
            {{CSharpWriter.Lines(model.Heads.Select(v => Text.Of($"/// <param name=\"{spans.Bare(v)}\">Takes {v.Size} {(v.Loss!.PredictsProbabilities ? "probabilities" : "numbers")} per row.</param>")))}}
            /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed, or partly overlaps one that takes results.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public void Predict({{string.Join(", ", parameters)}})
            {
                using NetworkMemory.Use use = _memory.Enter();
                {{spans.CountRows("int.MaxValue")}}
                {{CSharpWriter.Lines(checks)}}
                for (int start = 0; start < rows; start += {{model.BatchSize}})
                {
                    int count = Math.Min({{model.BatchSize}}, rows - start);
                    {{CSharpWriter.Lines(spans.FillInputs(byBatch: true))}}
                    ((INetwork)this).Predict(count);
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
            using NetworkMemory.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            _memory.UseAverages();
        }
        """);

    private static string Files(NetworkModel model) => CSharpWriter.Code($$"""
        /// <summary>Writes the parameters as a safetensors file; an interrupted save leaves the previous file.</summary>
        public void Save(string path) => Checkpoint.Save(this, path);

        /// <summary>Reads the parameters from a file that <see cref="Save"/> wrote for a network of this shape.</summary>
        /// <exception cref="CheckpointException">The file is malformed or does not fit; the network is as it was.</exception>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network.</exception>
        /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
        public void Load(string path)
        {
            using NetworkMemory.Use use = _memory.Enter();
            _team.ThrowIfEnded();
            Checkpoint.Load(this, path);
        }

        /// <summary>
        /// Ends the network's threads. What it holds can still be read and saved; to compute, to load or to set anything is refused. A
        /// network that is not disposed of keeps its threads, asleep, until the process ends.
        /// </summary>
        /// <exception cref="global::System.InvalidOperationException">Another thread is using the network; end its work first.</exception>
        public void Dispose()
        {
            using NetworkMemory.Use use = _memory.Enter();
            _team.Dispose();
        }
        """);
}
