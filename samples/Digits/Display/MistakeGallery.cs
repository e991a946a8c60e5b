using System.Globalization;
using NetGen;
using Spectre.Console;

namespace Digits.Display;

/// <summary>A few images the network got wrong, drawn with characters.</summary>
internal static class MistakeGallery
{
    private const int Pictures = 4;

    public static void Show(Dataset test, ReadOnlySpan<float> probabilities)
    {
        IReadOnlyList<Mistake> mistakes = Mistake.All(test.Labels(ImageSet.Labels), probabilities);
        if (mistakes.Count == 0)
        {
            Console.WriteLine("It made no mistake.");
            return;
        }

        Console.WriteLine("\nThe mistakes it was surest of:");
        FeatureColumn images = test.Features(ImageSet.Images);
        AnsiConsole.Write(new Columns(mistakes.Take(Pictures).Select(m => Frame(images, m))).Collapse());
    }

    private static Panel Frame(FeatureColumn images, Mistake mistake)
    {
        string caption = string.Create(CultureInfo.InvariantCulture, $"true {mistake.Truth}\nread as {mistake.Predicted} ({100 * mistake.Confidence:F0} %)\n");
        string picture = Picture.Draw(images.Row(mistake.Row), height: images.Shape[0], width: images.Shape[1]);
        return new Panel(new Text(caption + picture)) { Padding = new Padding(0) };
    }
}
