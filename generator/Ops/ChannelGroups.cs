namespace NetGen.Generator.Ops;

/// <summary>
/// How the numbers of a parameter fall into groups, one for each channel that its layer reads: row i into group i modulo
/// <paramref name="Count"/>, or, of columns, equally many neighbors into each.
/// </summary>
/// <param name="Count">How many groups there are.</param>
/// <param name="OfColumns">Whether columns make the groups, and not rows.</param>
internal readonly record struct ChannelGroups(int Count, bool OfColumns = false);
