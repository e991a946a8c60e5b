namespace NetGen.Benchmarks.Models;

// Depth: hidden layers of 256 units upon an input of 256, ReLU, batches of 64, plain SGD.

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Depth1 : IClassifier
{
    [Input(256)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer H1 { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Depth2 : IClassifier
{
    [Input(256)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer H1 { get; }
    [Dense(256), Relu] public partial Layer H2 { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Depth4 : IClassifier
{
    [Input(256)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer H1 { get; }
    [Dense(256), Relu] public partial Layer H2 { get; }
    [Dense(256), Relu] public partial Layer H3 { get; }
    [Dense(256), Relu] public partial Layer H4 { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Depth8 : IClassifier
{
    [Input(256)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer H1 { get; }
    [Dense(256), Relu] public partial Layer H2 { get; }
    [Dense(256), Relu] public partial Layer H3 { get; }
    [Dense(256), Relu] public partial Layer H4 { get; }
    [Dense(256), Relu] public partial Layer H5 { get; }
    [Dense(256), Relu] public partial Layer H6 { get; }
    [Dense(256), Relu] public partial Layer H7 { get; }
    [Dense(256), Relu] public partial Layer H8 { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Depth16 : IClassifier
{
    [Input(256)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer H1 { get; }
    [Dense(256), Relu] public partial Layer H2 { get; }
    [Dense(256), Relu] public partial Layer H3 { get; }
    [Dense(256), Relu] public partial Layer H4 { get; }
    [Dense(256), Relu] public partial Layer H5 { get; }
    [Dense(256), Relu] public partial Layer H6 { get; }
    [Dense(256), Relu] public partial Layer H7 { get; }
    [Dense(256), Relu] public partial Layer H8 { get; }
    [Dense(256), Relu] public partial Layer H9 { get; }
    [Dense(256), Relu] public partial Layer H10 { get; }
    [Dense(256), Relu] public partial Layer H11 { get; }
    [Dense(256), Relu] public partial Layer H12 { get; }
    [Dense(256), Relu] public partial Layer H13 { get; }
    [Dense(256), Relu] public partial Layer H14 { get; }
    [Dense(256), Relu] public partial Layer H15 { get; }
    [Dense(256), Relu] public partial Layer H16 { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Depth32 : IClassifier
{
    [Input(256)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer H1 { get; }
    [Dense(256), Relu] public partial Layer H2 { get; }
    [Dense(256), Relu] public partial Layer H3 { get; }
    [Dense(256), Relu] public partial Layer H4 { get; }
    [Dense(256), Relu] public partial Layer H5 { get; }
    [Dense(256), Relu] public partial Layer H6 { get; }
    [Dense(256), Relu] public partial Layer H7 { get; }
    [Dense(256), Relu] public partial Layer H8 { get; }
    [Dense(256), Relu] public partial Layer H9 { get; }
    [Dense(256), Relu] public partial Layer H10 { get; }
    [Dense(256), Relu] public partial Layer H11 { get; }
    [Dense(256), Relu] public partial Layer H12 { get; }
    [Dense(256), Relu] public partial Layer H13 { get; }
    [Dense(256), Relu] public partial Layer H14 { get; }
    [Dense(256), Relu] public partial Layer H15 { get; }
    [Dense(256), Relu] public partial Layer H16 { get; }
    [Dense(256), Relu] public partial Layer H17 { get; }
    [Dense(256), Relu] public partial Layer H18 { get; }
    [Dense(256), Relu] public partial Layer H19 { get; }
    [Dense(256), Relu] public partial Layer H20 { get; }
    [Dense(256), Relu] public partial Layer H21 { get; }
    [Dense(256), Relu] public partial Layer H22 { get; }
    [Dense(256), Relu] public partial Layer H23 { get; }
    [Dense(256), Relu] public partial Layer H24 { get; }
    [Dense(256), Relu] public partial Layer H25 { get; }
    [Dense(256), Relu] public partial Layer H26 { get; }
    [Dense(256), Relu] public partial Layer H27 { get; }
    [Dense(256), Relu] public partial Layer H28 { get; }
    [Dense(256), Relu] public partial Layer H29 { get; }
    [Dense(256), Relu] public partial Layer H30 { get; }
    [Dense(256), Relu] public partial Layer H31 { get; }
    [Dense(256), Relu] public partial Layer H32 { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
