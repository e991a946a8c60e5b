using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <content>The C# of values: on vectors, as a number of the row at hand, as a scalar.</content>
internal sealed partial class KernelText
{
    /// <summary>A value's expression on a vector.</summary>
    public Expression Value(Node node, Position at, Func<Node, string> index)
    {
        switch (node.Type.Space)
        {
            case Space.Scalar when node.Op is Constant constant:
                return $"V.Splat({Invariant.Literal(constant.Value)})";
            case Space.Scalar:
                return Splat(node);
            case Space.Samples:
                return Expression.Call("V.Splat", SampleValue(node));
            case Space.Inputs:
                return $"V.Splat({Types.Unsafe}.Add(ref {Reference(node)}, {at.Row}))";
        }

        if (_locals.TryGetValue(node, out string? local))
        {
            return local;
        }

        if (node.Op is Leaf || !Kernel.Contains(node))
        {
            return Load(node, index);
        }

        var op = (ElementwiseOp)node.Op;
        if (op is Expand or Materialize)
        {
            return Value(node.Operands[0], at, index);
        }

        if (op is NoiseOp noise)
        {
            return op.Vector([Key(noise)], at);
        }

        if (op is DropoutMask dropout)
        {
            return op.Vector(Mask(dropout, node.Operands[0]), at);
        }

        return op is Multiply && node.Operands[0].Op is Constant factor
            ? op.Vector([Invariant.Literal(factor.Value), Value(node.Operands[1], at, index)], at)
            : op.Vector([.. node.Operands.Select(o => Value(o, at, index))], at);
    }

    /// <summary>A number per sample, as a float at the current row.</summary>
    public Expression SampleValue(Node node)
    {
        if (_locals.TryGetValue(node, out string? local))
        {
            return local;
        }

        if (node.Type.Space == Space.Scalar)
        {
            return ScalarValue(node);
        }

        if (node.Op is Leaf || !Kernel.Contains(node))
        {
            return $"{Types.Unsafe}.Add(ref {Reference(node)}, {RowOf(node)})";
        }

        return node.Op is Expand ? SampleValue(node.Operands[0])
            : node.Op is ClassWeight weights ? ClassWeight.Of(SampleValue(node.Operands[0]), Slot($"{Types.ReadOnlySpan}<float>", "classWeights", ClassWeight.Constant(weights.Head)))
            : ((ElementwiseOp)node.Op).Scalar([.. node.Operands.Select(SampleValue)]);
    }

    /// <summary>Declares a float local for a number per sample, at the current row.</summary>
    public string DeclareSample(Node node, string? expression = null)
    {
        Expression value = expression ?? SampleValue(node);
        string name = Take(NameOf(node) ?? (node.Op is ReduceFeatures ? "sum" : node.Op is Expand or Multiply ? "weight" : node.Op.Name));
        _locals[node] = name;
        return $"{(node.Op is Labels ? "int" : "float")} {name} = {value};";
    }

    /// <summary>A scalar's C# expression on floats.</summary>
    public Expression ScalarValue(Node node) => _locals.TryGetValue(node, out string? local) ? local : node.Op switch
    {
        Constant constant => Invariant.Literal(constant.Value),
        HyperparameterValue h => Number(node, $"_hyperparameters.{h.Field}"),
        LearningRate => "_learningRate",
        TrainingExamples => "_memory.TrainingExamples",
        AttackNumber number => number.Role == "epsilon" ? "_attackEpsilon" : "_attackStep",
        MomentCorrection { IsOfLayer: true } m => Number(node, $"_{Invariant.Camel(m.Beta)}Correction"),
        MomentCorrection m => $"_{Invariant.Camel(m.Beta)}Correction",
        MixupShare => "_mixupShare",
        CutMixShare => "_cut.Kept",
        InverseRows share => new Expression(share.Positions == 1 ? "1f / rows" : Invariant.Of($"1f / (rows * {share.Positions})"), 2),
        InverseCount count => Number(node, $"_inverseCount{count.Head}"),
        ReduceToScalar => $"{Types.Rows}.Sum(ref _memory.{BufferOf(node.Operands[0]).Arena}(Layout.{BufferOf(node.Operands[0]).Name}), rows)",
        HalfSquaredNorm => Norm("HalfSquared", node.Operands[0]),
        AbsoluteNorm => Norm("Absolute", node.Operands[0]),
        GroupNormSum { Groups: var groups } => groups is { OfColumns: false } && groups.Count == node.Operands[0].Type.Rows
            ? Norm("OfRows", node.Operands[0])
            : Norm(groups.OfColumns ? "OfColumns" : "OfGroups", node.Operands[0], groups.Count),
        GlobalNorm => Invariant.Of(
            $"{Types.Norms}.OfBlocks(ref _memory.Training(Layout.{BufferOf(node).Name}), {Plan.Buffers.GradientBlocks}, ref _memory.Training(Layout.{Plan.Buffers.Gradients!.Name}), {Plan.Buffers.ParameterFloats})"),
        ElementwiseOp op => op.Scalar([.. node.Operands.Select(ScalarValue)]),
        _ => throw new GraphException($"{node.Op.Name} is no scalar expression."),
    };

