using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;

namespace NetGen.Generator.Tests.Packaging;

/// <summary>The package as a user gets it: packed, installed from a folder into a project that has never seen this repository, built and run.</summary>
public sealed class PackageTests : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-package-").FullName;

    [Fact]
    public void A_fresh_project_installs_the_package_builds_trains_and_predicts()
    {
        string packages = Path.GetDirectoryName(Pack())!;

        string project = Path.Combine(_folder, "Fresh");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "Directory.Build.props"), "<Project />"); // nothing above the folder reaches in
        File.WriteAllText(Path.Combine(project, "Fresh.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{packages}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(_folder, "cache")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetGen" Version="*" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), """
            using NetGen;

            // y = 1 where x₀ > x₁
            var random = new System.Random(1);
            float[] points = new float[400 * 2];
            int[] classes = new int[400];
            for (int i = 0; i < 400; i++)
            {
                (points[2 * i], points[2 * i + 1]) = (random.NextSingle(), random.NextSingle());
                classes[i] = points[2 * i] > points[2 * i + 1] ? 1 : 0;
            }

            using Order net = new(seed: 1);
            DataSplit data = Order.Data(points, classes).Split(validation: 0.25, seed: 1);
            net.Fit(data.Train, data.Validation, new FitOptions { Epochs = 40 });

            float[] p = new float[2];
            net.Predict([0.9f, 0.1f], p);
            System.Console.WriteLine($"accuracy ok: {net.Evaluate(data.Validation).Class.Accuracy > 0.95}, greater: {p[1] > 0.9f}");

            [Network(BatchSize = 20), Adam(0.01f)]
            internal sealed partial class Order
            {
                [Input(2)] public partial Layer Point { get; }
                [Dense(16), Relu] public partial Layer Hidden { get; }
                [Dense(2), SoftmaxCrossEntropy] public partial Head Class { get; }
            }
            """);

        string output = Run(project, "run", "-c", "Release");
        Assert.Contains("accuracy ok: True, greater: True", output, StringComparison.Ordinal);

        // A native executable has fused multiply-add, unless its project decides for itself.
        Assert.Equal("x86-64-v3", Run(project, "msbuild", "-getProperty:IlcInstructionSet", "-p:PublishAot=true", "-p:RuntimeIdentifier=linux-x64").Trim());
        Assert.Equal("native", Run(project, "msbuild", "-getProperty:IlcInstructionSet", "-p:PublishAot=true", "-p:RuntimeIdentifier=linux-x64", "-p:IlcInstructionSet=native").Trim());
        Assert.Equal("", Run(project, "msbuild", "-getProperty:IlcInstructionSet", "-p:PublishAot=true", "-p:RuntimeIdentifier=linux-arm64").Trim());
    }

    [Fact]
    public void Its_readme_is_its_own()
    {
        using ZipArchive package = ZipFile.OpenRead(Pack());
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.Equal(File.ReadAllText(Path.Combine(Repository, "runtime/NetGen/Package/README.md")), readme.ReadToEnd());
    }

#if !DEBUG
    [Theory]
    [InlineData("lib/net10.0/NetGen.dll", "/_/runtime/NetGen/Threads/Team.cs")]
    [InlineData("analyzers/dotnet/cs/NetGen.Generator.dll", "/_/generator/Compiler.cs")]
    public void Its_assemblies_hold_their_symbols_and_sources_under_paths_of_no_machine(string assembly, string file)
    {
        using ZipArchive package = ZipFile.OpenRead(Pack());
        using var bytes = new MemoryStream();
        using (Stream entry = package.GetEntry(assembly)!.Open())
        {
            entry.CopyTo(bytes);
        }

        bytes.Position = 0;
        using var image = new PEReader(bytes);
        DebugDirectoryEntry[] debug = [.. image.ReadDebugDirectory()];
        Assert.Contains(debug, e => e.Type == DebugDirectoryEntryType.Reproducible);
        using MetadataReaderProvider symbols = image.ReadEmbeddedPortablePdbDebugDirectoryData(debug.Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb));
        MetadataReader reader = symbols.GetMetadataReader();
        var embeddedSource = new Guid("0E8A571B-6926-466E-B4AD-8AB04611F5FE"); // of the portable PDB format
        Dictionary<string, bool> hasSource = reader.Documents.ToDictionary(
            document => reader.GetString(reader.GetDocument(document).Name),
            document => reader.GetCustomDebugInformation(document).Any(i => reader.GetGuid(reader.GetCustomDebugInformation(i).Kind) == embeddedSource));
        Assert.True(hasSource[file]);
        Assert.All(hasSource.Keys, name => Assert.StartsWith("/_/", name, StringComparison.Ordinal));
    }
#endif

    /// <summary>The package's file, made of what has been built.</summary>
    private string Pack()
    {
        string packages = Path.Combine(_folder, "packages");
        Run(Repository, "pack", "runtime/NetGen/NetGen.csproj", "-c", Configuration, "--no-build", "-o", packages);
        return Assert.Single(Directory.GetFiles(packages, "NetGen.*.nupkg"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Repository => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static string Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(" ", arguments)} ended with {process.ExitCode}:\n{output}\n{errors.Result}");
        return output;
    }
}
