using System.Numerics.Tensors;
using NetGen.Tests.Persistence;

namespace NetGen.Tests.Learning;

/// <summary>The two forms of dropout: what the one multiplies by 1/p in training, the other multiplies by p when predicting.</summary>
public class RescaleTests
{
    private const float Keep = 0.5f; // a power of two: to multiply by it or by 1/p rounds nothing

    [Fact]
    public void With_weights_divided_by_p_the_textbook_form_trains_and_predicts_what_the_inverted_one_does_to_the_bit()
    {
        using InvertedNet inverted = new(seed: 3);
        using TextbookNet textbook = new(seed: 3);
        Divide(textbook.Hidden, Keep);
        Divide(textbook.Label, Keep);

        float[] images = Digits.Test.Features("Image").ToArray(), p = new float[10 * Digits.Test.Count], q = new float[10 * Digits.Test.Count];
        inverted.Predict(images, p);
        textbook.Predict(images, q);
        Assert.Equal(p, q);

        // The masks are the same too, and so is the loss of a step; after it the weights differ, as the gradients do.
        int[] labels = [.. Enumerable.Range(0, 32).Select(row => Digits.Test.Labels("Label")[row])];
        Assert.Equal(inverted.TrainStep(images.AsSpan(0, 32 * 64), labels), textbook.TrainStep(images.AsSpan(0, 32 * 64), labels));
        inverted.Predict(images, p);
        textbook.Predict(images, q);
        Assert.NotEqual(p, q);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_textbook_form_learns_as_well_as_the_inverted_one(int seed)
    {
        // With w = p·v both compute the same, and ∂E/∂v = p·∂E/∂w: a step of v moves w by p² of what the rate says, which is made up for.
        // Seeds 1 to 6: 0.897 to 0.922 for the textbook's form, 0.891 to 0.919 for the inverted one, 0.014 apart at most.
        using InvertedNet inverted = new(seed: seed);
        using TextbookNet textbook = new(new() { LearningRate = 0.1f / (Keep * Keep) }, seed: seed);
        inverted.Fit(Digits.Train, options: new() { Epochs = 30 });
        textbook.Fit(Digits.Train, options: new() { Epochs = 30 });
        double p = inverted.Evaluate(Digits.Test).Label.Accuracy, q = textbook.Evaluate(Digits.Test).Label.Accuracy;
        Assert.True(q > 0.86 && Math.Abs(p - q) < 0.04, FormattableString.Invariant($"{p} inverted, {q} in the textbook's form"));
    }

    [Fact]
    public void Prediction_is_what_training_expects_of_a_linear_layer()
    {
        // 4,000 masks with p = 0.8: the mean of w·(x ⊙ mask) is within 5 standard errors of its prediction, p·w·x.
        const int Steps = 4000;
        using LinearNet network = new(new() { LearningRate = 1e-30f }, seed: 5);
        float[] x = [0.5f, -1f, 2f, 0.25f], predicted = new float[1];
        network.Predict(x, predicted);

        double sum = 0, squares = 0;
        for (int step = 0; step < Steps; step++)
        {
            // The error |z − t| from a target far below is z − t itself.
            double z = network.TrainStep(x, [-16f]) - 16;
            sum += z;
            squares += z * z;
        }

        double mean = sum / Steps, error = Math.Sqrt((squares / Steps - mean * mean) / Steps);
        Assert.InRange(mean, predicted[0] - 5 * error, predicted[0] + 5 * error);
        Assert.InRange(error, 1e-4, 0.05);
    }

    [Fact]
    public void A_file_holds_the_plain_weights_and_is_refused_where_another_factor_would_be_applied()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("textbook");
        using TextbookNet saved = new(seed: 1), same = new(seed: 2), other = new(new() { HiddenKeep = 0.25f }, seed: 2);
        using InvertedNet inverted = new(seed: 2);
        saved.Save(path);
        same.Load(path);
        Assert.Equal(Measure.Weights(saved.Label), Measure.Weights(same.Label));

        Assert.Equal(
            $"{path}: its weights were trained for a prediction with Hidden multiplied by 0.5; TextbookNet predicts with Hidden multiplied by 0.25. Give Hidden the Dropout and the keep that the file was saved with.",
            Assert.Throws<CheckpointException>(() => other.Load(path)).Message);
        Assert.Equal(
            $"{path}: its weights were trained for a prediction with Hidden multiplied by 0.5; InvertedNet predicts with Hidden as it is. Give Hidden the Dropout and the keep that the file was saved with.",
            Assert.Throws<CheckpointException>(() => inverted.Load(path)).Message);

        inverted.Save(path);
        Assert.Equal(
            $"{path}: its weights were trained for a prediction with Hidden as it is; TextbookNet predicts with Hidden multiplied by 0.5. Give Hidden the Dropout and the keep that the file was saved with.",
            Assert.Throws<CheckpointException>(() => same.Load(path)).Message);
    }

