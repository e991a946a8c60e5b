using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <content>Square blocks, transposed in registers: rows 1, 2, 4 and 8 apart are interleaved in turn.</content>
public static partial class Panels
{
    private const MethodImplOptions Block = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    // 16×16. Two rounds within each 128-bit quarter leave, in quarter q of register 4g + i, column 4q + i of rows 4g … 4g + 3; two
    // rounds of whole quarters bring the four groups of rows together.
    [MethodImpl(Block)]
    private static void Block16(RowMajor block, RowMajor transposed)
    {
        ref float source = ref block.Start, panel = ref transposed.Start;
        nint sourceRow = block.Stride, panelRow = transposed.Stride;
        (Vector512<float> a0, Vector512<float> a1, Vector512<float> a2, Vector512<float> a3) = Quarters(ref source, sourceRow);
        (Vector512<float> b0, Vector512<float> b1, Vector512<float> b2, Vector512<float> b3) = Quarters(ref Unsafe.Add(ref source, 4 * sourceRow), sourceRow);
        (Vector512<float> c0, Vector512<float> c1, Vector512<float> c2, Vector512<float> c3) = Quarters(ref Unsafe.Add(ref source, 8 * sourceRow), sourceRow);
        (Vector512<float> d0, Vector512<float> d1, Vector512<float> d2, Vector512<float> d3) = Quarters(ref Unsafe.Add(ref source, 12 * sourceRow), sourceRow);
        Gather(a0, b0, c0, d0, ref panel, panelRow);
        Gather(a1, b1, c1, d1, ref Unsafe.Add(ref panel, panelRow), panelRow);
        Gather(a2, b2, c2, d2, ref Unsafe.Add(ref panel, 2 * panelRow), panelRow);
        Gather(a3, b3, c3, d3, ref Unsafe.Add(ref panel, 3 * panelRow), panelRow);
    }

    // Asks for what comes 64 columns later in four rows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Ahead(ref float source, nint row)
    {
        Tiles.PrefetchLine(ref Unsafe.Add(ref source, 64));
        Tiles.PrefetchLine(ref Unsafe.Add(ref source, row + 64));
        Tiles.PrefetchLine(ref Unsafe.Add(ref source, 2 * row + 64));
        Tiles.PrefetchLine(ref Unsafe.Add(ref source, 3 * row + 64));
    }

