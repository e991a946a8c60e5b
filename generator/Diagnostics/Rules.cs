namespace NetGen.Generator.Diagnostics;

/// <summary>The ids of the diagnostics; their texts are in <see cref="Descriptors"/>.</summary>
internal static class Rules
{
    /// <summary>A mistake that the C# compiler reports itself: an error, but nothing to report.</summary>
    public const string Compiler = "";

    // The class and its properties as C#.
    public const string Unexpected = "NG0001";
    public const string ClassNotPartial = "NG0002";
    public const string ClassGeneric = "NG0003";
    public const string ContainerNotPartial = "NG0004";
    public const string ClassForm = "NG0005";
    public const string PropertyNotPartial = "NG0006";
    public const string PropertyForm = "NG0007";
    public const string PropertyType = "NG0008";
    public const string Constructor = "NG0009";
    public const string NameTaken = "NG0010";
    public const string LanguageVersion = "NG0011";

    // Arguments.
    public const string InputShape = "NG0101";
    public const string UnitsNotPositive = "NG0102";
    public const string KeepOutOfRange = "NG0103";
    public const string SlopeOutOfRange = "NG0104";
    public const string SmoothingOutOfRange = "NG0105";
    public const string WeightNegative = "NG0106";
    public const string LambdaNegative = "NG0107";
    public const string DecayNegative = "NG0108";
    public const string LearningRateNotPositive = "NG0109";
    public const string MomentOutOfRange = "NG0110";
    public const string ScheduleOutOfRange = "NG0111";
    public const string AlphaNotPositive = "NG0112";
    public const string DeltaNotPositive = "NG0113";
    public const string DeviationNotPositive = "NG0114";
    public const string EpsilonNotPositive = "NG0115";
    public const string BatchSizeNotPositive = "NG0116";
    public const string RescaleUnknown = "NG0117";
    public const string ClassWeightCount = "NG0118";
    public const string ClassWeightNegative = "NG0119";
    public const string ClassWeightsZero = "NG0120";
    public const string NoiseNotPositive = "NG0121";
    public const string MixupNegative = "NG0122";
    public const string SigmaNotPositive = "NG0123";
    public const string LimitNotPositive = "NG0124";
    public const string AdversarialEpsilon = "NG0125";
    public const string AdversarialWeight = "NG0126";
    public const string AdversarialSteps = "NG0127";
    public const string InputRange = "NG0131";
    public const string WindowNotPositive = "NG0132";
    public const string PaddingUnknown = "NG0133";
    public const string PadsOutOfRange = "NG0134";
    public const string PaddingTwice = "NG0135";
    public const string AugmentationOutOfRange = "NG0136";

    // The graph of values.
    public const string NoInput = "NG0201";
    public const string NoHead = "NG0202";
    public const string NoKind = "NG0203";
    public const string Duplicate = "NG0204";
    public const string UnknownValue = "NG0205";
    public const string LaterValue = "NG0206";
    public const string FromNeeded = "NG0207";
    public const string NoPrecedingLayer = "NG0208";
    public const string HeadAsOperand = "NG0209";
    public const string SumNeedsTwo = "NG0210";
    public const string SumShapes = "NG0211";
    public const string TooLarge = "NG0212";
    public const string Unused = "NG0213";
    public const string Cycle = "NG0214";
    public const string ScaleShape = "NG0215";
    public const string NotAnImage = "NG0216";
    public const string WindowTooLarge = "NG0217";
    public const string ConcatNeedsTwo = "NG0218";
    public const string ConcatShapes = "NG0219";
    public const string PaddingUneven = "NG0220";
    public const string PositionsUnread = "NG0221";
    public const string NothingLeft = "NG0222";

    // What is attached to a value.
    public const string HeadWithoutLoss = "NG0301";
    public const string LossOnLayer = "NG0302";
    public const string InputAsHead = "NG0303";
    public const string ActivationMisplaced = "NG0304";
    public const string DropoutOnHead = "NG0305";
    public const string NeedsWeights = "NG0306";
    public const string TooFewClasses = "NG0307";
    public const string NoiseOnHead = "NG0308";
    public const string ClassesOverImage = "NG0309";
    public const string ChannelsOfVector = "NG0310";
    public const string AugmentationWithoutImage = "NG0311";
    public const string ColorOfOneChannel = "NG0312";
    public const string AugmentationTooLarge = "NG0313";
    public const string NormalizationMisplaced = "NG0314";
    public const string BatchNormOfFewRows = "NG0315";
    public const string DropoutBeforeBatchNorm = "NG0316";

    // Training.
    public const string NesterovWithoutMomentum = "NG0401";
    public const string TwoDecays = "NG0402";
    public const string PenaltyWithAdamW = "NG0403";
    public const string ClippingNeedsOne = "NG0404";
    public const string AdversarialBeyondRange = "NG0405";
    public const string TwoBlendings = "NG0406";
    public const string CutMixWithoutImage = "NG0407";

    // Calls.
    public const string StoppingWithoutValidation = "NG0501";
    public const string RetrainingWithoutStopping = "NG0502";

    // The build.
    public const string NotOptimized = "NG0601";
}
