namespace NetGen.CompilerServices;

public static partial class Rows
{
    /// <summary>The sum of one number per row, row after row.</summary>
    /// <param name="values">The first row's.</param>
    /// <param name="rows">How many rows.</param>
    public static float Sum(ref float values, int rows)
    {
        float sum = 0;
        for (int r = 0; r < rows; r++)
        {
            sum += System.Runtime.CompilerServices.Unsafe.Add(ref values, r);
        }

        return sum;
    }
}
