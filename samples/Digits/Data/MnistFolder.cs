using NetGen;

namespace Digits;

/// <summary>The four IDX files of MNIST, or of Fashion-MNIST, which has the same form. The images stay bytes until they are trained on.</summary>
internal static class MnistFolder
{
    private const double ValidationShare = 0.1;

    /// <summary>The images in three parts: a tenth of the training files' validates.</summary>
    /// <exception cref="UsageException">A file is missing, cannot be read, or does not hold what its name says.</exception>
    public static ImageSet Read(string folder)
    {
        (Dataset training, Dataset test) = ReadFiles(folder);
        DataSplit parts = training.Split(ValidationShare, seed: 1, stratify: ImageSet.Labels);
        return new ImageSet(folder, parts.Train, parts.Validation, test);
    }

    /// <summary>The images as the files hold them, in their order.</summary>
    /// <inheritdoc cref="Read"/>
    public static TrainTest ReadFiles(string folder)
    {
        try
        {
            return Mnist.Read(folder, ImageSet.Images, ImageSet.Labels);
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UsageException($"--data {fault.Message}");
        }
    }
}
