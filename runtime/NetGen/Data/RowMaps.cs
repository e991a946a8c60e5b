using System.Collections.Immutable;

namespace NetGen;

/// <summary>Columns seen through other rows. Columns that lie alike in memory share one map, so a view costs one integer a row.</summary>
internal static class RowMaps
{
    /// <summary>The given rows of every column.</summary>
    public static ImmutableArray<DataColumn> Select(ImmutableArray<DataColumn> columns, ReadOnlySpan<int> rows)
    {
        var views = ImmutableArray.CreateBuilder<DataColumn>(columns.Length);
        int[]? outer = null, map = null;
        foreach (DataColumn column in columns)
        {
            if (map is null || column.StoredRows != outer)
            {
                outer = column.StoredRows;
                map = Compose(outer, rows);
            }

            views.Add(column.View(map));
        }

        return views.MoveToImmutable();
    }

    /// <summary>Every column followed by its namesake in <paramref name="other"/>.</summary>
    public static ImmutableArray<DataColumn> Concat(ImmutableArray<DataColumn> columns, Dataset other)
    {
        var joined = ImmutableArray.CreateBuilder<DataColumn>(columns.Length);
        int[]? first = null, second = null, map = null;
        foreach (DataColumn column in columns)
        {
            DataColumn next = other[column.Name];
            if (!column.SharesMemoryWith(next))
            {
                joined.Add(column.CopyWith(next));
                continue;
            }

            if (map is null || column.StoredRows != first || next.StoredRows != second)
            {
                (first, second) = (column.StoredRows, next.StoredRows);
                map = [.. first ?? Enumerable.Range(0, column.Count), .. second ?? Enumerable.Range(0, next.Count)];
            }

            joined.Add(column.View(map));
        }

        return joined.MoveToImmutable();
    }

    private static int[] Compose(int[]? outer, ReadOnlySpan<int> rows)
    {
        int[] map = rows.ToArray();
        if (outer is not null)
        {
            foreach (ref int row in map.AsSpan())
            {
                row = outer[row];
            }
        }

        return map;
    }
}
