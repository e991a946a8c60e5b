namespace NetGen.Tests.Data;

public class BatchOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Every_epoch_visits_every_row_once(int count)
    {
        BatchOrder order = new(count, seed: 3);

        for (int epoch = 0; epoch < 5; epoch++)
        {
            Assert.Equal(Enumerable.Range(0, count), order.Epoch(epoch).ToArray().Order());
        }
    }

    [Fact]
    public void An_order_is_a_function_of_seed_and_epoch_and_not_of_what_was_asked_before()
    {
        BatchOrder order = new(100, seed: 3);
        int[] fresh = order.Epoch(5).ToArray();
        order.Epoch(0);
        order.Epoch(9);

        Assert.Equal(fresh, order.Epoch(5).ToArray());
        Assert.Equal(fresh, new BatchOrder(100, seed: 3).Epoch(5).ToArray());
    }

    [Fact]
    public void Orders_and_splits_are_those_of_an_independent_implementation_and_so_stay_the_same_from_version_to_version()
    {
        // Computed by Philox4x32-10, Lemire's bounded draw and Fisher-Yates written anew in Python.
        Assert.Equal([7, 4, 8, 9, 3, 2, 6, 1, 5, 0], new BatchOrder(10, seed: 1).Epoch(0).ToArray());
        Assert.Equal([5, 2, 9, 7, 4, 6, 0, 3, 1, 8], new BatchOrder(10, seed: -1).Epoch(7).ToArray());
        Assert.Equal([4, 10, 13, 15, 18], Toy.RowsOf(Toy.Data(20).Split(0.25, seed: 1).Validation));
    }

    [Fact]
    public void Epochs_and_seeds_give_different_orders()
    {
        HashSet<string> orders = [];
        foreach (int seed in new[] { 0, 1, -1, int.MinValue })
        {
            for (int epoch = 0; epoch < 10; epoch++)
            {
                orders.Add(string.Join(' ', new BatchOrder(50, seed).Epoch(epoch).ToArray()));
            }
        }

        Assert.Equal(40, orders.Count);
    }

    [Fact]
    public void All_permutations_are_about_equally_frequent()
    {
        BatchOrder order = new(4, seed: 1);
        Dictionary<string, int> seen = [];
        for (int epoch = 0; epoch < 24_000; epoch++)
        {
            string permutation = string.Join(' ', order.Epoch(epoch).ToArray());
            seen[permutation] = seen.GetValueOrDefault(permutation) + 1;
        }

        // Chi-squared with 23 degrees of freedom: above 49.7 once in a thousand random seeds.
        Assert.Equal(24, seen.Count);
        Assert.InRange(seen.Values.Sum(n => (n - 1000.0) * (n - 1000.0) / 1000), 0, 49.7);
    }

    [Fact]
    public void An_epoch_allocates_nothing()
    {
        BatchOrder order = new(1000, seed: 1);
        int epochs = 0;
        Assert.Equal(0, Allocated.ByThread(() => order.Epoch(epochs++)));
    }

    [Fact]
    public void Bad_arguments_are_named()
    {
        Refusal.Says(() => new BatchOrder(0, seed: 1), "count", "count is 0; it must be in [1, ");
        Refusal.Says(() => { new BatchOrder(3, seed: 1).Epoch(-1); }, "epoch", "epoch is -1; it must be ≥ 0.");
    }
}
