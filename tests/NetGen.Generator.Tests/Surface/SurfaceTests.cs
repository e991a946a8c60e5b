using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Surface;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Surface;

/// <summary>A network keeps its public members while its declaration has a mistake.</summary>
public class SurfaceTests
{
    /// <summary>All that tells a member from another for those who use it.</summary>
    private static readonly SymbolDisplayFormat s_signature = new(
        SymbolDisplayGlobalNamespaceStyle.Included,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeModifiers,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly string[] s_networks =
    [
        """
        [Network]
        public partial class Net
        {
            [Input(8)] public partial Layer Image { get; }
            [Dense(4)] public partial Layer Hidden { get; }
            [Dense(1), MeanSquaredError] public partial Head Price { get; }
        }
        """,
        """
        [Network(BatchSize = 16), Sgd(0.1f, Momentum = 0.9f), StepSchedule(10, Factor = 0.5f), WarmUp(5)]
        [AverageWeights(0.99f), L2(1e-4f), MaxNorm(3), Decay(1e-3f)]
        public partial class Net
        {
            [Input(8)] public partial Layer Left { get; }
            [Input(8)] internal partial Layer Right { get; }
            [Sum(nameof(Left), nameof(Right)), Dropout(0.5f)] public partial Layer Both { get; }
            [Dense(4), Tanh] public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy(Smoothing = 0.1f, Weight = 2), LaplacePrior(1)] public partial Head Kind { get; }
            [Dense(2), BinaryCrossEntropy] public partial Head Tags { get; }
            [Dense(1), Huber] public partial Head Price { get; }
        }
        """,
        """
        [Network, RmsProp(0.01f), Mixup(0.2f), GradientClipping(Norm = 1), AdversarialTraining(Epsilon = 0.1f)]
        public partial class Net
        {
            [Input(3), GaussianNoise(0.1f)] public partial Layer Samples { get; }
            [Dense(4), GroupLasso(0.1f)] public partial Layer Epsilon { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Class { get; }
            [Dense(2), MeanAbsoluteError] public partial Head Mean { get; }
        }
        """,
    ];

    private static readonly string[] s_images =
    [
        """
        [Network, CutMix(1)]
        public partial class Net
        {
            [Input(8, 8), HorizontalFlip, Shift(1), Stretch(0.1f), Rotate(10), Zoom(0.1f), RandomCrop(0.9f), Elastic(8, 2)] public partial Layer Image { get; }
            [Dense(4)] public partial Layer Hidden { get; }
            [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
        }
        """,
        """
        [Network]
        public partial class Net
        {
            [Input(8, 8, 3), VerticalFlip, ColorBalance(0.1f)] public partial Layer Step { get; }
            [Dense(4)] public partial Layer A { get; }
            [Input(8, 8), Blur(1), Erase(2)] public partial Layer Right { get; }
            [Dense(4)] public partial Layer B { get; }
            [Input(4)] public partial Layer Plain { get; }
            [Sum(nameof(A), nameof(B), nameof(Plain))] public partial Layer All { get; }
            [Dense(1), MeanSquaredError] public partial Head Price { get; }
        }
        """,
    ];

    public static TheoryData<string> Networks => [.. s_networks, .. s_images];

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_network_with_a_mistake_has_the_public_members_of_the_sound_one(string source)
    {
        (INamedTypeSymbol sound, INamedTypeSymbol faulty) = Both(source);
        Assert.Equal(Public(sound).Select(Signature).Order(StringComparer.Ordinal), Public(faulty).Select(Signature).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_documentation_of_both_is_of_the_same_things(string source)
    {
        (INamedTypeSymbol sound, INamedTypeSymbol faulty) = Both(source);
        ILookup<string, ISymbol> ofFaulty = Public(faulty).ToLookup(Signature);
        ISymbol[] members = [.. Public(sound).Where(member => member.ContainingType.Equals(sound, SymbolEqualityComparer.Default) && !IsValue(member))];
        Assert.True(members.Length > 15);
        Assert.All(members, member =>
        {
            string[] documented = Documented(member);
            Assert.Contains("summary", documented);
            Assert.Equal(documented, Documented(Assert.Single(ofFaulty[Signature(member)])));
        });
    }

    [Fact]
    public void The_list_of_all_names_is_that_of_a_network_with_everything()
    {
        IEnumerable<string> names = s_networks.Concat(s_images).SelectMany(source => Public(Compile(source, isSound: true)))
            .Where(member => member is { ContainingType.Name: "Net" } and not IMethodSymbol { MethodKind: MethodKind.Constructor } && !IsValue(member))
            .Select(member => member.Name).Distinct();
        NetworkSurface whole = NetworkSurface.Whole;
        IEnumerable<string> listed = whole.Methods.Concat<SurfaceMember>(whole.Properties).Concat(whole.Records).Select(member => member.Name).Distinct();
        Assert.Equal(listed.Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Documentation_of_a_faulty_network_is_not_complained_about_where_names_hide_members()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(
            """
            using NetGen;

            /// <summary>Names of members.</summary>
            [Network, GaussianPrior(1)]
            public partial class Net
            {
                /// <summary>An input.</summary>
                [Input(8)] public partial Layer Save { get; }
                /// <summary>A layer.</summary>
                [Dense(0)] public partial Layer TrainingExamples { get; }
                /// <summary>A head.</summary>
                [Dense(3), SoftmaxCrossEntropy] public partial Head Evaluate { get; }
            }
            """,
            new() { Documentation = true });
        Assert.Equal(["NG0010", "NG0010", "NG0010", "NG0102"], compilation.Diagnostics.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    /// <summary>A network, and the same with a layer of no units.</summary>
    private static (INamedTypeSymbol Sound, INamedTypeSymbol Faulty) Both(string source) =>
        (Compile(source, isSound: true), Compile(source.Replace("Dense(4)", "Dense(0)", StringComparison.Ordinal), isSound: false));

    private static INamedTypeSymbol Compile(string source, bool isSound)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile("using NetGen;\n" + source, new() { Documentation = true });
        Assert.Equal(isSound, compilation.Diagnostics.All(d => d.Severity < DiagnosticSeverity.Error));
        Assert.Empty(compilation.CSharpDiagnostics.Where(d => d.Id != "CS1591"));
        return compilation.Full.GetTypeByMetadataName("Net")!;
    }

    /// <summary>The public members, those of the records within among them.</summary>
    private static IEnumerable<ISymbol> Public(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member.DeclaredAccessibility == Accessibility.Public)
        .Where(member => member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet })
        .SelectMany(member => member is INamedTypeSymbol nested ? Public(nested).Prepend(nested) : [member]);

    private static string Signature(ISymbol member) => member.ToDisplayString(s_signature);

    private static bool IsValue(ISymbol member) => member is IPropertySymbol { Type.Name: "Layer" or "Head" };

    /// <summary>What a member's documentation is about: its parameters, its exceptions.</summary>
    private static string[] Documented(ISymbol member) =>
    [
        .. XElement.Parse(member.GetDocumentationCommentXml() is { Length: > 0 } xml ? xml : "<none/>").Elements()
            .Select(element => string.Join(" ", element.Attributes().Select(attribute => attribute.Value).Prepend(element.Name.LocalName))),
    ];
}
