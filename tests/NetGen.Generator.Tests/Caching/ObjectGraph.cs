using System.Reflection;

namespace NetGen.Generator.Tests.Caching;

/// <summary>Everything that can be reached from an object through its fields and elements.</summary>
internal static class ObjectGraph
{
    public static IReadOnlyList<object> Find(object root, Func<object, bool> isSought)
    {
        var found = new List<object>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object>([root]);
        while (pending.TryPop(out object? next))
        {
            if (isSought(next))
            {
                found.Add(next);
            }
            else if (!IsPlain(next.GetType()) && (next.GetType().IsValueType || seen.Add(next)))
            {
                foreach (object? part in next is Array array ? array.Cast<object?>() : Fields(next))
                {
                    if (part is not null)
                    {
                        pending.Push(part);
                    }
                }
            }
        }

        return found;
    }

    private static bool IsPlain(Type type) => type.IsPrimitive || type.IsEnum || type == typeof(string) || type.IsPointer || typeof(Type).IsAssignableFrom(type);

    private static IEnumerable<object?> Fields(object o)
    {
        for (Type? type = o.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field.GetValue(o);
            }
        }
    }
}
