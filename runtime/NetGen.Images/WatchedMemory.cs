namespace NetGen;

/// <summary>
/// The bytes of a file, and whether more were asked for than there are. The decoder takes what is missing at the end of a file for zeros and
/// says nothing: half a photograph would become one whose other half is gray.
/// </summary>
internal sealed class WatchedMemory(byte[] file) : MemoryStream(file, writable: false)
{
    /// <summary>Whether a byte behind the end was asked for.</summary>
    public bool HasPassedEnd { get; private set; }

    public override int ReadByte()
    {
        int read = base.ReadByte();
        HasPassedEnd |= read < 0;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = base.Read(buffer, offset, count);
        HasPassedEnd |= read < count;
        return read;
    }
}
