using NetGen.Generator.Graph;

namespace NetGen.Numerics.Tests;

/// <summary>Operations on windows of images by their definitions: every window, every position in it, every channel.</summary>
/// <param name="type">The images that windows move over.</param>
/// <param name="window">The window.</param>
internal sealed class Images(TensorType type, Window window)
{
    private readonly int _rows = window.RowsOf(type.Height), _columns = window.ColumnsOf(type.Width);

    /// <summary>z(i, j, f) = Σ x·W over the window.</summary>
    public Tensor Convolve(Tensor x, Tensor w)
    {
        var z = new Tensor(x.Rows, _rows * _columns * w.Columns);
        Visit(x.Rows, (n, output, input, k) =>
        {
            for (int c = 0; c < type.Channels; c++)
            {
                for (int f = 0; f < w.Columns; f++)
                {
                    z[n, output * w.Columns + f] += x[n, input * type.Channels + c] * w[k * type.Channels + c, f];
                }
            }
        });
        return z;
    }

    /// <summary>dx = Σ dz·Wᵀ over the windows that a position is in.</summary>
    public Tensor InputGradient(Tensor dz, Tensor w)
    {
        var dx = new Tensor(dz.Rows, type.Columns);
        Visit(dz.Rows, (n, output, input, k) =>
        {
            for (int c = 0; c < type.Channels; c++)
            {
                for (int f = 0; f < w.Columns; f++)
                {
                    dx[n, input * type.Channels + c] += dz[n, output * w.Columns + f] * w[k * type.Channels + c, f];
                }
            }
        });
        return dx;
    }

    /// <summary>dW = Σ xᵀ·dz over samples and positions.</summary>
    public Tensor WeightGradient(Tensor x, Tensor dz)
    {
        int filters = dz.Columns / (_rows * _columns);
        var dw = new Tensor(window.Positions * type.Channels, filters);
        Visit(x.Rows, (n, output, input, k) =>
        {
            for (int c = 0; c < type.Channels; c++)
            {
                for (int f = 0; f < filters; f++)
                {
                    dw[k * type.Channels + c, f] += x[n, input * type.Channels + c] * dz[n, output * filters + f];
                }
            }
        });
        return dw;
    }

    /// <summary>z(i, j, c) = Σ x·W over the window, channel by channel.</summary>
    public Tensor ConvolveChannels(Tensor x, Tensor w)
    {
        var z = new Tensor(x.Rows, _rows * _columns * type.Channels);
        VisitEachChannel(x.Rows, (n, output, input, k, c) => z[n, output] += x[n, input] * w[k, c]);
        return z;
    }

    /// <summary>dx of it.</summary>
    public Tensor ChannelsInputGradient(Tensor dz, Tensor w)
    {
        var dx = new Tensor(dz.Rows, type.Columns);
        VisitEachChannel(dz.Rows, (n, output, input, k, c) => dx[n, input] += dz[n, output] * w[k, c]);
        return dx;
    }

    /// <summary>dW of it.</summary>
    public Tensor ChannelsWeightGradient(Tensor x, Tensor dz)
    {
        var dw = new Tensor(window.Positions, type.Channels);
        VisitEachChannel(x.Rows, (n, output, input, k, c) => dw[k, c] += x[n, input] * dz[n, output]);
        return dw;
    }

    /// <summary>z(i, j, f) = Σ x·W(i, j) + b(i, j) over the window.</summary>
    public Tensor ProductByPosition(Tensor x, Tensor w, Tensor? b)
    {
        int filters = w.Columns;
        Tensor z = Tensor.Fill(x.Rows, _rows * _columns * filters, (_, j) => b is null ? 0 : b[j / filters, j % filters]);
        VisitEachTerm(x.Rows, filters, (n, output, input, term, f) => z[n, output * filters + f] += x[n, input] * w[term, f]);
        return z;
    }

    /// <summary>dx of it.</summary>
    public Tensor LocalInputGradient(Tensor dz, Tensor w)
    {
        var dx = new Tensor(dz.Rows, type.Columns);
        VisitEachTerm(dz.Rows, w.Columns, (n, output, input, term, f) => dx[n, input] += dz[n, output * w.Columns + f] * w[term, f]);
        return dx;
    }

    /// <summary>dW of it.</summary>
    public Tensor LocalWeightGradient(Tensor x, Tensor dz)
    {
        int filters = dz.Columns / (_rows * _columns);
        var dw = new Tensor(_rows * _columns * window.Positions * type.Channels, filters);
        VisitEachTerm(x.Rows, filters, (n, output, input, term, f) => dw[term, f] += x[n, input] * dz[n, output * filters + f]);
        return dw;
    }

