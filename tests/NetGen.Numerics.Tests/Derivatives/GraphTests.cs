using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Lowering;
using NetGen.Generator.Ops;

namespace NetGen.Numerics.Tests;

/// <summary>What must hold of the graph at every stage, for every case.</summary>
public sealed class GraphTests
{
    [Fact]
    public void Operands_precede_their_users_and_types_follow_from_them() => Assert.All(Cases.Graphs, stage =>
    {
        NetworkGraph graph = stage.Graph;
        for (int id = 0; id < graph.Nodes.Count; id++)
        {
            Node node = graph.Nodes[id];
            Assert.Equal(id, node.Id);
            Assert.Same(graph, node.Graph);
            Assert.All(node.Operands, o => Assert.Same(graph.Nodes[o.Id], o));
            Assert.All(node.Operands, o => Assert.True(o.Id < id, $"{stage.Stage}: {node} reads {o}"));
            Assert.Equal(node.Op.TypeOf([.. node.Operands.Select(o => o.Type)]), node.Type);
        }
    });

    [Fact]
    public void Equal_operations_on_equal_operands_are_one_node_except_in_different_updates() => Assert.All(Cases.Graphs, stage =>
        Assert.Distinct(stage.Graph.Nodes.Select(n =>
            (n.Op, string.Join(",", n.Operands.Select(o => o.Id)), n.Type.Space is Space.Vector or Space.Matrix ? n.Section : default))));

    [Fact]
    public void Assignments_give_each_parameter_and_state_one_value_of_its_type() => Assert.All(Cases.Graphs, stage =>
    {
        Effect[] assignments = [.. stage.Graph.Effects.Where(e => e.Kind == EffectKind.Assign)];
        Assert.Distinct(assignments.Select(a => a.Destination));
        Assert.All(assignments, a => Assert.Equal(a.Destination!.Type, a.Value.Type));
        Assert.All(assignments, a =>
            Assert.True(stage.Stage.EndsWith("attack", StringComparison.Ordinal) ? a.Destination!.Op is Input : a.Destination!.Op is Parameter or State));
    });

    [Fact]
    public void Training_updates_every_parameter_and_keeps_the_losses() => Assert.All(Cases.Networks.Take(30), network =>
    {
        NetworkModel model = Models.Of(network);
        NetworkGraph graph = Compiler.TrainingGraph(model);
        Assert.Equal(
            graph.Nodes.Where(n => n.Op is Parameter).ToHashSet(),
            graph.Effects.Where(e => e.Destination?.Op is Parameter).Select(e => e.Destination!).ToHashSet());
        Assert.Equal(model.Heads.Select(h => h.Name), graph.Effects.Where(e => e.Kind == EffectKind.Loss).Select(e => e.Target));
        Assert.DoesNotContain(graph.Effects, e => e.Kind == EffectKind.Objective);
    });

    [Fact]
    public void Prediction_knows_no_dropout_no_gradient_and_no_optimizer() => Assert.All(
        Cases.Graphs.Where(s => s.Stage.EndsWith("prediction", StringComparison.Ordinal)),
        stage => Assert.DoesNotContain(stage.Graph.Live(), n => n.Op is DropoutMask or TransposedProduct or ProductWithTransposed or State or LearningRate));

    [Fact]
    public void No_gradient_flows_to_the_inputs()
    {
        // Two dense layers in a row: one gradient toward a layer's input, the second layer's.
        NetworkModel model = Models.Of(Topologies.Chain(new NetworkText("Net", 4), new Filling { Activation = "Relu" }));
        Assert.Single(Compiler.TrainingGraph(model).Live(), n => n.Op is ProductWithTransposed);
    }

    [Fact]
    public void An_attack_knows_no_dropout_no_update_and_no_gradient_toward_parameters() => Assert.All(
        Cases.Graphs.Where(s => s.Stage.EndsWith(" attack", StringComparison.Ordinal)),
        stage => Assert.DoesNotContain(stage.Graph.Live(), n =>
            n.Op is DropoutMask or TransposedProduct or ReduceBatch or State or LearningRate or InverseCount));

    [Fact]
    public void A_name_is_that_of_one_hyperparameter_only()
    {
        var graph = new NetworkGraph();
        var share = new Hyperparameter("AdversarialWeight", 0.5, NetGen.Generator.Graph.Range.UnitInterval, "w");
        Node node = graph.Hyperparameter(share);
        Assert.Same(node, graph.Hyperparameter(share with { }));
        Assert.Throws<GraphException>(() => graph.Hyperparameter(share with { Default = 3 }));
        Assert.Throws<GraphException>(() => graph.Hyperparameter(share with { Summary = "The weight of Adversarial's loss" }));
        Assert.Equal([share], graph.Hyperparameters);
    }

    [Fact]
    public void The_listing_reads_as_the_network_is_computed()
    {
        NetworkText network = new NetworkText("Net", 4, "Sgd(0.1f)").Layer("X", "Input(2)").Head("Out", "Dense(3)", "L2(0.01f)", "MeanSquaredError");
        Assert.Equal(
            """
            %1 = input() [n, 2] x  // Forward X
            %2 = parameter() [2, 3] w  // Forward Out
            %3 = parameter() [3] b  // Forward Out
            %4 = product(%1, %2) [n, 3]  // Forward Out
            %5 = add(%4, %3) [n, 3] z  // Forward Out
            %7 = target() [n, 3] target  // Loss Out
            %8 = subtract(%5, %7) [n, 3] d  // Loss Out
            %9 = multiply(%8, %8) [n, 3]  // Loss Out
            %10 = reducefeatures(%9) [n]  // Loss Out
            %11 = constant 0.33333334f() []  // Loss Out
            %13 = present() [n] present  // Loss Out
            %14 = multiply(%10, %13) [n]  // Loss Out
            %15 = multiply(%11, %14) [n] rowLoss  // Loss Out
            %16 = reducetoscalar(%15) []  // Loss Out
            %17 = inversecount() [] inverseCount  // Loss Out
            %18 = multiply(%16, %17) []  // Loss Out
            %19 = hyperparameter OutL2() [] outL2  // Update Out
            %20 = halfsquarednorm(%2) []  // Update Out
            %21 = multiply(%19, %20) []  // Update Out
            %22 = add(%18, %21) []  // Update Out
            Loss Out <- %18
            Penalty Out <- %21
            Objective  <- %22
            """ + "\n",
            LowerModel.Training(Models.Of(network)).ToString());
    }
}
