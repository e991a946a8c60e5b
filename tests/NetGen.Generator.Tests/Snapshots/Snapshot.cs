using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests.Snapshots;

/// <summary>
/// Verify's file conventions without Verify, which the registry used here does not have: <c>Case#Name.verified.cs</c> is what was
/// judged good, <c>.received.cs</c> is written beside it on a mismatch. Swapping Verify.SourceGenerators in touches this file alone.
/// </summary>
internal static class Snapshot
{
    /// <summary>Compares each file with its verified text; a file nobody expects, or a verified one that is missing, is a mismatch too.</summary>
    /// <param name="name">The case.</param>
    /// <param name="files">File names (<c>Digits.Forward.g.cs</c>) and texts.</param>
    /// <param name="caller">The test's file; snapshots lie beside it.</param>
    public static void Verify(string name, IEnumerable<(string FileName, string Text)> files, [CallerFilePath] string caller = "")
    {
        string folder = Path.GetDirectoryName(caller)!;
        Dictionary<string, string> received = files.ToDictionary(f => Path.Combine(folder, $"{name}#{f.FileName}"), f => f.Text, StringComparer.Ordinal);
        var mismatches = new List<string>();
        foreach ((string path, string text) in received)
        {
            string extension = Path.GetExtension(path);
            string stem = path[..^extension.Length];
            string verified = $"{stem}.verified{extension}";
            string mismatch = $"{stem}.received{extension}";
            if (File.Exists(verified) && File.ReadAllText(verified) == text)
            {
                File.Delete(mismatch);
                continue;
            }

            File.WriteAllText(mismatch, text);
            mismatches.Add(Path.GetFileName(mismatch));
        }

        IEnumerable<string> orphans = Directory.GetFiles(folder, $"{name}#*.verified.*")
            .Where(path => !received.ContainsKey(path.Replace(".verified.", ".", StringComparison.Ordinal)))
            .Select(path => $"{Path.GetFileName(path)} (no longer emitted)");
        mismatches.AddRange(orphans);
        Assert.True(mismatches.Count == 0, $"Read these as a reviewer; rename .received to .verified where the new text is better: {string.Join(", ", mismatches)}");
    }

}
