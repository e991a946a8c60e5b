using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class MixupTests
{
    // Of Beta(α, α): the mean ½, the variance v = 1/(4(2α + 1)), the fourth central moment 3v²(2α + 1)/(2α + 3).
    [Theory]
    [InlineData(0.01f)]
    [InlineData(0.1f)]
    [InlineData(0.4f)]
    [InlineData(1f)]
    [InlineData(2.5f)]
    [InlineData(50f)]
    public void Shares_have_the_moments_of_the_beta_distribution(float alpha)
    {
        const int N = 20_000;
        double[] shares = [.. Enumerable.Range(0, N).Select(step => (double)Mixup.Share(alpha, seed: 3, step))];
        double v = 1 / (4 * (2.0 * alpha + 1)), fourth = 3 * v * v * (2.0 * alpha + 1) / (2.0 * alpha + 3);
        Assert.All(shares, s => Assert.InRange(s, 0, 1));
        Assert.InRange((shares.Average() - 0.5) / Math.Sqrt(v / N), -4.5, 4.5);
        Assert.InRange((shares.Average(s => (s - 0.5) * (s - 0.5)) - v) / Math.Sqrt((fourth - v * v) / N), -4.5, 4.5);
    }

    [Fact]
    public void With_alpha_one_shares_are_uniform()
    {
        const int N = 20_000;
        int[] tenths = new int[10];
        for (int step = 0; step < N; step++)
        {
            tenths[(int)(10 * Mixup.Share(1f, seed: 1, step))]++;
        }

        Assert.All(tenths, count => Assert.InRange((count - N / 10.0) / Math.Sqrt(N * 0.09), -4.5, 4.5));
    }

    [Fact]
    public void With_alpha_zero_every_row_is_itself() => Assert.All(Enumerable.Range(0, 100), step => Assert.Equal(1, Mixup.Share(0, seed: 1, step)));

    [Fact]
    public void Partners_are_a_permutation_in_which_every_other_row_is_as_likely_and_none_is_its_own()
    {
        const int Rows = 5, Steps = 10_000;
        int[,] counts = new int[Rows, Rows];
        int[] partners = new int[Rows];
        for (int step = 0; step < Steps; step++)
        {
            Mixup.DrawPartners(partners, seed: 2, step);
            Assert.Equal([0, 1, 2, 3, 4], partners.Order());
            for (int row = 0; row < Rows; row++)
            {
                counts[row, partners[row]]++;
            }
        }

        for (int row = 0; row < Rows; row++)
        {
            Assert.Equal(0, counts[row, row]);
            Assert.All(
                Enumerable.Range(0, Rows).Where(other => other != row),
                other => Assert.InRange((counts[row, other] - Steps / 4.0) / Math.Sqrt(Steps * 3 / 16.0), -4.5, 4.5));
        }
    }

    [Fact]
    public void Two_rows_are_always_blended_with_each_other_and_one_stays_itself()
    {
        int[] two = new int[2], one = [7];
        for (int step = 0; step < 100; step++)
        {
            Mixup.DrawPartners(two, seed: 1, step);
            Mixup.DrawPartners(one, seed: 1, step);
            Assert.Equal([1, 0], two);
            Assert.Equal([0], one);
        }
    }

    [Fact]
    public void Both_are_functions_of_the_seed_and_the_step()
    {
        int[] first = new int[20], again = new int[20], later = new int[20], other = new int[20];
        Mixup.DrawPartners(first, 1, 7);
        Mixup.DrawPartners(again, 1, 7);
        Mixup.DrawPartners(later, 1, 8);
        Mixup.DrawPartners(other, 2, 7);
        Assert.Equal(first, again);
        Assert.NotEqual(first, later);
        Assert.NotEqual(first, other);
        Assert.Equal(Mixup.Share(0.3f, 1, 7), Mixup.Share(0.3f, 1, 7));
        Assert.Equal(3, new[] { Mixup.Share(0.3f, 1, 7), Mixup.Share(0.3f, 1, 8), Mixup.Share(0.3f, 2, 7) }.Distinct().Count());
    }
}
