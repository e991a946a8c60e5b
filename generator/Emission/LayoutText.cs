using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;
using Buffer = NetGen.Generator.Planning.Buffer;

namespace NetGen.Generator.Emission;

/// <summary>Where everything lies: constants for emitted code, the schema for the runtime.</summary>
internal static class LayoutText
{
    public static string Of(Plan plan)
    {
        NetworkModel model = plan.Model;
        AssignBuffers buffers = plan.Buffers;
        string constants = CSharpWriter.Blocks(
        [
            Constants("Parameters, and at the same offsets the optimizer's state of each.", buffers.ParameterBuffers.Values),
            Constants("The batch: inputs and targets.", buffers.In(Arena.Batch)),
            Constants("The batch: class labels.", buffers.In(Arena.Label)),
            Constants("Values of a prediction and its measurement, and of the same layers in a training step.", buffers.In(Arena.Work)),
            Constants("What only a training step needs. Gradients that do not live at the same time share space.", buffers.In(Arena.Training)),
            Constants("What only an attack needs, likewise.", buffers.In(Arena.Attack)),
            Constants("Scratch of each thread.", buffers.ScratchBuffers),
            Invariant.Of($"public const int ScratchFloats = {buffers.ScratchFloats};"),
            ClassWeights(model),
        ]);
        string inputs = Items(model.Inputs.Select(i => Input(plan, i)));
        string heads = Items(model.Heads.Select(h => Head(plan, h)));
        var sharing = new HashSet<string>(ShareMethods.Layers(plan), StringComparer.Ordinal);
        var repeated = new RepeatedItems(new HashSet<string>(buffers.Names, StringComparer.Ordinal));
        string parameters = Items(repeated.Of([.. Parameters(plan, sharing)]));
        string architecture = Items(repeated.Of([.. model.Values.Select(v => Value(v, sharing))]));
        return CSharpWriter.Code($$"""
            /// <summary>Offsets from the start of each arena; rows are padded to 16 floats and never a multiple of 256 apart.</summary>
            private static class Layout
            {
                {{constants}}

                public static readonly {{Types.NetworkSchema}} Schema = new(
                    Name: "{{model.Frame.Name}}",
                    BatchSize: {{model.BatchSize}},
                    Inputs:
                    [
                        {{inputs}}
                    ],
                    Heads:
                    [
                        {{heads}}
                    ],
                    Parameters:
                    [
                        {{parameters}}
                    ],
                    ParameterFloats: {{buffers.ParameterFloats}},
                    StateSlots: {{model.StateSlots}},
                    BatchFloats: {{buffers.FloatsOf(Arena.Batch)}},
                    WorkFloats: {{buffers.FloatsOf(Arena.Work)}},
                    TrainingFloats: {{buffers.FloatsOf(Arena.Training)}},
                    AttackFloats: {{buffers.FloatsOf(Arena.Attack)}})
                {
                    Architecture =
                    [
                        {{architecture}}
                    ],
                    {{(model.NormalizedByRows is { } few ? $"LeastRows = 2,\nLeastRowsOf = \"{few.Name}\"," : "")}}
                };

                {{CSharpWriter.Blocks(repeated.Methods)}}
            }
            """);
    }

    private static string Constants(string title, IEnumerable<Buffer> buffers) => buffers.Any()
        ? CSharpWriter.Lines(buffers.Select(b => $"{Invariant.Of($"public const int {Identifier.Of(b.Name)} = {b.Offset};")} // {b.Content}").Prepend($"// {title}"))
        : "";

    private static string ClassWeights(NetworkModel model) => CSharpWriter.Lines(model.Heads.Where(h => h.Loss!.ClassWeights.Count > 0).Select(h =>
        $"public static {Types.ReadOnlySpan}<float> {ClassWeight.Table(h.Name)} => [{string.Join(", ", h.Loss!.ClassWeights.Select(Invariant.Literal))}];"));

    private static string Items(IEnumerable<string> items) => CSharpWriter.Lines(items.Select(i => i + ","));

    private static string Input(Plan plan, ValueModel input)
    {
        Buffer buffer = plan.Buffers.OfLeaf(input.Name);
        string shape = string.Join(", ", input.Shape.Select(s => Invariant.Of($"{s}")));
        Effect gradient = plan.Attack.Effects.Single(e => e.Kind == EffectKind.InputGradient && e.Target == input.Name);
        string attack = $"OriginalOffset: {plan.Buffers.OfLeaf(input.Name, "Original").Name}, GradientOffset: {plan.Buffers.Of(gradient.Value).Name}";
        var kind = (InputLayer)input.Kind;
        string range = kind.HasRange ? $", Min: {Invariant.Literal(kind.Min)}, Max: {Invariant.Literal(kind.Max)}" : "";
        return CSharpWriter.Code($$"""
            new {{Types.InputInfo}}("{{input.Name}}", [{{shape}}], Size: {{input.Size}}, Layout.{{Identifier.Of(buffer.Name)}}, Stride: {{buffer.Stride}},
                {{attack}}{{range}})
            """);
    }

