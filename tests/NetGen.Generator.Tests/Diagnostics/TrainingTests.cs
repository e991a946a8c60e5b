namespace NetGen.Generator.Tests.Diagnostics;

public class TrainingTests
{
    internal const string Ranged = """
        [Input(8, Min = 0, Max = 1)] public partial Layer Image { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        """;

    [Fact]
    public void An_adversarial_epsilon_lies_within_the_range_of_every_input() => Mistake.In(
        "NG0405",
        "'Net' moves features by ε = 8, but those of 'Image' range from 0 to 1 only: ε must be at most the width of that range",
        Ranged,
        "Network, AdversarialTraining(Epsilon = [|8|])");

    [Fact]
    public void Also_where_it_was_not_given() => Mistake.In(
        "NG0405",
        "'Net' moves features by ε = 0.1, but those of 'Image' range from 0 to 0.05 only: ε must be at most the width of that range",
        Ranged.Replace("Max = 1", "Max = 0.05f", StringComparison.Ordinal),
        "Network, [|AdversarialTraining|]");

    [Fact]
    public void The_whole_width_is_allowed() => Assert.Empty(Testing.NetworkCompilation.Compile(Mistake.Source(Ranged, "Network, AdversarialTraining(Epsilon = 1)")).Diagnostics);

    [Fact]
    public void Nesterov_needs_momentum() => Mistake.InAttributes(
        "NG0401", "Sgd has Nesterov, but no momentum to look ahead along. Add Momentum = 0.9f.", "Network, Sgd(0.1f, Nesterov = [|true|])");

    [Fact]
    public void AdamW_already_decays() => Mistake.InAttributes(
        "NG0402",
        "'Net' has both AdamW, which brings a decay for every layer, and [Decay]. Set the rate there, [AdamW(Decay = ...)], or use Adam.",
        "Network, AdamW, [|Decay(0.1f)|]");

    [Fact]
    public void L2_together_with_AdamW_is_warned_of() => Mistake.Warned(
        "NG0403",
        "'Net' has L2 under AdamW, which decays the weights already. λ·w would pass through Adam's moments, where large gradients weaken it. Use Adam with L2, or AdamW with Decay.",
        Mistake.Sound,
        "Network, AdamW, [|L2(0.1f)|]");

    [Fact]
    public void So_is_the_prior_that_is_the_same() => Mistake.Warned(
        "NG0403",
        "'Net' has GaussianPrior under AdamW, which decays the weights already. λ·w would pass through Adam's moments, where large gradients weaken it. Use Adam with L2, or AdamW with Decay.",
        Mistake.Sound,
        "Network, AdamW, [|GaussianPrior(1)|]");

    [Theory]
    [InlineData("[|GradientClipping|]", "neither Norm nor Value")]
    [InlineData("[|GradientClipping(Norm = 1, Value = 1)|]", "both Norm and Value")]
    public void Gradients_are_clipped_by_one_limit(string clipping, string what) => Mistake.InAttributes(
        "NG0404",
        $"'Net' has GradientClipping with {what}. Give one of them: [GradientClipping(Norm = 1f)] or [GradientClipping(Value = 0.5f)].",
        $"Network, {clipping}");

    [Fact]
    public void On_a_layer_as_well() => Mistake.Warned(
        "NG0403",
        "'Label' has L2 under AdamW, which decays the weights already. λ·w would pass through Adam's moments, where large gradients weaken it. Use Adam with L2, or AdamW with Decay.",
        """
        [Input(8)] public partial Layer Image { get; }
        [Dense(3), [|L2(0.1f)|], SoftmaxCrossEntropy] public partial Head Label { get; }
        """,
        "Network, AdamW");
}
