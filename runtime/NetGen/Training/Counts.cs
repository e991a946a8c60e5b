namespace NetGen;

/// <summary>Whole numbers that compare by value, so that the records holding them do too.</summary>
internal sealed class Counts(int length) : IEquatable<Counts>
{
    private readonly int[] _counts = new int[length];

    public int this[int index] => _counts[index];

    public void Add(int index) => _counts[index]++;

    public int SumOfFirst(int count)
    {
        int sum = 0;
        foreach (int value in _counts.AsSpan(0, count))
        {
            sum += value;
        }

        return sum;
    }

    public bool Equals(Counts? other) => other is not null && _counts.AsSpan().SequenceEqual(other._counts);

    public override bool Equals(object? obj) => Equals(obj as Counts);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (int value in _counts)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
