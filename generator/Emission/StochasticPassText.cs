using NetGen.Generator.Kernels;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>A pass of an uncertain prediction; nothing where nothing is random.</summary>
internal static class StochasticPassText
{
    public static string Of(Plan plan, KernelMethods methods)
    {
        if (plan.StochasticPass.Count == 0)
        {
            return "";
        }

        Kernel[] once = [.. plan.StochasticPass.Where(k => !k.IsRandom)], each = [.. plan.StochasticPass.Where(k => k.IsRandom)];
        string before = once.Length == 0 ? "" : CSharpWriter.Code($$"""
            if (_stochasticPass == 0)
            {
                {{StepText.Calls(methods, once)}}
            }

            """);
        string operations = once.Length == 0 ? StepText.Operations(each) : $"(sample == 0 ? {StepText.Operations(plan.StochasticPass)} : {StepText.Operations(each)})";
        string reused = once.Length == 0 ? "" : " What no mask changes is computed by the first.";
        return CSharpWriter.Code($$"""
            private int _stochasticPass;

            /// <summary>A pass of an uncertain prediction: what the network predicts with the masks of that pass.</summary>
            void {{Types.INetwork}}.Sample(int rows, int sample)
            {
                using {{Types.NetworkMemory}}.Use use = _memory.Enter(rows);
                {{Types.HyperparameterRange}}.Check(sample, 0, nameof(sample));
                _rows = rows;
                _stochasticPass = sample;
                _team.Run(_runStochasticPass, operations: rows * {{operations}});
            }

            /// <summary>What each thread does in a pass.{{reused}}</summary>
            private void RunStochasticPass<V>({{Types.Worker}} worker)
                where V : struct, {{Types.IFloats}}<V>
            {
                int rows = _rows;
                {{before}}
                {{StepText.Calls(methods, each)}}
            }
            """);
    }
}
