using System.Numerics.Tensors;

namespace NetGen;

/// <summary>One named value of a network: what an input, layer or sum yields, and a view of the parameters behind it.</summary>
/// <remarks>Declared as <c>public partial Layer Hidden { get; }</c> with a kind attribute; the compiler implements the property.</remarks>
public class Layer
{
    private readonly NetworkMemory _memory;
    private readonly int[] _shape;
    private readonly ParameterInfo? _weight, _bias;

    /// <summary>Called by emitted code.</summary>
    /// <param name="memory">The network's memory.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="shape">The shape of one row of its value.</param>
    public Layer(NetworkMemory memory, string name, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(shape);
        _memory = memory;
        _shape = shape;
        Name = name;
        _weight = memory.Schema.Parameters.FirstOrDefault(p => p.Layer == name && p.Role == "weight");
        _bias = memory.Schema.Parameters.FirstOrDefault(p => p.Layer == name && p.Role == "bias");
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The shape of one row, without the batch: [256], or [28, 28, 1].</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Whether the layer has weights of its own.</summary>
    public bool HasWeights => _weight is not null;

    /// <summary>Whether the layer has a bias of its own.</summary>
    public bool HasBias => _bias is not null;

    /// <summary>The live weights, [inputs, units]: writing to them changes the network.</summary>
    /// <exception cref="InvalidOperationException">The layer has none (an input, a sum).</exception>
    public TensorSpan<float> Weights
    {
        get
        {
            ParameterInfo w = _weight ?? throw new InvalidOperationException($"{Name} has no weights: it is not a layer with parameters.");
            return new TensorSpan<float>(
                _memory.Parameters.Slice(w.Offset, (w.Rows - 1) * w.Stride + w.Columns), [w.Rows, w.Columns], [Step(w.Rows, w.Stride), Step(w.Columns, 1)]);
        }
    }

    /// <summary>The live bias, one number per unit: writing to it changes the network.</summary>
    /// <exception cref="InvalidOperationException">The layer has none.</exception>
    public Span<float> Bias
    {
        get
        {
            ParameterInfo b = _bias ?? throw new InvalidOperationException($"{Name} has no bias.");
            return _memory.Parameters.Slice(b.Offset, b.Columns);
        }
    }

    /// <summary>Floats from one element to the next along a dimension; a <see cref="TensorSpan{T}"/> wants 0 where there is only one.</summary>
    private static nint Step(int length, int stride) => length == 1 ? 0 : stride;

    /// <inheritdoc/>
    public override string ToString() => $"{Name} [{string.Join(", ", _shape)}]";
}

/// <summary>An output of a network with its loss. No layer may take it as input.</summary>
/// <remarks>Declared as <c>public partial Head Label { get; }</c> with a kind and a loss attribute.</remarks>
public sealed class Head : Layer
{
    /// <summary>Called by emitted code.</summary>
    /// <param name="memory">The network's memory.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="shape">The shape of one prediction.</param>
    public Head(NetworkMemory memory, string name, params int[] shape)
        : base(memory, name, shape) => Loss = memory.Schema.Heads.FirstOrDefault(h => h.Name == name)?.Loss
            ?? throw new ArgumentException($"{memory.Schema.Name} has no head {name}.", nameof(name));

    /// <summary>The loss this head is trained with.</summary>
    public LossKind Loss { get; }
}
