using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>The emitted code of typical networks, as it was last read and found good.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Classifier() => Verify(nameof(Classifier), """
        namespace Demo;

        /// <summary>Digits of 8×8 pixels: hidden units dropped, weights penalized, labels smoothed.</summary>
        [Network(BatchSize = 64), Sgd(0.1f, Momentum = 0.9f), CosineSchedule(2000), WarmUp(100)]
        public sealed partial class Digits
        {
            [Input(8, 8, 1)]                                      public partial Layer Image  { get; }
            [Dense(128), Relu, L2(1e-4f), Dropout(keep: 0.5f)]    public partial Layer Hidden { get; }
            [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)]    public partial Head  Label  { get; }
        }
        """);

    [Fact]
    public void LinearRegression() => Verify(nameof(LinearRegression), """
        /// <summary>LASSO: a linear model with squared error and L1, in the global namespace.</summary>
        [Network(BatchSize = 32), Sgd(0.05f), L1(0.01f)]
        internal partial class Lasso
        {
            [Input(10)]                            internal partial Layer Features { get; }
            [Dense(1), MeanSquaredError, Zero]     internal partial Head  Progression { get; }
        }
        """);

    [Fact]
    public void Sparse() => Verify(nameof(Sparse), """
        namespace Demo;

        /// <summary>Exact zeros by a proximal step in Adam's metric, the elastic net, priors.</summary>
        [Network(BatchSize = 16), Adam(1e-3f), GaussianPrior(sigma: 2)]
        public sealed partial class Sparse
        {
            [Input(20)]                                            public partial Layer X      { get; }
            [Dense(24), Relu, L1(1e-4f, Proximal = true)]          public partial Layer First  { get; }
            [Dense(24), Relu, LaplacePrior(sigma: 0.5f), L2(1e-3f)] public partial Layer Second { get; }
            [Dense(5), SoftmaxCrossEntropy]                        public partial Head  Class  { get; }
        }
        """);

    [Fact]
    public void Limited() => Verify(nameof(Limited), """
        namespace Demo;

        /// <summary>Gradients kept until their norm is known, inputs penalized as groups, columns limited.</summary>
        [Network(BatchSize = 16), Sgd(0.1f, Momentum = 0.9f), GradientClipping(Norm = 1)]
        public sealed partial class Limited
        {
            [Input(200)]                                      public partial Layer X     { get; }
            [Dense(24), Relu, GroupLasso(1e-3f), MaxNorm(3)]  public partial Layer First { get; }
            [Dense(5), SoftmaxCrossEntropy, L2(1e-3f)]        public partial Head  Class { get; }
        }
        """);

    [Fact]
    public void Residual() => Verify(nameof(Residual), """
        namespace Demo;

        /// <summary>A value read three times: gradients add up.</summary>
        [Network(BatchSize = 16), Adam(1e-3f)]
        public sealed partial class Residual
        {
            [Input(20), Dropout(keep: 0.9f)]                          public partial Layer X      { get; }
            [Dense(48), Swish]                                        public partial Layer First  { get; }
            [Dense(48), Gelu]                                         public partial Layer Second { get; }
            [Sum(nameof(First), nameof(Second)), Relu, Dropout(0.8f)] public partial Layer Joined { get; }
            [Dense(5), SoftmaxCrossEntropy]                           public partial Head  Class  { get; }
        }
        """);

    [Fact]
    public void MultiTask() => Verify(nameof(MultiTask), """
        namespace Demo;

        /// <summary>One trunk, a head of each loss, weights in the objective, two inputs.</summary>
        [Network(BatchSize = 24), RmsProp(1e-3f), StepSchedule(1000, Factor = 0.5f), L2(1e-3f)]
        public sealed partial class MultiTask
        {
            [Input(17)]                                                   public partial Layer Left   { get; }
            [Input(5)]                                                    public partial Layer Right  { get; }
            [Dense(32, From = nameof(Left)), Tanh]                        public partial Layer A      { get; }
            [Dense(32, From = nameof(Right)), Sigmoid]                    public partial Layer B      { get; }
            [Sum(nameof(A), nameof(B)), Elu]                              public partial Layer Trunk  { get; }
            [Dense(7), SoftmaxCrossEntropy(Weight = 0.5f)]                public partial Head  Kind   { get; }
            [Dense(3, From = nameof(Trunk)), BinaryCrossEntropy]          public partial Head  Tags   { get; }
            [Dense(1, From = nameof(Trunk)), Huber(0.5f)]                 public partial Head  Price  { get; }
            [Dense(2, From = nameof(A)), MeanAbsoluteError(Weight = 2f)]  public partial Head  Place  { get; }
        }
        """);

    [Fact]
    public void LargeBatch() => Verify(nameof(LargeBatch), """
        namespace Demo;

        /// <summary>A batch of more rows than a block of sums over rows, clean and adversarial ones.</summary>
        [Network(BatchSize = 2048), Sgd(0.1f), AdversarialTraining(Epsilon = 0.1f)]
        public sealed partial class Large
        {
            [Input(20, Min = 0, Max = 1)]    public partial Layer X      { get; }
            [Dense(24), Tanh]                public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy]  public partial Head  Class  { get; }
        }
        """);

    [Fact]
    public void SharedMethods() => Verify(nameof(SharedMethods), """
        namespace Demo;

        /// <summary>Five layers of one shape, which share methods; a first and a last one with methods of their own.</summary>
        [Network(BatchSize = 16), Sgd(0.1f)]
        public sealed partial class Deep
        {
            [Input(20)]                                public partial Layer X     { get; }
            [Dense(24), Relu]                          public partial Layer First { get; }
            [Dense(24), Relu, Dropout(0.8f), L2(0.1f)] public partial Layer A     { get; }
            [Dense(24), Relu, Dropout(0.8f), L2(0.2f)] public partial Layer B     { get; }
            [Dense(24), Relu, Dropout(0.7f), L2(0.3f)] public partial Layer C     { get; }
            [Dense(24), Relu, Dropout(0.6f), L2(0.4f)] public partial Layer D     { get; }
            [Dense(24), Relu, Dropout(0.5f), L2(0.5f)] public partial Layer E     { get; }
            [Dense(3), SoftmaxCrossEntropy]            public partial Head  Class { get; }
        }
        """);

    [Fact]
    public void DecoupledDecay() => Verify(nameof(DecoupledDecay), """
        namespace Demo;

        /// <summary>AdamW with a layer's own decay, an initializer, a layer without a bias.</summary>
        [Network, AdamW(2e-3f, Decay = 0.05f)]
        public sealed partial class Decaying
        {
            [Input(30)]                                              public partial Layer X      { get; }
            [Dense(40, Bias = false), LeakyRelu(0.2f), LeCun]        public partial Layer Hidden { get; }
            [Dense(20), Softplus, Normal(0.1f), Decay(0.1f, Bias = true)] public partial Layer Narrow { get; }
            [Dense(4), MeanSquaredError]                             public partial Head  Y      { get; }
        }
        """);

    [Fact]
    public void Scaled() => Verify(nameof(Scaled), """
        namespace Demo;

        /// <summary>A kind with a parameter that is neither a weight nor a bias.</summary>
        [Network(BatchSize = 32), Adam(1e-3f)]
        public sealed partial class Scaled
        {
            [Input(30)]                       public partial Layer X      { get; }
            [Scale, L2(1e-3f, Bias = true)]   public partial Layer Gain   { get; }
            [Dense(20), Relu]                 public partial Layer Hidden { get; }
            [Dense(4), SoftmaxCrossEntropy]   public partial Head  Y      { get; }
        }
        """);

    [Fact]
    public void WideNesterov() => Verify(nameof(WideNesterov), """
        namespace Demo;

        /// <summary>Strides that must not be a multiple of 256; nested in a generic struct; names that meet the runtime's.</summary>
        public partial struct Outer<T>
        {
            [Network(BatchSize = 128), Sgd(0.05f, Momentum = 0.9f, Nesterov = true)]
            private sealed partial class Wide
            {
                [Input(784)]                              public partial Layer Rows   { get; }
                [Dense(256), Relu, L1(1e-5f, Bias = true)] public partial Layer Tiles  { get; }
                [Dense(256), Relu, Dropout(0.5f)]         public partial Layer Layer  { get; }
                [Dense(10), SoftmaxCrossEntropy]          public partial Head  Head   { get; }
            }
        }
        """);

    [Fact]
    public void TextbookDropout() => Verify(nameof(TextbookDropout), """
        namespace Demo;

        /// <summary>Dropout that prediction makes up for, on an input and on a layer.</summary>
        [Network(BatchSize = 16), Sgd(0.1f)]
        public sealed partial class Textbook
        {
            [Input(20), Dropout(0.8f, Rescale = Rescale.AtPrediction)]        public partial Layer X      { get; }
            [Dense(48), Relu, Dropout(0.5f, Rescale = Rescale.AtPrediction)]  public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy]                                   public partial Head  Class  { get; }
        }
        """);

    [Fact]
    public void NoiseAndClassWeights() => Verify(nameof(NoiseAndClassWeights), """
        namespace Demo;

        /// <summary>Noise on an input and before dropout; classes that count differently.</summary>
        [Network(BatchSize = 16), Sgd(0.1f)]
        public sealed partial class Noisy
        {
            [Input(20), GaussianNoise(0.1f)]                                          public partial Layer X      { get; }
            [Dense(48), Relu, GaussianNoise(0.2f), Dropout(0.5f)]                     public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy(ClassWeights = new[] { 1f, 2f, 0.5f })]    public partial Head  Class  { get; }
        }
        """);

    [Fact]
    public void AdversarialIterations() => Verify(nameof(AdversarialIterations), """
        namespace Demo;

        /// <summary>Adversarial rows made in three steps.</summary>
        [Network(BatchSize = 16), Sgd(0.1f), AdversarialTraining(Epsilon = 0.2f, Steps = 3)]
        public sealed partial class Stepped
        {
            [Input(20, Max = 1)]             public partial Layer X      { get; }
            [Dense(3), SoftmaxCrossEntropy]  public partial Head  Class  { get; }
        }
        """);

    [Fact]
    public void AdversarialStart() => Verify(nameof(AdversarialStart), """
        namespace Demo;

        /// <summary>Adversarial rows made in two steps from a random start.</summary>
        [Network(BatchSize = 16), Sgd(0.1f), AdversarialTraining(Epsilon = 0.2f, Steps = 2, RandomStart = true)]
        public sealed partial class Started
        {
            [Input(20, Max = 1)]             public partial Layer X      { get; }
            [Dense(3), SoftmaxCrossEntropy]  public partial Head  Class  { get; }
        }
        """);

    [Fact]
    public void Adversarial() => Verify(nameof(Adversarial), """
        namespace Demo;

        /// <summary>Clean and adversarial rows in a step: dropout shared, penalties once, one product for each weight.</summary>
        [Network(BatchSize = 64), Sgd(0.1f), L2(1e-4f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f)]
        public sealed partial class Robust
        {
            [Input(8, 8, 1, Min = 0, Max = 1), Dropout(0.9f)]     public partial Layer Image  { get; }
            [Dense(128), Relu, Dropout(keep: 0.5f)]               public partial Layer Hidden { get; }
            [Dense(10), SoftmaxCrossEntropy]                      public partial Head  Label  { get; }
        }
        """);

    [Fact]
    public void Halved() => Verify(nameof(Halved), """
        namespace Demo;

        /// <summary>Zeros left out forward, backward and of both terms of each gradient; 200 inputs are blocks of two heights.</summary>
        [Network(BatchSize = 100), Sgd(0.1f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f)]
        public sealed partial class Halved
        {
            [Input(200, Min = 0, Max = 1)]          public partial Layer Image  { get; }
            [Dense(150), Relu, Dropout(keep: 0.5f)] public partial Layer First  { get; }
            [Dense(128), Relu, Dropout(keep: 0.6f)] public partial Layer Second { get; }
            [Dense(10), SoftmaxCrossEntropy]        public partial Head  Label  { get; }
        }
        """);

    [Fact]
    public void Images() => Verify(nameof(Images), """
        namespace Demo;

        /// <summary>Convolutions and pools: an input with a border, layers with padded and dense channels, a stride.</summary>
        [Network(BatchSize = 32), Adam(1e-3f)]
        public sealed partial class Cnn
        {
            [Input(28, 28, 1, Min = 0, Max = 1)]                         public partial Layer Image { get; }
            [Conv2D(10, kernel: 3, Padding = ConvPadding.Same), Relu]    public partial Layer Edges { get; }
            [MaxPool(2)]                                                 public partial Layer EdgesPooled { get; }
            [Conv2D(32, kernel: 3, Stride = 2), Relu, Dropout(0.75f)]    public partial Layer Parts { get; }
            [AveragePool(2, Padding = ConvPadding.Same)]                 public partial Layer PartsPooled { get; }
            [Dense(10), SoftmaxCrossEntropy]                             public partial Head  Label { get; }
        }
        """);

    [Fact]
    public void PooledImages() => Verify(nameof(PooledImages), """
        namespace Demo;

        /// <summary>A convolution of gray images, and one between two pools, whose gradients leave zeros out.</summary>
        [Network(BatchSize = 32), Sgd(0.1f)]
        public sealed partial class Pooled
        {
            [Input(12, 12, 1)]                                           public partial Layer Image { get; }
            [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu]    public partial Layer Edges { get; }
            [MaxPool(2)]                                                 public partial Layer EdgesPooled { get; }
            [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu]    public partial Layer Parts { get; }
            [MaxPool(2)]                                                 public partial Layer PartsPooled { get; }
            [Dense(10), SoftmaxCrossEntropy]                             public partial Head  Label { get; }
        }
        """);

    [Fact]
    public void Augmented() => Verify(nameof(Augmented), """
        namespace Demo;

        /// <summary>Images moved by one map, recolored, blurred and erased in part; a box of each is another's.</summary>
        [Network(BatchSize = 32), Adam(1e-3f), CutMix(1)]
        public sealed partial class Augmented
        {
            [Input(28, 28, 3, Min = 0, Max = 1), HorizontalFlip, Shift(2), Rotate(15, Crop = true), Elastic(34, 4)]
            [ColorBalance(0.1f, 0.2f), Blur(1), Erase(8)]       public partial Layer Image { get; }
            [Dense(64), Relu]                                   public partial Layer Hidden { get; }
            [Dense(10), SoftmaxCrossEntropy]                    public partial Head  Label { get; }
        }
        """);

    [Fact]
    public void ImageKinds() => Verify(nameof(ImageKinds), """
        namespace Demo;

        /// <summary>Channels side by side, scaled, dropped and grouped; convolutions by channel, without sharing, and transposed.</summary>
        [Network(BatchSize = 32), Sgd(0.1f)]
        public sealed partial class Kinds
        {
            [Input(8, 8, 3, Min = 0, Max = 1)]                                              public partial Layer Image { get; }
            [DepthwiseConv2D(kernel: 3, Multiplier = 2), Relu, Dropout(0.8f, Channels = true)] public partial Layer Deep { get; }
            [LocallyConnected2D(16, kernel: 3, From = nameof(Image)), Tanh, MaxNorm(2)]     public partial Layer Own { get; }
            [Concat(nameof(Deep), nameof(Own)), Tanh]                                       public partial Layer Both { get; }
            [Scale]                                                                         public partial Layer Gain { get; }
            [ConvTranspose2D(4, kernel: 2, Stride = 2), Relu, GroupLasso(1e-3f), MaxNorm(3)] public partial Layer Wide { get; }
            [GlobalAveragePool]                                                             public partial Layer Means { get; }
            [Dense(10), SoftmaxCrossEntropy]                                                public partial Head  Label { get; }
            [Conv2D(1, kernel: 2, From = nameof(Gain)), MeanSquaredError, GroupLasso(1e-3f)] public partial Head Mask { get; }
        }
        """);

    [Fact]
    public void BlendedRows() => Verify(nameof(BlendedRows), """
        namespace Demo;

        /// <summary>Mixup: a classifier's loss is blended, a number's target; and weights averaged, after they have been limited.</summary>
        [Network(BatchSize = 16), Sgd(0.1f), Mixup(0.2f), AverageWeights(0.999f)]
        public sealed partial class Blended
        {
            [Input(20)]                              public partial Layer X     { get; }
            [Dense(3), SoftmaxCrossEntropy]          public partial Head  Class { get; }
            [Dense(2), MeanSquaredError, MaxNorm(2)] public partial Head  Place { get; }
        }
        """);

    [Fact]
    public void The_surface_of_a_broken_network()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("""
            using NetGen;

            namespace Demo;

            [Network]
            public sealed partial class Broken
            {
                [Input(4)]                                      public partial Layer X     { get; }
                [Dense(0), Relu]                                public partial Layer Hidden { get; }
                [Dense(3), SoftmaxCrossEntropy]                 public partial Head  Class { get; }
            }

            internal static class Use
            {
                public static Broken Sweep(float rate) => new(new() { LearningRate = rate });

                public static Broken Seeded(int seed) => new(seed: seed) { Threads = 1 };
            }
            """);
        Snapshot.Verify("Broken", compilation.Generated);
        Assert.NotEmpty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    private static void Verify(string name, string source)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("using NetGen;\n" + source);
        Assert.DoesNotContain(compilation.Diagnostics, d => d.Severity >= DiagnosticSeverity.Warning);
        Assert.Empty(compilation.CSharpDiagnostics);
        Snapshot.Verify(name, compilation.Generated);
    }
}
