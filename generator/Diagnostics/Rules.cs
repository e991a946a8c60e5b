namespace NetGen.Generator.Diagnostics;

/// <summary>The ids of the diagnostics; their texts are in Descriptors.</summary>
internal static class Rules
{
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
}