    /// <summary>A norm of a parameter, a double.</summary>
    private string Norm(string routine, Node w, int groups = 0) => Invariant.Of(
        $"{Types.Norms}.{routine}(ref _memory.Parameter(Layout.{NetGen.Generator.Text.Identifier.Of(BufferOf(w).Name)}), {w.Type.Rows}, {w.Type.Columns}, {LayoutOf(w).Stride}{(groups == 0 ? "" : Invariant.Of($", {groups}"))})");

    private string Load(Node node, Func<Node, string> index) => $"V.Load(ref {Reference(node)}, {index(node)})";

    /// <summary>A scalar spread over a vector, once, before the loops.</summary>
    private string Splat(Node node)
    {
        if (!_splats.TryGetValue(node, out string? name))
        {
            Expression scalar = ScalarValue(node);
            string plain = NameOf(node) ?? (node is { Op: Subtract, Operands: [{ Op: Constant { Value: 1 } }, { Name: { } } rest] }
                ? "oneMinus" + Invariant.Pascal(NameOf(rest)!)
                : "factor");
            name = Take(_numbers.ContainsKey(node) ? plain + "Lanes" : plain);
            _splats[node] = name;
            Declare(name, $"var {name} = V.Splat({scalar});");
        }

        return name;
    }

    /// <summary>A number that the kernels of a method may have each of its own.</summary>
    private string Number(Node node, string field)
    {
        if (slots is null || (node.Op is HyperparameterValue && !_roles!.IsOwned(node)))
        {
            return field;
        }

        if (!_numbers.TryGetValue(node, out string? number))
        {
            _numbers.Add(node, number = Slot("float", NameOf(node)!, field));
        }

        return number;
    }

    /// <summary>C# of a key of random bits.</summary>
    private string MaskKey(string name, int layer, RandomScope scope) => $"{Types.Masks}.Key(_memory.Seed, {Slot("int", name, Invariant.Of($"{layer}"))}, {scope.Step()})";

    /// <summary>A local that is a key of an input's images: of what is drawn for each of them, or of the field that displaces its positions.</summary>
    public string ImageKey(string name, Augment augment, bool field)
    {
        string key = Take(name);
        string layer = Slot("int", field ? "fieldLayer" : "imageLayer", Invariant.Of($"{augment.KeyLayer + (field ? 1 : 0)}"));
        Declare(key, $"ulong {key} = {Types.Masks}.Key(_memory.Seed, {layer}, _augmentedStep);");
        return key;
    }

    /// <summary>A hyperparameter as it is, a float or an integer.</summary>
    public string Strength(Node node)
    {
        string field = ((HyperparameterValue)node.Op).Field;
        bool isInteger = Plan.Training.Hyperparameters.Single(h => h.Name == field).IsInteger;
        return slots is null ? $"_hyperparameters.{field}" : Slot(isInteger ? "int" : "float", NameOf(node)!, $"_hyperparameters.{field}");
    }

    /// <summary>The local that is the key of a layer's noise.</summary>
    private string Key(NoiseOp noise)
    {
        if (!_noises.TryGetValue(noise, out string? name))
        {
            name = Take("noise");
            Declare(name, $"ulong {name} = {MaskKey("noiseLayer", noise.KeyLayer, noise.Scope)};");
            _noises.Add(noise, name);
        }

        return name;
    }

    /// <summary>The locals of a mask: its key, its threshold, its scale.</summary>
    private Expression[] Mask(DropoutMask dropout, Node keep)
    {
        if (!_masks.TryGetValue(dropout, out Expression[]? locals))
        {
            string probability = ScalarValue(keep).Text;
            (string mask, string threshold) = (Take("mask"), Take("threshold"));
            Declare(mask, $"ulong {mask} = {MaskKey("maskLayer", dropout.Layer, dropout.Scope)};");
            Declare(threshold, $"int {threshold} = {Types.Masks}.Threshold({probability});");
            string scale = "1f";
            if (dropout.IsScaled)
            {
                scale = Take("scale");
                Declare(scale, $"float {scale} = 1f / {probability};");
            }

            locals = [mask, threshold, scale];
            _masks.Add(dropout, locals);
        }

        return locals;
    }
}
