using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>A hyperparameter that many layers have, a number for each, as a generated record holds it: immutable, and compared by its numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LayerNumbers : IEquatable<LayerNumbers>
{
    private readonly float[]? _numbers;

    /// <summary>The numbers, in the order of the layers.</summary>
    public LayerNumbers(params ReadOnlySpan<float> numbers) => _numbers = numbers.ToArray();

    private LayerNumbers(float[] numbers) => _numbers = numbers;

    /// <summary>A layer's number.</summary>
    public float this[int layer] => _numbers![layer];

    /// <summary>Whether the numbers are the same.</summary>
    public static bool operator ==(LayerNumbers left, LayerNumbers right) => left.Equals(right);

    /// <summary>Whether some number differs.</summary>
    public static bool operator !=(LayerNumbers left, LayerNumbers right) => !left.Equals(right);

    /// <summary>The same but for the number of a layer.</summary>
    public LayerNumbers With(int layer, float number)
    {
        float[] numbers = [.. _numbers!];
        numbers[layer] = number;
        return new(numbers);
    }

    /// <inheritdoc />
    public bool Equals(LayerNumbers other) => _numbers.AsSpan().SequenceEqual(other._numbers);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is LayerNumbers other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (float number in _numbers.AsSpan())
        {
            hash.Add(number);
        }

        return hash.ToHashCode();
    }
}
