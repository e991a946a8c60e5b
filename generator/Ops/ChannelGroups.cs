namespace NetGen.Generator.Ops;

/// <summary>
/// How the numbers of a parameter fall into groups, one for each channel that its layer reads: row i into group i modulo
/// <paramref name="Count"/>, or, of columns, equally many neighbors into each.
/// </summary>
/// <param name="Count">How many groups there are.</param>
/// <param name="OfColumns">Whether columns make the groups, and not rows.</param>
internal readonly record struct ChannelGroups(int Count, bool OfColumns = false);

/// <summary>
/// How the numbers of a parameter fall into those that enter one unit: of columns, each column of each of <paramref name="Count"/> equal blocks of
/// rows; else row i into unit i modulo <paramref name="Count"/>.
/// </summary>
/// <param name="Count">Blocks of rows, or units.</param>
/// <param name="OfColumns">Whether columns are units.</param>
internal readonly record struct UnitGroups(int Count, bool OfColumns = false);
