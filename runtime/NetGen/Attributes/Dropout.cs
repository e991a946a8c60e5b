namespace NetGen;

/// <summary>
/// In training each unit is kept with probability p, else it is 0 (Srivastava et al. 2014; Deep Learning, §7.12). On hidden layers and on
/// inputs. A kept unit is multiplied by 1/p, and prediction uses every unit as it is; or, in the textbook's form
/// (<see cref="Rescale.AtPrediction"/>), it stays as it is, and prediction multiplies every unit by p.
/// </summary>
/// <param name="keep">The probability p that a unit is kept, in (0, 1].</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DropoutAttribute(float keep) : Attribute
{
    /// <summary>The probability that a unit is kept.</summary>
    public float Keep { get; } = keep;

    /// <summary>When what dropout takes away is made up for; in training if not given.</summary>
    public Rescale Rescale { get; set; }

    /// <summary>
    /// Whether whole channels of an image are kept or dropped, one draw for each row and channel; false if not given. Neighboring pixels of a
    /// channel say nearly the same, so that dropping some of them takes little away (Tompson et al. 2015; elsewhere called Dropout2D or spatial
    /// dropout). Only on images: in a row of numbers, each is a channel of its own.
    /// </summary>
    public bool Channels { get; set; }
}

/// <summary>
/// When dropout makes up for the units it drops. Both forms expect the same of what reads the layer: with w trained in the one and p·w in
/// the other they predict the same.
/// </summary>
public enum Rescale
{
    /// <summary>Inverted dropout: h = y ⊙ mask/p in training, h = y in prediction.</summary>
    InTraining = 0,

    /// <summary>
    /// The textbook's form (Srivastava et al. 2014, §4; Deep Learning, §7.12): h = y ⊙ mask in training, h = p·y in prediction, which is
    /// w_final = p·w in every layer that reads it. Files hold the plain w, and say so.
    /// </summary>
    AtPrediction = 1,
}
