using NetGen.Generator.Language;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Derivatives where a network is sure of itself, element by element: the error is relative to the terms of the exact formula, not to the
/// largest derivative, so that one of 10⁻³⁰ is as accurate as one of 1. Sums of inputs make the logits, so that both twins have the same.
/// </summary>
public sealed class CertaintyTests
{
    /// <summary>Of the sum of the magnitudes of a formula's terms: some twenty roundings.</summary>
    private const double Relative = 3e-6;

    /// <summary>Below it a float has no digits to be accurate with.</summary>
    private const double Least = 2e-44;

    /// <summary>0 … 80 by steps that a float holds exactly, to both sides, and what is near 0.</summary>
    private static readonly float[] Margins =
    [
        .. Enumerable.Range(0, 321).Select(i => i / 4f).SelectMany(m => new[] { m, -m }),
        .. Enumerable.Range(1, 20).SelectMany(i => new[] { MathF.ScaleB(1, -i), -MathF.ScaleB(1, -i) }),
    ];

    private static readonly string[] Activations = ["Sigmoid", "Tanh", "Softplus", "Swish", "Gelu", "Elu", "Elu(0.7f)"];

    private static readonly NetworkText[] Networks =
    [
        .. Activations.Select((activation, i) => Activated(i, activation)),
        new NetworkText("Binary", 1).Layer("X", "Input(682)").Layer("Zero", "Input(682)").Head("Out", "Sum(nameof(X), nameof(Zero))", "BinaryCrossEntropy"),
        new NetworkText("Classes", 1).Layer("X", "Input(19)").Layer("Zero", "Input(19)").Head("Out", "Sum(nameof(X), nameof(Zero))", "SoftmaxCrossEntropy"),
        Trained("Plain", "SoftmaxCrossEntropy"),
        Trained("Smoothed", "SoftmaxCrossEntropy(Smoothing = 0.15f)"),
        Trained("Weighted", "SoftmaxCrossEntropy(ClassWeights = new float[] { 0.5f, 2, 1, 3, 0.25f })"),
        Trained("Mixed", "SoftmaxCrossEntropy", "Mixup(0.7f)"),
        Trained("MixedBinary", "BinaryCrossEntropy", "Mixup(0.7f)"),
        Trained("Adversarial", "SoftmaxCrossEntropy", "AdversarialTraining(Epsilon = 0, Weight = 0.4f)"),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<string> Flat => [.. Activations];

    [Theory]
    [MemberData(nameof(Flat))]
    public void Every_activation_has_the_derivative_of_the_interpreter(string activation)
    {
        using Pair pair = Emitted.Value.PairInEverySetting(Networks[Array.IndexOf(Activations, activation)], seed: 1);
        Batch batch = BatchOf(pair, (_, j) => Margins[j]);
        batch.Targets["Out"] = Tensor.Fill(1, Margins.Length, (_, _) => -1000); // |h − t| grows with h: each dh is the same
        Outcome expected = pair.Twin.Attack(batch, batch.Inputs, epsilon: 0, step: 0), actual = pair.AttackNetwork(batch, epsilon: 0, step: 0, steps: 1);
        double dh = 1.0 / Margins.Length;
        for (int j = 0; j < Margins.Length; j++)
        {
            double z = Margins[j], exact = expected.InputGradients["X"][0, j];
            double terms = activation switch
            {
                "Swish" => dh * (Functions.Sigmoid(z) + Math.Abs(z) * Functions.SigmoidSlope(z)),
                "Gelu" => dh * (Functions.NormalCdf(z) + Math.Abs(z) * Functions.NormalPdf(z)),
                _ => Math.Abs(exact),
            };
            Agree($"{activation}′({z})", exact, actual.InputGradients["X"][0, j], terms);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.25)]
    public void Binary_cross_entropy_has_the_derivative_and_the_loss_of_the_interpreter(double target)
    {
        using Pair pair = Emitted.Value.PairInEverySetting(Of("Binary"), seed: 1);
        Batch batch = BatchOf(pair, (_, j) => Margins[j]);
        batch.Targets["Out"] = Tensor.Fill(1, Margins.Length, (_, _) => target);
        Outcome expected = pair.Twin.Attack(batch, batch.Inputs, epsilon: 0, step: 0), actual = pair.AttackNetwork(batch, epsilon: 0, step: 0, steps: 1);
        for (int j = 0; j < Margins.Length; j++)
        {
            double exact = expected.InputGradients["X"][0, j], share = 1.0 / Margins.Length;
            double terms = target is 0 or 1 ? Math.Abs(exact) : share * (Functions.Sigmoid(Margins[j]) + target);
            Agree($"σ({Margins[j]}) − {target}", exact, actual.InputGradients["X"][0, j], terms);
        }
    }

    [Fact]
    public void Softmax_cross_entropy_has_the_derivative_and_the_loss_of_the_interpreter_whatever_the_margin()
    {
        using Pair pair = Emitted.Value.PairInEverySetting(Of("Classes"), seed: 1);
        foreach (float margin in Margins)
        {
            foreach (int label in new[] { 0, 3, 18 })
            {
                Batch batch = BatchOf(pair, (_, j) => (j == 3 ? margin : 0) - (j % 4) * 0.5);
                batch.Labels["Out"] = [label];
                Outcome expected = pair.Twin.Attack(batch, batch.Inputs, epsilon: 0, step: 0);
                Outcome actual = pair.AttackNetwork(batch, epsilon: 0, step: 0, steps: 1);
                for (int j = 0; j < 19; j++)
                {
                    double exact = expected.InputGradients["X"][0, j];
                    Agree($"margin {margin}, label {label}: dz[{j}]", exact, actual.InputGradients["X"][0, j], Math.Abs(exact));
                }

                double loss = pair.Twin.Evaluate(batch).RowLosses["Out"][0, 0];
                Agree($"margin {margin}, label {label}: the loss", loss, pair.EvaluateNetwork(batch).RowLosses["Out"][0, 0], loss);
            }
        }
    }

    /// <summary>Where the bias starts at 0 and η is 1, a step leaves −db there, the sum of the rows' dz.</summary>
    [Theory]
    [InlineData("Plain", 0, 0)]
    [InlineData("Plain", 1, 1)]
    [InlineData("Smoothed", 0, 0)]
    [InlineData("Smoothed", 1, 2)]
    [InlineData("Weighted", 0, 0)]
    [InlineData("Weighted", 3, 3)]
    [InlineData("Mixed", 0, 0)]
    [InlineData("Mixed", 0, 1)]
    [InlineData("Mixed", 1, 0)]
    [InlineData("MixedBinary", 0, 0)]
    [InlineData("MixedBinary", 1, 0)]
    [InlineData("Adversarial", 0, 0)]
    public void A_training_step_has_the_derivative_of_the_interpreter_whatever_the_margin(string name, int label, int other)
    {
        using Pair pair = Emitted.Value.PairInEverySetting(Of(name), seed: 1);
        bool isSoft = label != other || name == "Smoothed";
        foreach (float margin in Margins)
        {
            foreach (INetwork network in pair.Others.Select(o => o.Network).Prepend(pair.Network))
            {
                network.Memory.Parameters.Clear();
                network.Memory.Parameters[0] = margin; // of W[0, 0]: z = (margin, 0, 0, …)
            }

            pair.Twin.World.Parameters[("Out", "weight")] = Tensor.Fill(1, 5, (_, j) => j == 0 ? margin : 0);
            pair.Twin.World.Parameters[("Out", "bias")] = new Tensor(1, 5);
            Batch batch = BatchOf(pair, (_, _) => 1, rows: 2);
            int[] labels = [label, other];
            batch.Labels["Out"] = labels;
            batch.Targets["Out"] = Tensor.Fill(2, 5, (i, _) => labels[i]);
            pair.Twin.Step(batch);
            pair.StepNetwork(batch);
            Tensor bias = pair.Twin.World.Parameters[("Out", "bias")];
            int offset = pair.Network.Schema.Parameters.Single(p => p.Role == "bias").Offset;
            for (int j = 0; j < 5; j++)
            {
                double terms = Math.Abs(bias[0, j]) + (isSoft ? 2 * (Math.Exp(Math.Min(0, j == 0 ? margin : -margin)) + 1) : 0);
                Agree($"{name}, margin {margin}, labels {label} and {other}: db[{j}]", bias[0, j], pair.Network.Memory.Parameters[offset + j], terms);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_network_that_is_very_sure_has_no_input_gradient_of_the_wrong_sign(int seed)
    {
        using Pair pair = Sure.Value.PairInEverySetting(SureNetwork, seed);
        Batch batch = Batches.Of(pair.Twin.Model, rows: 20, seed);
        Tensor x = batch.Inputs["X"], w1 = pair.Twin.World.Parameters[("Hidden", "weight")], w2 = pair.Twin.World.Parameters[("Out", "weight")];
        Scale(pair, "Hidden", w1, 4);
        Scale(pair, "Out", w2, 32);
        (w1, w2) = (pair.Twin.World.Parameters[("Hidden", "weight")], pair.Twin.World.Parameters[("Out", "weight")]);
        Tensor p = pair.Twin.Evaluate(batch).Predictions["Out"];
        for (int i = 0; i < 20; i++)
        {
            batch.Labels["Out"][i] = Enumerable.Range(0, 10).MaxBy(j => p[i, j]); // what it is sure of
        }

        Tensor exact = pair.Twin.Attack(batch, batch.Inputs, epsilon: 0, step: 0).InputGradients["X"];
        Tensor actual = pair.AttackNetwork(batch, epsilon: 0, step: 0, steps: 1).InputGradients["X"];
        int tested = 0, sure = 0;
        for (int i = 0; i < 20; i++)
        {
            int label = batch.Labels["Out"][i];
            double[] h = [.. Enumerable.Range(0, w1.Columns)
                .Select(k => Enumerable.Range(0, x.Columns).Sum(c => x[i, c] * w1[c, k]) + pair.Twin.World.Parameters[("Hidden", "bias")][0, k])];
            double others = Enumerable.Range(0, 10).Where(j => j != label).Sum(j => p[i, j]);
            sure += others < 1e-7 ? 1 : 0;
            for (int c = 0; c < x.Columns; c++)
            {
                double terms = Enumerable.Range(0, h.Length).Where(k => h[k] > 0)
                    .Sum(k => Math.Abs(w1[c, k]) * Enumerable.Range(0, 10).Sum(j => Math.Abs(w2[k, j]) * (j == label ? others : p[i, j])));
                if (terms > 1e-35 && Math.Abs(exact[i, c]) > 1e-5 * terms)
                {
                    tested++;
                    Assert.True(Math.Sign(exact[i, c]) == Math.Sign(actual[i, c]), $"row {i}, column {c}: {actual[i, c]:R} instead of {exact[i, c]:R}");
                }
            }
        }

        Assert.InRange(sure, 10, 20);
        Assert.InRange(tested, 20 * x.Columns * 3 / 4, 20 * x.Columns);
    }

    private static readonly NetworkText SureNetwork =
        new NetworkText("Sure", 20).Layer("X", "Input(24)").Layer("Hidden", "Dense(16)", "Relu").Head("Out", "Dense(10)", "SoftmaxCrossEntropy");

    private static readonly Lazy<Compiled> Sure = new(() => new Compiled([SureNetwork]));

    private static NetworkText Activated(int index, string activation) => new NetworkText(FormattableString.Invariant($"Activated{index}"), 1)
        .Layer("X", "Input(682)").Layer("Zero", "Input(682)")
        .Layer("H", "Sum(nameof(X), nameof(Zero))", activation)
        .Head("Out", "Sum(nameof(H), nameof(Zero))", "MeanAbsoluteError");

    private static NetworkText Trained(string name, string loss, string onClass = "") =>
        new NetworkText(name, 2, "Sgd(1f)", onClass).Layer("X", "Input(1)").Head("Out", "Dense(5)", loss);

    private static NetworkText Of(string name) => Networks.Single(n => n.Name == name);

    private static void Agree(string what, double exact, double actual, double terms)
    {
        Assert.True(Math.Abs(actual - exact) <= Relative * terms + Least, $"{what}: {actual:R} instead of {exact:R} ± {Relative * terms:G2}");
        Assert.True(Math.Abs(exact) <= 1e-5 * terms + Least || Math.Sign(exact) == Math.Sign(actual), $"{what}: {actual:R} instead of {exact:R}");
    }

    private static Batch BatchOf(Pair pair, Func<int, int, double> x, int rows = 1)
    {
        var batch = new Batch(rows);
        foreach (ValueModel input in pair.Twin.Model.Inputs)
        {
            batch.Inputs[input.Name] = Tensor.Fill(rows, input.Size, (i, j) => input.Name == "Zero" ? 0 : x(i, j));
        }

        return batch;
    }

    private static void Scale(Pair pair, string layer, Tensor w, float factor)
    {
        pair.Twin.World.Parameters[(layer, "weight")] = Tensor.Fill(w.Rows, w.Columns, (i, j) => w[i, j] * factor);
        ParameterInfo info = pair.Network.Schema.Parameters.Single(p => p.Layer == layer && p.Role == "weight");
        foreach (INetwork network in pair.Others.Select(o => o.Network).Prepend(pair.Network))
        {
            for (int i = 0; i < w.Rows; i++)
            {
                for (int j = 0; j < w.Columns; j++)
                {
                    network.Memory.Parameters[info.Offset + i * info.Stride + j] *= factor;
                }
            }
        }
    }
}
