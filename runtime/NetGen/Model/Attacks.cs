using System.ComponentModel;
using System.Globalization;
using System.Numerics.Tensors;

namespace NetGen.CompilerServices;

/// <summary>
/// Adversarial examples by signs of gradients: one step is the fast gradient sign method (Goodfellow, Shlens &amp; Szegedy 2015), several are
/// the basic iterative method (Kurakin et al. 2017), and with a random start projected gradient descent (Madry et al. 2018). Emitted
/// <c>Fgsm</c>, <c>Pgd</c> and <c>InputGradient</c> check with it and run it, batch after batch.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Attacks
{
    private const int MostSteps = 1_000_000;

    /// <summary>Checks the arguments of an attack other than its rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// ε is negative, NaN, infinite or more than a declared range is wide; the step size is negative, NaN or infinite; steps is less than 1.
    /// </exception>
    public static void Check(NetworkSchema schema, float epsilon, float stepSize, int steps)
    {
        ArgumentNullException.ThrowIfNull(schema);
        HyperparameterRange.Check(epsilon, HyperparameterRange.Including(0), HyperparameterRange.Unbounded, nameof(epsilon));
        foreach (InputInfo input in schema.Inputs)
        {
            if (epsilon > input.Max - input.Min)
            {
                throw new ArgumentOutOfRangeException(nameof(epsilon), epsilon, string.Create(CultureInfo.InvariantCulture,
                    $"{nameof(epsilon)} is {epsilon}; it must be in [0, {input.Max - input.Min}], " +
                    $"for features of {input.Name} are in [{input.Min}, {input.Max}]."));
            }
        }

        HyperparameterRange.Check(stepSize, HyperparameterRange.Including(0), HyperparameterRange.Unbounded, nameof(stepSize));
        HyperparameterRange.Check(steps, 1, MostSteps, nameof(steps));
    }

    /// <summary>Checks what <see cref="INetwork.Attack"/> is given. More than a million steps would be a mistake.</summary>
    /// <param name="epsilon">≥ 0.</param>
    /// <param name="step">Finite; negative toward a target.</param>
    /// <param name="steps">1 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static void Check(float epsilon, float step, int steps)
    {
        HyperparameterRange.Check(epsilon, HyperparameterRange.Including(0), HyperparameterRange.Unbounded, nameof(epsilon));
        HyperparameterRange.Check(step, HyperparameterRange.Unbounded, HyperparameterRange.Unbounded, nameof(step));
        HyperparameterRange.Check(steps, 1, MostSteps, nameof(steps));
    }

    /// <summary>Attacks the gathered rows, and leaves x′ in the place of the inputs.</summary>
    /// <param name="network">The network, its inputs and targets gathered.</param>
    /// <param name="firstRow">The number of the first of these rows among all that are attacked: random starts do not depend on batches.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="epsilon">See <see cref="INetwork.Attack"/>.</param>
    /// <param name="step">See <see cref="INetwork.Attack"/>.</param>
    /// <param name="steps">See <see cref="INetwork.Attack"/>.</param>
    /// <param name="randomStart">The seed of a start drawn uniformly within ε of x; null to start at x.</param>
    public static void Run(INetwork network, int firstRow, int rows, float epsilon, float step, int steps, int? randomStart)
    {
        ArgumentNullException.ThrowIfNull(network);
        network.Memory.KeepOriginals(rows);
        if (randomStart is { } seed)
        {
            for (int row = 0; row < rows; row++)
            {
                Scatter(network, row, new Philox(seed, RandomPurpose.Attack, firstRow + row), epsilon);
            }
        }

        network.Attack(rows, epsilon, step, steps);
    }

    /// <summary>Moves each feature of a row by up to ±ε, within the declared range. A row without any target stays: it has no loss to raise.</summary>
    private static void Scatter(INetwork network, int row, Philox random, float epsilon)
    {
        NetworkSchema schema = network.Schema;
        if (!HasTarget(network, row))
        {
            return;
        }

        for (int input = 0; input < schema.Inputs.Length; input++)
        {
            foreach (ref float x in network.Memory.InputRow(input, row))
            {
                float moved = x + epsilon * (float)(2 * random.NextDouble() - 1);
                float near = Floats4.First(Vectors.Project(Floats4.Splat(moved), Floats4.Splat(x), Floats4.Splat(epsilon)));
                x = Math.Clamp(near, schema.Inputs[input].Min, schema.Inputs[input].Max);
            }
        }
    }

    private static bool HasTarget(INetwork network, int row)
    {
        for (int head = 0; head < network.Schema.Heads.Length; head++)
        {
            if (network.Schema.Heads[head].HasLabels
                ? network.Memory.Labels(head)[row] >= 0
                : !TensorPrimitives.IsNaNAny<float>(network.Memory.TargetRow(head, row)))
            {
                return true;
            }
        }

        return false;
    }
}
