using System.Collections;
using System.Collections.Immutable;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Begins a <see cref="Grid{THyperparameters}"/>.</summary>
public static class Grid
{
    /// <summary>A grid of one point.</summary>
    /// <param name="start">The hyperparameters that every point has where it varies nothing else.</param>
    /// <exception cref="ArgumentNullException"><paramref name="start"/> is null.</exception>
    public static Grid<THyperparameters> Of<THyperparameters>(THyperparameters start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new([new SweepPoint<THyperparameters>(start, [])]);
    }
}

/// <summary>Every combination of the values given for some hyperparameters; the last given varies fastest.</summary>
/// <typeparam name="THyperparameters">The network's generated record.</typeparam>
/// <example><code>
/// Grid.Of(new DigitNet.Hyperparameters())
///     .With("λ", [0, 1e-4f, 1e-3f], (h, value) => h with { HiddenL2 = value })
///     .With("keep", [0.5f, 0.8f], (h, value) => h with { HiddenKeep = value })
/// </code></example>
public sealed class Grid<THyperparameters> : IReadOnlyList<SweepPoint<THyperparameters>>
{
    private readonly ImmutableArray<SweepPoint<THyperparameters>> _points;

    internal Grid(ImmutableArray<SweepPoint<THyperparameters>> points) => _points = points;

    /// <summary>The number of points.</summary>
    public int Count => _points.Length;

    /// <summary>The point of this number, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such point.</exception>
    public SweepPoint<THyperparameters> this[int index] => _points[HyperparameterRange.Check(index, 0, Count - 1, nameof(index))];

    /// <summary>A grid with each of these values at each point of this one.</summary>
    /// <param name="name">What the hyperparameter is called in tables.</param>
    /// <param name="values">One or more.</param>
    /// <param name="set">The hyperparameters with a value: <c>(h, value) => h with { HiddenL2 = value }</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty, or <paramref name="name"/> is blank or taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside the hyperparameter's range (from <paramref name="set"/>).</exception>
    public Grid<THyperparameters> With<TValue>(string name, IEnumerable<TValue> values, Func<THyperparameters, TValue, THyperparameters> set)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(set);
        SweepChecks.NewName(name, _points[0].Settings, nameof(name));
        TValue[] all = [.. values];
        SweepChecks.NotEmpty(all.Length, name, nameof(values));
        return new Grid<THyperparameters>([.. _points.SelectMany(point => all.Select(value => point.With(name, value, format: null, set)))]);
    }

    /// <inheritdoc/>
    public IEnumerator<SweepPoint<THyperparameters>> GetEnumerator() => _points.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
