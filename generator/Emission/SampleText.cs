using NetGen.Generator.Planning;

namespace NetGen.Generator.Emission;

/// <summary>A pass of an uncertain prediction; nothing where nothing is random.</summary>
internal static class SampleText
{
    public static string Of(Plan plan)
    {
        if (plan.Sample.Count == 0)
        {
            return "";
        }

        Kernel[] once = [.. plan.Sample.Where(k => !k.IsRandom)], each = [.. plan.Sample.Where(k => k.IsRandom)];
        string before = once.Length == 0 ? "" : CSharpWriter.Code($$"""
            if (_sample == 0)
            {
                {{StepText.Calls(once)}}
            }

            """);
        string operations = once.Length == 0 ? StepText.Operations(each) : $"(sample == 0 ? {StepText.Operations(plan.Sample)} : {StepText.Operations(each)})";
        string reused = once.Length == 0 ? "" : " What no mask changes is computed by the first.";
        return CSharpWriter.Code($$"""
            private int _sample;

            /// <summary>A pass of an uncertain prediction: what the network predicts with the masks of that pass.</summary>
            void {{Types.INetwork}}.Sample(int rows, int sample)
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter(rows);
                {{Types.HyperparameterRange}}.Check(sample, 0, nameof(sample));
                _rows = rows;
                _sample = sample;
                _team.Run(_samplePass, operations: rows * {{operations}});
            }

            /// <summary>What each thread does in a pass.{{reused}}</summary>
            private void ShareOfSample<V>({{Types.Worker}} worker)
                where V : struct, {{Types.IFloats}}<V>
            {
                int rows = _rows;
                {{before}}
                {{StepText.Calls(each)}}
            }
            """);
    }
}
