using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>One point of a sweep: the hyperparameters to train with, and what to call them in tables.</summary>
/// <param name="Hyperparameters">The network's hyperparameters.</param>
/// <param name="Settings">What was chosen, in order; a table has a column for each name. Default is empty.</param>
/// <typeparam name="THyperparameters">The network's generated record.</typeparam>
public sealed record SweepPoint<THyperparameters>(THyperparameters Hyperparameters, ImmutableArray<Setting> Settings)
{
    /// <summary>What was chosen, in order; never default.</summary>
    public ImmutableArray<Setting> Settings
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = Settings.IsDefault ? [] : Settings;

    /// <summary>"λ = 0.001, keep = 0.5".</summary>
    public override string ToString() => Settings.IsEmpty ? "unchanged" : string.Join(", ", Settings);

    /// <summary>The point with one more value set.</summary>
    internal SweepPoint<THyperparameters> With<TValue>(string name, TValue value, string? format, Func<THyperparameters, TValue, THyperparameters> set)
    {
        string text = value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : $"{value}";
        return new SweepPoint<THyperparameters>(set(Hyperparameters, value), Settings.Add(new Setting(name, text)));
    }
}

/// <summary>A value chosen for a hyperparameter, as text.</summary>
/// <param name="Name">What the hyperparameter is called in tables.</param>
/// <param name="Value">The value, the same in every culture.</param>
public readonly record struct Setting(string Name, string Value)
{
    /// <summary>"λ = 0.001".</summary>
    public override string ToString() => $"{Name} = {Value}";
}
