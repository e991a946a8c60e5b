using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Augmentation, image by image: the map of all geometry, undoing the last change first, one interpolation, then what is done in place.</summary>
internal sealed class AugmentationKernel : CodeTemplate
{
    // What the runtime's routines ask for.
    private const int Frame = 3, MostTaps = 304, MostBlur = 30;

    public override string TitleOf(Kernel kernel) => "image by image";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is Augment;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        TensorType image = kernel.Root!.Type;
        var op = (Augment)kernel.Root.Op;
        int width = Lanes.Padded(image.Width), line = image.Width * image.Channels;
        if (op.Changes.Any(change => change.IsGeometry))
        {
            yield return new("Framed", (image.Height + Frame) * (image.Width + Frame) * image.Channels, "an image and what is outside it");
            yield return new("Places", 3 * width, "where the positions of a line are seen");
        }

        bool isElastic = Has(op, ImageChangeKind.Elastic), isBlurred = Has(op, ImageChangeKind.Blur);
        if (isElastic)
        {
            yield return new("Taps", MostTaps, "weights of the Gaussian that smooths displacements");
            yield return new("Noise", 6 * width + 2 * Lanes.Count, "what displaces the positions of a line, before it is smoothed");
            yield return new("Field", 2 * image.Height * width, "the same of an image, smoothed along its lines");
        }

        if (isBlurred)
        {
            yield return new("BlurTaps", MostTaps, "weights of the Gaussian that blurs an image");
            yield return new("Blurred", image.Height * Lanes.Padded(line), "an image, blurred down its columns");
            yield return new("Extended", line + 2 * MostBlur * image.Channels + 2 * Lanes.Count, "a line that goes on beyond its edges");
        }
    }

    public override string Body(KernelText text)
    {
        string[] scratch = [.. ScratchOf(text.Kernel).Select(need => need.Name)];
        text.Reserve([.. scratch.Select(Invariant.Camel), "shape", "draws", "map", "elastic", "reach"]);
        foreach (string name in scratch)
        {
            text.Scratch(name);
        }

        Node root = text.Kernel.Root!, x = root.Operands[0];
        var op = (Augment)root.Op;
        Node result = text.Kernel.Effects.Single(e => e.Kind == EffectKind.Augment).Destination!;
        string image = text.At(x, Index("r", text.LayoutOf(x).Stride, "0")), augmented = text.At(result, Index("r", text.LayoutOf(result).Stride, "0"));
        string key = text.ImageKey("images", op, field: false);
        text.Declare("shape", Invariant.Of($"var shape = new {Types.ImageShape}(Height: {root.Type.Height}, Width: {root.Type.Width}, Channels: {root.Type.Channels});"));
        (ImageChange Change, string[] Strengths)[] changes =
            [.. op.With([.. root.Operands.Skip(1)]).Select(c => (c.Change, c.Strengths.Select(text.Strength).ToArray()))];
        List<string> lines = [$"var draws = new {Types.ImageDraws}({key}, r);"];
        lines.AddRange(Geometry(text, op, [.. changes.Where(c => c.Change.IsGeometry)], image, augmented));
        lines.AddRange(changes.Where(c => !c.Change.IsGeometry).Select(c => InPlace(c.Change.Kind, c.Strengths, augmented, op)));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{CSharpWriter.Lines(lines)}}
            }
            """);
    }

    /// <summary>The statements that move what the image shows, or copy it where nothing does.</summary>
    private static IEnumerable<string> Geometry(KernelText text, Augment op, (ImageChange Change, string[] Strengths)[] changes, string image, string result)
    {
        string fill = Invariant.Literal(op.Fill);
        if (changes.Length == 0)
        {
            yield return $"{Types.ImageChanges}.Copy({image}, {result}, shape);";
            yield break;
        }

        yield return $"var map = new {Types.WarpMap}(draws, shape);";
        string elastic = "";
        foreach ((ImageChange change, string[] strengths) in changes.AsEnumerable().Reverse())
        {
            if (change.Kind == ImageChangeKind.Elastic)
            {
                string key = text.ImageKey("displacements", op, field: true);
                text.Declare("reach", $"int reach = {Types.Gaussian}.Taps<V>({strengths[1]}, ref taps);");
                yield return $"var elastic = {Types.ElasticField}.Draw<V>({key}, r, shape, {strengths[0]}, reach, ref taps, ref noise, ref field);";
                elastic = ", elastic";
            }
            else
            {
                yield return $"map.{Undo(change.Kind)}({string.Join(", ", strengths)}{Crop(change.Kind)});";
            }
        }

        yield return $"{Types.ImageChanges}.Warp<V>(map{elastic}, {image}, {result}, fill: {fill}, ref framed, ref places);";
    }

    private static string Undo(ImageChangeKind kind) => kind switch
    {
        ImageChangeKind.HorizontalFlip => "UndoHorizontalFlip",
        ImageChangeKind.VerticalFlip => "UndoVerticalFlip",
        ImageChangeKind.Shift => "UndoShift",
        ImageChangeKind.Stretch => "UndoStretch",
        ImageChangeKind.Rotate or ImageChangeKind.RotateAndCrop => "UndoRotation",
        ImageChangeKind.Zoom => "UndoZoom",
        ImageChangeKind.RandomCrop => "UndoCrop",
        _ => throw new GraphException($"{kind} is no part of the map."),
    };

    private static string Crop(ImageChangeKind kind) =>
        kind switch { ImageChangeKind.Rotate => ", crop: false", ImageChangeKind.RotateAndCrop => ", crop: true", _ => "" };

    private static string InPlace(ImageChangeKind kind, string[] strengths, string image, Augment op)
    {
        string range = $"{Invariant.Literal(op.Min)}, {Invariant.Literal(op.Max)}";
        return kind switch
        {
            ImageChangeKind.ColorBalance => $"{Types.ImageChanges}.Recolor<V>(draws, {string.Join(", ", strengths)}, {image}, shape, {range});",
            ImageChangeKind.Blur => $"{Types.ImageChanges}.Blur<V>(draws, {strengths[0]}, {image}, shape, {range}, ref blurTaps, ref blurred, ref extended);",
            ImageChangeKind.Erase => $"{Types.ImageChanges}.Erase(draws, {strengths[0]}, {strengths[1]}, {image}, shape, fill: {Invariant.Literal(op.Fill)});",
            _ => throw new GraphException($"{kind} moves what an image shows."),
        };
    }

    private static bool Has(Augment op, ImageChangeKind kind) => op.Changes.Any(change => change.Kind == kind);
}
