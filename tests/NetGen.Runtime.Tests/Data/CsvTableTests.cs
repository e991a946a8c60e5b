using System.Globalization;
using System.Text;
using static NetGen.Tests.Data.Refusal;

namespace NetGen.Tests.Data;

public class CsvTableTests
{
    private const string Iris = "length,width,species\n5.1,3.5,setosa\n7,3.2,versicolor\n4.9,3,setosa\n";

    [Fact]
    public void Columns_are_chosen_by_name_in_any_order()
    {
        CsvTable table = Table(Iris);

        Assert.Equal(["length", "width", "species"], table.Columns.ToArray());
        Assert.Equal(3, table.Count);
        Assert.Equal(
            "3 rows of 3 columns, separated by ',', names in the first line\nlength: numbers\nwidth: numbers\nspecies: words (2 different)", table.ToString());
        Assert.Equal([3.5f, 5.1f, 3.2f, 7, 3, 4.9f], table.Floats("width", "length"));
        Assert.Equal([5.1f, 7, 4.9f], table.Floats("length"));
    }

    [Fact]
    public void Names_become_classes_in_order_of_first_appearance()
    {
        CsvLabels species = Table(Iris).Labels("species");

        Assert.Equal([0, 1, 0], species.Values);
        Assert.Equal(["setosa", "versicolor"], species.ClassNames.ToArray());
    }

    [Fact]
    public void Known_class_names_number_another_table_alike()
    {
        CsvLabels species = Table(Iris).Labels("species", ["virginica", "versicolor", "setosa"]);

        Assert.Equal([2, 1, 2], species.Values);
        Assert.Equal(["virginica", "versicolor", "setosa"], species.ClassNames.ToArray());
        Refuses(t => t.Labels("species", ["setosa", "virginica"]), Iris, "the text, line 3, column species: got \"versicolor\"; expected one of setosa, virginica, or nothing");
    }

    [Fact]
    public void Integers_are_labels_themselves_and_empty_cells_are_missing()
    {
        CsvLabels labels = Table("x,y\n1,\n1,7\n1, 0 \n1,-1\n").Labels("y");

        Assert.Equal([-1, 7, 0, -1], labels.Values);
        Assert.Empty(labels.ClassNames);
        Assert.Equal([-1, -1], Table("x,y\n1,\n1,\n").Labels("y").Values);
        Assert.Equal([0, -1, 1], Table("x,y\n1,a\n1,\n1,b\n").Labels("y").Values);
        Assert.Equal([1, 0], Table("x,y\n1,8\n1,3\n").Labels("y", ["3", "8"]).Values);
    }

    [Theory]
    [InlineData("two")]
    [InlineData("1.5")]
    [InlineData("-2")]
    [InlineData("99999999999")]
    public void A_column_that_begins_with_an_integer_holds_integers(string cell) =>
        Refuses(t => t.Labels("y"), $"x,y\n1,0\n1,{cell}\n", $"the text, line 3, column y: got \"{cell}\"; expected an integer from −1 to 2147483647");

