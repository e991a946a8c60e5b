using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Diagnostics;

/// <summary>The graph of values: kinds, operands, shapes.</summary>
internal static class GraphRules
{
    private const string Category = "NetGen.Graph";

    public static readonly DiagnosticDescriptor NoInput = new(
        Rules.NoInput, "A network needs an input",
        "'{0}' has no input. Add one: '[Input(784)] public partial Layer Image {{ get; }}'.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Values are computed from inputs, whose rows come from the data set.");

    public static readonly DiagnosticDescriptor NoHead = new(
        Rules.NoHead, "A network needs a head",
        "'{0}' has no head, so there is nothing to train. Add one: '[Dense(10), SoftmaxCrossEntropy] public partial Head Label {{ get; }}'.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A head is an output with a loss.");

    public static readonly DiagnosticDescriptor NoKind = new(
        Rules.NoKind, "A value needs a kind",
        "'{0}' has no kind. Say what it is: {1}.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Every property is one operation, named by exactly one kind attribute.");

    public static readonly DiagnosticDescriptor Duplicate = new(
        Rules.Duplicate, "There can be only one",
        "'{0}' has two {3}, {2} and {1}. Keep one.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The attributes of a value are an unordered set, each with one fixed place: kind, activation, dropout, loss.");

    public static readonly DiagnosticDescriptor UnknownValue = new(
        Rules.UnknownValue, "A named value does not exist",
        "'{0}' reads '{2}', but there is no value of that name: {3}",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Name values by nameof, so that renaming follows.");

    public static readonly DiagnosticDescriptor LaterValue = new(
        Rules.LaterValue, "A value reads only earlier ones",
        "'{0}' reads '{2}', which is declared after it. Declare '{2}' above '{0}'.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Values are in order of computation, as the statements of a method.");

    public static readonly DiagnosticDescriptor FromNeeded = new(
        Rules.FromNeeded, "Between several parts of a class nothing precedes",
        "'{0}' must say which value it reads, because the values of this network are spread over several partial declarations: From = nameof(...)",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The compiler reads parts in the order of files, which is no order to rely on. Where all values are in one declaration, a layer reads the nearest one before it.");

    public static readonly DiagnosticDescriptor NoPrecedingLayer = new(
        Rules.NoPrecedingLayer, "There is no layer to read",
        "'{0}' reads the nearest layer before it, but there is none. Declare its input above it, or name what it reads: From = nameof(...).",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A head is no layer: nothing reads it.");

    public static readonly DiagnosticDescriptor HeadAsOperand = new(
        Rules.HeadAsOperand, "A head feeds nothing",
        "'{0}' reads '{2}', which is a head, and a head's output goes only to its loss. Let '{0}' read the layer that '{2}' reads.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "To use the same numbers further on, declare them as a Layer, and a Head that reads it.");

    public static readonly DiagnosticDescriptor SumNeedsTwo = new(
        Rules.SumNeedsTwo, "A sum needs two terms",
        "'{0}' sums {2} values, but a sum needs at least 2: [Sum(nameof(A), nameof(B))]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A residual connection adds a layer's result to what went in.");

    public static readonly DiagnosticDescriptor SumShapes = new(
        Rules.SumShapes, "The terms of a sum must have one shape",
        "'{0}' adds '{2}' {3} to '{4}' {5}, but the terms of a sum must have the same shape. Give '{2}' as many units as '{4}', or put a Dense layer between.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Sums are element by element; nothing is spread or cut.");

    public static readonly DiagnosticDescriptor TooLarge = new(
        Rules.TooLarge, "The network does not fit its memory",
        "'{0}' needs room for {3} numbers ({2}), more than the 2,147,483,647 that one block of memory holds. Use fewer units, a smaller shape or a smaller batch.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "Memory is addressed by 32-bit offsets. A value takes batch size times its row, padded to 16 floats; a layer's weights take inputs times units; the optimizer's state as much again for each moment.");

    public static readonly DiagnosticDescriptor Unused = new(
        Rules.Unused, "A value feeds nothing",
        "No value reads '{0}', so it has no effect. Read it with From = nameof({0}), or remove it.",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "What no head depends on is not trained and costs only memory.");

    public static readonly DiagnosticDescriptor Cycle = new(
        Rules.Cycle, "A value cannot depend on itself",
        "'{0}' reads '{2}', which depends on '{0}' itself. Let it read a value that comes before.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A network is computed in one pass from inputs to heads.");

    public static readonly DiagnosticDescriptor NotAnImage = new(
        Rules.NotAnImage, "A window moves over an image",
        "'{0}' reads '{2}' {3}, but [{1}] needs an image, [height, width] or [height, width, channels]: declare the input's shape, as in [Input(28, 28, 1)], or read a layer that still is an image",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A row of numbers has no neighbors. What a Dense layer yields is no image any more; Dense reads images as they are.");

    public static readonly DiagnosticDescriptor WindowTooLarge = new(
        Rules.WindowTooLarge, "A window fits the image",
        "'{0}' has a window that does not fit '{2}' {3}: {4}. Use a smaller window, Padding = ConvPadding.Same, or fewer pools before it.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The result has ⌊(size + padding − window)/stride⌋ + 1 positions, which must be at least one.");

    public static readonly DiagnosticDescriptor ScaleShape = new(
        Rules.ScaleShape, "A scale reads a row of numbers or an image",
        "'{0}' scales '{2}' {3}, but a scale reads a row of numbers, [features], or an image, [height, width, channels]. Put it behind a Dense layer.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "A scale has a factor for each channel of its operand. An operand of more than three dimensions does not say which of them its channels are.");

    public static readonly DiagnosticDescriptor ConcatNeedsTwo = new(
        Rules.ConcatNeedsTwo, "A concatenation needs two parts",
        "'{0}' joins {2} values, but a concatenation needs at least 2: [Concat(nameof(A), nameof(B))]",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "It puts the channels of its parts side by side, for one layer to read them all.");

    public static readonly DiagnosticDescriptor ConcatShapes = new(
        Rules.ConcatShapes, "The parts of a concatenation have one height and width",
        "'{0}' joins '{2}' {3} to '{4}' {5}, but channels are joined position by position. Give '{2}' the height and width of '{4}', with the same strides and pools, or let a Dense layer read each of them.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The number of channels may differ, height and width may not: nothing is spread or cut. A row of numbers has one position.");

    public static readonly DiagnosticDescriptor PaddingUneven = new(
        Rules.PaddingUneven, "Same pads unevenly",
        "'{0}' pads '{2}' {3} unevenly: {4}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "Same adds what makes ⌈size/stride⌉ windows, and an odd position at the bottom and on the right, as TensorFlow and ONNX's SAME_UPPER do. Pads says it otherwise: PyTorch's padding is the same on both sides.");

    public static readonly DiagnosticDescriptor PositionsUnread = new(
        Rules.PositionsUnread, "A stride leaves positions unread",
        "'{0}' leaves positions of '{2}' {3} unread: {4}",
        Category, DiagnosticSeverity.Info, isEnabledByDefault: true,
        "The result has ⌊(size + padding − window)/stride⌋ + 1 positions; what is behind the last window, or between windows farther apart than they are wide, has no part in it.");

    public static readonly DiagnosticDescriptor NothingLeft = new(
        Rules.NothingLeft, "A transposed convolution leaves something",
        "'{0}' makes nothing of '{2}' {3}: {4}. Use fewer pads or a larger kernel.",
        Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        "The result has (size − 1)·stride + window − before − after positions, which must be at least one.");

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        NoInput, NoHead, NoKind, Duplicate, UnknownValue,
        LaterValue, FromNeeded, NoPrecedingLayer, HeadAsOperand, SumNeedsTwo,
        SumShapes, TooLarge, Unused, Cycle, ScaleShape, NotAnImage, WindowTooLarge, ConcatNeedsTwo, ConcatShapes, PaddingUneven, PositionsUnread, NothingLeft,
    ];
}
