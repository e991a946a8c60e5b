using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>Files with random damage: each is loaded as a whole or refused as a whole, and nothing else is ever thrown.</summary>
public class MutationTests
{
    private static readonly byte[] Digits = "0123456789-.eE[]{},:\"\\ "u8.ToArray();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_damaged_file_is_loaded_whole_or_refused_whole(int seed)
    {
        var random = new Random(seed);
        byte[] file = Sample.File("""{"__metadata__":{"format":"netgen","version":"1"},""" + Sample.Header()[1..]);
        int loaded = 0, refused = 0;
        for (int i = 0; i < 5000; i++)
        {
            using ScriptedNetwork network = Sample.Trained();
            Bits before = Bits.Of(network);
            try
            {
                Checkpoint.Load(network, new MemoryStream(Damaged(file, random)));
                loaded++;
                Assert.All(network.Memory.Parameters.ToArray(), p => Assert.True(float.IsFinite(p)));
                Assert.Equal(0, network.Memory.Steps);
            }
            catch (CheckpointException)
            {
                refused++;
                Assert.Equal(before, Bits.Of(network));
            }
        }

        Assert.True(loaded > 100 && refused > 1000, $"{loaded} loaded, {refused} refused");
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        List<byte> bytes = [.. file];
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes[at] = Digits[random.Next(Digits.Length)];
                    break;
                case 3:
                    bytes.Insert(at, Digits[random.Next(Digits.Length)]);
                    break;
                case 4:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(20)));
                    break;
            }
        }

        return [.. bytes];
    }
}
