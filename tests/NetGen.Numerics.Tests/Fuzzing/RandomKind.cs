using System.Globalization;
using System.Reflection;
using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Initializers;
using NetGen.Generator.Parsing;

namespace NetGen.Numerics.Tests;

/// <summary>
/// A layer of some kind as a random network declares it. Its arguments are drawn by the types of its attribute's, and the kind itself says
/// whether they fit: so a kind is drawn as soon as the catalogue has it.
/// </summary>
/// <param name="Text">The attribute: <c>Dense(17, From = nameof(A))</c>.</param>
/// <param name="Shape">The shape of its rows.</param>
/// <param name="Operands">What it reads.</param>
/// <param name="Weights">Numbers of its largest parameter.</param>
internal sealed record RandomKind(string Text, EquatableArray<int> Shape, IReadOnlyList<string> Operands, long Weights)
{
    private static readonly int[] Sizes = [1, 2, 3, 4, 6, 8, 15, 16, 17, 31, 33];

    private static readonly float[] Numbers = [0.3f, 0.7f, 1.5f];

    /// <summary>How likely an argument is that may be left out.</summary>
    private const double Optional = 0.3;

    /// <summary>Numbers per row, those of tiles and their neighbors.</summary>
    public static int Size(Random random) => Pick(random, Sizes);

    /// <summary>A layer of a kind that reads a layer, or null where what was drawn does not fit.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="random">The draws.</param>
    /// <param name="layers">What it may read.</param>
    /// <param name="operand">Which of them it reads first.</param>
    /// <param name="isNamed">Whether it must name its operand; it may in any case.</param>
    public static RandomKind? Draw(KindEntry kind, Random random, IReadOnlyList<(string Name, EquatableArray<int> Shape)> layers, string operand, bool isNamed)
    {
        Type type = typeof(Layer).Assembly.GetType($"NetGen.{kind.Attribute}Attribute", throwOnError: true)!;
        ConstructorInfo constructor = Pick(random, type.GetConstructors());
        var written = new List<(string Property, string Text, ArgumentValue[] Items)>();
        foreach (System.Reflection.ParameterInfo parameter in constructor.GetParameters())
        {
            Argument[] items = parameter.ParameterType.IsArray
                ? Items(random, parameter.ParameterType.GetElementType()!, layers, operand)
                : [One(random, parameter.ParameterType, operand)];
            written.Add((Pascal(parameter.Name!), string.Join(", ", items.Select(item => item.Text)), [.. items.Select(item => item.Value)]));
        }

        PropertyInfo[] properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        foreach (PropertyInfo property in properties.Where(p => p.SetMethod is not null))
        {
            if ((isNamed && property.Name == "From") || random.NextDouble() < Optional)
            {
                Argument item = One(random, property.PropertyType, operand);
                written.Add((property.Name, $"{property.Name} = {item.Text}", [item.Value]));
            }
        }

        var problems = new List<Problem>();
        IEnumerable<ArgumentDeclaration> arguments = written.Select(w => new ArgumentDeclaration(w.Property, w.Items.ToEquatable()));
        var declaration = new AttributeDeclaration(kind.Attribute, arguments.ToEquatable());
        var reader = new AttributeReader("Drawn", declaration, Site.Class, problems);
        if (kind.Bind(reader) is not { HasOperands: true } bound)
        {
            return null;
        }

        string[] operands = bound.From.Count == 0 ? [operand] : [.. bound.From];
        EquatableArray<int>? shape = bound.ShapeOf([.. operands.Select(name => layers.Single(l => l.Name == name))], reader);
        string text = written.Count == 0 ? kind.Attribute : $"{kind.Attribute}({string.Join(", ", written.Select(w => w.Text))})";
        if (problems.Exists(Descriptors.IsError) || shape is null)
        {
            return null;
        }

        EquatableArray<int> input = layers.Single(l => l.Name == operands[0]).Shape;
        return new(text, shape.Value, operands, bound.ParametersOf("Drawn", input, new Glorot()).Select(p => p.Count).DefaultIfEmpty(0).Max());
    }

    /// <summary>The items of an array: sizes, or the operand and others of its shape, in any order.</summary>
    private static Argument[] Items(Random random, Type type, IReadOnlyList<(string Name, EquatableArray<int> Shape)> layers, string operand)
    {
        if (type != typeof(string))
        {
            return [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => One(random, type, operand))];
        }

        EquatableArray<int> shape = layers.Single(l => l.Name == operand).Shape;
        string[] others = [.. layers.Where(l => l.Name != operand && l.Shape.Equals(shape)).Select(l => l.Name)];
        random.Shuffle(others);
        string[] all = [operand, .. others.Take(random.Next(1, 3))];
        random.Shuffle(all);
        return [.. all.Select(name => One(random, type, name))];
    }

    private static Argument One(Random random, Type type, string operand)
    {
        if (type == typeof(string))
        {
            return new($"nameof({operand})", new(0, operand));
        }

        if (type.IsEnum)
        {
            object value = Pick(random, [.. Enum.GetValues(type).Cast<object>()]);
            return new($"{type.Name}.{value}", new(Convert.ToInt32(value, CultureInfo.InvariantCulture), null));
        }

        if (type == typeof(bool))
        {
            bool flag = random.Next(2) == 0;
            return new(flag ? "true" : "false", new(flag ? 1 : 0, null));
        }

        double number = type == typeof(int) ? Size(random) : Pick(random, Numbers);
        return new(string.Create(CultureInfo.InvariantCulture, $"{(float)number}{(type == typeof(int) ? "" : "f")}"), new(number, null));
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>An argument, as text and as the parser reads it.</summary>
    private readonly record struct Argument(string Text, ArgumentValue Value);
}
