using NetGen.Generator.Language;
using NetGen.Generator.Language.Activations;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Text;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>How values describe what they compute. Files keep these texts: to change one is to refuse every file that has it.</summary>
public class OperationTests
{
    [Fact]
    public void What_counts_in_a_prediction_is_described_and_nothing_else()
    {
        NetworkModel model = Model("""
            [Input(28, 28, 1, Min = 0, Max = 1), Dropout(0.9f)] public partial Layer Image { get; }
            [Dense(8), Relu, L2(1e-4f), Dropout(0.5f, Rescale = Rescale.AtPrediction)] public partial Layer A { get; }
            [Dense(8, Bias = false, From = nameof(Image)), LeakyRelu(0.2f), GaussianNoise(1)] public partial Layer B { get; }
            [Sum(nameof(B), nameof(A)), Elu(1e-8f)] public partial Layer Both { get; }
            [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
            [Dense(1), BinaryCrossEntropy(Weight = 2)] public partial Head Yes { get; }
            [Dense(1), Huber(2)] public partial Head Price { get; }
            """);
        Assert.Equal(
            [
                "Image: Input(28, 28, 1)",
                "A: Dense(8) of Image, then Relu",
                "B: Dense(8, no bias) of Image, then LeakyRelu(0.2f)",
                "Both: Sum of B, A, then Elu(1e-8f)",
                "Label: Dense(10) of Both, then Softmax",
                "Yes: Dense(1) of Both, then Sigmoid",
                "Price: Dense(1) of Both",
            ],
            model.Values.Select(value => $"{value.Name}: {value.Operation}"));
    }

    [Fact]
    public void A_normalization_takes_the_place_of_a_bias_for_each_channel_and_leaves_one_for_each_position()
    {
        NetworkModel model = Model("""
            [Input(6, 5, 3)] public partial Layer X { get; }
            [Conv2D(2, kernel: 2), BatchNorm] public partial Layer Convolved { get; }
            [DepthwiseConv2D(kernel: 2, From = nameof(X)), LayerNorm] public partial Layer Deep { get; }
            [LocallyConnected2D(2, kernel: 2, From = nameof(X)), BatchNorm] public partial Layer Local { get; }
            [ConvTranspose2D(2, kernel: 2, From = nameof(X)), BatchNorm] public partial Layer Transposed { get; }
            [Dense(4), LayerNorm] public partial Layer Dense { get; }
            [Dense(1), MeanSquaredError] public partial Head Y { get; }
            """);
        Assert.Equal(["Local", "Y"], model.Values.Where(value => value.Roles.Any(role => role.Name == "bias")).Select(value => value.Name));
    }

    [Fact]
    public void Every_activation_is_described_by_its_name_and_all_its_constants()
    {
        NetworkModel model = Model(string.Join("\n", Catalogue.Activations.Select(entry => $$"""[Dense(2), {{entry.Attribute}}] public partial Layer Of{{entry.Attribute}} { get; }"""))
            + "[Dense(1), MeanSquaredError] public partial Head Y { get; }");
        foreach (string name in Catalogue.Activations.Select(entry => entry.Attribute))
        {
            Activation activation = model.Values.Single(value => value.Name == "Of" + name).Activation!;
            string constants = string.Join(", ", activation.GetType().GetProperties().Where(p => p.PropertyType == typeof(float)).Select(p => Invariant.Literal((float)p.GetValue(activation)!)));
            Assert.Equal(constants.Length == 0 ? name : $"{name}({constants})", activation.Operation);
        }
    }

    [Fact]
    public void Every_loss_that_predicts_probabilities_says_how_they_are_made()
    {
        NetworkModel model = Model(string.Join("\n", Catalogue.Losses.Select(entry => $$"""[Dense(2), {{entry.Attribute}}] public partial Head Of{{entry.Attribute}} { get; }""")));
        Loss[] losses = [.. model.Heads.Select(head => head.Loss!)];
        Assert.All(losses, loss => Assert.Equal(loss.Form.PredictsProbabilities, loss.Prediction is not null));
        Assert.Distinct(losses.Select(loss => loss.Prediction).OfType<string>());
    }

    private static NetworkModel Model(string values) => NetworkCompilation.Compile(
        $$"""
        using NetGen;

        [Network, Sgd(0.1f)]
        public partial class Net
        {
            {{(values.Contains("[Input", StringComparison.Ordinal) ? "" : "[Input(2)] public partial Layer X { get; }")}}
            {{values}}
        }
        """).Model();
}