    // Four rows, transposed within each quarter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> C0, Vector512<float> C1, Vector512<float> C2, Vector512<float> C3) Quarters(ref float source, nint row)
    {
        Ahead(ref source, row);
        Vector512<float> r0 = Vector512.LoadUnsafe(ref source), r1 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, row));
        Vector512<float> r2 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 2 * row)), r3 = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, 3 * row));
        Vector512<double> low01 = Avx512F.UnpackLow(r0, r1).AsDouble(), high01 = Avx512F.UnpackHigh(r0, r1).AsDouble();
        Vector512<double> low23 = Avx512F.UnpackLow(r2, r3).AsDouble(), high23 = Avx512F.UnpackHigh(r2, r3).AsDouble();
        return (Avx512F.UnpackLow(low01, low23).AsSingle(), Avx512F.UnpackHigh(low01, low23).AsSingle(),
            Avx512F.UnpackLow(high01, high23).AsSingle(), Avx512F.UnpackHigh(high01, high23).AsSingle());
    }

    // Columns i, i + 4, i + 8, i + 12 of all sixteen rows, from the four groups' registers i.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Gather(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, ref float panel, nint row)
    {
        const byte Even = 0b10_00_10_00, Odd = 0b11_01_11_01;
        Vector512<float> evenAb = Avx512F.Shuffle4x128(a, b, Even), evenCd = Avx512F.Shuffle4x128(c, d, Even);
        Vector512<float> oddAb = Avx512F.Shuffle4x128(a, b, Odd), oddCd = Avx512F.Shuffle4x128(c, d, Odd);
        Avx512F.Shuffle4x128(evenAb, evenCd, Even).StoreUnsafe(ref panel);
        Avx512F.Shuffle4x128(oddAb, oddCd, Even).StoreUnsafe(ref Unsafe.Add(ref panel, 4 * row));
        Avx512F.Shuffle4x128(evenAb, evenCd, Odd).StoreUnsafe(ref Unsafe.Add(ref panel, 8 * row));
        Avx512F.Shuffle4x128(oddAb, oddCd, Odd).StoreUnsafe(ref Unsafe.Add(ref panel, 12 * row));
    }

    // 8×8, the same with halves for quarters.
    [MethodImpl(Block)]
    private static void Block8(RowMajor block, RowMajor transposed)
    {
        ref float source = ref block.Start, panel = ref transposed.Start;
        nint sourceRow = block.Stride, panelRow = transposed.Stride;
        (Vector256<float> a0, Vector256<float> a1, Vector256<float> a2, Vector256<float> a3) = Halves(ref source, sourceRow);
        (Vector256<float> b0, Vector256<float> b1, Vector256<float> b2, Vector256<float> b3) = Halves(ref Unsafe.Add(ref source, 4 * sourceRow), sourceRow);
        Join(a0, b0, ref panel, panelRow);
        Join(a1, b1, ref Unsafe.Add(ref panel, panelRow), panelRow);
        Join(a2, b2, ref Unsafe.Add(ref panel, 2 * panelRow), panelRow);
        Join(a3, b3, ref Unsafe.Add(ref panel, 3 * panelRow), panelRow);
    }

    // Four rows, transposed within each half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> C0, Vector256<float> C1, Vector256<float> C2, Vector256<float> C3) Halves(ref float source, nint row)
    {
        Ahead(ref source, row);
        Vector256<float> r0 = Vector256.LoadUnsafe(ref source), r1 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, row));
        Vector256<float> r2 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 2 * row)), r3 = Vector256.LoadUnsafe(ref Unsafe.Add(ref source, 3 * row));
        Vector256<double> low01 = Avx.UnpackLow(r0, r1).AsDouble(), high01 = Avx.UnpackHigh(r0, r1).AsDouble();
        Vector256<double> low23 = Avx.UnpackLow(r2, r3).AsDouble(), high23 = Avx.UnpackHigh(r2, r3).AsDouble();
        return (Avx.UnpackLow(low01, low23).AsSingle(), Avx.UnpackHigh(low01, low23).AsSingle(),
            Avx.UnpackLow(high01, high23).AsSingle(), Avx.UnpackHigh(high01, high23).AsSingle());
    }

    // Columns i and i + 4 of all eight rows, from both groups' registers i.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Join(Vector256<float> a, Vector256<float> b, ref float panel, nint row)
    {
        Avx.Permute2x128(a, b, 0x20).StoreUnsafe(ref panel);
        Avx.Permute2x128(a, b, 0x31).StoreUnsafe(ref Unsafe.Add(ref panel, 4 * row));
    }

    // 4×4: two rounds of interleaving rows that are 2 apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Block4(RowMajor block, RowMajor transposed)
    {
        ref float source = ref block.Start, panel = ref transposed.Start;
        nint sourceRow = block.Stride, panelRow = transposed.Stride;
        Vector128<float> r0 = Vector128.LoadUnsafe(ref source), r1 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, sourceRow));
        Vector128<float> r2 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 2 * sourceRow)), r3 = Vector128.LoadUnsafe(ref Unsafe.Add(ref source, 3 * sourceRow));
        Vector128<float> low02 = ZipLow(r0, r2), high02 = ZipHigh(r0, r2), low13 = ZipLow(r1, r3), high13 = ZipHigh(r1, r3);
        ZipLow(low02, low13).StoreUnsafe(ref panel);
        ZipHigh(low02, low13).StoreUnsafe(ref Unsafe.Add(ref panel, panelRow));
        ZipLow(high02, high13).StoreUnsafe(ref Unsafe.Add(ref panel, 2 * panelRow));
        ZipHigh(high02, high13).StoreUnsafe(ref Unsafe.Add(ref panel, 3 * panelRow));
    }

    // a₀ b₀ a₁ b₁
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    // a₂ b₂ a₃ b₃
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);
}
