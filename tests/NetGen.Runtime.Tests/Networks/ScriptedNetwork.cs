namespace NetGen.Tests.Networks;

/// <summary>
/// Does as it is told: losses come from scripts, and every update writes its number into parameters and optimizer state, so that the
/// moment a network was restored to can be read off them. Input X [1], heads Y and Z of one number each.
/// </summary>
internal sealed class ScriptedNetwork : INetwork
{
    private int _evaluations;

    public ScriptedNetwork(int batchSize = 4)
        : this(new Blueprint("Scripted", batchSize).Input("X", 1)
            .Head("Y", LossKind.MeanSquaredError, 1).Head("Z", LossKind.MeanSquaredError, 1)
            .Dense("Y", 3, 5).Build(stateSlots: 2))
    {
    }

    /// <summary>Any parameters to save and load; it cannot be trained.</summary>
    public ScriptedNetwork(NetworkSchema schema)
    {
        Schema = schema;
        Memory = new NetworkMemory(schema, seed: 1);
    }

    public NetworkSchema Schema { get; }

    public NetworkMemory Memory { get; }

    /// <summary>The loss of head Y in step n, from 1; 1 if not told otherwise.</summary>
    public Func<long, float> LossY { get; set; } = _ => 1;

    /// <summary>The loss of head Z in step n, from 1.</summary>
    public Func<long, float> LossZ { get; set; } = _ => 0;

    /// <summary>The loss of head Y in the evaluations to come, one element each (a validation set of one batch: each epoch).</summary>
    public float[] Validation { get; set; } = [];

    /// <summary>What the penalties are, asked for once an evaluation.</summary>
    public Func<double> Penalties { get; set; } = () => 0;

    /// <summary>Called after each update with its number.</summary>
    public Action<long> AfterStep { get; set; } = _ => { };

    /// <summary>Whether it was disposed of.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>The value of X of every row trained on, a batch an element.</summary>
    public List<float[]> Batches { get; } = [];

    public void Step(int rows)
    {
        Batches.Add([.. Enumerable.Range(0, rows).Select(row => Memory.InputRow(0, row)[0])]);
        long step = ++Memory.Steps;
        Memory.Parameters.Fill(step + 0.25f);
        Memory.State.Fill(-step);
        Memory.HeadLosses[0] = LossY(step);
        Memory.HeadLosses[1] = LossZ(step);
        Memory.TargetWeights.Fill(rows);
        AfterStep(step);
    }

    public void Predict(int rows)
    {
    }

    public void Evaluate(int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            Memory.Work(Schema.Heads[0].PresentOffset + row) = 1;
            Memory.Work(Schema.Heads[1].PresentOffset + row) = 0;
            Memory.Work(Schema.Heads[0].RowLossOffset + row) = Validation[_evaluations];
        }

        _evaluations++;
    }

    public double Penalty() => Penalties();

    public void Dispose() => IsDisposed = true;

    /// <summary>Rows 0, 1, 2, … as X, with targets of 0.</summary>
    public static Dataset Data(int rows) => new(
        new FeatureColumn("X", [1], Enumerable.Range(0, rows).Select(i => (float)i).ToArray()),
        new FeatureColumn("Y", [1], new float[rows]),
        new FeatureColumn("Z", [1], new float[rows]));
}
