using System.Xml.Linq;

namespace RegularizationLab;

/// <summary>A picture of a figure.</summary>
internal interface IPicture
{
    /// <summary>A <c>figure</c> element of the page.</summary>
    XElement ToHtml();
}
