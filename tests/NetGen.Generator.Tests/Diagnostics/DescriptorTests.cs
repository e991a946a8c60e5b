using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Tests.Diagnostics;

public class DescriptorTests
{
    [Fact]
    public void Every_rule_has_one_descriptor()
    {
        IEnumerable<string> rules = typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(rule => (string)rule.GetRawConstantValue()!);
        Assert.Equal(rules.Where(id => id != Rules.Compiler).Order(StringComparer.Ordinal), Descriptors.All.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_descriptor_teaches() => Assert.All(Descriptors.All, descriptor =>
    {
        string message = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Matches("^NG[0-9]{4}$", descriptor.Id);
        Assert.NotEmpty(descriptor.Title.ToString(CultureInfo.InvariantCulture));
        Assert.True(descriptor.Description.ToString(CultureInfo.InvariantCulture).Length > 30, descriptor.Id);
        Assert.Contains("{", message, StringComparison.Ordinal);
        Assert.DoesNotContain("{6", message, StringComparison.Ordinal);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.True(descriptor.DefaultSeverity >= DiagnosticSeverity.Info);
    });
}
