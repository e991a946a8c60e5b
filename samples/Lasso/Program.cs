using System.Collections.Immutable;
using System.Text;
using Lasso;

Console.OutputEncoding = Encoding.UTF8;
string file = args is [string given] && !given.StartsWith('-') ? Path.GetFullPath(given) : Path.Combine(AppContext.BaseDirectory, "lasso.svg");
if (args.Length > 1 || (args is [string option] && option.StartsWith('-')) || !Directory.Exists(Path.GetDirectoryName(file)) || Directory.Exists(file))
{
    Console.Error.WriteLine("dotnet run -c Release --project samples/Lasso -- [FILE]   writes the picture to FILE, in a folder that exists");
    return 2;
}

Diabetes data = Diabetes.Read();
ImmutableArray<PathPoint> path = CoefficientPath.Trace(data, count: 41, decades: 3);

Console.WriteLine($"LASSO on {data.Count} patients: coefficients along λ, in units of the progression per standard deviation of a measurement.");
Console.WriteLine("The last columns compare with coordinate descent in double, on standardised data.");
Console.WriteLine();
Console.Write(PathTable.Of(data, [.. path.Where((_, i) => i % 4 == 0)]));
Console.WriteLine();

File.WriteAllText(file, PathPicture.Svg(data, path));
Console.WriteLine($"The path as a picture: {file}");
return 0;
