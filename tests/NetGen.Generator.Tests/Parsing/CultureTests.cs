using System.Globalization;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>Emitted records print the same wherever they run.</summary>
public class CultureTests
{
    [Fact]
    public void Hyperparameters_print_points_whatever_the_culture()
    {
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NegativeSign = "~" };
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = comma;
            Type type = NetworkCompilation.Compile("""
                using NetGen;

                [Network, Sgd(0.25f), WarmUp(10)]
                public partial class Net
                {
                    [Input(8)] public partial Layer Image { get; }
                    [Dense(4), Dropout(0.5f), L2(1e-4f)] public partial Layer Hidden { get; }
                    [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
                }
                """).Network("Net+Hyperparameters");
            Assert.Equal("Hyperparameters { LearningRate = 0.25, HiddenKeep = 0.5, HiddenL2 = 0.0001, WarmUpSteps = 10 }", Activator.CreateInstance(type)!.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
