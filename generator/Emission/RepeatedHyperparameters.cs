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
        var layers = new HashSet<string>(ShareMethods.Layers(plan), StringComparer.Ordinal);
        IEnumerable<Hyperparameter> owned = all.Where(h => !h.IsInteger && layers.Contains(h.Layer));
        foreach (var alike in owned.GroupBy(h => (h.Word, h.Range, h.Summary.Replace(h.Layer, "\n"))))
        {
            if (alike.Count() < SharedNames.Least)
            {
                continue;
            }

            var check = new Check(
                Identifier.Unique("Set" + alike.Key.Word, names), Identifier.Unique("_" + Invariant.Camel(alike.Key.Word), names), [.. alike]);
            foreach (Hyperparameter hyperparameter in alike)
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
    internal sealed record Check(string Name, string Field, IReadOnlyList<Hyperparameter> All)
    {
        /// <summary>It, for the first layer.</summary>
        public Hyperparameter First => All[0];

        /// <summary>Which of the numbers is a layer's.</summary>
        public int IndexOf(Hyperparameter hyperparameter) => All.TakeWhile(h => h != hyperparameter).Count();
    }
}
