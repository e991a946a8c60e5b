using System.Buffers.Binary;
using System.Text;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>
/// Makes a version requirement of a shared library weak, so that the dynamic linker warns where it would refuse
/// (ELF-64, little-endian; the structures are Elf64_Verneed and Elf64_Vernaux of the Linux Standard Base, part 10.7).
/// </summary>
internal static class VersionNeeds
{
    private const int SectionsAt = 0x28, SectionSizeAt = 0x3A, SectionCountAt = 0x3C; // in the file's header
    private const int TypeAt = 4, ContentAt = 24, LinkAt = 40, EntriesAt = 44; // in a section's header
    private const uint TypeOfVersionNeeds = 0x6FFF_FFFE;
    private const ushort Weak = 2;

    /// <summary>Sets the weak flag on every requirement of a version in the file's image.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="InvalidDataException">The image is no such library, or ends where more was announced.</exception>
    public static int Weaken(Span<byte> image, string version)
    {
        if (image.Length < 64 || !image[..6].SequenceEqual("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("The file is no 64-bit little-endian ELF library.");
        }

        long sections = Long(image, SectionsAt);
        int weakened = 0;
        for (int index = 0; index < Short(image, SectionCountAt); index++)
        {
            long section = sections + index * (long)Short(image, SectionSizeAt);
            if (Int(image, section + TypeAt) == TypeOfVersionNeeds)
            {
                long names = Long(image, sections + Int(image, section + LinkAt) * (long)Short(image, SectionSizeAt) + ContentAt);
                weakened += WeakenSection(image, Long(image, section + ContentAt), Int(image, section + EntriesAt), names, version);
            }
        }

        return weakened;
    }

    private static int WeakenSection(Span<byte> image, long library, uint libraries, long names, string version)
    {
        int weakened = 0;
        for (; libraries > 0; libraries--)
        {
            // A needed library: structure version, number of its needed versions, name, offset of the first, offset of the next library.
            long need = library + Int(image, library + 8);
            for (int needs = Short(image, library + 2); needs > 0; needs--)
            {
                // A needed version: hash, flags, index, name, offset of the next.
                if (HasName(image, names + Int(image, need + 8), version))
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(Bytes(image, need + 4, 2), (ushort)(Short(image, need + 4) | Weak));
                    weakened++;
                }

                need += Int(image, need + 12);
            }

            library += Int(image, library + 12);
        }

        return weakened;
    }

    private static bool HasName(Span<byte> image, long offset, string name) =>
        Bytes(image, offset, name.Length + 1) is [.. var text, 0] && text.SequenceEqual(Encoding.ASCII.GetBytes(name));

    private static long Long(Span<byte> image, long offset) => BinaryPrimitives.ReadInt64LittleEndian(Bytes(image, offset, 8));

    private static uint Int(Span<byte> image, long offset) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(image, offset, 4));

    private static ushort Short(Span<byte> image, long offset) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(image, offset, 2));

    private static Span<byte> Bytes(Span<byte> image, long offset, int count) =>
        offset >= 0 && offset <= image.Length - count
            ? image.Slice((int)offset, count)
            : throw new InvalidDataException($"The ELF library points at byte {offset} and has {image.Length}.");
}
