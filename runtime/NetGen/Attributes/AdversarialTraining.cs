namespace NetGen;

/// <summary>
/// Trains on adversarial examples too: for each batch x′ = clip(x + ε·sign(∂E/∂x)), and the step minimizes (1 − w)·E(x) + w·E(x′), x′ held
/// fixed (Goodfellow, Shlens &amp; Szegedy 2015; Deep Learning, §7.13). Penalties count once, and clean and adversarial rows see the same dropout masks. The
/// losses a step reports are those of the clean rows, E(x). Every input is moved; x′ stays within the range it declares.
/// </summary>
/// <remarks>
/// E is the loss that the step minimizes, with its dropout, label smoothing, class weights and heads' weights, for x′ is made from the backward
/// pass of the clean rows. So with smoothing a row that is surer than 1 − ε of smoothing is moved toward its own class; keep smoothing
/// small, or leave it out, where robustness is wanted. The methods <c>Fgsm</c> and <c>Pgd</c> attack without smoothing.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdversarialTrainingAttribute : Attribute
{
    /// <summary>
    /// ε, how far a feature is moved, in the features' units: ≥ 0, at most the width of each declared range; 0.1 if not given.
    /// The hyperparameter <c>AdversarialEpsilon</c>.
    /// </summary>
    public float Epsilon { get; set; } = 0.1f;

    /// <summary>w, the adversarial examples' share of the loss, in [0, 1]; 0.5 if not given. The hyperparameter <c>AdversarialWeight</c>.</summary>
    public float Weight { get; set; } = 0.5f;

    /// <summary>
    /// Steps that x′ is made in, ≥ 1. One, if not given, is the fast gradient sign method. Several are the basic iterative
    /// method (Kurakin, Goodfellow &amp; Bengio 2017): from x itself, or from a random start, each moves by min(ε, 2.5·ε/steps), and none leads further than ε from x. A
    /// structural constant.
    /// </summary>
    public int Steps { get; set; } = 1;

    /// <summary>
    /// Whether x′ starts at clip(x + ε·u), u uniform in [−1, 1) for each feature by (seed, step, row), and makes all of its steps from there:
    /// projected gradient descent (Madry et al. 2018), with one step that of Wong, Rice &amp; Kolter 2020. The gradient of the clean rows
    /// then makes no step of x′, so a training step costs one pass over the adversarial rows more. False if not given. A structural constant.
    /// </summary>
    public bool RandomStart { get; set; }
}
