namespace NetGen.Numerics.Tests;

/// <summary>
/// The emitted attack beside its twin's. Where |∂E/∂x| is at rounding level (<see cref="Agreement.Relative"/> of the largest) its sign is
/// anybody's, so there x′ may be any of three; everywhere else it is known to the bit, for it is two or three roundings from x.
/// </summary>
public sealed class AttackParityTests
{
    private const float Epsilon = 0.11f, Step = 0.07f;

    /// <summary>Inputs with a range: both ends, the lower, the upper; two inputs that meet before any layer; one that no head reads.</summary>
    private static readonly NetworkText[] Ranged =
    [
        new NetworkText("Between", 30)
            .Layer("X", "Input(37, Min = -0.9f, Max = 0.8f)", "Dropout(0.8f)")
            .Layer("A", "Dense(150)", "Tanh", "Dropout(0.7f)")
            .Layer("B", "Dense(40)", "Gelu")
            .Head("Out", "Dense(10)", "SoftmaxCrossEntropy(Smoothing = 0.1f)"),
        new NetworkText("Above", 9).Layer("X", "Input(160, Min = -0.95f)").Head("Out", "Dense(3)", "MeanSquaredError"),
        new NetworkText("Below", 17)
            .Layer("X", "Input(5, Max = 0.9f)")
            .Layer("Y", "Input(5)")
            .Layer("Sum", "Sum(nameof(X), nameof(Y))", "Swish")
            .Layer("Idle", "Input(3)")
            .Head("Out", "Dense(3, From = nameof(Sum))", "SoftmaxCrossEntropy(Weight = 0.4f)")
            .Head("Direct", "Sum(nameof(X), nameof(Sum))", "Huber(0.5f)"),
    ];

    private static readonly NetworkText[] All = [.. Cases.Networks.Take(40), .. Ranged];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(All));

    public static TheoryData<NetworkCase> Networks => NetworkCase.Of(All);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Gradients_agree_and_inputs_move_by_their_signs(NetworkCase @case)
    {
        NetworkText network = @case.In(All);
        using Pair pair = Ranged.Contains(network) ? Emitted.Value.PairInEverySetting(network, seed: 3) : Emitted.Value.Pair(network, seed: 3);
        foreach (int rows in new[] { network.BatchSize, 1 + network.BatchSize / 2, 1 })
        {
            (Batch batch, Outcome expected) = Clear(pair, rows);
            Outcome actual = pair.AttackNetwork(batch, Epsilon, Step, steps: 1);
            foreach ((string input, Tensor gradient) in expected.InputGradients)
            {
                string? difference = Agreement.Difference($"d{input}", gradient, actual.InputGradients[input]);
                Assert.True(difference is null, $"{rows} rows: {difference}\n{network}");
                Moved(pair, input, batch.Inputs[input], batch.Inputs[input], gradient, actual.Inputs[input]);
            }

            Assert.All(expected.Inputs, x => Assert.True(Largest(x.Value, actual.Inputs[x.Key]) <= 2 * Step + 1e-6));
        }
    }

    [Theory]
    [InlineData("Between")]
    [InlineData("Above")]
    [InlineData("Below")]
    public void A_second_step_starts_where_the_first_ended_and_stays_near_the_original(string name)
    {
        using Pair pair = Emitted.Value.Pair(Ranged.Single(n => n.Name == name), seed: 4);
        (Batch batch, _) = Clear(pair, rows: 9);
        Outcome first = pair.AttackNetwork(batch, Epsilon, Step, steps: 1), second = pair.AttackNetwork(batch, Epsilon, Step, steps: 2);
        var moved = new Batch(9) { Inputs = first.Inputs, Labels = batch.Labels, Targets = batch.Targets };
        Outcome expected = pair.Twin.Attack(moved, batch.Inputs, Epsilon, Step);
        foreach ((string input, Tensor gradient) in expected.InputGradients)
        {
            Assert.Null(Agreement.Difference($"d{input}", gradient, second.InputGradients[input]));
            Moved(pair, input, batch.Inputs[input], first.Inputs[input], gradient, second.Inputs[input]);
            Assert.InRange(Largest(batch.Inputs[input], second.Inputs[input]), 0, Epsilon);
        }
    }

    /// <summary>x′ is clip(x + step·sign(dx)) in floats; where the sign is not known, with some sign.</summary>
    private static void Moved(Pair pair, string input, Tensor original, Tensor x, Tensor gradient, Tensor moved)
    {
        InputInfo info = pair.Network.Schema.Inputs.Single(i => i.Name == input);
        double level = Agreement.Relative * gradient.Values.ToArray().Max(Math.Abs);
        int known = 0;
        for (int i = 0; i < gradient.Values.Length; i++)
        {
            double dx = gradient.Values[i];
            bool isKnown = dx == 0 || Math.Abs(dx) > level;
            known += isKnown && dx != 0 ? 1 : 0;
            int[] signs = isKnown ? [Math.Sign(dx)] : [-1, 0, 1];
            Assert.Contains((float)moved.Values[i], signs.Select(sign => Clip(info, (float)original.Values[i], (float)x.Values[i] + Step * sign)));
        }

        int all = gradient.Values.ToArray().Count(dx => dx != 0);
        Assert.True(known >= 0.9 * all, $"{known} of {all} signs are known");
    }

    private static float Clip(InputInfo info, float original, float x) =>
        Math.Clamp(Math.Clamp(x, -Below(-original + (double)Epsilon), Below(original + (double)Epsilon)), info.Min, info.Max);

    /// <summary>The largest float that is not above a number.</summary>
    private static float Below(double bound) => (float)bound is var rounded && rounded > bound ? MathF.BitDecrement(rounded) : rounded;

    private static double Largest(Tensor a, Tensor b) => Enumerable.Range(0, a.Values.Length).Max(i => Math.Abs(a.Values[i] - b.Values[i]));

    /// <summary>A batch within the ranges for which no function is asked near its kink.</summary>
    private static (Batch Batch, Outcome Expected) Clear(Pair pair, int rows)
    {
        for (int attempt = 0; attempt < 100; attempt++)
        {
            Batch batch = Batches.Of(pair.Twin.Model, rows, seed: 100 * attempt + rows, missing: 0.2);
            foreach (InputInfo input in pair.Network.Schema.Inputs)
            {
                Tensor x = batch.Inputs[input.Name];
                batch.Inputs[input.Name] = Tensor.Fill(x.Rows, x.Columns, (i, j) => Math.Clamp((float)x[i, j], input.Min, input.Max));
            }

            Outcome expected = pair.Twin.Attack(batch, batch.Inputs, Epsilon, Step);
            if (expected.NearestKink > 2e-5)
            {
                return (batch, expected);
            }
        }

        throw new InvalidOperationException($"No batch of 100 kept clear of the kinks.\n{pair.Source}");
    }
}
