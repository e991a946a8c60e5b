using System.Numerics.Tensors;

namespace NetGen;

/// <summary>One named value of a network: what an input, layer or sum yields, and a view of the parameters behind it.</summary>
/// <remarks>Declared as <c>public partial Layer Hidden { get; }</c> with a kind attribute; the compiler implements the property.</remarks>
public class Layer
{
    private readonly NetworkMemory _memory;
    private readonly int[] _shape;
    private readonly ParameterInfo[] _parameters;

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
        _parameters = [.. memory.Schema.Parameters.Where(p => p.Layer == name)];
    }

    /// <summary>The property's name.</summary>
    public string Name { get; }

    /// <summary>The shape of one row, without the batch: [256], or [28, 28, 1].</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>Whether the layer has weights of its own.</summary>
    public bool HasWeights => Array.Exists(_parameters, p => p.IsWeight);

    /// <summary>Whether the layer has a bias of its own.</summary>
    public bool HasBias => Find("bias") is not null;

    /// <summary>The live weights, [inputs, units] of a dense layer, [height, width, channels, filters] of a convolution: writing to them changes the network.</summary>
    /// <exception cref="InvalidOperationException">The layer has none (an input, a sum).</exception>
    public TensorSpan<float> Weights
    {
        get
        {
            ParameterInfo w = Array.Find(_parameters, p => p.IsWeight) ?? throw new InvalidOperationException($"{Name} has no weights.");
            return View(w);
        }
    }

    /// <summary>The live bias, one number per unit: writing to it changes the network.</summary>
    /// <exception cref="InvalidOperationException">The layer has none, or one for each position.</exception>
    public Span<float> Bias
    {
        get
        {
            ParameterInfo b = Find("bias") ?? throw new InvalidOperationException($"{Name} has no bias.");
            if (b.Rows > 1)
            {
                throw new InvalidOperationException($"{Name} has a bias for each of its {b.Rows} positions: Parameter(\"bias\") has them all.");
            }

            return _memory.Parameters.Slice(b.Offset, b.Columns);
        }
    }

    /// <summary>One of the layer's live parameters in its own shape: writing to it changes the network.</summary>
    /// <param name="role">What files call it after the layer's name: "weight", "bias", "scale".</param>
    /// <exception cref="ArgumentException">The layer has no such parameter.</exception>
    public TensorSpan<float> Parameter(string role)
    {
        ParameterInfo p = Find(role) ?? throw new ArgumentException(
            _parameters.Length == 0 ? $"{Name} has no parameters." : $"{Name} has no {role}; it has {string.Join(", ", _parameters.Select(known => known.Role))}.", nameof(role));
        return View(p);
    }

    private ParameterInfo? Find(string role) => Array.Find(_parameters, p => p.Role == role);

    /// <summary>A parameter where it lies, in its own shape: rows are <see cref="ParameterInfo.Stride"/> apart, and the extents before them run over rows.</summary>
    private TensorSpan<float> View(ParameterInfo p)
    {
        Span<nint> shape = stackalloc nint[p.Shape.Length], steps = stackalloc nint[p.Shape.Length];
        int step = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            (shape[i], steps[i]) = (p.Shape[i], Step(p.Shape[i], step));
            step = i == shape.Length - p.RowExtents ? p.Stride : step * p.Shape[i];
        }

        return new(_memory.Parameters.Slice(p.Offset, (p.Rows - 1) * p.Stride + p.Columns), shape, steps);
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
