using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace NetGen.Tests.PublicSurface;

/// <summary>A member ready to be called. Reflection cannot call what takes or returns spans; a dynamic method can, and drops the result.</summary>
/// <param name="Member">The member.</param>
/// <param name="Target">The instance; null for a constructor or a static method.</param>
/// <param name="Arguments">One for each parameter: arrays stand for spans and memory.</param>
internal sealed record Call(MethodBase Member, object? Target, object?[] Arguments)
{
    private readonly Action<object?, object?[]> _invoke = Compile(Member);

    public void Invoke(object?[] arguments) => _invoke(IsInit ? Copy(Target!) : Target, arguments);

    /// <summary>Whether it is a setter that C# lets only a new object's initializer call: other owners of the object must not see it.</summary>
    private bool IsInit => Member is MethodInfo method && method.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static object Copy(object record) => record.GetType().GetMethod("<Clone>$") is { } clone ? clone.Invoke(record, null)! : record;

    private static Action<object?, object?[]> Compile(MethodBase member)
    {
        var method = new DynamicMethod("Call", typeof(void), [typeof(object), typeof(object[])], typeof(Call).Module, skipVisibility: true);
        ILGenerator code = method.GetILGenerator();
        if (member is MethodInfo { IsStatic: false })
        {
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(member.DeclaringType!.IsValueType ? OpCodes.Unbox : OpCodes.Castclass, member.DeclaringType);
        }

        System.Reflection.ParameterInfo[] parameters = member.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
        {
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldelem_Ref);
            Load(code, parameters[i].ParameterType);
        }

        if (member is ConstructorInfo constructor)
        {
            code.Emit(OpCodes.Newobj, constructor);
            code.Emit(OpCodes.Pop);
        }
        else
        {
            var called = (MethodInfo)member;
            code.Emit(called.IsStatic ? OpCodes.Call : OpCodes.Callvirt, called);
            if (called.ReturnType.IsByRef)
            {
                code.Emit(OpCodes.Ldobj, called.ReturnType.GetElementType()!); // read what the reference points at
            }

            if (called.ReturnType != typeof(void))
            {
                code.Emit(OpCodes.Pop);
            }
        }

        code.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<object?, object?[]>>();
    }

    private static void Load(ILGenerator code, Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(ReadOnlySpan<>) || open == typeof(Span<>) || open == typeof(ReadOnlyMemory<>)))
        {
            Type array = type.GetGenericArguments()[0].MakeArrayType();
            code.Emit(OpCodes.Castclass, array);
            code.Emit(OpCodes.Newobj, type.GetConstructor([array])!);
        }
        else
        {
            code.Emit(OpCodes.Unbox_Any, type);
        }
    }
}
