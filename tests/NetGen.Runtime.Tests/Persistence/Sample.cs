using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Persistence;

/// <summary>A network of two parameters, A.weight [2, 3] and A.bias [3], and safetensors files written by hand, right and wrong.</summary>
internal static class Sample
{
    public const string Weight = """{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}""";

    public const string Bias = """{"dtype":"F32","shape":[3],"data_offsets":[24,36]}""";

    public const int DataBytes = 36;

    public static ScriptedNetwork Network(int inputs = 2) => new(
        new Blueprint("Sample", batchSize: 2).Input("X", 1).Head("Y", LossKind.MeanSquaredError, 1).Dense("A", inputs, 3).Build(stateSlots: 2));

    /// <summary>A network whose parameters are 1, 2, 3, … and which has been trained: a failed load must change none of this.</summary>
    public static ScriptedNetwork Trained()
    {
        ScriptedNetwork network = Network();
        Fill(network, first: 1);
        network.Memory.State.Fill(0.5f);
        network.Memory.Steps = 7;
        return network;
    }

    /// <summary>Numbers the parameters in the order of the file; the padding stays 0.</summary>
    public static void Fill(INetwork network, float first)
    {
        foreach (ParameterInfo parameter in network.Schema.Parameters)
        {
            for (int row = 0; row < parameter.Rows; row++)
            {
                foreach (ref float value in parameter.RowIn(network.Memory.Parameters, row))
                {
                    value = first++;
                }
            }
        }
    }

    /// <summary>Length, header and data, here the numbers 10, 11, …</summary>
    public static byte[] File(string header, int dataBytes = DataBytes) => File(Encoding.UTF8.GetBytes(header), dataBytes);

    public static byte[] File(byte[] header, int dataBytes = DataBytes)
    {
        byte[] file = new byte[8 + header.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(file, header.Length);
        header.CopyTo(file, 8);
        for (int i = 0; i < dataBytes / 4; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8 + header.Length + 4 * i), 10 + i);
        }

        return file;
    }

    public static string Header(string weight = Weight, string bias = Bias) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"A.weight":{{weight}},"A.bias":{{bias}}}""");

    /// <summary>Loads bytes that must be refused, and sees that the network is as it was.</summary>
    public static CheckpointException Refused(byte[] file)
    {
        using ScriptedNetwork network = Trained();
        Bits before = Bits.Of(network);
        var e = Assert.Throws<CheckpointException>(() => Checkpoint.Load(network, new MemoryStream(file), WeightLayout.NetGen));
        Assert.Equal(before, Bits.Of(network));
        Assert.Equal("stream", e.File);
        return e;
    }
}
