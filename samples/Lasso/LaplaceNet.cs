using NetGen;

namespace Lasso;

/// <summary><see cref="LassoNet"/> with a belief in place of a penalty: each coefficient comes from a Laplace density of scale σ (Deep Learning, §7.1.2).</summary>
[Network(BatchSize = 442), Sgd(learningRate: 0.1f, Momentum = 0.9f)]
internal sealed partial class LaplaceNet
{
    [Input(10)]
    public partial Layer Features { get; }

    [Dense(1), Zero, LaplacePrior(sigma: 1, Proximal = true), MeanSquaredError]
    public partial Head Progression { get; }
}
