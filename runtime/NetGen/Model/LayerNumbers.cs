using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>A hyperparameter that many layers have, a number for each, as a generated record holds it: immutable, and compared by its numbers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LayerNumbers : IEquatable<LayerNumbers>
{
    private readonly float[]? _numbers;

    /// <summary>A number for each layer.</summary>
    /// <param name="numbers">The numbers, in the order in which the record declares the layers.</param>
    public LayerNumbers(params ReadOnlySpan<float> numbers) => _numbers = numbers.ToArray();

    private LayerNumbers(float[] numbers) => _numbers = numbers;

    /// <summary>A layer's number.</summary>
    /// <param name="layer">Which layer, from 0 to one less than there are numbers.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="layer"/> is outside its range; <c>default</c> has no numbers.</exception>
    public float this[int layer] => Numbers[layer];

    /// <summary>Whether the numbers are the same.</summary>
    public static bool operator ==(LayerNumbers left, LayerNumbers right) => left.Equals(right);

    /// <summary>Whether some number differs.</summary>
    public static bool operator !=(LayerNumbers left, LayerNumbers right) => !left.Equals(right);

    private float[] Numbers => _numbers ?? [];

    /// <summary>The same but for the number of a layer.</summary>
    /// <param name="layer">Which layer, from 0 to one less than there are numbers.</param>
    /// <param name="number">Its number.</param>
    /// <returns>A copy with that number.</returns>
    /// <exception cref="IndexOutOfRangeException"><paramref name="layer"/> is outside its range; <c>default</c> has no numbers.</exception>
    public LayerNumbers With(int layer, float number)
    {
        float[] numbers = [.. Numbers];
        numbers[layer] = number;
        return new(numbers);
    }

    /// <inheritdoc />
    public bool Equals(LayerNumbers other) => Numbers.AsSpan().SequenceEqual(other.Numbers);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is LayerNumbers other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (float number in Numbers)
        {
            hash.Add(number);
        }

        return hash.ToHashCode();
    }
}
