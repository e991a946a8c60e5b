using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>An operation whose values are drawn at random; every draw is a function of the seed and of what it is drawn for.</summary>
internal interface IRandomOp
{
    RandomScope Scope { get; }
}

/// <summary>What random numbers are drawn for.</summary>
internal enum RandomScope
{
    /// <summary>Each row of each step has numbers of its own.</summary>
    EachRow,

    /// <summary>
    /// One thinned network for each pass of an uncertain prediction: all rows have the same numbers, so that what is said of a row depends on
    /// neither its place in the batch nor the other rows.
    /// </summary>
    EachPass,
}

/// <summary>Where in emitted code the draws differ.</summary>
internal static class RandomScopes
{
    public static string Row(this RandomScope scope, Position at) => scope == RandomScope.EachRow ? at.Row : "0";

    /// <summary>The step a key is made for: passes count down from −1, where no step of training is.</summary>
    public static string Step(this RandomScope scope) => scope == RandomScope.EachRow ? "_memory.Steps" : "-1L - _stochasticPass";
}
