using System.Globalization;
using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Tests.Folders;
using NetGen.Generator.Text;

namespace NetGen.Generator.Tests.Text;

/// <summary>Numbers in emitted code, in its documentation and in what tells kernels apart read back to the same bits, wherever the compiler runs.</summary>
public sealed class FloatTextTests
{
    public static TheoryData<float> Numbers =>
    [
        0.1f, 1e-9f, 16777216f, 16777218f, 0.33333334f, 1.1754942e-38f, 1e-45f, float.MaxValue, -0.7f, 123456790f, MathF.BitIncrement(0.1f),
        MathF.BitDecrement(1f),
    ];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_reads_back(float number) => InCommaCulture(() =>
    {
        Assert.EndsWith("f", Invariant.Literal(number), StringComparison.Ordinal);
        Assert.Equal(number, Read(Invariant.Literal(number).TrimEnd('f')));
        Assert.Equal(number, Read(Invariant.Of($"{number}")));
        Assert.Equal($"Elu {{ Alpha = {Invariant.Of($"{number}")} }}", new Ops.Elu(number).ToString());
        Assert.Equal(number, Read(Invariant.Of($"{new Constant(number)}").Replace("Constant { Value = ", "", StringComparison.Ordinal).TrimEnd(' ', '}')));
        Assert.Equal(number, Read(new Normal(number).For(default).Formula.Replace("σ = ", "", StringComparison.Ordinal)));
    });

    [Fact]
    public void Operations_that_differ_in_the_last_bit_of_a_number_differ_as_text() =>
        Assert.NotEqual(new Ops.Huber(0.1f).Anonymous, new Ops.Huber(MathF.BitIncrement(0.1f)).Anonymous);

    [Fact]
    public void A_record_is_its_parameters_whatever_they_are() => InCommaCulture(() =>
    {
        var inner = new Inner(0.5f, null);
        Assert.Equal(
            "Outer { Number = 0.25, Items = [0.5, 1.5], Kind = Update, Count = 7, Inner = Inner { Value = 0.5 } }",
            RecordText.Of(new Outer(0.25, [0.5f, 1.5f], Phase.Update, 7, inner, "")));
    });

    [Fact]
    public void The_generator_formats_no_number_by_default() => Assert.Empty(DefaultFormats.Of(SourceFiles.Generator.Value));

    [Fact]
    public void A_number_that_is_formatted_by_default_is_found()
    {
        const string Source = """
            record Rate(float Value);
            record Written(float Value) { public sealed override string ToString() => "written"; }
            static class Invariant { public static string Of(FormattableString text) => text.ToString(null); }
            class C
            {
                string[] Bad(float a, double? b, Rate c) => [$"{a}", $"{b}", $"{c}", "a" + a, a.ToString(), c.ToString()];
                string[] Good(float a, Written b, int c) => [Invariant.Of($"{a}"), $"{a:R}", $"{b}", $"{c}", "c" + c, a.ToString("R"), (a + a) > 0 ? "" : "x"];
            }
            """;

        Assert.Equal(
            ["formats a", "formats b", "formats c", "formats a", "formats a", "formats c"],
            DefaultFormats.Of(SourceFiles.Compile([("C.cs", Source)])).Select(line => line["C.cs ".Length..]));
    }

    private static float Read(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static void InCommaCulture(Action test)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            CultureInfo.CurrentCulture.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "~" };
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private sealed record Inner(float Value, string? Name);

    private sealed record Outer(double Number, float[] Items, Phase Kind, int Count, Inner Inner, string Empty);
}
