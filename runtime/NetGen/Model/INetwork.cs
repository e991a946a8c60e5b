using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// What the compiler emits for every network, and all that the fit loop, evaluation and persistence need of one.
/// A user calls the generated, strongly typed members instead.
/// </summary>
/// <remarks>
/// A batch is gathered straight into <see cref="Memory"/> (<see cref="NetworkMemory.InputRow"/>,
/// <see cref="NetworkMemory.Labels"/>, <see cref="NetworkMemory.TargetRow"/>); the methods then work on its first
/// <c>rows</c> rows, 1 ≤ rows ≤ <see cref="NetworkSchema.BatchSize"/>. An instance serves one thread at a time.
/// </remarks>
public interface INetwork : IDisposable
{
    /// <summary>The shapes, names and places of everything the network holds; one object per network class.</summary>
    NetworkSchema Schema { get; }

    /// <summary>The parameters, optimizer state and batch buffers of this instance.</summary>
    NetworkMemory Memory { get; }

    /// <summary>Whether a step of a full batch leaves one of the network's threads idle, so that it may gather the next batch.</summary>
    bool HasIdleThread => false;

    /// <summary>The threads that share its steps; null if it has one thread only.</summary>
    Team? Team => null;

    /// <summary>
    /// Threads that share a step worth sharing, 1 to 1024. Results do not depend on it. A network without threads of its own returns 1, and
    /// setting it changes nothing.
    /// </summary>
    int Threads
    {
        get => 1;
        set { }
    }

    /// <summary>
    /// The penalties of the objective at the present parameters: Σ λ·Ω(w) over the layers that have one, as the attributes define Ω; 0
    /// for a network without penalties. The penalized objective is the loss plus this (Deep Learning, equation 7.1).
    /// </summary>
    /// <exception cref="InvalidOperationException">There is a prior, and <see cref="NetworkMemory.TrainingExamples"/> is not known yet.</exception>
    double Penalty() => 0;

    /// <summary>
    /// One update from the gathered batch: forward with dropout, losses, backward, update.
    /// Leaves the mean loss of each head in <see cref="NetworkMemory.HeadLosses"/>, how much its targets weigh in
    /// <see cref="NetworkMemory.TargetWeights"/>, and adds 1 to <see cref="NetworkMemory.Steps"/>. A loss that is not finite changes none of this.
    /// </summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is outside its range; nothing has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gathered label is not a class of its head, or another thread is using the network.</exception>
    /// <exception cref="ObjectDisposedException">The network has been disposed of.</exception>
    void Step(int rows);

    /// <summary>The predictions of the gathered inputs (no dropout), left where <see cref="NetworkMemory.PredictionRow"/> finds them.</summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is outside its range; nothing has been changed.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the network.</exception>
    /// <exception cref="ObjectDisposedException">The network has been disposed of.</exception>
    void Predict(int rows);

    /// <summary>
    /// What a network with dropout predicts of the gathered inputs in pass <paramref name="sample"/> of an uncertain prediction: masks as in
    /// training, the same for every row, left where <see cref="Predict"/> leaves its predictions. The passes over one batch are made in order
    /// from 0, for the first computes what no mask changes.
    /// </summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <param name="sample">The pass, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="sample"/> is outside its range; nothing has been changed.</exception>
    /// <exception cref="InvalidOperationException">Another thread is using the network.</exception>
    /// <exception cref="ObjectDisposedException">The network has been disposed of.</exception>
    /// <exception cref="NotSupportedException">Nothing in the network is random.</exception>
    void Sample(int rows, int sample) => throw new NotSupportedException($"{Schema.Name} has no dropout and no noise: every pass would predict the same.");

    /// <summary>
    /// <see cref="Predict"/>, then the loss of every row against the gathered targets (<see cref="NetworkMemory.RowLosses"/>)
    /// and whether its target is there (<see cref="NetworkMemory.Present"/>).
    /// </summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is outside its range; nothing has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gathered label is not a class of its head, or another thread is using the network.</exception>
    /// <exception cref="ObjectDisposedException">The network has been disposed of.</exception>
    void Evaluate(int rows);

    /// <summary>
    /// Moves the gathered inputs <paramref name="steps"/> times up the sign of the gradient of each row's own loss (no dropout, no
    /// penalties): x′ ← x′ + step·sign(∂E/∂x′), clipped to ±<paramref name="epsilon"/> around the original and to the declared range. The
    /// last gradient is left where <see cref="NetworkMemory.InputGradientRow"/> finds it. <see cref="Attacks.Run"/> keeps the originals first.
    /// </summary>
    /// <param name="rows">Rows of the batch, 1 to <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <param name="epsilon">How far a feature may be moved in all.</param>
    /// <param name="step">How far a step moves a feature; negative to go down, toward a target that was given as the label; 0 to stay at the start.</param>
    /// <param name="steps">Gradients computed, 1 to 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or another number is outside its range; nothing has been changed.</exception>
    /// <exception cref="InvalidOperationException">A gathered label is not a class of its head, or another thread is using the network.</exception>
    /// <exception cref="ObjectDisposedException">The network has been disposed of.</exception>
    /// <exception cref="NotSupportedException">The network was not made by the compiler.</exception>
    void Attack(int rows, float epsilon, float step, int steps) =>
        throw new NotSupportedException($"{Schema.Name} computes no gradient toward its inputs.");
}
