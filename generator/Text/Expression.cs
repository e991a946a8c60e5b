namespace NetGen.Generator.Text;

/// <summary>The C# names of the row and column an element-wise loop stands at.</summary>
internal readonly record struct Position(string Row, string Column);

/// <summary>A piece of text with the strength of its outermost operator, so that parentheses appear only where needed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Precedence">1 for sums, 2 for products, 3 for anything closed.</param>
internal readonly record struct Expression(string Text, int Precedence = 3)
{
    public static implicit operator Expression(string text) => new(text);

    public static Expression Call(string function, IEnumerable<Expression> arguments) =>
        new($"{function}({string.Join(", ", arguments.Select(a => a.Text))})");

    public static Expression Call(string function, params Expression[] arguments) => Call(function, (IEnumerable<Expression>)arguments);

    public static Expression Sum(Expression a, string sign, Expression b) => new($"{a.Text} {sign} {b.Inside(sign == "+" ? 1 : 2)}", 1);

    public static Expression Product(Expression a, string sign, Expression b) => new($"{a.Inside(2)} {sign} {b.Inside(sign == "/" ? 3 : 2)}", 2);

    /// <summary>The text, in parentheses if its operator binds less than <paramref name="precedence"/>.</summary>
    public string Inside(int precedence) => Precedence < precedence ? $"({Text})" : Text;

    public override string ToString() => Text;
}
