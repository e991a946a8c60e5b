using NetGen;

namespace Lasso;

/// <summary>
/// LASSO: a linear model with squared error and L1 on its weights (Tibshirani 1996). All 442 patients are one batch, so that a step is a step
/// of gradient descent on the whole objective, and the proximal operator makes coefficients exactly 0.
/// </summary>
[Network(BatchSize = 442), Sgd(learningRate: 0.1f, Momentum = 0.9f)]
internal sealed partial class LassoNet
{
    [Input(10)]
    public partial Layer Features { get; }

    [Dense(1), Zero, L1(lambda: 0, Proximal = true), MeanSquaredError]
    public partial Head Progression { get; }
}
