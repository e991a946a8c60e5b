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

    /// <summary>Rows of the pool, of which figures take more than <see cref="TrainingRows"/> to learn from.</summary>
    public required int PoolRows { get; init; }

    /// <summary>Numbers of images to learn from, ascending, each a batch and more and less than nine tenths of the pool.</summary>
    public required int[] Numbers { get; init; }

    /// <summary>About how many updates a network makes, whatever the number of images: with more of them, each is seen less often.</summary>
    public int Updates { get; init; } = 3000;

    /// <summary>What may be done to training images, of which validation chooses for each number of images.</summary>
    public Recipe[] Augmentations { get; init; } = [new() { Shift = 1 }, new() { Rotation = 15 }, new() { Shift = 1, Rotation = 10 }];

    /// <summary>How likely an image is mirrored, ascending.</summary>
    public float[] Flips { get; init; } = [.1f, .25f, .5f];

    /// <summary>Images to learn from where they are mirrored, deformed, or read by networks that share weights.</summary>
    public int SharedRows { get; init; } = 320;

    /// <summary>Elastic deformation, in training and of test images.</summary>
    public Recipe Deformed { get; init; } = new() { Elastic = 4 };

    /// <summary>Seeds of the small networks that may share weights, from 1: as many as LeCun 1989 drew sets of images.</summary>
    public int Draws { get; init; } = 20;

    /// <summary>The most epochs of a network that may share weights; early stopping ends most before.</summary>
    public int SharingEpochs { get; init; } = 300;

    /// <summary>Images to learn from where labels are wrong.</summary>
    public required int NoisyRows { get; init; }

    /// <summary>The share of them whose label is wrong.</summary>
    public double WrongShare { get; init; } = .2;

    /// <summary>Epochs where labels are wrong: enough to learn them all by heart.</summary>
    public int NoisyEpochs { get; init; } = 150;

    /// <summary>Strengths where labels are wrong.</summary>
    public float[] NoisyL1 { get; init; } = [3e-5f, 1e-4f, 3e-4f, 1e-3f, 3e-3f, 1e-2f];

    /// <inheritdoc cref="NoisyL1"/>
    public float[] NoisyL2 { get; init; } = [3e-4f, 1e-3f, 3e-3f, 1e-2f, 3e-2f, 1e-1f];

    /// <inheritdoc cref="NoisyL1"/>
    public float[] NoisyDropRates { get; init; } = [.2f, .35f, .5f, .65f, .8f, .9f];

    /// <inheritdoc cref="NoisyL1"/>
    public float[] Smoothings { get; init; } = [.05f, .1f, .2f, .4f, .6f, .8f];

    /// <summary>Degrees by which training images are rotated at most, beside shifts.</summary>
    public float[] Rotations { get; init; } = [2, 5, 10, 20, 40];

    /// <summary>Positions of those shifts.</summary>
    public int Shift { get; init; } = 1;

    /// <summary>Dropout masks for each uncertain prediction.</summary>
    public int Masks { get; init; } = 50;

    /// <summary>The embedded digits.</summary>
    public static Plan Digits { get; } = new()
    {
        TrainingRows = 100,
        ValidationRows = 300,
        PoolRows = 720,
        Numbers = [40, 80, 160, 320, 640],
        NoisyRows = 640,
        Epochs = 300,
        Seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    };

    /// <summary>MNIST or Fashion-MNIST.</summary>
    public static Plan Folder { get; } = new()
    {
        TrainingRows = 500,
        ValidationRows = 1000,
        PoolRows = 2400,
        Numbers = [100, 500, 2000],
        Augmentations = [new() { Shift = 2 }, new() { Rotation = 15 }, new() { Shift = 2, Rotation = 10 }],
        Deformed = new() { Elastic = 30 },
        Shift = 2,
        NoisyRows = 2000,
        NoisyEpochs = 60,
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
        Numbers = Numbers[..2],
        Updates = 20,
        Flips = [.25f, .5f],
        Draws = 2,
        SharingEpochs = 2,
        NoisyEpochs = 4,
        NoisyL1 = [1e-3f],
        NoisyL2 = [1e-2f],
        NoisyDropRates = [.5f],
        Smoothings = [.2f],
        Rotations = [10],
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
