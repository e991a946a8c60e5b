using System.Xml.Linq;
using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>The lab's report after hardly any training, written once for all tests.</summary>
public sealed class QuickReport
{
    public QuickReport() => (Figures, Text) = Write();

    internal IReadOnlyList<Figure> Figures { get; }

    public string Text { get; }

    public XElement Page => XDocument.Parse(Text).Root!;

    internal static (IReadOnlyList<Figure> Figures, string Text) Write()
    {
        var bench = Workbench.Embedded(Plan.Digits.Quick());
        IReadOnlyList<Figure> figures = RegularizationLab.Lab.Draw(bench, (_, _) => { });
        return (figures, RegularizationLab.Lab.Report(bench, figures));
    }
}
