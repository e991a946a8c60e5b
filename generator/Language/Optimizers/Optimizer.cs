using NetGen.Generator.Graph;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Optimizers;

/// <summary>An update rule, written as formulas over a parameter p, its gradient g and its state.</summary>
internal abstract record Optimizer(float LearningRate)
{
    /// <summary>How many numbers of state each parameter has.</summary>
    public abstract int Slots { get; }

    /// <summary>The decay that the optimizer itself brings for every weight without one of its own (AdamW).</summary>
    public virtual Decay? NetworkDecay => null;

    /// <summary>The rule that a penalty beside this optimizer breaks; null where they go together.</summary>
    public virtual string? RuleAgainst(Penalty penalty) => null;

    /// <summary>Appends the update of one parameter.</summary>
    public abstract void Update(ParameterUpdate parameter);
}

/// <summary>One parameter while its update is written.</summary>
/// <param name="Graph">The training graph.</param>
/// <param name="P">The parameter.</param>
/// <param name="G">Its gradient, penalties included.</param>
/// <param name="Decay">Its decoupled decay rate, if it has one.</param>
/// <param name="Shrinkage">λ of its proximal penalty λ·‖p‖₁, if it has one.</param>
/// <param name="MaxNorm">The longest norm of its columns, if there is a limit.</param>
/// <param name="Average">The slot of its moving average and what an update leaves of it, if it is averaged.</param>
/// <param name="IsPulled">Whether a penalty or decay pulls it toward 0, where it would dwindle to subnormal numbers.</param>
internal sealed record ParameterUpdate(
    NetworkGraph Graph,
    Node P,
    Node G,
    Node? Decay = null,
    Node? Shrinkage = null,
    Node? MaxNorm = null,
    (int Slot, Node Decay)? Average = null,
    bool IsPulled = false)
{
    /// <summary>η of this step, after the schedules.</summary>
    public Node LearningRate => Graph.Add(new LearningRate()).Named("learningRate");

    /// <summary>The parameter's state in a slot, zero before the first step.</summary>
    public Node State(int slot, string name) => Graph.Add(new State((Parameter)P.Op, slot)).Named(name);

    /// <summary>state ← value.</summary>
    public void Assign(Node state, Node value) => Graph.Add(new Effect(EffectKind.Assign, "", value, state));

    /// <summary>
    /// p ← p − η·step, and − η·decay·p where it decays; then, where a proximal penalty shrinks it, ηλ/h nearer to 0, h being the metric that
    /// the step was taken in. So p rests where −g ∈ λ·∂|p|, whatever h is. Then columns that became too
    /// long are shortened. What comes out is what an average is of.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An h that is measured is √v̂ + ε, next to nothing for a weight without a gradient so far (a pixel that was dark in every image): ηλ/h
    /// would be 10⁸·ηλ, the end of the weight for any λ. So the shrinkage is η·min(λ/h, 1 + |step|): at most η longer than the step itself.
    /// </para>
    /// <para>
    /// Where weights rest does not change. The limit acts only where λ/h > 1 + |step|; there h·|step|, which is |m̂| (in RMSProp |g|), is below
    /// λ, so that without it p would come nearer to 0, or stay at 0. With it p does the same: the shrinkage exceeds the step, against
    /// which it still gains η. A limit of 1 alone would not do: of a small steady gradient the step is η, and p would stand still.
    /// </para>
    /// </remarks>
    /// <param name="step">The optimizer's step for η = 1.</param>
    /// <param name="metric">h: a steady gradient g makes the step g/h; null for 1. One number for all weights, or measured, each weight's own.</param>
    public void Move(Node step, Node? metric = null)
    {
        Node moved = P - LearningRate * (Decay is null ? step : step + Decay * P);
        moved = IsPulled ? Graph.Add(new Flush(Flush.Linear), moved) : moved;
        if (Shrinkage is { } lambda)
        {
            Node threshold = metric switch
            {
                null => LearningRate * lambda,
                { Type.Space: Space.Scalar } => (LearningRate * lambda).Named("shrinkage") / metric.Named("metric"),
                _ => LearningRate * Graph.Add(new Clip(), lambda / metric.Named("metric"), Graph.Constant(0), 1f + Graph.Add(new Abs(), step.Named("step"))),
            };
            moved = Graph.Add(new SoftThreshold(), moved, threshold.Named("threshold"));
        }

        if (MaxNorm is { } limit)
        {
            // Only when all rows have moved is the length of a column known.
            Node kept = Graph.Add(new Materialize(MaterializeAs.Update, (Parameter)P.Op), moved).Named("moved");
            Graph.Section = Graph.Section with { Phase = Phase.Constrain };
            moved = Graph.Add(new LimitUnits(((Parameter)P.Op).Units), kept, limit);
        }

        Assign(P, Average is null ? moved : moved.Named(MaxNorm is null ? "moved" : "limited"));
        if (Average is var (slot, decay))
        {
            Graph.Section = MaxNorm is null ? Graph.Section : Graph.Section with { Phase = Phase.Average };
            Node average = State(slot, "average");
            Assign(average, Graph.Add(new Flush(Flush.Linear), decay * average + (1f - decay) * moved).Named("nextAverage"));
        }
    }
}
