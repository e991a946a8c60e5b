using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Passes;

/// <summary>Appends the optimizer's formulas for every parameter that has a gradient: the assignments a step ends in.</summary>
internal static class AppendUpdates
{
    public static void Run(NetworkGraph graph, NetworkModel model, IReadOnlyList<(Node Parameter, Node Gradient)> gradients)
    {
        foreach ((Node p, Node g) in model.Clipping?.Run(graph, gradients) ?? gradients)
        {
            var parameter = (Parameter)p.Op;
            graph.Section = new CodeSection(parameter.Layer, Phase.Update);
            ValueModel layer = model.Values.Single(v => v.Name == parameter.Layer);
            Decay? decay = layer.ParameterModifier<Decay>(parameter.Role);
            Penalty? proximal = layer.Penalties.SingleOrDefault(l => l.IsProximal && l.ActsOn(parameter.Role));
            MaxNorm? constraint = layer.ParameterModifier<MaxNorm>(parameter.Role);
            (int, Node)? average = model.Averaging is { } averaging ? (model.Optimizer.Slots, averaging.Build(graph)) : null;
            bool isPulled = decay is not null || layer.Penalties.Any(penalty => penalty.ActsOn(parameter.Role));
            model.Optimizer.Update(new ParameterUpdate(
                graph, p, g, decay?.Build(graph), proximal?.LambdaIn(graph), constraint?.Build(graph), average, isPulled));
        }

        // A network without parameters has the hyperparameter all the same: its members read it.
        model.Averaging?.Build(graph);
    }
}
