using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary><c>PredictUncertain</c>, of a network in which something is random.</summary>
internal static class UncertainText
{
    public static string Of(Plan plan)
    {
        if (plan.StochasticPass.Count == 0)
        {
            return "";
        }

        NetworkModel model = plan.Model;
        ValueModel[] inputs = [.. model.Inputs], heads = [.. model.Heads];
        var spans = new ColumnSpans(model);
        var taken = new HashSet<string>(inputs.Select(spans.Of), StringComparer.Ordinal);
        string samples = UncertainParameters.Free("samples", taken);
        (string Mean, string Deviation)[] outputs = [.. heads.Select(h => UncertainParameters.Names(h.Name, heads.Length, taken))];
        string parameters = string.Join(", ",
        [
            .. inputs.Select(spans.Given), $"int {samples}",
            .. outputs.Select(o => $"{Types.Span}<float> {o.Mean}"), .. outputs.Select(o => $"{Types.Span}<float> {o.Deviation}"),
        ]);
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
            /// <summary>
            /// Predicts any number of rows by several networks drawn at random, with dropout and noise as in training: the mean of what they predict, and how far they
            /// disagree (with dropout alone, Monte-Carlo dropout: Gal &amp; Ghahramani 2016). Pass s draws the same masks for every row, by the network's seed, so a
            /// row's numbers depend on nothing but the row, the parameters, the seed and the number of passes. Nothing is allocated.
            /// </summary>
            {{CSharpWriter.Lines(inputs.Select(spans.Documentation))}}
            /// <param name="{{samples}}">Passes, at least 2.</param>
            {{CSharpWriter.Lines(heads.Select((v, i) => Invariant.Of($"/// <param name=\"{outputs[i].Mean}\">Takes the mean of {v.Name}'s {v.Size} {(v.Loss!.PredictsProbabilities ? "probabilities" : "numbers")} per row.</param>")))}}
            {{CSharpWriter.Lines(heads.Select((v, i) => Invariant.Of($"/// <param name=\"{outputs[i].Deviation}\">Takes their standard deviation over the passes (divisor: passes − 1).</param>")))}}
            /// <exception cref="ArgumentException">A span has the wrong length or a value that is not allowed, or partly overlaps one that takes results.</exception>
            /// <exception cref="{{Types.ArgumentOutOfRangeException}}">There are fewer than 2 passes.</exception>
            /// <exception cref="global::System.InvalidOperationException">Another thread is using the network: make an instance for each.</exception>
            /// <exception cref="global::System.ObjectDisposedException">The network has been disposed of.</exception>
            public void PredictUncertain({{parameters}})
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
