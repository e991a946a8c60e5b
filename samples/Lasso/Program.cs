using System.Collections.Immutable;
using System.Text;
using Lasso;
using static System.FormattableString;

Console.OutputEncoding = Encoding.UTF8;
const string Usage = "dotnet run -c Release --project samples/Lasso -- [FILE]   writes the picture to FILE, in a folder that exists (otherwise to lasso.svg in the current folder)";
if (args is ["--help"])
{
    Console.WriteLine(Usage);
    return 0;
}

string file = args is [string given] ? given : "lasso.svg";
if (args.Length > 1 || file.Length == 0 || file.StartsWith('-') || Directory.Exists(file) || !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
{
    Console.Error.WriteLine($"{string.Join(' ', args)}: not a file in a folder that exists.\n{Usage}");
    return 2;
}

const double Weak = 0.001, Shared = 0.3; // λ₁ of the table of λ₂, and λ₂ of the second path
var data = Diabetes.Read();
ImmutableArray<double> lambdas = CoefficientPath.Lambdas(data, count: 41, decades: 3);
ImmutableArray<PathPoint> lasso = [.. lambdas.AsParallel().AsOrdered().Select(lambda => CoefficientPath.Lasso(data, lambda))];
ImmutableArray<PathPoint> elastic = [.. lambdas.AsParallel().AsOrdered().Select(lambda => CoefficientPath.Elastic(data, lambda, Shared))];

Console.WriteLine($"LASSO on {data.Count} patients: coefficients along λ, in units of the progression per standard deviation of a measurement.");
Console.WriteLine("The last columns compare with coordinate descent in double, on standardized data.");
Console.WriteLine();
Console.WriteLine(PathTable.Of(data, [.. lasso.Where((_, i) => i % 4 == 0)]));

Console.WriteLine(Invariant($"Elastic net: {GroupingTable.First} and {GroupingTable.Second} go together (correlation {data.Correlation(GroupingTable.First, GroupingTable.Second):F2}). Their coefficients at λ₁ = {Weak} as λ₂ grows:"));
Console.WriteLine();
Console.Write(GroupingTable.Of(data, [.. new[] { 0, 0.01, 0.03, 0.1, 0.3, 1 }.Select(lambda2 => CoefficientPath.Elastic(data, Weak, lambda2))]));
Console.WriteLine(Invariant($"Over the whole path with λ₂ = {Shared}: at most {elastic.Max(p => p.Difference):0.0e+0} from coordinate descent, the same zeros at {elastic.Count(p => p.SameZeros)} of {elastic.Length} λ₁."));
Console.WriteLine();

Console.WriteLine("Penalties as priors: the coefficients that are most probable if each comes from a density of scale σ, and their largest difference from the penalty's.");
Console.WriteLine();
Console.WriteLine(PriorTable.Of(data, [.. lasso.Where((_, i) => i % 10 == 0).Select(point => PriorPoint.At(data, point.L1))]));

try
{
    File.WriteAllText(file, PathPicture.Svg(data, ("LASSO", lasso), (Invariant($"elastic net, λ₂ = {Shared}"), elastic)));
}
catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(fault.Message);
    return 2;
}

Console.WriteLine($"Both paths as a picture: {Path.GetFullPath(file)}");
return 0;
