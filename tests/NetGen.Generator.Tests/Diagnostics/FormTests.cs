using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

/// <summary>Whatever C# allows around a network's class and properties, or does not: an error stands in the user's own source, and none in an emitted file.</summary>
public class FormTests
{
    [Theory]
    [InlineData("public partial ref Layer [|Hidden|] { get; }", "returned by reference", "public partial Layer Hidden { get; }")]
    [InlineData("private protected partial ref readonly NetGen.Layer [|Hidden|] { get; }", "returned by reference", "private protected partial NetGen.Layer Hidden { get; }")]
    [InlineData("public partial Layer [|this|][int i, in string s, params string[] more] { get; }", "an indexer", "public partial Layer Name { get; }")]
    [InlineData("internal virtual partial Layer [|Hidden|] { get; private set; }", "declared with { get; private set; }", "internal virtual partial Layer Hidden { get; }")]
    [InlineData("protected static partial Layer [|Hidden|] { get; }", "static", "protected partial Layer Hidden { get; }")]
    [InlineData("internal partial Layer [|@class|] { get; init; }", "declared with { get; init; }", "internal partial Layer @class { get; }")]
    public void A_value_has_the_form_of_one_and_the_mend_is_the_users_own(string property, string form, string mend) => Mistake.In(
        "NG0007", $"'{Name(property)}' is {form}, but a value is written once and implemented by the compiler: '{mend}'", $$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] {{property}}
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        """);

    [Theory]
    [InlineData("protected internal Layer [|Hidden|] => Image;", "protected internal partial Layer Hidden { get; }")]
    [InlineData("Layer IHas.[|Hidden|] => Image;", "public partial Layer Hidden { get; }", "CS0540")]
    public void It_is_partial_and_the_mend_is_the_users_own(string property, string mend, params string[] alsoFromCSharp) => Mistake.InSource(
        "NG0006", $"'Hidden' must be partial, so that the compiler can implement it: '{mend}'", Mistake.Source($$"""
        [Input(8)] public partial Layer Image { get; }
        [Dense(4)] {{property}}
        [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        """) + "public interface IHas { Layer Hidden { get; } }", alsoFromCSharp);

    [Fact]
    public void A_type_that_is_only_called_like_the_runtimes_is_told_apart() => Mistake.InSource(
        "NG0008", "'Hidden' is of type 'global::Layer', but a value is a Layer (other values may read it) or a Head (an output with a loss): 'internal partial NetGen.Layer Hidden { get; }'", """
        using NetGen;

        class Layer;

        [Network]
        public partial class Net
        {
            [Input(8)] public partial NetGen.Layer Image { get; }
            [Dense(4)] internal partial Layer [|Hidden|] { get; }
            [Dense(3, From = nameof(Image)), SoftmaxCrossEntropy] public partial Head Label { get; }
        }
        """);

    /// <summary>What C# finds wrong it says, at the property; NetGen adds nothing, and its files compile. Where a property has no other half for it, C# says that too.</summary>
    [Theory]
    [InlineData("[Dense(4)] public partial Layer Image { get; }", "CS0102", "CS9250")]
    [InlineData("[Dense(4)] public partial Layer IHas.Hidden { get; }", "CS0540", "CS0754", "CS9248", "CS0106")]
    [InlineData("[Dense(4)] partial Layer System.ICloneable.Hidden { get; }", "CS0540", "CS0754", "CS9248", "CS0539")]
    [InlineData("[Dense(4)] public partial Layer Hidden { internal get; }", "CS0276")]
    [InlineData("[Dense(4)] public abstract partial Layer Hidden { get; }", "CS0513", "CS0750")]
    [InlineData("[Dense(4)] public virtual partial Layer Hidden { get; }", "CS0549", "CS9248")]
    [InlineData("[Dense(4)] public override partial Layer Hidden { get; }", "CS0115")]
    [InlineData("[Dense(4)] public required partial Layer Hidden { get; }", "CS9034")]
    [InlineData("[Dense(4)] public readonly partial Layer Hidden { get; }", "CS0106")]
    [InlineData("[Dense(4)] public async partial Layer Hidden { get; }", "CS0106")]
    [InlineData("[Dense(4)] public unsafe partial Layer Hidden { get; }", "CS0227")]
    [InlineData("[Dense(4)] public extern partial Layer Hidden { get; }", "CS9249")]
    [InlineData("[Dense(4)] public partial Layer Hidden => Image;", "CS9249")]
    [InlineData("[Dense(4)] public partial Laye Hidden { get; }", "CS0246", "CS9248")]
    [InlineData("[Dense(4)] public partial System.Collections.Generic.List<Laye[]> Hidden { get; }", "CS0246", "CS9248")]
    [InlineData("[Dense(4)] public partial Hidden { get; }", "CS0246")]
    [InlineData("[Dense(4)] public partial var Hidden { get; }", "CS0825", "CS9248")]
    [InlineData("[Dense(4), L2(1e400f)] public partial Layer Hidden { get; }", "CS0594")]
    [InlineData("[Dense(99999999999)] public partial Layer Hidden { get; }", "CS1503")]
    [InlineData("public int Image;", "CS0102")]
    public void What_CSharp_says_of_a_property_is_all(string property, params string[] ids)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($$"""
            using NetGen;
            public interface IHas { Layer Hidden { get; } }
            [Network]
            public sealed partial class Net
            {
                [Input(8)] public partial Layer Image { get; }
                {{property}}
                [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            }
            """);
        Assert.Empty(compilation.Diagnostics);
        Assert.NotEmpty(compilation.CSharpDiagnostics);
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Contains(d.Id, ids));
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Equal(("File0.cs", 6), (d.Location.SourceTree!.FilePath, d.Location.GetLineSpan().StartLinePosition.Line)));
    }

    [Theory]
    [InlineData("unsafe partial", true)]
    [InlineData("new partial", false)]
    [InlineData("sealed override partial", false)]
    public void A_modifier_that_both_halves_must_have_is_repeated(string modifiers, bool allowUnsafe)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($$"""
            using NetGen;
            [Network]
            public partial class Net
            {
                [Input(8)] public partial Layer Image { get; }
                [Dense(4)] public {{modifiers}} Layer Hidden { get; }
                [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
            }
            """, new() { AllowUnsafe = allowUnsafe });
        Assert.Empty(compilation.Diagnostics);
        Assert.DoesNotContain(compilation.CSharpDiagnostics, d => d.Location.SourceTree!.FilePath != "File0.cs");
    }

    [Theory]
    [InlineData("public class Base(int x, in System.DateTime y, System.Span<char> z) { public int X { get; } = x + y.Day + z.Length; }")]
    [InlineData("public class Base { protected Base(ref int x, out string y) => y = \"\"; private Base() { } }")]
    [InlineData("public class Base { private Base() { } internal Base(System.Collections.Generic.List<int[]> rows, int count = 3) { } }")]
    public void A_base_class_is_the_one_mistake_whatever_its_constructor_takes(string baseClass) => Mistake.InSource(
        "NG0005", "'Net' is derived from 'Base', but a network must be a plain class with no base class: 'internal sealed partial class Net'", $$"""
        using NetGen;

        [Network]
        internal sealed partial class [|Net|] : Base
        {
        {{Mistake.Sound}}
        }

        {{baseClass}}
        """);

    [Theory]
    [InlineData("public class Base { internal Base() { } protected Base(int x, string y) { } private Base(int x) { } }")]
    [InlineData("public class Base { private protected Base(int x) { } public Base(in System.Guid id, params string[] names) { } }")]
    public void A_base_class_of_another_assembly_is_the_one_mistake_if_it_has_a_constructor_for_all(string baseClass)
    {
        NetworkCompilation compilation = Derived(baseClass);
        Assert.Equal("NG0005", Assert.Single(compilation.Diagnostics).Id);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    [Theory]
    [InlineData("public class Base { internal Base() { } }")]
    [InlineData("public class Base { private protected Base(int x, string y) { } }")]
    public void A_base_class_without_a_constructor_that_may_be_called_is_reported_at_the_class(string baseClass)
    {
        NetworkCompilation compilation = Derived(baseClass);
        Assert.Equal("NG0005", Assert.Single(compilation.Diagnostics).Id);
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Equal(("File0.cs", "Net"), (d.Location.SourceTree!.FilePath, d.Location.SourceTree.GetText().ToString(d.Location.SourceSpan))));
        Assert.NotEmpty(compilation.CSharpDiagnostics);
    }

    private static NetworkCompilation Derived(string baseClass) => NetworkCompilation.Compile(
        Mistake.Source(Mistake.Sound).Replace("class Net", "class Net : Base", StringComparison.Ordinal), new() { References = [NetworkCompilation.Library(baseClass)] });

    [Fact]
    public void Inside_a_type_that_is_local_to_its_file_nothing_is_emitted()
    {
        const string Source = $$"""
            using NetGen;

            file partial class Outer
            {
                [Network]
                public partial class [|Net|]
                {
                {{Mistake.Sound}}
                }
            }
            """;
        Mistake.InSource("NG0005", "'Net' is inside 'Outer', which is local to its file, but a network must be a plain class with no base class: 'public partial class Net'", Source, "CS9248");
        Assert.Empty(NetworkCompilation.Compile(Source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Generated);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp13, "13")]
    [InlineData(LanguageVersion.CSharp12, "12", "CS8703", "CS9248")]
    [InlineData(LanguageVersion.CSharp11, "11", "CS8703", "CS9248")]
    [InlineData(LanguageVersion.CSharp10, "10", "CS8703", "CS9248")]
    [InlineData(LanguageVersion.CSharp9, "9", "CS8703", "CS9248")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3", "CS8703", "CS9248")]
    public void An_older_CSharp_is_one_sentence_at_the_class(LanguageVersion version, string shown, params string[] alsoFromCSharp)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(
            "namespace Shop { " + Mistake.Source("[Input(2), Dropout(0.5f)] public partial Layer X { get; }\n[Dense(2), SoftmaxCrossEntropy] public partial Head Y { get; }") + " }",
            new() { LanguageVersion = version, Nullable = false });
        Diagnostic error = Assert.Single(compilation.Diagnostics);
        Assert.Equal(("NG0011", $"NetGen needs C# 14; this project is set to {shown}. Set LangVersion to 14 in the project file, or leave it out."), (error.Id, error.GetMessage(CultureInfo.InvariantCulture)));
        Assert.Equal("Net", error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan));
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Contains(d.Id, alsoFromCSharp));
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Equal("File0.cs", d.Location.SourceTree!.FilePath));
    }

    [Theory]
    [InlineData("", "net", "Image", "CS8981")]
    [InlineData("", "Net", "field")]
    [InlineData("[assembly: System.CLSCompliant(true)]", "Net", "Image", "CS3003", "CS3016")]
    public void What_the_users_names_and_assembly_are_warned_of_is_not_said_of_emitted_files(string assembly, string name, string input, params string[] ofTheUsers)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($$"""
            using NetGen;
            {{assembly}}
            [Network, AdversarialTraining]
            public partial class {{name}}
            {
                [Input(8)] public partial Layer {{input}} { get; }
                [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
                [Dense(2, From = nameof({{input}})), MeanSquaredError] public partial Head Price { get; }
            }
            """);
        Assert.Empty(compilation.Diagnostics);
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Contains(d.Id, ofTheUsers));
        Assert.All(compilation.CSharpDiagnostics, d => Assert.Equal("File0.cs", d.Location.SourceTree!.FilePath));
    }

    private static string Name(string property) => property.Split("[|")[1].Split("|]")[0].Replace("this", "this[]", StringComparison.Ordinal).TrimStart('@');
}
