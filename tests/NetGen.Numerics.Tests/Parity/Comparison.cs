using NetGen.Generator.Graph;

namespace NetGen.Numerics.Tests;

/// <summary>Several steps of an emitted network beside its twin's, and whether the comparison would notice a wrong factor.</summary>
internal sealed class Comparison(Pair pair, int seed, double missing) : IDisposable
{
    /// <summary>
    /// Twenty times the rounding error of a computed argument near 1, and of a parameter: farther from a kink than this, both twins are on the same side of it.
    /// Nearer, they may rightly differ, so such batches are drawn anew.
    /// </summary>
    private const double ClearOfKinks = 2e-5, ClearOfParameterKinks = 1e-6;

    /// <summary>
    /// The rounding of a sum of some ten terms, 10⁻⁷ of their magnitudes, has to stay below what two values may differ by, 2·10⁻⁵ of the sum.
    /// </summary>
    private const double ClearOfCancellation = 0.02;

    /// <summary>Adam's default ε of 10⁻⁸ is there against 0/0 alone: nobody sees 1 % of it.</summary>
    private const double NextToNothing = 1e-6;

    private readonly List<Batch> _batches = [];
    private readonly Twin _start = pair.Twin.Fork();
    private Twin _twin = pair.Twin.Fork();
    private Snapshot _actual = Snapshot.Of(pair.Network);
    private (Batch Batch, Outcome Actual)? _evaluated;

    public void Dispose() => pair.Dispose();

    /// <summary>One step of both with a batch of that many rows, after which they agree.</summary>
    public void Step(int rows)
    {
        (Batch batch, Twin next, Outcome outcome) = Clear(rows);
        _batches.Add(batch);
        _twin = next;
        Assert.True(
            Math.Abs(pair.Network.Penalty() - outcome.Penalty) <= Agreement.Relative * outcome.Penalty,
            $"step {_batches.Count}: a penalty of {pair.Network.Penalty():R} instead of {outcome.Penalty:R}\n{pair.Source}");
        _actual = pair.StepNetwork(batch);
        string? difference = Agreement.Difference(Snapshot.Of(_twin, outcome), _actual, pair.Start);
        Assert.True(difference is null, $"step {_batches.Count} of {rows} rows: {difference}\n{pair.Source}");
    }

    /// <summary>Predictions and row losses of both agree on a batch of that many rows, with targets and without.</summary>
    public void Evaluate(int rows)
    {
        Batch batch = Batches.Of(_twin.Model, rows, seed + 77, missing);
        Outcome actual = pair.EvaluateNetwork(batch);
        _evaluated = (batch, actual);
        string? difference = Agreement.Difference(_twin.Evaluate(batch), actual);
        Assert.True(difference is null, $"evaluation of {rows} rows: {difference}\n{pair.Source}");
        for (int pass = 0; pass < 2 && _twin.IsRandom; pass++)
        {
            string? other = Agreement.Difference(_twin.Sample(batch, pass), pair.SampleNetwork(batch, pass));
            Assert.True(other is null, $"pass {pass} of {rows} rows: {other}\n{pair.Source}");
        }

        Assert.Equal(actual.Predictions.Values.SelectMany(p => p.Values.ToArray()), pair.PredictNetwork(batch).SelectMany(p => p.Values.ToArray()));
    }

    /// <summary>
    /// The hyperparameters that could be 1 % off without the comparison noticing; a whole number, 1 off. The steps made are made again by
    /// the twin alone with the hyperparameter changed, and compared with what the emitted network did; and so is the last evaluation.
    /// </summary>
    public IEnumerable<string> Unnoticed()
    {
        foreach ((string name, double value) in _start.World.Hyperparameters)
        {
            // Where an optimizer limits each shrinkage, 1 % of λ does not show; all but 1 % of it must.
            double[] others = IsInteger(name) ? [value + 1] : IsShrinkage(name) ? [value * 0.99, value * 0.01, value * 100] : [value * 0.99];
            if (value >= NextToNothing && !others.Any(other => IsNoticed(name, other)))
            {
                yield return name;
            }
        }
    }

    private bool IsNoticed(string hyperparameter, double value)
    {
        Twin changed = _start.Fork();
        changed.World.Hyperparameters[hyperparameter] = value;
        Outcome outcome = new();
        foreach (Batch batch in _batches)
        {
            outcome = changed.Step(batch);
        }

        return Agreement.Difference(Snapshot.Of(changed, outcome), _actual, pair.Start) is not null
            || (_evaluated is var (last, actual) && Agreement.Difference(changed.Evaluate(last), actual) is not null);
    }

    /// <summary>Whether it is the strength of a proximal penalty, or its prior's σ.</summary>
    private bool IsShrinkage(string name) => _start.Model.Values.SelectMany(v => v.Penalties)
        .Any(p => p.IsProximal && p.LambdaIn(new NetworkGraph()).Graph.Hyperparameters.Any(h => h.Name == name));

    private bool IsInteger(string name) => _start.Model.Schedules.SelectMany(s => s.Hyperparameters)
        .Concat(_start.Model.Inputs.SelectMany(input => input.Augmentations).SelectMany(a => a.Strengths)).Any(h => h.Name == name && h.IsInteger);

    private (Batch Batch, Twin Next, Outcome Outcome) Clear(int rows)
    {
        for (int attempt = 0; attempt < 2000; attempt++)
        {
            Twin next = _twin.Fork();
            Batch batch = Batches.Of(next.Model, rows, seed + 1000 * _batches.Count + 100_000 * attempt, missing);
            Outcome outcome = next.Step(batch);
            if (outcome.NearestKink > ClearOfKinks && outcome.NearestParameterKink > ClearOfParameterKinks && outcome.LeastLeft > ClearOfCancellation)
            {
                return (batch, next, outcome);
            }
        }

        throw new InvalidOperationException($"No batch of 2000 kept clear of the kinks and of sums that cancel.\n{pair.Source}");
    }
}
