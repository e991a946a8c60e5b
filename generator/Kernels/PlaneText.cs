using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The gradient toward an image that windows read, summed in the scratch memory of a thread, sample by sample: the image with what the window
/// adds around it, whole vectors for each position, so that the windows' parts can be added wherever they fall.
/// </summary>
/// <param name="text">The kernel's text; its root is the gradient.</param>
/// <param name="window">The window.</param>
internal sealed class PlaneText(KernelText text, Window window)
{
    /// <summary>Floats of a position.</summary>
    public int Channels { get; } = Lanes.Padded(text.Kernel.Root!.Type.Channels);

    /// <summary>Positions of a line.</summary>
    public int Width => WidthOf(text.Kernel.Root!.Type, window);

    /// <summary>The scratch memory that it needs.</summary>
    public static ScratchNeed Need(TensorType image, Window window) =>
        new("Plane", (image.Height + window.Top + window.Bottom) * WidthOf(image, window) * Lanes.Padded(image.Channels), "the gradient toward an image");

    /// <summary>All samples of a thread: the plane is cleared, summed by the statements given, and read position by position.</summary>
    /// <param name="add">The statements that add a sample's parts to the plane.</param>
    public string Samples(string add)
    {
        TensorType image = text.Kernel.Root!.Type;
        string plane = text.Scratch("Plane");
        string Finish(string line, string position)
        {
            string at = At(Address.Sum(line, Invariant.Of($"{window.Top}")), Address.Sum(position, Invariant.Of($"{window.Left}")));
            return new PositionText(text, line, position).Statements($"V.Load(ref {plane}, {Address.Sum(at, "c")})");
        }

        return CSharpWriter.Code($$"""
            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                for (int i = 0; i < {{Invariant.Of($"{Need(image, window).Floats}")}}; i += V.Count)
                {
                    V.Store(V.Zero, ref {{plane}}, i);
                }

                {{add}}

                {{CountedLoop.OverPositions(image.Height, image.Width, (line, position) => CSharpWriter.Code($$"""
                    for (int c = 0; c < {{Invariant.Of($"{Channels}")}}; c += V.Count)
                    {
                        {{Finish(line, position)}}
                    }
                    """))}}
            }
            """);
    }

    /// <summary>Where a position of the plane begins.</summary>
    public string At(string line, string position) => Address.Times(Address.Join(line, position, Width), Channels);

    private static int WidthOf(TensorType image, Window window) => image.Width + window.Left + window.Right;

    /// <summary>C# that adds a number, or nothing.</summary>
    public static string Plus(int added) => added == 0 ? "" : Invariant.Of($" + {added}");
}
