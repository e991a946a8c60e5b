using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>What a grid and a random sample refuse.</summary>
internal static class SweepChecks
{
    public static void NewName(string name, ImmutableArray<Setting> settings, string argument)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name, argument);
        if (settings.Any(s => s.Name == name))
        {
            throw new ArgumentException($"Two hyperparameters are called {name}; each needs its own column.", argument);
        }
    }

    public static void NotEmpty(int count, string name, string argument)
    {
        if (count == 0)
        {
            throw new ArgumentException($"Got 0 values for {name}; at least one is needed.", argument);
        }
    }

    /// <summary>Finite ends, the first at least <paramref name="least"/> and below the second.</summary>
    public static void Range(float from, float to, float least)
    {
        if (!float.IsFinite(from) || from < least)
        {
            throw new ArgumentOutOfRangeException(nameof(from), from, $"A range begins with a finite number{(least > 0 ? " above 0" : "")}.");
        }

        if (!float.IsFinite(to) || to <= from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, string.Create(CultureInfo.InvariantCulture, $"A range from {from} ends with a finite number above it."));
        }
    }
}
