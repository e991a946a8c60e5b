using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using Buffer = NetGen.Generator.Planning.Buffer;

namespace NetGen.Numerics.Tests;

/// <summary>Which memory plans give to what, for every case of the catalogue.</summary>
public sealed class ArenaTests
{
    private static readonly Lazy<IReadOnlyList<Plan>> Plans = new(() => [.. Cases.Networks.Select(network => Compiler.Plan(Models.Of(network)))]);

    public static TheoryData<NetworkCase> Networks => NetworkCase.Of(Cases.Networks);

    [Theory, MemberData(nameof(Networks))]
    public void A_prediction_and_its_measurement_need_nothing_that_only_training_has(NetworkCase network)
    {
        Plan plan = PlanOf(network);
        foreach (Kernel kernel in Predictions(plan))
        {
            Assert.All(kernel.Stored.Concat(kernel.Reads).Where(IsPlaced), node =>
                Assert.NotEqual(Arena.Training, plan.Buffers.Of(node).Arena));
            Assert.DoesNotContain(kernel.Reads, node => node.Op is Generator.Ops.State);
        }
    }

    [Theory, MemberData(nameof(Networks))]
    public void A_kernel_that_training_and_predictions_share_finds_its_values_in_the_same_places(NetworkCase network)
    {
        Plan plan = PlanOf(network);
        foreach (IGrouping<string, Kernel> shared in plan.Step.Concat(Predictions(plan)).GroupBy(k => k.Name))
        {
            Assert.Single(shared.Select(kernel => string.Join("\n", Places(plan, kernel.Stored).Cast<object>())).Distinct());
            Assert.Single(shared.Select(kernel => string.Join("\n", Places(plan, kernel.Reads).Cast<object>())).Distinct());
        }
    }

    [Fact]
    public void Rows_read_in_sixteens_past_the_batch_are_in_the_arena()
    {
        int read = 0;
        foreach (NetworkText network in ContractNetworks.Large)
        {
            Plan plan = Compiler.Plan(Models.Of(network));
            foreach (Buffer buffer in plan.Step.SelectMany(kernel => kernel.Template.ReadInSixteens(kernel)).Select(plan.Buffers.Of))
            {
                Assert.InRange(buffer.Offset + (network.BatchSize + 15) / 16 * 16 * buffer.Stride, 0, plan.Buffers.FloatsOf(buffer.Arena));
                read++;
            }
        }

        Assert.NotEqual(0, read);
    }

    [Theory, MemberData(nameof(Networks))]
    public void A_pass_leaves_its_predictions_where_a_prediction_does(NetworkCase network)
    {
        Plan plan = PlanOf(network);
        Effect[] passes = [.. plan.StochasticPass.Count == 0 ? [] : plan.Stochastic.Effects];
        Assert.All(passes, effect => Assert.Equal(
            plan.Buffers.Of(plan.Prediction.Effects.Single(e => e.Kind == EffectKind.Prediction && e.Target == effect.Target).Value),
            plan.Buffers.Of(effect.Value)));
    }

    [Theory, MemberData(nameof(Networks))]
    public void Places_lie_within_their_arena_and_whole_vectors_apart(NetworkCase network)
    {
        AssignBuffers buffers = PlanOf(network).Buffers;
        foreach (Arena arena in (Arena[])[Arena.Batch, Arena.Work, Arena.Training])
        {
            Assert.All(buffers.In(arena), b =>
            {
                Assert.InRange(b.Offset + b.Length, 1, buffers.FloatsOf(arena));
                Assert.Equal(0, b.Offset % 16);
            });
        }
    }

    private static Plan PlanOf(NetworkCase network) => Plans.Value[network.IndexIn(Cases.Networks)];

    private static IEnumerable<Kernel> Predictions(Plan plan) => plan.Predict.Concat(plan.PredictSingleRow).Concat(plan.Measure).Concat(plan.StochasticPass);

    private static Buffer[] Places(Plan plan, IEnumerable<Node> nodes) => [.. nodes.Where(IsPlaced).Select(plan.Buffers.Of)];

    private static bool IsPlaced(Node node) =>
        node.Type.Space is Space.Batch or Space.Samples && node.Op is not IRandomOp and not Generator.Ops.Parameter;
}
