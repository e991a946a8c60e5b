namespace NetGen.Tests.Numerics;

/// <summary>The sizes tests are run for: around the multiples of 4, 8, 16 and 256.</summary>
public static class Sizes
{
    /// <summary>Terms of a product.</summary>
    public static TheoryData<int> Depths => [0, 1, 2, 7, 15, 16, 17, 31, 33, 100, 255, 256, 257];

    /// <summary>Classes in a row.</summary>
    public static TheoryData<int> Counts => [1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 31, 33, 100];

    /// <summary>Terms of a product, and which share of a factor's elements is not 0: with the last two, tiles take over.</summary>
    public static TheoryData<int, double> DepthsAndDensities
    {
        get
        {
            var cases = new TheoryData<int, double>();
            foreach (int depth in new[] { 1, 2, 15, 16, 17, 63, 64, 65, 128, 200, 257 })
            {
                foreach (double density in new[] { 0, 0.03, 0.25, 0.4, 0.5, 1 })
                {
                    cases.Add(depth, density);
                }
            }

            return cases;
        }
    }
}
