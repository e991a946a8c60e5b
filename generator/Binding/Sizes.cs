using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Adversaries;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Binding;

/// <summary>Whether a network fits its arenas, which are addressed by 32-bit offsets.</summary>
internal static class Sizes
{
    /// <summary>Forgets the shape of a value whose rows or weights alone are too many numbers; returns how many they are, null where they fit.</summary>
    public static TooMany? Check(ValueBinding value, int batchSize)
    {
        if (value.Shape is not { } shape)
        {
            return null;
        }

        // The extents are ≤ 2³¹, so a product in double is exact enough and cannot overflow.
        double size = shape.Aggregate(1.0, (a, b) => a * b), rows = Padded(size) * batchSize, weights = Weights(value);
        if (Math.Max(rows, weights) <= Most)
        {
            return null;
        }

        value.Shape = null;
        return new(value, shape.ToString(), Math.Max(rows, weights), OfRows: weights <= Most);
    }

    /// <summary>
    /// Reports what was found: at the batch size where not even rows of one number would fit, or where several values do not; else at each
    /// value.
    /// </summary>
    public static void Report(IReadOnlyList<TooMany> found, NetworkDeclaration network, int batchSize, ICollection<Problem> problems)
    {
        TooMany[] rows = [.. found.Where(f => f.OfRows)];
        AttributeReader? batch = new AttributeSet(network.Name, network.Attributes, Site.Class.Value, problems).Find("Network");
        bool isBatch = rows.Length > 0 && (rows.Length > 1 || Padded(1) * batchSize > Most) && batch?.Has(nameof(NetworkAttribute.BatchSize)) == true;
        if (isBatch)
        {
            string numbers = Invariant.Of($"{rows.Max(f => f.Numbers):N0}");
            batch!.Report(Rules.TooLarge, nameof(NetworkAttribute.BatchSize), Invariant.Of($"BatchSize = {batchSize:N0}"), numbers);
        }

        foreach (TooMany one in found.Where(f => !(isBatch && f.OfRows)))
        {
            one.Value.KindReader!.Report(Rules.TooLarge, null, one.Shape, Invariant.Of($"{one.Numbers:N0}"));
        }
    }

    /// <summary>Reports a network whose values fit one by one, but not together.</summary>
    public static void Check(NetworkDeclaration network, IReadOnlyList<ValueBinding> values, TrainingModel training, ICollection<Problem> problems)
    {
        // A value may need room for its rows, its gradient, its target and its prediction; a parameter for each slot of optimizer state.
        double work = (training.Modifiers.OfType<AdversarialTraining>().Any() ? 8 : 4) * values.Sum(v => Padded(v.Size) * training.BatchSize);
        double weights = values.Sum(Weights);
        double parameters = Math.Max(1, training.Optimizer.Slots + training.Modifiers.OfType<Averaging>().Count()) * weights;
        work += training.Modifiers.OfType<GradientClipping>().Any(clipping => clipping.KeepsGradients) ? weights : 0;
        if (Math.Max(work, parameters) > Most)
        {
            string[] words = [network.Name, "Network", "all values together", Invariant.Of($"{Math.Max(work, parameters):N0}")];
            problems.Add(new(Rules.TooLarge, Site.Class, words.ToEquatable()));
        }
    }

    // An arena is one array of floats and a little room to align it.
    private const double Most = int.MaxValue - 64.0;

    /// <summary>A layer's parameters, the rows of matrices rounded up to 16; or, where that is more, the panel of 64 rows of its weights.</summary>
    private static double Weights(ValueBinding value)
    {
        IReadOnlyList<Parameter> parameters = value.Kind!.ParametersOf(value.Name, value.InputShape, new Glorot());
        double all = parameters.Sum(p => (p.Type.Space == Space.Vector ? 1 : Math.Ceiling(p.Type.Rows / 16.0) * 16) * Padded(p.Type.Columns));
        return parameters.Where(p => p.Role.IsWeight).Select(p => 64.0 * Padded(p.Type.Columns)).Append(all).Max();
    }

    /// <summary>A row's length in memory: whole 64-byte lines, and never a multiple of 256 floats.</summary>
    private static double Padded(double size)
    {
        double padded = Math.Ceiling(size / 16) * 16;
        return padded % 256 == 0 ? padded + 16 : padded;
    }

    /// <param name="Value">What does not fit.</param>
    /// <param name="Shape">Its shape.</param>
    /// <param name="Numbers">How many numbers it is.</param>
    /// <param name="OfRows">Whether only the rows of a batch are too many: its weights fit.</param>
    public sealed record TooMany(ValueBinding Value, string Shape, double Numbers, bool OfRows);
}