    /// <summary>The greatest of each window.</summary>
    public Tensor Max(Tensor x)
    {
        Tensor max = Tensor.Fill(x.Rows, _rows * _columns * type.Channels, (_, _) => double.NegativeInfinity);
        VisitChannels(x.Rows, (n, output, input, _) => max[n, output] = Math.Max(max[n, output], x[n, input]));
        return max;
    }

    /// <summary>How far the greatest of a window is from the next at least; equal numbers are no kink where they stay equal.</summary>
    public double LeastLead(Tensor x)
    {
        Tensor max = Max(x);
        double lead = double.PositiveInfinity;
        VisitChannels(x.Rows, (n, output, input, _) => lead = x[n, input] == max[n, output] ? lead : Math.Min(lead, max[n, output] - x[n, input]));
        return lead;
    }

    /// <summary>The number of the first position of each window that has its greatest number.</summary>
    public Tensor PlaceOfMax(Tensor x)
    {
        Tensor max = Max(x), place = Tensor.Fill(x.Rows, max.Columns, (_, _) => -1);
        VisitEachChannel(x.Rows, (n, output, input, k, _) => place[n, output] = place[n, output] < 0 && x[n, input] == max[n, output] ? k : place[n, output]);
        return place;
    }

    /// <summary>dx of the greatest: dy where the first of them is.</summary>
    public Tensor MaxGradient(Tensor dy, Tensor place)
    {
        var dx = new Tensor(dy.Rows, type.Columns);
        VisitEachChannel(dy.Rows, (n, output, input, k, _) => dx[n, input] += place[n, output] == k ? dy[n, output] : 0);
        return dx;
    }

    /// <summary>The mean of each window's positions in the image.</summary>
    public Tensor Mean(Tensor x)
    {
        var mean = new Tensor(x.Rows, _rows * _columns * type.Channels);
        VisitChannels(x.Rows, (n, output, input, count) => mean[n, output] += x[n, input] / count);
        return mean;
    }

    /// <summary>dx of the mean.</summary>
    public Tensor MeanGradient(Tensor dy)
    {
        var dx = new Tensor(dy.Rows, type.Columns);
        VisitChannels(dy.Rows, (n, output, input, count) => dx[n, input] += dy[n, output] / count);
        return dx;
    }

    /// <summary>Each channel of each position: the sample, the numbers of the result and of the image, the place in the window, the channel.</summary>
    private void VisitEachChannel(int samples, Action<int, int, int, int, int> visit) => Visit(samples, (n, output, input, k) =>
    {
        for (int c = 0; c < type.Channels; c++)
        {
            visit(n, output * type.Channels + c, input * type.Channels + c, k, c);
        }
    });

    /// <summary>Each product of weights that each position has of its own: the sample, the position of the result, the number of the image, the row of W, the filter.</summary>
    private void VisitEachTerm(int samples, int filters, Action<int, int, int, int, int> visit) => Visit(samples, (n, output, input, k) =>
    {
        for (int c = 0; c < type.Channels; c++)
        {
            for (int f = 0; f < filters; f++)
            {
                visit(n, output, input * type.Channels + c, (output * window.Positions + k) * type.Channels + c, f);
            }
        }
    });

    /// <summary>Each channel of each position: the numbers of the result and of the image, and how many positions the window has in the image.</summary>
    private void VisitChannels(int samples, Action<int, int, int, int> visit)
    {
        var counts = new Dictionary<int, int>();
        Visit(1, (_, output, _, _) => counts[output] = counts.GetValueOrDefault(output) + 1);
        Visit(samples, (n, output, input, _) =>
        {
            for (int c = 0; c < type.Channels; c++)
            {
                visit(n, output * type.Channels + c, input * type.Channels + c, counts[output]);
            }
        });
    }

    /// <summary>Each position of each window: the sample, the position of the result, that of the image, and the place in the window.</summary>
    private void Visit(int samples, Action<int, int, int, int> visit)
    {
        for (int n = 0; n < samples; n++)
        {
            for (int output = 0; output < _rows * _columns; output++)
            {
                for (int k = 0; k < window.Positions; k++)
                {
                    int y = output / _columns * window.StrideY + k / window.Width - window.Top;
                    int x = output % _columns * window.StrideX + k % window.Width - window.Left;
                    if (y >= 0 && y < type.Height && x >= 0 && x < type.Width)
                    {
                        visit(n, output, y * type.Width + x, k);
                    }
                }
            }
        }
    }
}
