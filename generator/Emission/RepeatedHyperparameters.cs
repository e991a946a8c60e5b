using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Hyperparameters that many layers have, layers that share methods: their range is checked by one method, and they are described once.</summary>
internal sealed class RepeatedHyperparameters
{
    private readonly Dictionary<Hyperparameter, Check> _checks = [];

    /// <param name="all">All hyperparameters of a network.</param>
    /// <param name="plan">Its plan.</param>
    public RepeatedHyperparameters(IReadOnlyList<Hyperparameter> all, Plan plan)
    {
        var names = new HashSet<string>(all.Select(h => h.Name), StringComparer.Ordinal);
        string[] layers = [.. ShareMethods.Layers(plan).OrderByDescending(name => name.Length)];
        IEnumerable<(Hyperparameter Hyperparameter, string Layer)> owned = all.Where(h => !h.IsInteger)
            .Select(h => (h, Layer: Array.Find(layers, layer => h.Name.Length > layer.Length && h.Name.StartsWith(layer, StringComparison.Ordinal)))).Where(pair => pair.Layer is not null)!;
        foreach (var alike in owned.GroupBy(pair => (pair.Hyperparameter.Name.Substring(pair.Layer.Length), pair.Hyperparameter.Range, pair.Hyperparameter.Summary.Replace(pair.Layer, "\n"))))
        {
            if (alike.Count() < SharedNames.Least)
            {
                continue;
            }

            var check = new Check(
                Identifier.Unique("Set" + alike.Key.Item1, names), Identifier.Unique("_" + Invariant.Camel(alike.Key.Item1), names), [.. alike.Select(pair => pair.Hyperparameter)],
                alike.ToDictionary(pair => pair.Hyperparameter.Name, pair => pair.Layer, StringComparer.Ordinal));
            foreach ((Hyperparameter hyperparameter, _) in alike)
            {
                _checks.Add(hyperparameter, check);
            }
        }
    }

    /// <summary>The checks, in the order of what they check first.</summary>
    public IEnumerable<Check> All => _checks.Values.Distinct();

    /// <summary>The check of a hyperparameter; null if few layers have such a one.</summary>
    public Check? Of(Hyperparameter hyperparameter) => _checks.TryGetValue(hyperparameter, out Check? check) ? check : null;

    /// <summary>A hyperparameter that many layers have.</summary>
    /// <param name="Name">The name of the method that sets it for a layer.</param>
    /// <param name="Field">The name of the field that holds it for all layers.</param>
    /// <param name="All">It, for each layer.</param>
    /// <param name="Layers">The layers, by the names of their hyperparameters.</param>
    internal sealed record Check(string Name, string Field, IReadOnlyList<Hyperparameter> All, IReadOnlyDictionary<string, string> Layers)
    {
        /// <summary>It, for the first layer.</summary>
        public Hyperparameter First => All[0];

        public string LayerOf(Hyperparameter hyperparameter) => Layers[hyperparameter.Name];

        /// <summary>Which of the numbers is a layer's.</summary>
        public int IndexOf(Hyperparameter hyperparameter) => All.TakeWhile(h => h != hyperparameter).Count();
    }
}
