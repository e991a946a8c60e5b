using System.Globalization;
using NetGen.Generator.Text;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Parsing;

/// <summary>Emitted code means the same types whatever the names of the user's own, and whatever a project uses globally.</summary>
public class NamesTests
{
    private const string Values = """
        [Input(8)] public partial NetGen.Layer Image { get; }
        [Dense(4), Relu, Dropout(0.5f)] internal partial NetGen.Layer Hidden { get; }
        [Dense(3), SoftmaxCrossEntropy] public partial NetGen.Head Label { get; }
        """;

    private const string Net = $"[Network] partial class Net {{ {Values} }}";

    [Theory]
    [InlineData("global using Layer = NetGen.Layer;")]
    [InlineData("global using Math = System.MathF;")]
    [InlineData("global using Span = System.Int32; global using Unsafe = System.Object; global using INetwork = System.String;")]
    [InlineData("global using Mine; namespace Mine { class Span<T>; delegate void Action<T>(T t); class IProgress<T>; class ReadOnlyMemory<T>; class ArgumentOutOfRangeException; }")]
    [InlineData("global using static Mine.All; namespace Mine { static class All { public class Span<T>; public class Worker; public class Math; } }")]
    [InlineData("global using global::Mine.Inner; namespace Mine.Inner { class ReadOnlySpan<T>; }")]
    [InlineData("global using static Mine.All<int>; namespace Mine { static class All<T> { public class Span<U>; public class Action<U>; } }")]
    [InlineData("global using MethodImplAttribute = System.ObsoleteAttribute;")]
    [InlineData("global using unsafe_ = Missing; global using Missing.Too; global using List = System.Collections.Generic.List<int>;", "CS0246")]
    public void Beside_global_usings(string usings, string? alsoFromCSharp = null)
    {
        foreach (string space in new[] { "", "namespace Shop; " })
        {
            NetworkCompilation compilation = NetworkCompilation.Compile([$"using NetGen; {space}{Net}", usings]);
            Assert.Empty(compilation.Diagnostics);
            Assert.DoesNotContain(compilation.CSharpDiagnostics, d => d.Id != alsoFromCSharp);
        }
    }

    [Fact]
    public void A_global_using_is_seen_when_it_is_added()
    {
        NetworkCompilation before = NetworkCompilation.Compile($"using NetGen; {Net}");
        Assert.Contains("using Math = global::System.Math;", before.Generated.Single(f => f.HintName == "Net.g.cs").Text, StringComparison.Ordinal);
        NetworkCompilation after = NetworkCompilation.Compile([$"using NetGen; {Net}", "global using Math = System.MathF;"]);
        Assert.DoesNotContain("using Math =", after.Generated.Single(f => f.HintName == "Net.g.cs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_types_of_all_names_that_emitted_code_has()
    {
        Sound($"using NetGen; {Each("class {0};")} {Net}");
        Sound($"using NetGen; namespace Shop {{ {Each("class {0}<T>;")} namespace Inner {{ {Net} }} }}");
    }

    [Fact]
    public void Beside_members_of_all_names_that_emitted_code_has() => Sound($"using NetGen; [Network] partial class Net {{ {Values} {Each("private int {0}() => 1;")} }}");

    [Fact]
    public void Beside_type_parameters_of_all_names_that_emitted_code_has() => Sound($"using NetGen; partial class Outer<{string.Join(", ", Types.ByName.Keys)}> {{ {Net} }}");

    [Fact]
    public void With_values_of_all_names_that_emitted_code_has() => Sound($$"""
        using NetGen;
        [Network]
        partial class Net
        {
            [Input(8)] public partial NetGen.Layer Image { get; }
            {{Each("[Dense(4)] public partial NetGen.Layer {0} {{ get; }}")}}
            [Dense(3), SoftmaxCrossEntropy] public partial NetGen.Head Label { get; }
        }
        """);

    [Theory]
    [InlineData("INetwork")]
    [InlineData("MethodImpl")]
    [InlineData("IFloats")]
    [InlineData("Layer")]
    [InlineData("Span")]
    public void Beside_a_type_of_one_of_them(string name) => Sound($"using NetGen; class {name}; {Net}");

    /// <summary>An attribute is sought without "Attribute" and with it.</summary>
    [Theory]
    [InlineData("class {0}Attribute : System.Attribute;")]
    [InlineData("class {0}Attribute;")]
    public void Beside_attributes_of_the_names_that_emitted_code_has(string format)
    {
        string attributes = string.Join("\n", Types.ByName.Values.Where(type => type.FullName is not null).Select(type => string.Format(CultureInfo.InvariantCulture, format, type.Name)));
        Assert.NotEmpty(attributes);
        Sound($"using NetGen; {attributes} {Net}");
        Sound($"using NetGen; namespace Shop {{ {attributes} namespace Inner {{ {Net} }} }}");
    }

    [Theory]
    [InlineData("Acme", "Acme")]
    [InlineData("Acme", "Acme.App")]
    [InlineData("Acme.Deep", "Acme.Deep.App.Inner")]
    public void Beside_types_of_all_names_in_a_library(string library, string space)
    {
        foreach (string format in new[] { "public class {0};", "public class {0}<T>;", "internal class {0};", "public static class {0} {{ public const int Number = 1; }}" })
        {
            Sound($"using NetGen; namespace {space}; {Net}", $"namespace {library}; {Each(format)}");
        }
    }

    [Theory]
    [InlineData("public class {0};")]
    [InlineData("internal class {0};")]
    [InlineData("namespace {0} {{ public class Inner; }}")]
    public void Beside_names_in_a_library_without_namespaces(string format)
    {
        Sound($"using NetGen; {Net}", Each(format));
        Sound($"using NetGen; namespace Shop; {Net}", Each(format));
    }

    [Fact]
    public void What_a_library_keeps_to_itself_takes_no_name()
    {
        string Code(string access) => NetworkCompilation.Compile($"using NetGen; namespace Acme.App; {Net}", new() { References = [NetworkCompilation.Library($"namespace Acme; {access} class Worker;")] })
            .Generated.Single(f => f.HintName == "Acme.App.Net.g.cs").Text;

        Assert.Contains("using Worker = global::NetGen.CompilerServices.Worker;", Code("internal"), StringComparison.Ordinal);
        Assert.DoesNotContain("using Worker =", Code("public"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_network_beside_types_of_all_names_has_one_error()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($"using NetGen; namespace Shop; {Each("class {0};")} {Net.Replace("Dense(4)", "Dense(0)", StringComparison.Ordinal)}");
        Assert.Equal("NG0102", Assert.Single(compilation.Diagnostics).Id);
        Assert.Empty(compilation.CSharpDiagnostics);
    }

    private static string Each(string format) => string.Join("\n", Types.ByName.Keys.Select(name => string.Format(CultureInfo.InvariantCulture, format, name)));

    private static void Sound(string source, string? library = null)
    {
        NetworkCompilation compilation = NetworkCompilation.Compile(source, new() { References = library is null ? [] : [NetworkCompilation.Library(library)] });
        Assert.Empty(compilation.Diagnostics);
        Assert.Empty(compilation.CSharpDiagnostics);
    }
}
