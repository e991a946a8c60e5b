using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// A column of numbers with a shape: the features of an input, or the targets of a head that is not a classifier. They are kept as floats,
/// or as bytes with a scale, a quarter of the memory, which become floats when a batch is gathered.
/// In a target, a row with a NaN is a missing target.
/// </summary>
/// <example><code>
/// var images = new FeatureColumn("Image", [28, 28, 1], pixels);                            // floats, or bytes 0 to 255 as 0 to 1
/// var inverted = new FeatureColumn("Image", [28, 28, 1], bytes, -1f / 255, offset: 1);     // 255, white paper, becomes 0
/// Dataset data = Digits.Data(images, labels);
/// </code></example>
public sealed class FeatureColumn : DataColumn
{
    // Rows asked for early: some 4 KB of them (epochs of 784-10 took 67.4 instead of 75.4 µs a batch, of 64-32-10 10.1 instead of 11.4).
    private const int PrefetchedBytes = 4096;

    private readonly int[] _shape;
    private readonly ReadOnlyMemory<float> _floats;
    private readonly ScaledBytes? _bytes;

    /// <summary>A column over <paramref name="values"/>, which are not copied.</summary>
    /// <param name="name">The name of the input or head it feeds.</param>
    /// <param name="shape">
    /// The shape of one row, without the rows: [784], or [28, 28, 1] (height, width, channels). A network takes any shape of its input's
    /// size, for rows are flat: [784] serves an input of [28, 28, 1].
    /// </param>
    /// <param name="values">The rows, one after the other, each row-major: rows × the product of <paramref name="shape"/> values.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank, <paramref name="shape"/> is empty, a dimension is below 1,
    /// or <paramref name="values"/> is empty or not a whole number of rows.
    /// </exception>
    public FeatureColumn(string name, ReadOnlySpan<int> shape, ReadOnlyMemory<float> values)
        : this(name, shape.ToArray(), SizeOf(name, shape), values, bytes: null, rows: null) =>
        WholeRows(values.Length, "values", nameof(values));

    /// <summary>
    /// A column over <paramref name="bytes"/>, which are not copied: byte b is the number scale · b + offset, the product rounded to a float
    /// and then the sum. With the offset 0 nothing is added: the numbers are those of floats <c>scale * b</c>, to the bit.
    /// </summary>
    /// <param name="name">The name of the input or head it feeds.</param>
    /// <param name="shape">The shape of one row, without the rows: [28, 28, 1] (height, width, channels).</param>
    /// <param name="bytes">The rows, one after the other, each row-major: rows × the product of <paramref name="shape"/> bytes.</param>
    /// <param name="scale">
    /// What a byte is multiplied by; the default maps 0 to 255 onto 0 to 1. Negative, it exchanges black and white.
    /// </param>
    /// <param name="offset">What is then added: −1 with the scale 2/255 maps onto −1 to 1.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank, <paramref name="shape"/> is empty, a dimension is below 1,
    /// or <paramref name="bytes"/> is empty or not a whole number of rows.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="scale"/> is 0, <paramref name="scale"/> or <paramref name="offset"/> is NaN or infinite, or 255 · scale + offset is
    /// beyond a float.
    /// </exception>
    public FeatureColumn(string name, ReadOnlySpan<int> shape, ReadOnlyMemory<byte> bytes, float scale = 1f / 255, float offset = 0)
        : this(name, shape.ToArray(), SizeOf(name, shape), default, new ScaledBytes(bytes, Checked(name, scale, offset), offset), rows: null) =>
        WholeRows(bytes.Length, "bytes", nameof(bytes));

    private FeatureColumn(string name, int[] shape, int size, ReadOnlyMemory<float> floats, ScaledBytes? bytes, int[]? rows)
        : base(name, (bytes?.Bytes.Length ?? floats.Length) / size, rows)
    {
        _shape = shape;
        _floats = floats;
        _bytes = bytes;
        Size = size;
    }

    /// <summary>The shape of one row.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The numbers in one row: the product of <see cref="Shape"/>.</summary>
    public int Size { get; }

    /// <summary>Whether the numbers are kept as bytes.</summary>
    public bool HasBytes => _bytes is not null;

    /// <summary>What a byte is multiplied by; 1 of a column of floats.</summary>
    public float Scale => _bytes?.Scale ?? 1;