    [Fact]
    public void Empty_cells_are_gaps_of_features_and_missing_targets()
    {
        const string prices = "area,price\n10,100\n20,\n30,NaN\n";

        Assert.Equal([100, float.NaN, float.NaN], Table(prices).Targets("price"));
        Assert.Equal([100, float.NaN, float.NaN], Table(prices).Floats("price"));
        Refuses(t => t.Targets("price"), "area,price\n10,?\n", "line 2, column price: got \"?\"; expected a finite number, such as 5.1 or -2e-3, or nothing where it is missing");
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-NaN")]
    [InlineData("Infinity")]
    [InlineData("1 000")]
    [InlineData("0x10")]
    public void Cells_that_are_no_finite_numbers_are_named(string cell) =>
        Refuses(t => t.Floats("a", "b"), $"a,b\n1,2\n3,4\n5,{cell}\n", $"the text, line 4, column b: got \"{cell}\"; expected a finite number");

    [Theory]
    [InlineData("1e39")]
    [InlineData("-1e999")]
    [InlineData("340282360000000000000000000000000000000")]
    public void Numbers_beyond_the_range_of_floats_are_named_with_that_range(string cell) => Refuses(
        t => t.Floats("a", "b"), $"a,b\n1,2\n3,{cell}\n", $"the text, line 3, column b: got \"{cell}\"; expected a number that a float holds, from -3.4028235E+38 to 3.4028235E+38");

    [Fact]
    public void Numbers_become_the_nearest_floats() =>
        Assert.Equal([16_777_216, 16_777_216, 0.1f, float.MaxValue], Table("a\n16777216\n16777217\n0.1\n3.4028235e38\n").Floats("a"));

    [Theory]
    [InlineData("a;b\n1.5;2\n")]
    [InlineData("a\tb\n1.5\t2\n")]
    [InlineData("a|b\n1.5|2\n")]
    [InlineData("\"a\",\"b\"\n\"1.5\",\"2\"\n")]
    [InlineData("a , b\n 1.5 ,  2")]
    [InlineData("a,b\r\n1.5,2\r\n")]
    [InlineData("a,b\n1.5,2\n\n  \n")]
    [InlineData(",a,b\n0,1.5,2\n")]
    public void Common_dialects_are_read(string text) => Assert.Equal([1.5f, 2], Table(text).Floats("a", "b"));

    [Fact]
    public void Quoted_cells_may_hold_separators_quotes_and_line_breaks_and_lines_are_still_counted()
    {
        const string text = "name,x\n\"a, \"\"b\"\"\nc\",1\n\n#d,oops\n";

        Assert.Equal(["a, \"b\"\nc", "#d"], Table(text).Labels("name").ClassNames.ToArray());
        Refuses(t => t.Floats("x"), text, "the text, line 5, column x: got \"oops\"");
    }

    [Fact]
    public void Files_without_a_header_take_the_names_given()
    {
        CsvTable table = CsvTable.Read(new StringReader("5.1,setosa\n7,versicolor\n"), ["length", "species"]);

        Assert.Equal([5.1f, 7], table.Floats("length"));
        Assert.Equal(["setosa", "versicolor"], table.Labels("species").ClassNames.ToArray());
        Says(() => CsvTable.Read(new StringReader("1"), []), "header", "Got 0 names");
        Says(() => CsvTable.Read(new StringReader("1"), ["a", " "]), "header", "A name is empty");
        Says(() => CsvTable.Read(new StringReader("1"), ["a", "b", "a"]), "header", "The name a comes twice");
    }

    [Fact]
    public void Names_that_do_not_exist_are_explained()
    {
        Says(() => Table(Iris).Floats("length", "depth"), "columns", "the text has no column depth; it has length, width, species.");
        Says(() => Table(Iris).Floats(), "columns", "Name at least one column of length, width, species.");
        Says(() => Table(Iris).Labels("Species"), "column", "the text has no column Species");
        Says(() => Table(",a\n0,1\n").Floats(""), "columns", "the text has no column ");
        Says(() => Table(Iris).Labels("species", []), "classNames", "Got 0 names");
        Says(() => Table(Iris).Labels("species", ["x", "x"]), "classNames", "The name x comes twice");
    }

    [Theory]
    [InlineData("", "the text: there is no row of data; a line with the names")]
    [InlineData("a,b\n", "the text: there is no row of data")]
    [InlineData("a,b\n1,2\n3\n", "the text, line 3: got 1 cell; expected 2 (a, b).")]
    [InlineData("a,b\n1,2\n\n3,4,5\n", "the text, line 4: got 3 cells; expected 2 (a, b).")]
    [InlineData("a,b,a\n1,2,3\n", "the text, line 1: two columns are called a; each needs its own name.")]
    [InlineData("a,b\n1,2\n\"3,4\n", "the text, line 3: ")]
    [InlineData("a,b\n\"1\"x,2\n", "the text, line 2: ")]
    public void Malformed_tables_are_refused_with_their_line(string text, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Table(text));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_named_and_streams_stay_open()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "ä,b\n1,x\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal([1], CsvTable.Read(path).Floats("ä"));
            Assert.StartsWith(
                $"{path}, line 2, column b: got \"x\"",
                Assert.Throws<InvalidDataException>(() => CsvTable.Read(path).Floats("b")).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<FileNotFoundException>(() => CsvTable.Read(path));
        MemoryStream stream = new(Encoding.UTF8.GetBytes(Iris));
        Assert.Equal(3, CsvTable.Read(stream).Count);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Numbers_are_read_alike_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };
            Assert.Equal([1.5f, 2], Table("a,b\n1.5,2\n").Floats("a", "b"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_wide_and_long_table_is_read_whole()
    {
        StringBuilder text = new(string.Join(',', Enumerable.Range(0, 800).Select(c => $"p{c}")));
        for (int row = 0; row < 500; row++)
        {
            text.Append('\n').AppendJoin(',', Enumerable.Range(0, 800).Select(c => (row * 800 + c) % 256));
        }

        CsvTable table = Table(text.ToString());
        Assert.Equal(Enumerable.Range(0, 400_000).Select(i => (float)(i % 256)), table.Floats(table.Columns.AsSpan()));
    }

    private static CsvTable Table(string text) => CsvTable.Read(new StringReader(text));

    private static void Refuses(Action<CsvTable> act, string text, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => act(Table(text)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
