using NetGen.Generator;
using NetGen.Generator.Kernels;
using NetGen.Generator.Planning;

namespace NetGen.Numerics.Tests;

/// <summary>
/// A change to the compiler or the runtime that is to change no number changes none: every case has the bits after 200 steps that were
/// recorded. <see cref="ContractTests"/> checks the networks of the contract, which hold every kernel template, on vectors of every width.
/// </summary>
public sealed class RecordedBitsTests
{
    private const int Steps = 200;

    public static TheoryData<NetworkCase> Networks => NetworkCase.Of(Cases.Networks);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Two_hundred_steps_leave_the_bits_that_were_recorded(NetworkCase network)
    {
        NetworkText text = network.In(Cases.Networks);
        Batch[] batches = [.. Enumerable.Range(0, 7).Select(i =>
            Batches.Of(Models.Of(text), Math.Max(1, text.BatchSize - i % 3 * text.BatchSize / 3), seed: 100 + i, missing: 0.1))];
        using Pair pair = Cases.Emitted.Pair(text, seed: 11);
        for (int step = 0; step < Steps; step++)
        {
            Batch batch = batches[step % batches.Length];
            batch.WriteTo(pair.Network);
            pair.Network.Step(batch.Rows);
        }

        Snapshot trained = Snapshot.Of(pair.Network);
        RecordedBits.Check(text.Name, trained, RecordedBits.OutcomeOf(pair, batches[0]), Setting.All[0]);
    }

    [Fact]
    public void What_is_recorded_is_computed() => Assert.Empty(RecordedBits.Names.Except(ContractNetworks.All.Concat(Cases.Networks).Select(n => n.Name)));

    [Fact]
    public void Every_template_of_kernels_is_among_what_is_recorded()
    {
        IEnumerable<KernelTemplate> used = ContractNetworks.All.Select(network => Compiler.Plan(Models.Of(network)))
            .SelectMany(plan => plan.TrainingKernels.Concat(plan.Predict).Concat(plan.PredictSingleRow).Concat(plan.Measure).Concat(plan.StochasticPass)
                .Concat(plan.AttackStep))
            .Select(kernel => kernel.Template).Distinct();
        Assert.Empty(KernelTemplates.All.Except(used).Select(template => template.GetType().Name));
    }
}