    /// <summary>What is added to that; 0 of a column of floats.</summary>
    public float Offset => _bytes?.Offset ?? 0;

    internal override string Kind => $"{(HasBytes ? "bytes" : "floats")} {Brackets(_shape)}";

    /// <summary>
    /// The numbers of row <paramref name="row"/>. Of a column of bytes they are a new array at each call: <see cref="CopyRow"/> allocates
    /// nothing.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not in 0 to Count − 1.</exception>
    public ReadOnlySpan<float> Row(int row)
    {
        int first = Locate(row) * Size; // before there is memory for it
        return _bytes is null ? _floats.Span.Slice(first, Size) : Read(row, new float[Size]);
    }

    /// <summary>The bytes of row <paramref name="row"/>, as they are in memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not in 0 to Count − 1.</exception>
    /// <exception cref="InvalidOperationException">The column holds floats (see <see cref="HasBytes"/>).</exception>
    public ReadOnlySpan<byte> ByteRow(int row) => _bytes is null
        ? throw new InvalidOperationException($"Column {this} holds no bytes; its rows are read with {nameof(Row)}.")
        : _bytes.Bytes.Span.Slice(Locate(row) * Size, Size);

    /// <summary>Copies the numbers of row <paramref name="row"/>; of a column of bytes, converted. Nothing is allocated.</summary>
    /// <param name="row">The row's number.</param>
    /// <param name="to">Its first <see cref="Size"/> places are filled.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not in 0 to Count − 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="to"/> is shorter than a row.</exception>
    public void CopyRow(int row, Span<float> to)
    {
        if (to.Length < Size)
        {
            throw new ArgumentException($"Room for {to.Length} values; a row of {this} has {Size}.", nameof(to));
        }

        int first = Locate(row) * Size;
        if (_bytes is null)
        {
            _floats.Span.Slice(first, Size).CopyTo(to);
        }
        else
        {
            _bytes.CopyTo(first, to[..Size]);
        }
    }

    /// <summary>The numbers of a row: where they are, or in <paramref name="room"/> if they are kept as bytes.</summary>
    internal ReadOnlySpan<float> Read(int row, Span<float> room)
    {
        if (_bytes is null)
        {
            return Row(row);
        }

        CopyRow(row, room);
        return room[..Size];
    }

    /// <summary>Copies row <c>rows[r]</c> to place r, <paramref name="stride"/> floats after the one before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in 0 to Count − 1.</exception>
    internal void CopyRows(ReadOnlySpan<int> rows, Span<float> to, int stride)
    {
        if (_bytes is null)
        {
            CopyFloats(_floats.Span, rows, to, stride);
        }
        else
        {
            CopyBytes(_bytes, rows, to, stride);
        }
    }

    /// <summary>A copy of all rows as floats, one after the other: Count × Size values.</summary>
    public float[] ToArray()
    {
        float[] copy = new float[checked(Count * Size)];
        CopyTo(copy);
        return copy;
    }

    /// <summary>
    /// Where the first number with a fault is; null if there is none. Of bytes, their 256 values are looked at and then searched for.
    /// </summary>
    /// <param name="firstFault">Gives the place of the first fault among some numbers, or −1.</param>
    internal (int Row, int Element)? First(Func<ReadOnlySpan<float>, int> firstFault)
    {
        if (_bytes is not null && _bytes.First(firstFault) < 0)
        {
            return null;
        }

        float[] room = new float[Size];
        for (int row = 0; row < Count; row++)
        {
            if (firstFault(Read(row, room)) is >= 0 and var element)
            {
                return (row, element);
            }
        }

        return null; // the faults of the bytes are in no row of this view
    }

    /// <summary>
    /// Whether no number of this column, even after a change of its memory, can break a rule. Of floats that is never known.
    /// </summary>
    internal bool Always(ValueRule rule, float min, float max) => _bytes is not null && _bytes.Always(rule, min, max);

    /// <summary>Whether a target is missing in a row.</summary>
    internal bool HasNaN(int row) => _bytes is null && TensorPrimitives.IsNaNAny(Row(row));

    internal override DataColumn View(int[] storedRows) => new FeatureColumn(Name, _shape, Size, _floats, _bytes, storedRows);

    internal override bool SharesMemoryWith(DataColumn other) =>
        other is FeatureColumn features && features._floats.Equals(_floats) && features._bytes == _bytes && features.Size == Size;

