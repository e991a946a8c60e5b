namespace RegularizationLab.Figures;

/// <summary>What networks learn from so many images, without augmentation and with each of the plan's, seed by seed.</summary>
/// <param name="Images">How many.</param>
/// <param name="Without">Trained on them as they are.</param>
/// <param name="With">Trained with each augmentation, in the plan's order.</param>
internal sealed record Harvest(int Images, Yield Without, Yield[] With)
{
    /// <summary>The augmentation that validation chooses.</summary>
    public Yield Chosen => With.MinBy(yield => yield.ValidationLoss)!;

    public static Harvest Of(Workbench bench, int images)
    {
        Recipe[] recipes = [new(), .. bench.Plan.Augmentations];
        Yield[][] seeds = bench.ForEachSeed(seed => Array.ConvertAll(recipes, recipe => Yield.Of(bench.Of(images, seed), recipe, seed)));
        Yield[] all = [.. recipes.Select((recipe, i) => new Yield(recipe, [.. seeds.SelectMany(s => s[i].Validation)], [.. seeds.SelectMany(s => s[i].Test)]))];
        return new Harvest(images, all[0], all[1..]);
    }
}

/// <summary>How networks of one recipe do, seed by seed.</summary>
/// <param name="Recipe">How they were augmented.</param>
/// <param name="Validation">On the rows that choose.</param>
/// <param name="Test">On the rows that judge.</param>
internal sealed record Yield(Recipe Recipe, Score[] Validation, Score[] Test)
{
    public double ValidationLoss => Validation.Average(score => score.Loss);

    public double[] Errors => [.. Test.Select(score => score.Error)];

    /// <summary>"shifts of 1", "rotations of 15°" or both.</summary>
    public string Name => string.Join(" and ", ((string[])
    [
        Recipe.Shift > 0 ? $"shifts of {Recipe.Shift}" : "",
        Recipe.Rotation > 0 ? $"rotations of {Words.Strength(Recipe.Rotation)}°" : "",
    ]).Where(part => part.Length > 0).DefaultIfEmpty("none"));

    public static Yield Of(Workbench bench, Recipe recipe, int seed)
    {
        using ILearner network = bench.Trained(recipe, seed);
        return new Yield(recipe, [Score.Of(network, bench.Validation)], [Score.Of(network, bench.Test)]);
    }
}
