namespace NetGen.Tests.EndToEnd;

/// <summary>What <c>Data</c> refuses, it refuses by the name of its own parameter.</summary>
public sealed class DataParameterTests
{
    [Theory]
    [InlineData(new float[0], new float[] { 1 }, "x")]
    [InlineData(new float[] { 1 }, new float[0], "y")]
    [InlineData(new float[] { 1, 2 }, new float[] { 1 }, "y")]
    [InlineData(new float[] { 1, float.NaN }, new float[] { 1, 2 }, "x")]
    [InlineData(new float[] { 1, 2 }, new float[] { 1, float.PositiveInfinity }, "y")]
    public void The_parameter_is_named(float[] x, float[] y, string parameter) =>
        Assert.Equal(parameter, Assert.Throws<ArgumentException>(() => Lonely.Data(x, y)).ParamName);
}
