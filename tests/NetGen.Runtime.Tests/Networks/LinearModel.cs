using NetGen.CompilerServices;

namespace NetGen.Tests.Networks;

/// <summary>
/// z = x·W + b trained by plain gradient descent, written out: softmax regression, logistic regression or linear regression, as the loss
/// says. Input X [inputs], head Y [units].
/// </summary>
internal sealed class LinearModel : INetwork
{
    private readonly LossKind _loss;
    private readonly float _rate;
    private readonly ParameterInfo _w, _b;
    private readonly HeadInfo _head;
    private readonly float[] _dz;

    public LinearModel(LossKind loss, int inputs, int units, int batchSize = 8, float rate = 0.1f, int seed = 1)
    {
        _loss = loss;
        _rate = rate;
        Schema = new Blueprint("Linear", batchSize).Input("X", inputs).Head("Y", loss, units).Dense("Y", inputs, units).Build();
        Memory = new NetworkMemory(Schema, seed);
        (_w, _b, _head) = (Schema.Parameters[0], Schema.Parameters[1], Schema.Heads[0]);
        _dz = new float[units];
    }

    public NetworkSchema Schema { get; }

    public NetworkMemory Memory { get; }

    public void Predict(int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> x = Memory.InputRow(0, row);
            Span<float> z = Prediction(row);
            Memory.Parameters.Slice(_b.Offset, _b.Columns).CopyTo(z);
            for (int i = 0; i < x.Length; i++)
            {
                for (int j = 0; j < z.Length; j++)
                {
                    z[j] += x[i] * Memory.Parameter(_w.Offset + i * _w.Stride + j);
                }
            }

            Activate(z);
        }
    }

    public void Evaluate(int rows)
    {
        Predict(rows);
        FindPresent(rows);
        for (int row = 0; row < rows; row++)
        {
            Memory.Work(_head.RowLossOffset + row) = IsPresent(row) ? RowLoss(row) : 0;
        }
    }

    public void Step(int rows)
    {
        Evaluate(rows);
        float sum = 0, present = 0;
        for (int row = 0; row < rows; row++)
        {
            sum += Memory.RowLosses(0)[row];
            present += Memory.Present(0)[row];
        }

        Memory.HeadLosses[0] = sum / present;
        Memory.TargetWeights[0] = present;
        for (int row = 0; row < rows; row++)
        {
            if (IsPresent(row))
            {
                Descend(row, _rate / present);
            }
        }

        Memory.Steps++;
    }

    public void Dispose()
    {
    }

    private Span<float> Prediction(int row) => System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
        ref Memory.Work(_head.PredictionOffset + row * _head.PredictionStride), _head.Units);

    private void Activate(Span<float> z)
    {
        switch (_loss)
        {
            case LossKind.SoftmaxCrossEntropy:
                Rows.Softmax<Floats4>(ref z[0], z.Length, ref z[0]);
                break;
            case LossKind.BinaryCrossEntropy:
                foreach (ref float value in z)
                {
                    value = 1 / (1 + MathF.Exp(-value));
                }

                break;
        }
    }

    private void FindPresent(int rows) => _ = _head.HasLabels
        ? Targets.Present(ref Memory.Label(_head.LabelOffset), rows, ref Memory.Work(_head.PresentOffset))
        : Targets.Present(ref Memory.Batch(_head.TargetOffset), rows, _head.Units, _head.TargetStride, ref Memory.Work(_head.PresentOffset));

    private bool IsPresent(int row) => Memory.Present(0)[row] != 0;

    private float RowLoss(int row)
    {
        ReadOnlySpan<float> p = Memory.PredictionRow(0, row);
        if (_head.HasLabels)
        {
            return -MathF.Log(p[Memory.Labels(0)[row]]);
        }

        float sum = 0;
        for (int j = 0; j < p.Length; j++)
        {
            float t = Memory.TargetRow(0, row)[j];
            sum += _loss == LossKind.BinaryCrossEntropy
                ? -t * MathF.Log(p[j]) - (1 - t) * MathF.Log(1 - p[j])
                : (p[j] - t) * (p[j] - t);
        }

        return sum / p.Length;
    }

    /// <summary>W ← W − rate·x·dzᵀ, b ← b − rate·dz, with dz = p − t (and twice that over the units for the squared error).</summary>
    private void Descend(int row, float rate)
    {
        ReadOnlySpan<float> x = Memory.InputRow(0, row), p = Memory.PredictionRow(0, row);
        for (int j = 0; j < p.Length; j++)
        {
            float target = !_head.HasLabels ? Memory.TargetRow(0, row)[j] : Memory.Labels(0)[row] == j ? 1 : 0;
            float scale = _head.HasLabels ? 1 : (_loss == LossKind.BinaryCrossEntropy ? 1f : 2f) / p.Length;
            _dz[j] = rate * scale * (p[j] - target);
            Memory.Parameter(_b.Offset + j) -= _dz[j];
            for (int i = 0; i < x.Length; i++)
            {
                Memory.Parameter(_w.Offset + i * _w.Stride + j) -= x[i] * _dz[j];
            }
        }
    }
}