    private static string Head(Plan plan, ValueModel head)
    {
        Effect prediction = plan.Prediction.Effects.Single(e => e.Kind == EffectKind.Prediction && e.Target == head.Name);
        Effect rowLoss = plan.Prediction.Effects.Single(e => e.Kind == EffectKind.RowLoss && e.Target == head.Name);
        Buffer predictions = plan.Buffers.Of(prediction.Value);
        string target = head.Loss!.HasLabels
            ? $"TargetOffset: -1, TargetStride: 0, LabelOffset: {plan.Buffers.OfLeaf(head.Name, "Labels").Name}"
            : Invariant.Of($"TargetOffset: {plan.Buffers.OfLeaf(head.Name, "Target").Name}, TargetStride: {plan.Buffers.OfLeaf(head.Name, "Target").Stride}, LabelOffset: -1");
        string[] more =
        [
            .. head.Loss!.ClassWeights.Count == 0 ? Array.Empty<string>() : [$"ClassWeights = [.. {ClassWeight.Table(head.Name)}]"],
            .. plan.Model.NeedsTargets(head) ? ["NeedsTargets = true"] : Array.Empty<string>(),
        ];
        string weights = more.Length == 0 ? "" : $" {{ {string.Join(", ", more)} }}";
        return CSharpWriter.Code($$"""
            new {{Types.HeadInfo}}("{{head.Name}}", {{Types.LossKind}}.{{head.Loss.Kind}}, Units: {{head.Size}},
                PredictionOffset: {{predictions.Name}}, PredictionStride: {{predictions.Stride}},
                {{target}},
                PresentOffset: {{plan.Buffers.OfLeaf(head.Name, "Present").Name}}, RowLossOffset: {{plan.Buffers.Of(rowLoss.Value).Name}}){{weights}}
            """);
    }

    private static RepeatedItems.Item Value(ValueModel value, HashSet<string> sharing)
    {
        string operands = string.Join(", ", value.Operands), of = " of " + operands;
        int at = operands.Length == 0 ? -1 : value.Operation.IndexOf(of, StringComparison.Ordinal);
        return new(
            Types.ValueInfo, SharedNames.Of(value.Kind) + "Value", sharing.Contains(value.Name) && at >= 0, [("string layer", $"\"{value.Name}\""), ("string operands", $"\"{operands}\"")],
            a => a[0] == "layer"
                ? $"new {Types.ValueInfo}({a[0]}, $\"{value.Operation.Substring(0, at)} of {{operands}}{value.Operation.Substring(at + of.Length)}\")"
                : $"new {Types.ValueInfo}({a[0]}, \"{value.Operation}\")");
    }

    private static IEnumerable<RepeatedItems.Item> Parameters(Plan plan, HashSet<string> sharing)
    {
        var kinds = plan.Model.Values.ToDictionary(value => value.Name, value => value.Kind, StringComparer.Ordinal);
        HashSet<Op> trained = [.. plan.Training.Effects.Where(e => e.Kind == EffectKind.Assign).Select(e => e.Destination!.Op)];
        foreach (KeyValuePair<Parameter, Buffer> placed in plan.Buffers.ParameterBuffers)
        {
            (Parameter p, Buffer buffer) = (placed.Key, placed.Value);
            string start = p.Initializer.Kind == "Zero" ? $"{Types.Initializer}.Zero" : $"{Types.Initializer}.{p.Initializer.Kind}({Invariant.Literal(p.Initializer.Scale)} /* {p.Initializer.Formula} */)";
            string[] more = [.. MoreOf(p, trained.Contains(p))];
            yield return new(
                Types.ParameterInfo, SharedNames.Of(kinds[p.Layer]) + p.Role.Title, sharing.Contains(p.Layer), [("string layer", $"\"{p.Layer}\""), ("int offset", $"Layout.{buffer.Name}")],
                a => Invariant.Of($"new {Types.ParameterInfo}({a[0]}, \"{p.Role.Name}\", {p.Shape}, {a[1]}, Stride: {buffer.Stride}, {start}){(more.Length == 0 ? "" : $" {{ {string.Join(", ", more)} }}")}"));
        }
    }

    /// <summary>What of a parameter is not what the schema takes for granted.</summary>
    private static IEnumerable<string> MoreOf(Parameter p, bool isTrained)
    {
        if (p.Role.IsWeight)
        {
            yield return "IsWeight = true";
        }

        if (p.Role.UnitsFirst != (p.Shape.Count == 2))
        {
            yield return $"UnitsFirst = {(p.Role.UnitsFirst ? "true" : "false")}";
        }

        if (p.RowExtents != 1)
        {
            yield return Invariant.Of($"RowExtents = {p.RowExtents}");
        }

        if (p.RowShape.Count > 0)
        {
            yield return $"RowShape = {p.RowShape}";
        }

        (int rows, int columns) = (p.Type.Rows, p.Type.Columns);
        if (p.Role.IsWeight && p.Units is not { OfColumns: true, Count: 1 })
        {
            yield return "Units = " + (p.Units.OfColumns ? Groups(rows / p.Units.Count, p.Units.Count, 1) : Groups(1, p.Units.Count, columns));
        }

        // Of a matrix each row is an input, also where the rows are the pixels of an image.
        if (p.Role.IsWeight && p.Shape.Count > 2)
        {
            yield return "Inputs = " + (p.Groups.OfColumns ? Groups(1, 1, columns / p.Groups.Count) : Groups(1, p.Groups.Count, columns));
        }

        if (!isTrained)
        {
            yield return "IsTrained = false";
        }
    }

    private static string Groups(int rowsTogether, int rowGroups, int columnsTogether) =>
        Invariant.Of($"new(RowsTogether: {rowsTogether}, RowGroups: {rowGroups}, ColumnsTogether: {columnsTogether})");
}
