using System.Collections;
using System.Collections.Immutable;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Begins a <see cref="RandomSample{THyperparameters}"/>.</summary>
public static class RandomSample
{
    /// <summary>More would be a mistake: each is trained.</summary>
    private const int MostPoints = 1_000_000;

    /// <summary>Points that are all the same until something is varied.</summary>
    /// <param name="start">The hyperparameters that every point has where it varies nothing else.</param>
    /// <param name="count">How many points; ≥ 1. More of them begin with the same ones.</param>
    /// <param name="seed">The points are a function of it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1 or more than 1,000,000.</exception>
    public static RandomSample<THyperparameters> Of<THyperparameters>(THyperparameters start, int count, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(start);
        HyperparameterRange.Check(count, 1, MostPoints, nameof(count));
        return new RandomSample<THyperparameters>([.. Enumerable.Repeat(new SweepPoint<THyperparameters>(start, []), count)], seed);
    }
}

/// <summary>
/// Points drawn at random, each hyperparameter by itself: where only some of them matter, a random sample tries more values of those than
/// a grid of as many points (Bergstra &amp; Bengio, "Random search for hyper-parameter optimization", 2012).
/// </summary>
/// <typeparam name="THyperparameters">The network's generated record.</typeparam>
/// <example><code>
/// RandomSample.Of(new DigitNet.Hyperparameters(), count: 20, seed: 1)
///     .LogUniform("λ", 1e-6f, 1e-2f, (h, value) => h with { HiddenL2 = value })
///     .Uniform("keep", 0.5f, 1, (h, value) => h with { HiddenKeep = value })
/// </code></example>
public sealed class RandomSample<THyperparameters> : IReadOnlyList<SweepPoint<THyperparameters>>
{
    private const string Digits = "G4";

    private readonly ImmutableArray<SweepPoint<THyperparameters>> _points;
    private readonly int _seed;

    internal RandomSample(ImmutableArray<SweepPoint<THyperparameters>> points, int seed) => (_points, _seed) = (points, seed);

    /// <summary>The number of points.</summary>
    public int Count => _points.Length;

    /// <summary>The point of this number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public SweepPoint<THyperparameters> this[int index] => _points[HyperparameterRange.Check(index, 0, Count - 1, nameof(index))];

    /// <summary>Draws a value for each point, every one in the range equally likely.</summary>
    /// <param name="name">What the hyperparameter is called in tables.</param>
    /// <param name="from">The least value.</param>
    /// <param name="to">The largest value, above <paramref name="from"/>.</param>
    /// <param name="set">The hyperparameters with a value: <c>(h, value) => h with { HiddenKeep = value }</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank or taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or not finite, or a value is outside that of the hyperparameter.</exception>
    public RandomSample<THyperparameters> Uniform(string name, float from, float to, Func<THyperparameters, float, THyperparameters> set)
    {
        SweepChecks.Range(from, to, float.MinValue);
        return Draw(name, (ref Philox random) => Math.Clamp((float)(from + random.NextDouble() * ((double)to - from)), from, to), Digits, set);
    }

    /// <summary>Draws a value for each point, every order of magnitude in the range equally likely: for strengths and learning rates.</summary>
    /// <param name="name">What the hyperparameter is called in tables.</param>
    /// <param name="from">The least value, above 0.</param>
    /// <param name="to">The largest value, above <paramref name="from"/>.</param>
    /// <param name="set">The hyperparameters with a value: <c>(h, value) => h with { HiddenL2 = value }</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank or taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty, not finite or not positive, or a value is outside that of the hyperparameter.</exception>
    public RandomSample<THyperparameters> LogUniform(string name, float from, float to, Func<THyperparameters, float, THyperparameters> set)
    {
        SweepChecks.Range(from, to, float.Epsilon);
        double ratio = Math.Log((double)to / from);
        return Draw(name, (ref Philox random) => Math.Clamp((float)(from * Math.Exp(random.NextDouble() * ratio)), from, to), Digits, set);
    }

    /// <summary>Draws one of some values for each point, each equally likely.</summary>
    /// <param name="name">What the hyperparameter is called in tables.</param>
    /// <param name="values">One or more.</param>
    /// <param name="set">The hyperparameters with a value: <c>(h, value) => h with { LearningRate = value }</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty, or <paramref name="name"/> is blank or taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the hyperparameter's range (from <paramref name="set"/>).</exception>
    public RandomSample<THyperparameters> Choice<TValue>(string name, IEnumerable<TValue> values, Func<THyperparameters, TValue, THyperparameters> set)
    {
        ArgumentNullException.ThrowIfNull(values);
        TValue[] all = [.. values];
        SweepChecks.NotEmpty(all.Length, name, nameof(values));
        return Draw(name, (ref Philox random) => all[random.Below(all.Length)], format: null, set);
    }

    /// <inheritdoc/>
    public IEnumerator<SweepPoint<THyperparameters>> GetEnumerator() => _points.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private delegate TValue Drawing<TValue>(ref Philox random);

    /// <summary>The n-th hyperparameter draws from stream n: naming another one later changes nothing about it.</summary>
    private RandomSample<THyperparameters> Draw<TValue>(
        string name, Drawing<TValue> draw, string? format, Func<THyperparameters, TValue, THyperparameters> set)
    {
        ArgumentNullException.ThrowIfNull(set);
        SweepChecks.NewName(name, _points[0].Settings, nameof(name));
        var random = new Philox(_seed, RandomPurpose.Sample, stream: _points[0].Settings.Length);
        var drawn = ImmutableArray.CreateBuilder<SweepPoint<THyperparameters>>(Count);
        foreach (SweepPoint<THyperparameters> point in _points)
        {
            drawn.Add(point.With(name, draw(ref random), format, set));
        }

        return new RandomSample<THyperparameters>(drawn.MoveToImmutable(), _seed);
    }
}
