using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Diagnostics;

public class BuildTests
{
    [Fact]
    public void A_build_without_optimization_is_told_once_what_it_costs_and_what_to_set()
    {
        string[] two = [Mistake.Source(Mistake.Sound), Mistake.Source(Mistake.Sound).Replace("class Net", "class Other", StringComparison.Ordinal)];
        Diagnostic only = Assert.Single(NetworkCompilation.Compile(two, new() { Optimize = false }).Diagnostics);
        Assert.Equal(("NG0601", DiagnosticSeverity.Warning, Location.None), (only.Id, only.Severity, only.Location));
        string message = only.GetMessage(CultureInfo.InvariantCulture);
        Assert.Contains("5 to 7 times as long", message, StringComparison.Ordinal);
        Assert.Contains("<Optimize>true</Optimize>", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_build_and_a_project_without_networks_are_told_nothing()
    {
        Assert.Empty(NetworkCompilation.Compile(Mistake.Source(Mistake.Sound)).Diagnostics);
        Assert.Empty(NetworkCompilation.Compile("class Nothing;", new() { Optimize = false }).Diagnostics);
    }
}