    internal override bool Joins(DataColumn other) => other is FeatureColumn features && features.Shape.SequenceEqual(Shape);

    /// <summary>Bytes followed by bytes of the same scale and offset remain bytes; anything else becomes floats.</summary>
    internal override DataColumn CopyWith(DataColumn other)
    {
        var next = (FeatureColumn)other;
        int length = checked((Count + next.Count) * Size);
        if (_bytes is not null && next._bytes is not null && (Scale, Offset) == (next.Scale, next.Offset))
        {
            byte[] bytes = new byte[length];
            CopyTo(bytes);
            next.CopyTo(bytes.AsSpan(Count * Size));
            return new FeatureColumn(Name, _shape, Size, default, _bytes with { Bytes = bytes }, rows: null);
        }

        float[] both = new float[length];
        CopyTo(both);
        next.CopyTo(both.AsSpan(Count * Size));
        return new FeatureColumn(Name, _shape, Size, both, bytes: null, rows: null);
    }

    private void CopyFloats(ReadOnlySpan<float> floats, ReadOnlySpan<int> rows, Span<float> to, int stride)
    {
        int asked = Math.Min(Size, PrefetchedBytes / sizeof(float));
        int ahead = Math.Clamp(PrefetchedBytes / sizeof(float) / Size, 1, 8);
        for (int r = 0; r < rows.Length; r++)
        {
            if (r + ahead < rows.Length)
            {
                Prefetching.Row(MemoryMarshal.AsBytes(floats.Slice(Locate(rows[r + ahead]) * Size, asked)));
            }

            floats.Slice(Locate(rows[r]) * Size, Size).CopyTo(to[(r * stride)..]);
        }
    }

    private void CopyBytes(ScaledBytes bytes, ReadOnlySpan<int> rows, Span<float> to, int stride)
    {
        ReadOnlySpan<byte> memory = bytes.Bytes.Span;
        int ahead = Math.Clamp(PrefetchedBytes / Size, 1, 8);
        for (int r = 0; r < rows.Length; r++)
        {
            if (r + ahead < rows.Length)
            {
                Prefetching.Row(memory.Slice(Locate(rows[r + ahead]) * Size, Size));
            }

            ScaledBytes.Convert(memory.Slice(Locate(rows[r]) * Size, Size), bytes.Scale, bytes.Offset, to.Slice(r * stride, Size));
        }
    }

    private void CopyTo(Span<float> destination)
    {
        for (int r = 0; r < Count; r++)
        {
            CopyRow(r, destination[(r * Size)..]);
        }
    }

    private void CopyTo(Span<byte> destination)
    {
        for (int r = 0; r < Count; r++)
        {
            ByteRow(r).CopyTo(destination[(r * Size)..]);
        }
    }

    private void WholeRows(int length, string what, string argument)
    {
        if (length == 0 || length % Size != 0)
        {
            throw new ArgumentException(
                $"Column {Name} got {length} {what}; a whole number of rows of {Size} {Brackets(_shape)} is needed, and at least one.", argument);
        }
    }

    private static float Checked(string name, float scale, float offset)
    {
        if (!float.IsFinite(scale) || scale == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale,
                $"Column {name}: the scale of bytes must be a finite number other than 0, such as 1f / 255, which maps 0 to 255 onto 0 to 1.");
        }

        if (!float.IsFinite(offset) || !float.IsFinite(byte.MaxValue * scale + offset))
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset,
                string.Create(CultureInfo.InvariantCulture, $"Column {name}: the offset of bytes must be a finite number, and 255 · {scale} + offset too."));
        }

        return scale;
    }

    private static int SizeOf(string name, ReadOnlySpan<int> shape)
    {
        long size = shape.IsEmpty ? 0 : 1;
        foreach (int dimension in shape)
        {
            size = dimension < 1 ? 0 : Math.Min(size * dimension, int.MaxValue + 1L);
        }

        return size is >= 1 and <= int.MaxValue
            ? (int)size
            : throw new ArgumentException(
                $"Column {name} got the shape {Brackets(shape)}; it takes one or more dimensions, each at least 1, of at most {int.MaxValue} values together.",
                nameof(shape));
    }

    private static string Brackets(ReadOnlySpan<int> shape)
    {
        string[] texts = new string[shape.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = shape[i].ToString(CultureInfo.InvariantCulture);
        }

        return $"[{string.Join(", ", texts)}]";
    }
}