    [Fact]
    public void With_a_keep_of_1_the_two_forms_predict_alike_and_take_each_others_files()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("whole");
        TextbookNet.Hyperparameters whole = new() { ImageKeep = 1, HiddenKeep = 1 };
        using TextbookNet textbook = new(whole, seed: 1), again = new(whole, seed: 2);
        using InvertedNet inverted = new(seed: 3);
        textbook.Save(path);
        inverted.Load(path);
        float[] images = Digits.Test.Features("Image").ToArray(), p = new float[10 * Digits.Test.Count], q = new float[10 * Digits.Test.Count];
        textbook.Predict(images, p);
        inverted.Predict(images, q);
        Assert.Equal(p, q);

        inverted.Save(path);
        again.Load(path);
        Assert.Equal(Measure.Weights(textbook.Label), Measure.Weights(again.Label));

        using TextbookNet half = new(seed: 4);
        again.Save(path);
        Assert.Contains(
            "trained for a prediction with Hidden as it is; TextbookNet predicts with Hidden multiplied by 0.5.",
            Assert.Throws<CheckpointException>(() => half.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_tool_is_taken_as_plain_weights()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("foreign");
        using InvertedNet inverted = new(seed: 1);
        using TextbookNet textbook = new(seed: 2);
        inverted.Save(path);
        byte[] bytes = File.ReadAllBytes(path);
        "torch_"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("netgen"u8)));
        File.WriteAllBytes(path, bytes);
        textbook.Load(path, WeightLayout.NetGen);
        Assert.Equal(Measure.Weights(inverted.Label), Measure.Weights(textbook.Label));
    }

    private static void Divide(Layer layer, float divisor)
    {
        for (int i = 0; i < layer.Weights.Lengths[0]; i++)
        {
            for (int j = 0; j < layer.Weights.Lengths[1]; j++)
            {
                TensorSpan<float> weights = layer.Weights;
                weights[i, j] /= divisor;
            }
        }
    }
}

/// <summary>Dropout by half, made up for in training.</summary>
[Network(BatchSize = 32), Sgd(0.1f)]
internal sealed partial class InvertedNet
{
    [Input(8, 8, 1), Dropout(0.5f)] public partial Layer Image { get; }
    [Dense(48), Relu, Dropout(0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>The same, made up for in prediction.</summary>
[Network(BatchSize = 32), Sgd(0.1f)]
internal sealed partial class TextbookNet
{
    [Input(8, 8, 1), Dropout(0.5f, Rescale = Rescale.AtPrediction)] public partial Layer Image { get; }
    [Dense(48), Relu, Dropout(0.5f, Rescale = Rescale.AtPrediction)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>A linear model of inputs that are dropped.</summary>
[Network(BatchSize = 1), Sgd(0.1f)]
internal sealed partial class LinearNet
{
    [Input(4), Dropout(0.8f, Rescale = Rescale.AtPrediction)] public partial Layer X { get; }
    [Dense(1), MeanAbsoluteError] public partial Head Y { get; }
}
