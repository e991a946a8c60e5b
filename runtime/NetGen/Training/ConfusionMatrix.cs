using System.Globalization;
using System.Text;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>How often each class was predicted for rows of each class. Its text is a table.</summary>
public sealed record ConfusionMatrix
{
    private readonly Counts _counts; // [truth, predicted], row-major

    internal ConfusionMatrix(int classes)
    {
        Classes = classes;
        _counts = new Counts(classes * classes);
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The number of rows of class <paramref name="truth"/> that were taken for class <paramref name="predicted"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A class is not in 0 to <see cref="Classes"/> − 1.</exception>
    public int this[int truth, int predicted] => _counts[Cell(truth, predicted)];

    /// <summary>Of the rows of a class, the share that was recognized; NaN if there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="truth"/> is not in 0 to <see cref="Classes"/> − 1.</exception>
    public double Recall(int truth)
    {
        int recognized = this[truth, truth], all = 0;
        for (int predicted = 0; predicted < Classes; predicted++)
        {
            all += this[truth, predicted];
        }

        return (double)recognized / all;
    }

    /// <summary>A line per true class, a column per predicted class, and the recall at the end of each line; the same in every culture.</summary>
    public override string ToString()
    {
        int width = 1 + Math.Max(Widest(), Digits(Classes - 1));
        int margin = Math.Max("truth".Length, Digits(Classes - 1));
        var table = new StringBuilder();
        table.Append("truth".PadRight(margin));
        for (int predicted = 0; predicted < Classes; predicted++)
        {
            table.Append(Text(predicted).PadLeft(width));
        }

        table.Append("   recall");
        for (int truth = 0; truth < Classes; truth++)
        {
            table.Append('\n').Append(Text(truth).PadLeft(margin));
            for (int predicted = 0; predicted < Classes; predicted++)
            {
                table.Append(Text(this[truth, predicted]).PadLeft(width));
            }

            double recall = Recall(truth);
            string share = double.IsNaN(recall) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{100 * recall:F1} %");
            table.Append(share.PadLeft("   recall".Length));
        }

        return table.ToString();
    }

    internal void Add(int truth, int predicted) => _counts.Add(Cell(truth, predicted));

    private int Cell(int truth, int predicted)
    {
        HyperparameterRange.Check(truth, 0, Classes - 1, nameof(truth));
        HyperparameterRange.Check(predicted, 0, Classes - 1, nameof(predicted));
        return truth * Classes + predicted;
    }

    private int Widest()
    {
        int widest = 0;
        for (int cell = 0; cell < Classes * Classes; cell++)
        {
            widest = Math.Max(widest, Digits(_counts[cell]));
        }

        return widest;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Digits(int number) => Text(number).Length;
}
