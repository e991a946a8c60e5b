using System.ComponentModel;
using System.Reflection;

namespace NetGen.Tests.PublicSurface;

/// <summary>What emitted code needs and a user does not is out of the way.</summary>
public sealed class CompilerServicesTests
{
    [Fact]
    public void Its_types_are_hidden_from_completion()
    {
        Type[] types = [.. typeof(INetwork).Assembly.GetExportedTypes().Where(type => type.Namespace == "NetGen.CompilerServices" && !type.IsNested)];
        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Equal(EditorBrowsableState.Never, type.GetCustomAttribute<EditorBrowsableAttribute>()?.State));
    }

    [Fact]
    public void No_type_a_user_calls_takes_a_place_in_memory()
    {
        IEnumerable<MethodBase> takers = PublicMembers.Types().SelectMany(type => type.GetMembers().OfType<MethodBase>())
            .Where(member => member.GetParameters().Any(parameter => parameter.ParameterType.IsPointer || (parameter.ParameterType.IsByRef && !parameter.IsOut && !parameter.IsIn)));
        Assert.Empty(takers.Select(PublicMembers.Describe));
    }

    [Fact]
    public void There_is_no_other_namespace() =>
        Assert.Equal(["NetGen", "NetGen.CompilerServices"], typeof(INetwork).Assembly.GetExportedTypes().Select(type => type.Namespace).Distinct().Order());
}
