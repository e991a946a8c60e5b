namespace NetGen.Benchmarks.Models;

// Width: w → w → w → 10, ReLU, batches of 64, plain SGD.

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Width64 : IClassifier
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(64), Relu] public partial Layer First { get; }
    [Dense(64), Relu] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Width128 : IClassifier
{
    [Input(128)] public partial Layer Image { get; }
    [Dense(128), Relu] public partial Layer First { get; }
    [Dense(128), Relu] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Width256 : IClassifier
{
    [Input(256)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer First { get; }
    [Dense(256), Relu] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Width512 : IClassifier
{
    [Input(512)] public partial Layer Image { get; }
    [Dense(512), Relu] public partial Layer First { get; }
    [Dense(512), Relu] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Width1024 : IClassifier
{
    [Input(1024)] public partial Layer Image { get; }
    [Dense(1024), Relu] public partial Layer First { get; }
    [Dense(1024), Relu] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Width2048 : IClassifier
{
    [Input(2048)] public partial Layer Image { get; }
    [Dense(2048), Relu] public partial Layer First { get; }
    [Dense(2048), Relu] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Width4096 : IClassifier
{
    [Input(4096)] public partial Layer Image { get; }
    [Dense(4096), Relu] public partial Layer First { get; }
    [Dense(4096), Relu] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
