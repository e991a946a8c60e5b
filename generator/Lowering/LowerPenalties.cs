using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Lowering;

/// <summary>The penalties of the layers, λ·Ω(w).</summary>
internal static class LowerPenalties
{
    /// <summary>The penalties as terms of the objective, each reported; a proximal one acts after the step and is no term.</summary>
    public static List<Node> Run(NetworkGraph graph, NetworkModel model)
    {
        var terms = new List<Node>();
        foreach ((Penalty penalty, Node w) in Penalties(graph, model))
        {
            graph.Section = new CodeSection(w.Section.Owner, Phase.Update);
            Node term = penalty.Build(graph, w);
            graph.Add(new Effect(EffectKind.Penalty, w.Section.Owner, term));
            if (!penalty.IsProximal)
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    private static IEnumerable<(Penalty Penalty, Node Parameter)> Penalties(NetworkGraph graph, NetworkModel model)
    {
        // A layer that feeds no head is not trained, so nothing pulls at its weights either.
        Node[] parameters = [.. graph.Live().Where(n => n.Op is Parameter)];
        foreach (Node parameter in parameters)
        {
            ValueModel layer = model.Values.Single(v => v.Name == parameter.Section.Owner);
            foreach (Penalty penalty in layer.Penalties.Where(p => p.ActsOn(((Parameter)parameter.Op).Role)))
            {
                yield return (penalty, parameter);
            }
        }
    }
}
