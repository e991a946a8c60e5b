using NetGen;

namespace RegularizationLab.Figures;

/// <summary>One strength that is varied while all others do nothing.</summary>
/// <param name="Id">Its name within the page.</param>
/// <param name="Name">Its name: "L1", "dropout".</param>
/// <param name="Symbol">What is varied: "λ" or "rate".</param>
/// <param name="Axis">The same, in full: "λ of L1", "dropout rate".</param>
/// <param name="Values">The strengths, above 0, ascending.</param>
/// <param name="Set">A recipe with a strength.</param>
/// <param name="IsLogarithmic">Whether the strengths are spread over powers of ten.</param>
internal sealed record Knob(string Id, string Name, string Symbol, string Axis, float[] Values, Func<Recipe, float, Recipe> Set, bool IsLogarithmic)
{
    public Grid<Recipe> Grid => NetGen.Grid.Of(new Recipe()).With(Axis, Values, Set);

    public static Knob[] All(Plan plan) =>
    [
        new("l1", "L1", "λ", "λ of L1", plan.L1, (recipe, value) => recipe with { L1 = value }, IsLogarithmic: true),
        new("l2", "L2", "λ", "λ of L2", plan.L2, (recipe, value) => recipe with { L2 = value }, IsLogarithmic: true),
        new("dropout", "dropout", "rate", "dropout rate", plan.DropRates, (recipe, value) => recipe with { DropRate = value }, IsLogarithmic: false),
    ];
}
