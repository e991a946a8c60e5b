using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dx of a convolution without stride is a convolution of dz with W turned around and transposed: dx at (i, j) is Σ dz(i + y − (kh − 1 − top),
/// j + x − (kw − 1 − left))·W(kh − 1 − y, kw − 1 − x)ᵀ. A sample's dz is copied into the scratch memory of the thread, with the border that
/// its windows reach into.
/// </summary>
internal sealed class ConvolutionInputKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"lines of {kernel.Root!.Type.Width}×{kernel.Root.Type.Channels}, W turned around");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ConvolutionInput op && IsUnstrided(op);

    /// <summary>Whether windows lie at every position.</summary>
    public static bool IsUnstrided(ConvolutionInput op) => op.Window is { StrideY: 1, StrideX: 1 };

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        Node root = kernel.Root!, dz = root.Operands[0];
        int filters = dz.Type.Channels;
        yield return new("Panel", ((TurnedOf(root).Positions - 1) * filters + Lanes.Padded(filters)) * Lanes.Padded(root.Type.Channels), "a part of W, or of it transposed");
        yield return new("Plane", PlaneOf(root, kernel.LayoutOf(dz)).Length, "the gradient toward an image");
        yield return ConvolutionLines.Need(root.Type);
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "slice", "plane", "lineSums");
        Node root = text.Kernel.Root!, dz = root.Operands[0], w = root.Operands[1];
        Window turned = TurnedOf(root);
        Layout gradient = text.LayoutOf(dz), plane = PlaneOf(root, gradient);
        var runs = new WindowRuns(turned, plane);
        int channels = root.Type.Channels, padded = Lanes.Padded(channels), filters = dz.Type.Channels, wStride = text.LayoutOf(w).Stride;
        string panel = text.Scratch("Panel"), planeOf = text.Scratch("Plane");
        string Transpose(string slice)
        {
            string last = turned.Positions == 1 ? "0" : Times(Invariant.Of($"{turned.Positions - 1} - {slice}"), channels * wStride);
            string to = RowsAt(Address.Reference(panel, Times(slice, filters * padded)), padded);
            return Invariant.Of($"{Types.Panels}.Transpose<V>({RowsAt(text.At(w, last), wStride)}, rows: {channels}, columns: {filters}, {to});");
        }

        string transposes = CountedLoop.Of("slice", turned.Positions, Transpose);
        string Start(string line) => Address.Reference(planeOf, runs.At(Times(line, plane.LineStride), "0"));
        string lines = new ConvolutionLines(
            text, runs, Start, plane.PositionStride, column => Address.Reference(panel, column), padded).Finished();
        // Whole vectors a position, or the floats of a line, after which zeros follow.
        int line = gradient.PositionStride == dz.Type.Channels ? dz.Type.Width * dz.Type.Channels : dz.Type.Width * gradient.PositionStride;
        string Copy(string at)
        {
            string from = $"V.Load(ref {text.Reference(dz)}, {Address.Of(gradient, "r", at, "0")})";
            string value = line % Lanes.Count == 0 ? from : Invariant.Of($"{Types.Vectors}.FirstLanes<V>({line} - c) & {from}");
            return Columns("0", Invariant.Of($"{Lanes.Padded(line)}"), $"V.Store({value}, ref {planeOf}, {Address.Of(plane, "0", at, "0")});");
        }

        string copies = CountedLoop.Of("line", dz.Type.Height, Copy);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            // Wᵀ of each position of the window, the last one first: a row for each filter.
            {{transposes}}

            for (int i = 0; i < {{Invariant.Of($"{plane.Length}")}}; i += V.Count)
            {
                V.Store(V.Zero, ref {{planeOf}}, i);
            }

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{copies}}

                {{lines}}
            }
            """);
    }

    /// <summary>The window as dz sees it: turned around, and reaching past the edge where the other did not.</summary>
    private static Window TurnedOf(Node root)
    {
        Window window = ((ConvolutionInput)root.Op).Window;
        return window with { Top = window.Height - 1 - window.Top, Bottom = window.Height - 1 - window.Bottom, Left = window.Width - 1 - window.Left, Right = window.Width - 1 - window.Right };
    }

    /// <summary>How a sample's dz lies in the scratch memory: a position's channels as they lie in memory.</summary>
    private static Layout PlaneOf(Node root, Layout gradient)
    {
        TensorType dz = root.Operands[0].Type;
        return Layout.OfImages(1, dz, TurnedOf(root).Border, isPadded: gradient.PositionStride != dz.Channels);
    }
}
