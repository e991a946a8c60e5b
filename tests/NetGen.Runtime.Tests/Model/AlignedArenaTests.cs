using System.Runtime.CompilerServices;

namespace NetGen.Tests.Model;

public class AlignedArenaTests
{
    private const int LargeFloats = 1 << 20; // from 4 MB on in huge pages

    [Theory]
    [InlineData(0, 64)]
    [InlineData(1, 64)]
    [InlineData(LargeFloats - 1, 64)]
    [InlineData(LargeFloats, 2 << 20)]
    [InlineData(LargeFloats + 17, 2 << 20)]
    public unsafe void An_arena_is_zero_has_its_length_and_starts_on_its_boundary(int length, int boundary)
    {
        var arena = new AlignedArena(length);

        Assert.Equal(length, arena.Span.Length);
        Assert.False(arena.Span.ContainsAnyExcept(0f));
        Assert.Throws<ArgumentOutOfRangeException>("offset", () => arena[length]);
        Assert.Throws<ArgumentOutOfRangeException>("offset", () => arena[-1]);
        if (length > 0)
        {
            Assert.Equal(0, (nint)Unsafe.AsPointer(ref arena[0]) % boundary);
            arena.Span[^1] = 7f;
            Assert.Equal(7f, arena[length - 1]);
        }
    }
}
