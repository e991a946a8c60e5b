using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary><c>PredictUncertain</c>, of a network in which something is random.</summary>
internal static class UncertainText
{
    public static string Of(Plan plan, PredictionMembers surface)
    {
        if (plan.StochasticPass.Count == 0)
        {
            return "";
        }

        NetworkModel model = plan.Model;
        ValueModel[] inputs = [.. model.Inputs], heads = [.. model.Heads];
        var spans = new ColumnSpans(model, surface.Columns);
        string samples = surface.Samples;
        IReadOnlyList<(string Mean, string Deviation)> outputs = surface.Uncertain;
        IEnumerable<string> checks =
        [
            .. spans.CheckInputs(),
            .. outputs.Select((o, i) => CheckRoom(i, o.Mean)), .. outputs.Select((o, i) => CheckRoom(i, o.Deviation)),
            .. spans.CheckResults([.. outputs.Select(o => o.Mean), .. outputs.Select(o => o.Deviation)], inputs),
            $"{Types.BatchSpans}.CheckSamples({samples}, \"{samples}\");",
        ];
        IEnumerable<string> adds = heads.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.AddSample(_memory, {i}, sample, {ColumnSpans.Slice(outputs[i].Mean, v.Size)}, {ColumnSpans.Slice(outputs[i].Deviation, v.Size)}, count);"));
        IEnumerable<string> ends = heads.Select((v, i) => Invariant.Of($"{Types.BatchSpans}.FinishSamples({samples}, {ColumnSpans.Slice(outputs[i].Deviation, v.Size)});"));
        return CSharpWriter.Code($$"""
            {{surface.PredictUncertain.Text}}
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter();
                {{spans.CountRows("int.MaxValue")}}
                {{CSharpWriter.Lines(checks)}}
                for (int start = 0; start < rows; start += {{model.BatchSize}})
                {
                    int count = {{Types.Math}}.Min({{model.BatchSize}}, rows - start);
                    {{CSharpWriter.Lines(spans.FillInputs(byBatch: true))}}
                    for (int sample = 0; sample < {{samples}}; sample++)
                    {
                        (({{Types.INetwork}})this).Sample(count, sample);
                        {{CSharpWriter.Lines(adds)}}
                    }

                    {{CSharpWriter.Lines(ends)}}
                }
            }
            """);
    }

    private static string CheckRoom(int head, string result) => Invariant.Of($"{Types.BatchSpans}.CheckPrediction(_memory, {head}, {result}, rows, \"{result}\");");
}
