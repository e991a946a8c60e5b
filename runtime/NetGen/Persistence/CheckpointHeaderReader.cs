using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;

namespace NetGen;

/// <summary>
/// Parses a safetensors header and refuses whatever the format does not allow: text that is not a JSON object in UTF-8, a key given
/// twice, a member missing or unknown, a number that is not a non-negative integer, a metadata value that is not a string.
/// </summary>
internal static class CheckpointHeaderReader
{
    private const int LongestReason = 200;

    public static CheckpointHeader Read(ReadOnlySpan<byte> text, string file)
    {
        if (!Utf8.IsValid(text))
        {
            throw new CheckpointException(file, null, "the header is not UTF-8 text.");
        }

        if (text.IsEmpty || text[0] != '{')
        {
            throw new CheckpointException(file, null, "the header must start with '{'.");
        }

        try
        {
            var json = new Utf8JsonReader(text);
            json.Read();
            CheckpointHeader header = ReadRoot(ref json, file);
            json.Read(); // throws if anything but white space follows
            return header;
        }
        catch (JsonException e)
        {
            throw new CheckpointException(file, null, $"the header is not the JSON of a safetensors file: {QuotedText.Of(e.Message, LongestReason)}", e);
        }
        catch (InvalidOperationException e)
        {
            // What Utf8JsonReader.GetString throws for half of a surrogate pair.
            throw new CheckpointException(file, null, $"the header holds a string that is not Unicode: {QuotedText.Of(e.Message, LongestReason)}", e);
        }
    }

    private static CheckpointHeader ReadRoot(ref Utf8JsonReader json, string file)
    {
        IReadOnlyDictionary<string, string>? metadata = null;
        var tensors = ImmutableArray.CreateBuilder<TensorEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (NextMember(ref json, out string name))
        {
            if (!names.Add(name))
            {
                throw new CheckpointException(file, name, "is in the header twice; each name must be there once.");
            }

            if (name == CheckpointHeader.MetadataKey)
            {
                metadata = ReadMetadata(ref json, file);
            }
            else
            {
                tensors.Add(ReadTensor(ref json, name, file));
            }
        }

        return new(metadata ?? ImmutableDictionary<string, string>.Empty, tensors.ToImmutable());
    }

    private static Dictionary<string, string> ReadMetadata(ref Utf8JsonReader json, string file)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new CheckpointException(file, null, "__metadata__ must be an object of strings.");
        }

        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        while (NextMember(ref json, out string key))
        {
            if (json.TokenType != JsonTokenType.String)
            {
                throw new CheckpointException(file, null, $"__metadata__.{QuotedText.Of(key)} must be a string.");
            }

            if (!metadata.TryAdd(key, json.GetString()!))
            {
                throw new CheckpointException(file, null, $"__metadata__.{QuotedText.Of(key)} is there twice.");
            }
        }

        return metadata;
    }

    private static TensorEntry ReadTensor(ref Utf8JsonReader json, string name, string file)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            throw new CheckpointException(file, name, "must be described by an object of dtype, shape and data_offsets.");
        }

        string? type = null;
        ImmutableArray<long>? shape = null, offsets = null;
        while (NextMember(ref json, out string member))
        {
            switch (member)
            {
                case "dtype" when type is null && json.TokenType == JsonTokenType.String:
                    type = json.GetString();
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref json, name, member, file);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref json, name, member, file);
                    break;
                default:
                    throw new CheckpointException(file, name,
                        $"has an unexpected '{QuotedText.Of(member)}'; dtype (a string), shape and data_offsets must be there once each, and nothing else.");
            }
        }

        if (type is null || shape is not { } dimensions || offsets is not { Length: 2 } range)
        {
            throw new CheckpointException(file, name, "must have dtype, shape and two data_offsets.");
        }

        return new(name, type, dimensions, range[0], range[1]);
    }

    private static ImmutableArray<long> ReadNumbers(ref Utf8JsonReader json, string tensor, string member, string file)
    {
        var numbers = ImmutableArray.CreateBuilder<long>(2);
        bool valid = json.TokenType == JsonTokenType.StartArray;
        while (valid && json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            valid = json.TokenType == JsonTokenType.Number && json.TryGetInt64(out long number) && number >= 0;
            numbers.Add(valid ? json.GetInt64() : 0);
            if (numbers.Count > CheckpointHeader.MaximumRank)
            {
                throw new CheckpointException(file, tensor, $"has a {member} of more than {CheckpointHeader.MaximumRank} numbers.");
            }
        }

        return valid
            ? numbers.ToImmutable()
            : throw new CheckpointException(file, tensor, $"has a {member} that is not an array of integers from 0 to 2⁶³ − 1.");
    }

    /// <summary>Moves to the next member of the current object and on to its value; false at the object's end.</summary>
    private static bool NextMember(ref Utf8JsonReader json, out string name)
    {
        json.Read();
        name = json.TokenType == JsonTokenType.PropertyName ? json.GetString()! : "";
        return json.TokenType == JsonTokenType.PropertyName && json.Read();
    }
}
