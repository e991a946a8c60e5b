using System.Reflection;
using NetGen.Generator.Binding;
using NetGen.Generator.Language;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>The list of names that users cannot give is the list of names that emitted code has.</summary>
public class GeneratedNamesTests
{
    [Theory]
    [InlineData("Sgd(0.1f, Momentum = 0.9f)")]
    [InlineData("AdamW(0.001f)")]
    [InlineData("RmsProp(0.001f)")]
    public void Every_emitted_member_is_on_the_list(string optimizer)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($$"""
            using NetGen;

            [Network, {{optimizer}}, WarmUp(5), LaplacePrior(2), GroupLasso(1e-3f), MaxNorm(2), GradientClipping(Norm = 1), AdversarialTraining(Steps = 2), Mixup(0.2f), AverageWeights(0.99f)]
            partial class Net
            {
                [Input(8), Dropout(0.9f)] public partial Layer X { get; }
                [Dense(4), Gelu, Dropout(0.5f)] public partial Layer A { get; }
                [Dense(4), Swish] public partial Layer B { get; }
                [Sum(nameof(A), nameof(B)), Elu] public partial Layer C { get; }
                [Dense(3), SoftmaxCrossEntropy(Weight = 0.5f)] public partial Head Kind { get; }
                [Dense(2, From = nameof(C)), BinaryCrossEntropy] public partial Head Tags { get; }
                [Dense(1, From = nameof(A)), Huber] public partial Head Size { get; }
            }
            """);
        NetworkModel model = compilation.Model();
        string[] values = [.. model.Values.Select(v => v.Name)];
        IEnumerable<string> emitted = compilation.Assembly.GetType("Net")!
            .GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Select(member => member.Name)
            .Where(name => !name.Contains('<', StringComparison.Ordinal) && !name.Contains('.', StringComparison.Ordinal))
            .Select(name => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name[4..] : name)
            .Except(values)
            .Distinct();
        Assert.All(emitted, name => Assert.True(GeneratedNames.IsTaken(name, compilation.Declaration()), name));
    }
}
