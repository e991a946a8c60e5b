using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// The header of a safetensors file: the file is an 8-byte little-endian length, that many bytes of JSON, then the tensors' bytes.
/// https://huggingface.co/docs/safetensors describes the format.
/// </summary>
/// <param name="Metadata">The strings under <c>__metadata__</c>; empty if there are none.</param>
/// <param name="Tensors">The tensors in the order in which the header lists them.</param>
internal sealed record CheckpointHeader(IReadOnlyDictionary<string, string> Metadata, ImmutableArray<TensorEntry> Tensors)
{
    /// <summary>Bytes of the length before the header.</summary>
    public const int PrefixBytes = sizeof(ulong);

    /// <summary>The most dimensions that a shape may have; no parameter has more than two.</summary>
    public const int MaximumRank = 8;

    /// <summary>The key of the metadata; no tensor may have this name.</summary>
    public const string MetadataKey = "__metadata__";

    /// <summary>What NetGen writes as <c>format</c>.</summary>
    public const string FormatName = "netgen";

    /// <summary>What NetGen writes as <c>version</c>; another number means another layout.</summary>
    public const string FormatVersion = "1";

    /// <summary>
    /// After a layer's name, the key of the factor by which prediction multiplies what the layer yields (<see cref="Rescale.AtPrediction"/>).
    /// The weights in the file are the plain ones: w, not w_final = keep·w.
    /// </summary>
    public const string RescaleSuffix = ".rescale-at-prediction";

    /// <summary>
    /// After a value's name, the key of what it computes (<see cref="NetworkSchema.Architecture"/>). Files written before it was, and those
    /// of other tools, have none.
    /// </summary>
    public const string ArchitectureSuffix = ".architecture";

    /// <summary>Whether NetGen wrote it.</summary>
    public bool IsOwn => Metadata.GetValueOrDefault("format") == FormatName;

    /// <summary>
    /// How much longer than a network's own header one may be that is read for it: for the metadata of other tools, of which a training log
    /// is the longest. The format would allow 100 MB to any file.
    /// </summary>
    public const int ForeignBytes = 1 << 20;

    /// <summary>The header of a checkpoint of a network: its parameters one after the other, in declaration order.</summary>
    public static CheckpointHeader Of(NetworkMemory memory)
    {
        NetworkSchema schema = memory.Schema;
        var tensors = ImmutableArray.CreateBuilder<TensorEntry>(schema.Parameters.Length);
        long begin = 0;
        foreach (ParameterInfo parameter in schema.Parameters)
        {
            tensors.Add(TensorEntry.Of(parameter, begin, WeightLayout.NetGen));
            begin = tensors[^1].End;
        }

        var metadata = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = FormatName,
            ["network"] = schema.Name,
            ["version"] = FormatVersion,
        };
        foreach ((string layer, float keep) in memory.Rescaled)
        {
            metadata[layer + RescaleSuffix] = keep.ToString("R", CultureInfo.InvariantCulture);
        }

        foreach (ValueInfo value in schema.Architecture)
        {
            metadata[value.Name + ArchitectureSuffix] = value.Operation;
        }

        return new(metadata, tensors.MoveToImmutable());
    }
}
