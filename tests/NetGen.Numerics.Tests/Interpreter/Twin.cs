using NetGen.Generator.Graph;
using NetGen.Generator.Language;
using NetGen.Generator.Lowering;
using NetGen.Generator.Ops;
using NetGen.Generator.Passes;

namespace NetGen.Numerics.Tests;

/// <summary>
/// A network run by the interpreter: the slow twin of the emitted class. Its graph is the plain one, differentiated without any
/// rewriting before or after, so that every other pass is on trial too.
/// </summary>
internal sealed class Twin
{
    private readonly NetworkGraph _training, _prediction, _stochasticPass, _attack;

    public Twin(NetworkModel model, int seed)
    {
        Model = model;
        _training = LowerModel.Training(model);
        AppendUpdates.Run(_training, model, TrainingGradients.Run(_training, model));
        _prediction = LowerModel.Prediction(model);
        _stochasticPass = LowerModel.StochasticPass(model);
        _attack = LowerModel.Attack(model);
        AppendAttackStep.Run(_attack, model, Differentiate.Run(_attack, toward: leaf => leaf.Op is Input));
        World = new World(seed) { Batch = new Batch(0), Step = 0 };
        IEnumerable<Hyperparameter> all = _training.Hyperparameters.Concat(_prediction.Hyperparameters).Concat(model.Schedules.SelectMany(s => s.Hyperparameters));
        foreach (Hyperparameter hyperparameter in all.DistinctBy(h => h.Name))
        {
            World.Hyperparameters.Add(hyperparameter.Name, hyperparameter.Default);
        }
    }

    private Twin(Twin original)
    {
        (Model, _training, _prediction, _stochasticPass, _attack) = (original.Model, original._training, original._prediction, original._stochasticPass, original._attack);
        World = original.World.Fork();
    }

    public NetworkModel Model { get; }

    /// <summary>Parameters and state; <see cref="World.Step"/> is the number of updates made.</summary>
    public World World { get; }

    /// <summary>A twin that goes on from here by itself.</summary>
    public Twin Fork() => new(this);

    /// <summary>One update.</summary>
    public Outcome Step(Batch batch)
    {
        World.Batch = batch;
        World.Step++;
        World.LearningRate = Schedules.Rate(Model, World.Hyperparameters, World.Step);
        double nearest = Model.Adversarial is { Iterations: int iterations } ? Interpreter.Perturb(World, _training, 1 + iterations) : double.PositiveInfinity;
        Outcome outcome = new Interpreter(World).Run(_training);
        outcome.NearestKink = Math.Min(outcome.NearestKink, nearest);
        return outcome;
    }

    /// <summary>Whether anything in its predictions can be random.</summary>
    public bool IsRandom => _stochasticPass.Live().Any(n => n.Op is IRandomOp);

    /// <summary>What it predicts in a pass of an uncertain prediction.</summary>
    public Outcome Sample(Batch batch, int pass)
    {
        World.Batch = batch;
        World.Pass = pass;
        return new Interpreter(World).Run(_stochasticPass);
    }

    /// <summary>The gradient of each row's loss toward the inputs, and where a step moves them that began at <paramref name="originals"/>.</summary>
    public Outcome Attack(Batch batch, Dictionary<string, Tensor> originals, double epsilon, double step)
    {
        World world = World.Fork() with { Batch = batch, Originals = originals, AttackEpsilon = epsilon, AttackStep = step };
        var interpreter = new Interpreter(world);
        foreach (Effect gradient in _attack.Effects.Where(e => e.Kind == EffectKind.InputGradient))
        {
            interpreter.Of(gradient.Value);
        }

        // The sign of a gradient has a kink at 0, near which there are always some: they are looked at one by one.
        double nearest = interpreter.NearestKink;
        Outcome outcome = interpreter.Run(_attack);
        outcome.NearestKink = nearest;
        return outcome;
    }

    /// <summary>Predictions and the loss of each row.</summary>
    public Outcome Evaluate(Batch batch)
    {
        World.Batch = batch;
        return new Interpreter(World).Run(_prediction);
    }
}
