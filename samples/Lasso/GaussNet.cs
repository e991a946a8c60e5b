using NetGen;

namespace Lasso;

/// <summary>Ridge regression as a belief: each coefficient comes from a normal density of deviation σ (Deep Learning, §5.6.1).</summary>
[Network(BatchSize = 442), Sgd(learningRate: 0.1f, Momentum = 0.9f)]
internal sealed partial class GaussNet
{
    [Input(10)]
    public partial Layer Features { get; }

    [Dense(1), Zero, GaussianPrior(sigma: 1), MeanSquaredError]
    public partial Head Progression { get; }
}
