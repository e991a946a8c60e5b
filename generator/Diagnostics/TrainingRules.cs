using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The class's attributes: how the network is trained.</summary>
internal static class TrainingRules
{
    private const string Category = "NetGen.Training";

    public static readonly DiagnosticDescriptor NesterovWithoutMomentum = new(
        Rules.NesterovWithoutMomentum, "Nesterov needs momentum",
        "{1} has Nesterov, but no momentum to look ahead along. Add Momentum = 0.9f.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Without momentum the two steps are the same.");

    public static readonly DiagnosticDescriptor TwoDecays = new(
        Rules.TwoDecays, "AdamW already decays",
        "'{0}' has both AdamW, which brings a decay for every layer, and [Decay]. Set the rate there, [AdamW(Decay = ...)], or use Adam.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "[Decay] on a single layer replaces AdamW's rate for that layer and is fine.");

    public static readonly DiagnosticDescriptor PenaltyWithAdamW = new(
        Rules.PenaltyWithAdamW, "L2 together with AdamW",
        "'{0}' has {1} under AdamW, which decays the weights already. λ·w would pass through Adam's moments, where large gradients weaken it. Use Adam with L2, or AdamW with Decay.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "Decoupled decay shrinks every weight at the same rate; a penalty's gradient is divided by the root of the second moment like any other. See Loshchilov & Hutter 2019.");

    public static readonly DiagnosticDescriptor ClippingNeedsOne = new(
        Rules.ClippingNeedsOne, "Gradient clipping needs one limit",
        "'{0}' has GradientClipping with {2}. Give one of them: [GradientClipping(Norm = 1f)] or [GradientClipping(Value = 0.5f)].",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "By norm the gradient keeps its direction; by value each number is limited by itself.");

    public static readonly DiagnosticDescriptor AdversarialBeyondRange = new(
        Rules.AdversarialBeyondRange, "An adversarial ε lies within the range of the inputs",
        "'{0}' moves features by ε = {2}, but those of '{3}' range from {4} to {5} only: ε must be at most the width of that range",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "With such an ε an adversarial example would be a two-valued pattern with nothing left of the original. Is ε meant for features of another scale?");

    public static readonly DiagnosticDescriptor TwoBlendings = new(
        Rules.TwoBlendings, "Rows are blended in one way",
        "'{0}' has both Mixup and CutMix, which each give a row a partner and blend their targets by a share of its own. Keep one of them.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Blends of blends would have targets of three rows and more.");

    public static readonly DiagnosticDescriptor CutMixWithoutImage = new(
        Rules.CutMixWithoutImage, "CutMix cuts a box out of images of one size",
        "'{0}' has CutMix, but {2}. Declare images of one size, [Input(height, width, channels)], or use Mixup, which blends any rows.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The share of the image that is kept is the share of its target. Inputs that are no images are blended by it as Mixup blends them, where another input is an image.");

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NesterovWithoutMomentum, TwoDecays, PenaltyWithAdamW, ClippingNeedsOne, AdversarialBeyondRange, TwoBlendings, CutMixWithoutImage,
    ];
}
