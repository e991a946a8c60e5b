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
        string[] layers = [.. plan.TrainingKernels.Where(kernel => kernel.Method is not null).Select(kernel => kernel.Section.Owner).Distinct().OrderByDescending(name => name.Length)];
        IEnumerable<(Hyperparameter Hyperparameter, string Layer)> owned = all.Where(h => !h.IsInteger)
            .Select(h => (h, Layer: Array.Find(layers, layer => h.Name.Length > layer.Length && h.Name.StartsWith(layer, StringComparison.Ordinal)))).Where(pair => pair.Layer is not null)!;
        foreach (var alike in owned.GroupBy(pair => (pair.Hyperparameter.Name.Substring(pair.Layer.Length), pair.Hyperparameter.Range, pair.Hyperparameter.Summary.Replace(pair.Layer, "\n"))))
        {
            if (alike.Count() < SharedNames.Least)
            {
                continue;
            }

            string name = "Check" + alike.Key.Item1, unique = name;
            for (int i = 2; !names.Add(unique); i++)
            {
                unique = Invariant.Of($"{name}{i}");
            }

            var check = new Check(unique, alike.First().Hyperparameter, alike.ToDictionary(pair => pair.Hyperparameter.Name, pair => pair.Layer, StringComparer.Ordinal));
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

    /// <summary>A check of many hyperparameters.</summary>
    /// <param name="Name">The name of its method.</param>
    /// <param name="First">The first hyperparameter.</param>
    /// <param name="Layers">The layers, by the names of their hyperparameters.</param>
    internal sealed record Check(string Name, Hyperparameter First, IReadOnlyDictionary<string, string> Layers)
    {
        public string LayerOf(Hyperparameter hyperparameter) => Layers[hyperparameter.Name];
    }
}
