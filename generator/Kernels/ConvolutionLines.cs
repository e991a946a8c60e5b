using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The lines of a convolution: each is summed in scratch memory, a product of the windows of a line with W, and finished from there while it
/// is in the first-level cache.
/// </summary>
/// <param name="text">The kernel's text.</param>
/// <param name="runs">What the window reads.</param>
/// <param name="x">C# of the number that the window at the start of a line begins with, given the line.</param>
/// <param name="positionStride">Floats of x from one window to the next.</param>
/// <param name="w">C# of the first weight of a column.</param>
/// <param name="wStride">Floats from one row of W to the next.</param>
internal sealed class ConvolutionLines(
    KernelText text, WindowRuns runs, Func<string, string> x, int positionStride, Func<string, string> w, int wStride)
{
    private readonly TensorType _image = text.Kernel.Root!.Type;
    private readonly int _padded = Lanes.Padded(text.Kernel.Root!.Type.Channels);
    private readonly string _sums = text.Scratch("LineSums");

    /// <summary>Floats of a line.</summary>
    private int LineLength => _image.Width * _padded;

    /// <summary>The scratch memory that so many lines of the result need.</summary>
    public static ScratchNeed Need(TensorType image, int lines = 1) => new(
        "LineSums", lines * image.Width * Lanes.Padded(image.Channels),
        lines == 1 ? "a line of a convolution" : "the lines of a convolution that a window has");

    /// <summary>Line by line, each position finished by the rest of the kernel.</summary>
    public string Finished()
    {
        string Finish(string line, string position) =>
            new PositionText(text, line, position).Statements($"V.Load(ref {_sums}, {Address.Sum(Address.Times(position, _padded), "c")})");
        return CountedLoop.Of("line", _image.Height, line => CSharpWriter.Code($$"""
            {{Product(line, "0")}}

            {{CountedLoop.Of("position", _image.Width, position => CodeTemplate.Columns("0", Invariant.Of($"{_padded}"), Finish(line, position)))}}
            """));
    }

    /// <summary>The lines of a window at a time: of each window the greatest number is finished by the rest of the kernel.</summary>
    /// <param name="pool">A <see cref="MaxPool"/> whose windows lie side by side.</param>
    public string Pooled(Node pool)
    {
        Window window = ((MaxPool)pool.Op).Window;
        var greatest = new GreatestText(text);
        IReadOnlyList<string> numbers =
        [
            .. from y in Enumerable.Range(0, window.Height)
               from column in Enumerable.Range(0, window.Width)
               select $"V.Load(ref {_sums}, i{PlaneText.Plus(y * LineLength + column * _padded)})",
        ];
        string Greatest(string line, string position) => CodeTemplate.Columns("0", Invariant.Of($"{_padded}"), CSharpWriter.Lines(
        [
            $"int i = {Address.Sum(Address.Times(position, window.Width * _padded), "c")};",
            greatest.Of(numbers),
            new PositionText(text, line, position).Statements(greatest.Value, greatest.Place),
        ]));
        string Sums(string line) => CountedLoop.Of(
            "y", window.Height, y => Product(Address.Sum(Address.Times(line, window.Height), y), Address.Times(y, LineLength)));
        return CountedLoop.Of("line", pool.Type.Height, line => CSharpWriter.Code($$"""
            {{Sums(line)}}

            {{CountedLoop.Of("position", pool.Type.Width, position => Greatest(line, position))}}
            """));
    }

    /// <summary>The sums of a line, left at a place of the scratch memory.</summary>
    private string Product(string line, string sums)
    {
        bool narrow = _padded <= KernelTemplate.BlockColumns;
        (string width, string measure) = CodeTemplate.Across(_padded, Invariant.Of($"{_padded}"), wholeRow: true);
        string product = CSharpWriter.Code($$"""
            {{Types.WindowTiles}}.Product<V>(
                positions: {{Invariant.Of($"{_image.Width}")}}, {{(width == "width" ? width : "width: " + width)}}, {{runs.Argument}},
                {{CodeTemplate.RowsAt(x(line), positionStride)}},
                {{CodeTemplate.RowsAt(w(narrow ? "0" : "column"), wStride)}},
                {{CodeTemplate.RowsAt(Address.Reference(_sums, Address.Sum(sums, narrow ? "0" : "column")), _padded)}});
            """);
        return narrow ? product : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{_padded}")}}; column += {{Invariant.Of($"{KernelTemplate.BlockColumns}")}})
            {
                {{measure}}
                {{product}}
            }
            """);
    }
}
