using System.Reflection;

namespace NetGen.Tests.PublicSurface;

/// <summary>What a user may call: the public members of namespace <c>NetGen</c>.</summary>
internal static class PublicMembers
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types and their generic forms closed over a number, attributes apart: the compiler reads those, nothing runs them.</summary>
    public static IEnumerable<Type> Types() => typeof(INetwork).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == "NetGen" && !type.IsSubclassOf(typeof(Attribute)) && !type.IsEnum)
        .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType([.. type.GetGenericArguments().Select(_ => typeof(float))]) : type);

    /// <summary>Constructors and methods, setters and indexers among them, that take an integer or integers.</summary>
    public static IEnumerable<MethodBase> WithIntegers() => Types().SelectMany(type => type.GetConstructors().Cast<MethodBase>().Concat(type.GetMethods(Declared).Select(Close)))
        .Where(member => !member.IsAbstract || member.DeclaringType!.IsInterface)
        .Where(member => member.GetParameters().Any(parameter => TakesIntegers(parameter.ParameterType)));

    public static string Describe(MethodBase member) => $"{member.DeclaringType!.Name}.{member.Name}";

    private static MethodInfo Close(MethodInfo method) =>
        method.IsGenericMethodDefinition ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => typeof(float))]) : method;

    private static bool TakesIntegers(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(long?) || type == typeof(int?) || type == typeof(int[]) || type == typeof(ReadOnlySpan<int>) || type == typeof(ReadOnlyMemory<int>);
}
