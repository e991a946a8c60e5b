namespace NetGen.Generator.Planning;

/// <summary>The runs of memory a network has; the members of <c>NetworkMemory</c> that emitted code reaches them by have the same names.</summary>
internal enum Arena
{
    /// <summary>Weights and biases.</summary>
    Parameter,

    /// <summary>The optimizer's state: one run of memory as long as the parameters' for each number that it keeps of a parameter.</summary>
    State,

    /// <summary>What data is gathered to as floats: inputs and targets.</summary>
    Batch,

    /// <summary>What data is gathered to as integers: class labels.</summary>
    Label,

    /// <summary>What a prediction and its measurement compute; a training step computes its own there.</summary>
    Work,

    /// <summary>What only a training step computes: values it keeps for the backward pass, and gradients.</summary>
    Training,

    /// <summary>What only an attack computes: values it keeps for the way back, gradients, and the inputs as they were.</summary>
    Attack,

    /// <summary>What a thread has for itself.</summary>
    Scratch,
}
