namespace RegularizationLab;

/// <summary>What the lab trains: how many rows, seeds and epochs, and which strengths.</summary>
internal sealed record Plan
{
    /// <summary>Whether hardly anything is trained, so that the page's numbers mean nothing.</summary>
    public bool IsQuick { get; private init; }

    /// <summary>Rows to learn from: few, so that networks overfit.</summary>
    public required int TrainingRows { get; init; }

    /// <summary>Rows that choose: when to stop, and how strong a penalty should be.</summary>
    public required int ValidationRows { get; init; }

    public required int Epochs { get; init; }

    /// <summary>How many epochs in a row may bring no better validation loss before early stopping ends a fit.</summary>
    public int Patience { get; init; } = 20;

    public required int[] Seeds { get; init; }

    public float[] L1 { get; init; } = [1e-5f, 3e-5f, 1e-4f, 3e-4f, 1e-3f, 3e-3f, 1e-2f];

    public float[] L2 { get; init; } = [1e-5f, 1e-4f, 3e-4f, 1e-3f, 3e-3f, 1e-2f, 3e-2f];

    public float[] DropRates { get; init; } = [.1f, .2f, .35f, .5f, .65f, .8f, .9f];

    /// <summary>σ of noise on pixels in [0, 1].</summary>
    public float[] Noises { get; init; } = [.02f, .05f, .1f, .2f, .3f, .5f, .8f];

    /// <summary>α of mixup: Zhang et al. 2018 advise 0.1 to 0.4; from 1 on most blends are of two images rather than of one.</summary>
    public float[] Mixups { get; init; } = [.02f, .05f, .1f, .2f, .4f, 1, 8];

    /// <summary>Longest norms of the weights into a hidden unit, the weakest limit first: He's initial weights have norms of about 1.4.</summary>
    public float[] MaxNorms { get; init; } = [2, 1.4f, 1, .7f, .5f, .25f, .1f];

    /// <summary>The penalties whose weights are drawn as histograms.</summary>
    public Recipe WeightsL1 { get; init; } = new() { L1 = 3e-4f };

    /// <inheritdoc cref="WeightsL1"/>
    public Recipe WeightsL2 { get; init; } = new() { L2 = 3e-3f };

    /// <summary>Strengths on the weights that read the image, ascending, of which the strongest that cost nothing are compared.</summary>
    public float[] InputL2 { get; init; } = [3e-3f, 1e-2f, 3e-2f, 1e-1f];

    /// <inheritdoc cref="InputL2"/>
    public float[] InputL1 { get; init; } = [3e-4f, 1e-3f, 3e-3f, 1e-2f];

    /// <inheritdoc cref="InputL2"/>
    public float[] InputGroupLasso { get; init; } = [3e-3f, 1e-2f, 3e-2f, 1e-1f];

    /// <summary>Learning rates, ascending.</summary>
    public float[] SprintRates { get; init; } = [.025f, .05f, .1f, .2f, .4f, .8f, 1.6f, 3.2f];

    /// <summary>Longest norms of the gradient, of which the one is shown that goes best over all rates.</summary>
    public float[] SprintClippings { get; init; } = [.03f, .1f, .3f, 1];

    /// <summary>Longest norms of the weights that enter a unit, of which the one is shown that goes best over all rates.</summary>
    public float[] SprintMaxNorms { get; init; } = [.25f, .5f, 1, 2];

    /// <summary>The share of units dropped where limits meet dropout.</summary>
    public float SprintDropRate { get; init; } = .5f;

    /// <summary>Epochs at each learning rate: about the 640 updates in which it falls to 0.</summary>
    public int SprintEpochs { get; init; } = 160;

    /// <summary>Images of the rare class that are left to learn from.</summary>
    public int RareRows { get; init; } = 3;

    /// <summary>λ where a rare class counts more, ascending from 0.</summary>
    public float[] RareL2 { get; init; } = [0, 1e-4f, 1e-3f, 3e-3f, 1e-2f, 3e-2f];

    public Recipe Smoothed { get; init; } = new() { Smoothing = .1f };

    /// <summary>Adversarial training, with the ε that the gallery attacks with as well.</summary>
    public Recipe Hardened { get; init; } = new() { AdversarialEpsilon = .1f };

    /// <summary>What networks are attacked with, ascending from 0; <see cref="Hardened"/>'s ε among them.</summary>
    public float[] Epsilons { get; init; } = [0, .025f, .05f, .075f, .1f, .15f, .2f, .3f];

    /// <summary>The most test rows that are attacked.</summary>
    public int AttackedRows { get; init; } = 1000;

    /// <summary>Steps of the iterated attack, each a quarter of its ε.</summary>
    public int AttackSteps { get; init; } = 10;

    public Recipe Thinned { get; init; } = new() { DropRate = .5f };

    /// <summary>Averaged weights where single steps leap about: at a high rate, and with a penalty, without which the loss sinks to 0 and every step with it.</summary>
    public Recipe Averaged { get; init; } = new() { RateFactor = 3, L2 = 3e-3f, AverageDecay = .98f };

    /// <summary>Dropout masks for each uncertain prediction.</summary>
    public int Masks { get; init; } = 50;

    /// <summary>The embedded digits.</summary>
    public static Plan Digits { get; } = new() { TrainingRows = 100, ValidationRows = 300, Epochs = 300, Seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };

    /// <summary>MNIST or Fashion-MNIST.</summary>
    public static Plan Folder { get; } = new()
    {
        TrainingRows = 500,
        ValidationRows = 1000,
        Epochs = 80,
        SprintEpochs = 40,
        Seeds = [1, 2, 3],
        Noises = [.05f, .1f, .2f, .4f, .8f],
        Mixups = [.05f, .2f, .4f, 1, 8],
        MaxNorms = [2, 1, .5f, .25f, .1f],
    };

    /// <summary>The same figures from hardly any training: to look at the page, not at the numbers.</summary>
    public Plan Quick() => this with
    {
        IsQuick = true,
        Epochs = 4,
        Seeds = [1, 2],
        L1 = [1e-4f, 1e-2f],
        L2 = [1e-4f, 1e-2f],
        DropRates = [.2f, .5f],
        InputL2 = [1e-2f],
        InputL1 = [1e-3f],
        InputGroupLasso = [1e-2f],
        Noises = [.1f, .3f],
        Mixups = [.2f, 1],
        MaxNorms = [2, 1],
        SprintRates = [.1f, 1],
        SprintClippings = [.3f],
        SprintMaxNorms = [1],
        SprintEpochs = 4,
        RareL2 = [0, 1e-2f],
        Epsilons = [0, .1f],
        AttackSteps = 2,
        Masks = 5,
    };
}
