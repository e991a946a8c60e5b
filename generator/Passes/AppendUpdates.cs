using NetGen.Generator.Binding;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Optimizers;
using NetGen.Generator.Penalties;

namespace NetGen.Generator.Passes;

/// <summary>Appends the optimiser's formulas for every parameter that has a gradient: the assignments a step ends in.</summary>
internal static class AppendUpdates
{
    public static void Run(NetworkGraph graph, NetworkModel model, IReadOnlyList<(Node Parameter, Node Gradient)> gradients)
    {
        foreach ((Node p, Node g) in gradients)
        {
            var parameter = (Parameter)p.Op;
            graph.Place = new Place(parameter.Layer, Phase.Update);
            Decay? decay = model.Values.Single(v => v.Name == parameter.Layer).Decay;
            bool decays = decay is not null && (decay.Bias || parameter.Role == "weight");
            model.Optimizer.Update(new ParameterUpdate(graph, p, g, decays ? decay!.Build(graph) : null));
        }
    }
}
