using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The element-wise work of a kernel at one position of an image, channel by channel: row <c>r</c> of the batch, position
/// (<paramref name="line"/>, <paramref name="position"/>), channels from <c>c</c> on. What the kernel is built around is at hand as a vector.
/// </summary>
/// <param name="text">The kernel's text.</param>
/// <param name="line">The line of the image: a variable, or <c>0</c> if there is one.</param>
/// <param name="position">The position in the line, likewise.</param>
internal sealed class PositionText(KernelText text, string line, string position)
{
    private readonly TensorType _image = text.Kernel.Root!.Type;

    /// <summary>The statements for a vector of channels.</summary>
    /// <param name="root">The vector of the kernel's root.</param>
    public string Statements(string root)
    {
        Node node = text.Kernel.Root!;
        text.Define(node, root);
        string unit = Address.Sum(Address.Times(Address.Join(line, position, _image.Width), _image.Channels), "c");
        string store = text.Kernel.Stored.Contains(node) ? Store(node, root) : "";
        return CSharpWriter.Lines(new[] { store, text.Statements([.. text.Kernel.Body.Where(n => n != node)], new Position("r", unit), At, store: Store) }.Where(s => s.Length > 0));
    }

    /// <summary>Where the vector of a value begins.</summary>
    public string At(Node node) => node.Type.Space == Space.Vector ? "c" : At(text.LayoutOf(node));

    /// <summary>The same of any value that lies so.</summary>
    public string At(Layout layout) => Address.Of(layout, "r", line, position);

    /// <summary>
    /// Past the last channel, a position that takes whole vectors, or is all of a row, gets zeros; where the next position or another thread's row follows, nothing
    /// is stored there.
    /// </summary>
    private string Store(Node node, Expression value)
    {
        Layout layout = text.LayoutOf(node);
        string reference = text.Reference(node), left = Invariant.Of($"{layout.Channels} - c");
        return layout.Channels % Lanes.Count == 0 ? $"V.Store({value}, ref {reference}, {At(layout)});"
            : layout is { Height: 1, Width: 1 } || layout.PositionStride >= Lanes.Padded(layout.Channels) ? $"V.Store({Types.Vectors}.FirstLanes<V>({left}) & {value.Inside(3)}, ref {reference}, {At(layout)});"
            : $"{Types.Vectors}.StoreFirst({value}, {left}, ref {reference}, {At(layout)});";
    }
}
