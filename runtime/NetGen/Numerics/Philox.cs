namespace NetGen.CompilerServices;

/// <summary>What random numbers are drawn for; each purpose has its own streams of every seed.</summary>
internal enum RandomPurpose
{
    /// <summary>Initial parameters; a stream per parameter.</summary>
    Initialization = 1,

    /// <summary>The order of the rows; a stream per epoch.</summary>
    Shuffle = 2,

    /// <summary>Splitting a data set.</summary>
    Split = 3,

    /// <summary>Where an attack starts; a stream per row.</summary>
    Attack = 4,

    /// <summary>Dealing a data set into folds.</summary>
    Folds = 8,

    /// <summary>Hyperparameters of a random sample; a stream per hyperparameter.</summary>
    Sample = 9,

    /// <summary>How much of itself a row keeps in mixup; a stream per step.</summary>
    MixupShare = 16,

    /// <summary>Which row each is blended with; a stream per step.</summary>
    MixupPartners = 17,

    /// <summary>The box of CutMix; a stream per step.</summary>
    CutMix = 18,
}

/// <summary>
/// Philox4x32-10, a counter-based generator: Salmon, Moraes, Dror &amp; Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011.
/// The stream is a function of (seed, purpose, stream number) alone.
/// </summary>
internal struct Philox
{
    private readonly uint _seed, _purpose, _stream;
    private ulong _next;
    private (uint X0, uint X1, uint X2, uint X3) _block;
    private int _left;

    /// <summary>The start of a stream.</summary>
    public Philox(int seed, RandomPurpose purpose, int stream)
    {
        _seed = (uint)seed;
        _purpose = (uint)purpose;
        _stream = (uint)stream;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_left == 0)
        {
            _block = Block((uint)_next, (uint)(_next >> 32), _stream, 0, _seed, _purpose);
            _next++;
            _left = 4;
        }

        return _left-- switch
        {
            4 => _block.X0,
            3 => _block.X1,
            2 => _block.X2,
            _ => _block.X3,
        };
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double NextDouble()
    {
        ulong high = NextUInt32();
        return ((high << 32 | NextUInt32()) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>An integer in [0, <paramref name="bound"/>), each equally likely; <paramref name="bound"/> ≥ 1.</summary>
    public int Below(int bound)
    {
        // Lemire 2019: the high half of a 64-bit product, drawn again where the low half would favor some values.
        ulong product = (ulong)NextUInt32() * (uint)bound;
        uint unfair = (uint)(-bound) % (uint)bound;
        while ((uint)product < unfair)
        {
            product = (ulong)NextUInt32() * (uint)bound;
        }

        return (int)(product >> 32);
    }

    /// <summary>The block of a counter (c0 to c3) under a key (k0, k1): ten rounds.</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong first = 0xD2511F53UL * c0, second = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(second >> 32) ^ c1 ^ k0, (uint)second, (uint)(first >> 32) ^ c3 ^ k1, (uint)first);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return (c0, c1, c2, c3);
    }
}
