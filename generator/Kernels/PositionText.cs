using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
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
    private readonly Node _root = text.Kernel.Pool ?? text.Kernel.Root!;

    /// <summary>The statements for a vector of channels.</summary>
    /// <param name="root">The vector of the kernel's root, or of the pool that its positions go into.</param>
    /// <param name="place">The vector of the place of a maximum, where that is asked for.</param>
    public string Statements(string root, string place = "")
    {
        text.Define(_root, root);
        string unit = Address.Sum(Address.Times(Address.Join(line, position, _root.Type.Width), _root.Type.Channels), "c");
        Node[] others = [.. text.Kernel.Body.Where(node => node != _root && node != text.Kernel.Root)];
        string[] lines =
        [
            text.Kernel.Stored.Contains(_root) ? Store(_root, root) : "",
            .. others.Where(node => node.Op is PlaceOfMax).Select(node => Store(node, place)),
            text.Statements([.. others.Where(node => node.Op is not PlaceOfMax)], new Position("r", unit), At, store: Store),
        ];
        return CSharpWriter.Lines(lines.Where(s => s.Length > 0));
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
