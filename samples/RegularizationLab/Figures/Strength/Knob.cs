using NetGen;

namespace RegularizationLab.Figures;

/// <summary>One strength that is varied while all others do nothing.</summary>
/// <param name="Id">Its name within the page.</param>
/// <param name="Name">Its name: "L1", "dropout".</param>
/// <param name="Symbol">What is varied: "λ" or "rate".</param>
/// <param name="Axis">The same, in full: "λ of L1", "dropout rate".</param>
/// <param name="Values">Its values, the weakest first: ascending, but for a limit.</param>
/// <param name="Set">A recipe with a value.</param>
/// <param name="Claim">What is said of it.</param>
internal sealed record Knob(string Id, string Name, string Symbol, string Axis, float[] Values, Func<Recipe, float, Recipe> Set, Claim Claim)
{
    /// <summary>Whether the values are spread over powers of ten; rates of dropout are spread over their range.</summary>
    public bool IsLogarithmic { get; init; } = true;

    /// <summary>Whether the loss that is trained and measured is another with each value, so that losses cannot be compared.</summary>
    public bool ChangesLoss { get; init; }

    public Grid<Recipe> Grid => NetGen.Grid.Of(new Recipe()).With(Axis, Values, Set);

    public static Knob[] All(Plan plan) =>
    [
        L1(plan.L1),
        L2(plan.L2),
        Dropout(plan.DropRates),
        new("noise", "noise", "σ", "σ of noise", plan.Noises, (recipe, value) => recipe with { Noise = value }, Claim.Noise),
        new("mixup", "mixup", "α", "α of mixup", plan.Mixups, (recipe, value) => recipe with { Mixup = value }, Claim.Mixup),
        new("max-norm", "max-norm", "c", "c of max-norm", plan.MaxNorms, (recipe, value) => recipe with { MaxNorm = value }, Claim.MaxNorm),
    ];

    public static Knob[] WhereLabelsAreWrong(Plan plan) =>
    [
        L1(plan.NoisyL1),
        L2(plan.NoisyL2),
        Dropout(plan.NoisyDropRates),
        new("smoothing", "smoothing", "ε", "ε of label smoothing", plan.Smoothings, (recipe, value) => recipe with { Smoothing = value }, Claim.Smoothing)
        {
            IsLogarithmic = false,
            ChangesLoss = true,
        },
        new("augmentation", "augmentation", "θ", "θ of rotation, in degrees, beside shifts", plan.Rotations,
            (recipe, value) => recipe with { Shift = plan.Shift, Rotation = value }, Claim.Augmentation),
    ];

    private static Knob L1(float[] values) => new("l1", "L1", "λ", "λ of L1", values, (recipe, value) => recipe with { L1 = value }, Claim.OfPenalty("L1"));

    private static Knob L2(float[] values) => new("l2", "L2", "λ", "λ of L2", values, (recipe, value) => recipe with { L2 = value }, Claim.OfPenalty("L2"));

    private static Knob Dropout(float[] values) =>
        new("dropout", "dropout", "rate", "dropout rate", values, (recipe, value) => recipe with { DropRate = value }, Claim.Dropout) { IsLogarithmic = false };
}
