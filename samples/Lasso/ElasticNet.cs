using NetGen;

namespace Lasso;

/// <summary>
/// The elastic net (Zou &amp; Hastie 2005): <see cref="LassoNet"/> with L2 beside L1. L1 still selects; L2 lets measurements that say nearly the
/// same share a coefficient, where L1 alone takes one of them, or large ones of opposite signs.
/// </summary>
[Network(BatchSize = 442), Sgd(learningRate: 0.1f, Momentum = 0.9f)]
internal sealed partial class ElasticNet
{
    [Input(10)]
    public partial Layer Features { get; }

    [Dense(1), Zero, L1(lambda: 0, Proximal = true), L2(lambda: 0), MeanSquaredError]
    public partial Head Progression { get; }
}
