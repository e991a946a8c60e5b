using System.Xml.Linq;
using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>The lab's report after hardly any training, written once for all tests.</summary>
public sealed class QuickReport
{
    public string Text { get; } = Write();

    public XElement Page => XDocument.Parse(Text).Root!;

    public static string Write() => RegularizationLab.Lab.Report(Workbench.Embedded(Plan.Digits.Quick()), (_, _) => { });
}
