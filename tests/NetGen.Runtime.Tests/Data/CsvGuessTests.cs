using System.IO.Compression;
using System.Text;
using static NetGen.Tests.Data.Refusal;

namespace NetGen.Tests.Data;

/// <summary>What is found out about a table is borne out by all of it, said, and can be overruled; otherwise the table is refused.</summary>
public class CsvGuessTests
{
    [Fact]
    public void What_was_found_is_said()
    {
        CsvTable table = Table("id;length;kind;note;left;size\n1;5.1;oak;;3.0;L\n2;NaN;elm;;4;10\n3;7;oak;;-5;11\n");
        Assert.Equal(
            """
            3 rows of 6 columns, separated by ';', names in the first line
            id: integers
            length: numbers, 1 missing
            kind: words (2 different)
            note: nothing, 3 missing
            left: integers
            size: numbers and words (1 different)
            """,
            table.ToString());
        Assert.Equal("1 row of 1 column, no names in the first line, utf-8\nx: integers", CsvTable.Read(Bytes("7\n"), ["x"]).ToString());
        Assert.Equal("1 row of 2 columns, separated by '\\t', names in the first line\na: integers\nb: integers", Table("a\tb\n1\t2\n").ToString());
    }

    [Fact]
    public void Of_a_wide_table_the_first_columns_are_said()
    {
        string text = string.Join(',', Enumerable.Range(0, 784).Select(i => $"p{i}")) + "\n" + string.Join(',', Enumerable.Range(0, 784)) + "\n";
        string[] lines = Table(text).ToString().Split('\n');
        Assert.Equal(52, lines.Length);
        Assert.Equal("p49: integers", lines[50]);
        Assert.Equal("… and 734 columns more", lines[51]);
    }

    [Theory]
    [InlineData("\"size; in cm; inner\",weight\n1,2\n", "size; in cm; inner", "weight")]
    [InlineData("\"a,b\";\"c,d\"\n1;2\n", "a,b", "c,d")]
    [InlineData("\"a;\"\"b\"\";c\",d\n1,2\n", "a;\"b\";c", "d")]
    [InlineData("\"a;b\nc;d\",e\n1,2\n", "a;b\nc;d", "e")]
    [InlineData("a|b\n\"1,1|\"|2\n", "a", "b")]
    [InlineData("length;kind\n5,1;oak\n4,9;oak\n", "length", "kind")]
    [InlineData("time\tplace\n10,5\t1;2\n11\t3\n", "time", "place")]
    public void The_separator_is_what_splits_every_line_alike(string text, string first, string second) =>
        Assert.Equal([first, second], Table(text).Columns.ToArray());

    [Theory]
    [InlineData("?")]
    [InlineData("NA")]
    [InlineData("-")]
    public void A_mark_for_a_missing_value_is_no_sign_of_a_header(string mark)
    {
        string text = $"{mark},5,1\n3,6,2\n4,7,3\n";
        Refuses(() => Table(text), "looks like a value and not like the name of a column");
        Assert.Equal(3, Table(text, ["a", "b", "c"], new() { Missing = [mark] }).Count);
        Assert.Equal(3, Table(text, ["a", "b", "c"]).Count);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(',')]
    public void Quoted_numbers_may_have_a_decimal_comma_between_commas(char? separator)
    {
        CsvTable table = Table("a,b\n\"1,5\",\"2,5\"\n3,\"4,25\"\n", options: new() { Separator = separator, DecimalSeparator = ',' });
        Assert.Equal([1.5f, 2.5f, 3, 4.25f], table.Floats("a", "b"));
    }

    [Fact]
    public void A_number_with_a_comma_is_told_of_the_decimal_separator() =>
        Refuses(() => Table("length;kind\n5,1;oak\n4,9;oak\n").Floats("length"), "If a comma stands before the decimals, say so: new CsvOptions { DecimalSeparator = ',' }.");

    [Fact]
    public void Where_two_separators_fit_the_caller_says_which()
    {
        const string text = "5,1;oak\n4,9;elm\n";
        string[] names = ["length", "kind"];
        Refuses(() => Table(text, names), "the text: ',' (2 columns) and ';' (2 columns) both split every line alike; say what separates the cells: "
            + "new CsvOptions { Separator = ';' }, and DecimalSeparator = ',' if numbers are written so.");

        CsvOptions semicolon = new() { Separator = ';' };
        Refuses(() => Table(text, names, semicolon).Floats("length"), "the text, line 1, column length: got \"5,1\"; expected a finite number");
        Assert.Equal([5.1f, 4.9f], Table(text, names, semicolon with { DecimalSeparator = ',' }).Floats("length"));
        Assert.Equal([5.1f, 4.9f], Table(text, names, new() { DecimalSeparator = ',' }).Floats("length"));
        Assert.Equal([5, 4], Table(text, names, new() { Separator = ',' }).Floats("length"));
    }

    [Fact]
    public void The_last_line_of_a_long_table_tells_what_separates()
    {
        StringBuilder text = new("a,b;c\n");
        for (int i = 0; i < 50_000; i++)
        {
            text.Append("1,2;3\n");
        }

        Refuses(() => Table(text.ToString()), "both split every line alike");
        Assert.Equal(["a,b", "c"], Table(text.Append("1;2\n").ToString()).Columns.ToArray());
    }

    [Theory]
    [InlineData("x\n1,5\n2,5\n", "the text, line 2: got 2 cells; expected 1 (x). The separator was taken to be ','; if it is another, give it: CsvOptions.Separator.")]
    [InlineData("x\n1;5\n", "the text, line 2: got 2 cells; expected 1 (x). The separator was taken to be ';'; if")]
    [InlineData("a\tb\n1\t2\n3\n", "the text, line 3: got 1 cell; expected 2 (a, b). The separator was taken to be '\\t'; if")]
    public void A_line_that_does_not_fit_tells_what_the_separator_was_taken_for(string text, string message) => Refuses(() => Table(text), message);

    [Fact]
    public void A_separator_given_is_taken()
    {
        Assert.Equal(["a,b", "c,d"], Table("x\na,b\nc,d\n", options: new() { Separator = '\t' }).Labels("x").ClassNames.ToArray());
        Assert.Equal([2f], Table("a~b\n1~2\n", options: new() { Separator = '~' }).Floats("b"));
        Refuses(() => Table("a,b\n1\n", options: new() { Separator = ',' }), "the text, line 2: got 1 cell; expected 2 (a, b).");
    }

    [Theory]
    [InlineData("a\tb\n1\t2\n\t\n3\t4\n")]
    [InlineData("a,b\n1,2\n,\n3,4\n")]
    [InlineData("a|b\n1|2\n | \n3|4\n")]
    public void A_row_of_empty_cells_is_a_row_whatever_separates(string text)
    {
        CsvTable table = Table(text);
        Assert.Equal([1, float.NaN, 3], table.Floats("a"));
        Assert.Equal([2, -1, 4], table.Labels("b").Values);
    }

    [Theory]
    [InlineData("5.1,3.5,setosa\n4.9,3,setosa\n7,3.2,versicolor\n", "the text, line 1: \"5.1\" looks like a value")]
    [InlineData("1,2\n3,4\n", "the text, line 1: \"1\" looks like a value")]
    [InlineData("red,yes\nblue,no\ngreen,yes\n", "the text, line 1: \"yes\" looks like a value")]
    public void A_first_line_of_values_is_not_taken_for_names(string text, string message)
    {
        Refuses(() => Table(text), message);
        Refuses(() => Table(text), "say that it does: new CsvOptions { HasHeader = true }.");
        int rows = text.Count('\n');
        Assert.Equal(rows - 1, Table(text, options: new() { HasHeader = true }).Count);
        CsvTable unnamed = Table(text, options: new() { HasHeader = false });
        Assert.Equal((rows, "column 1"), (unnamed.Count, unnamed.Columns[0]));
    }

    [Fact]
    public void A_first_line_of_names_is_not_taken_for_values()
    {
        const string text = "length,kind\n5.1,oak\n4.9,elm\n";
        string[] names = ["l", "k"];
        Refuses(() => Table(text, names), "the text, line 1: \"length\" looks like the name of a column, and names were given.");
        Assert.Equal(2, Table(text, names, new() { HasHeader = true }).Count);
        Assert.Equal(["l", "k"], Table(text, names, new() { HasHeader = true }).Columns.ToArray());
        Assert.Equal(3, Table(text, names, new() { HasHeader = false }).Count);
    }

    [Theory]
    [InlineData("year,2019,2020\n1,2,3\n")] // the first column speaks for names
    [InlineData(",a\n0,1\n")]
    [InlineData("city,country\nRome,Italy\n")] // nothing speaks against them
    public void A_first_line_that_may_be_names_is(string text) => Assert.Equal(1, Table(text).Count);

    [Fact]
    public void A_header_alone_and_no_text_at_all_are_refused()
    {
        Refuses(() => Table("a,b\n"), "the text: there is no row of data; a line with the names of the columns and then at least one row is needed.");
        Refuses(() => Table("", ["a"]), "the text: there is no row of data; at least one row is needed.");
        Refuses(() => Table("1,2\n", options: new() { HasHeader = true }), "there is no row of data");
    }

    [Fact]
    public void Text_that_is_no_UTF_8_is_refused_or_read_in_its_own_encoding()
    {
        byte[] latin = Encoding.Latin1.GetBytes("x;y\n1;ä\n2;ö\n3;ü\n");
        Refuses(() => CsvTable.Read(new MemoryStream(latin)),
            "the stream, line 2: the byte E4 is no character in utf-8. If the text is in another encoding, give it: new CsvOptions { Encoding = Encoding.Latin1 }.");
        CsvTable table = CsvTable.Read(new MemoryStream(latin), options: new() { Encoding = Encoding.Latin1 });
        Assert.Equal(["ä", "ö", "ü"], table.Labels("y").ClassNames.ToArray());
        Assert.StartsWith("3 rows of 2 columns, separated by ';', names in the first line, iso-8859-1\n", table.ToString(), StringComparison.Ordinal);
        Refuses(() => CsvTable.Read(new MemoryStream(latin), options: new() { Encoding = Encoding.ASCII }), "line 2: the byte E4 is no character in us-ascii. Is it another encoding?");
    }

    [Fact]
    public void A_wrong_byte_far_into_the_text_is_found_with_its_line()
    {
        byte[] text = Bytes("x,y\n" + string.Concat(Enumerable.Repeat("1,äé\n", 30_000))).ToArray();
        text[^2] = 0xC3;
        Refuses(() => CsvTable.Read(new MemoryStream(text)), "the stream, line 30001: ");
        Refuses(() => CsvTable.Read(new Dripping([.. text[..^3], 0xE2, 0x82])), "the stream, line 30001: ");
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_a_name()
    {
        Assert.Equal([1], Table("\uFEFFa,b\n1,2\n").Floats("a"));
        foreach (Encoding encoding in new Encoding[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UTF32Encoding(true, true) })
        {
            byte[] bytes = [.. encoding.Preamble, .. encoding.GetBytes("ä,b\n1,2\n")];
            Assert.Equal([1], CsvTable.Read(new Dripping(bytes)).Floats("ä"));
        }
    }

    [Fact]
    public void A_named_pipe_is_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a pipe is no file there
        }

        using NamedPipe pipe = new(Encoding.UTF8.GetBytes("a,b\n1,2\n"));
        Assert.Equal([2], CsvTable.Read(pipe.Path).Floats("b"));
    }

    [Fact]
    public void A_gap_among_features_is_refused_by_the_data_set_that_takes_them()
    {
        float[] features = Table("a,b\n1,2\n3,\n").Floats("a", "b");
        Assert.Equal([1, 2, 3, float.NaN], features);
        NetworkSchema schema = new Networks.Blueprint("Net", batchSize: 1).Input("X", 2).Build();
        Says(() => Dataset.Create(schema, new FeatureColumn("X", [2], features)), "columns", "Column X, row 1, element 1: NaN; features must be finite.");
    }

    [Fact]
    public void UTF_16_without_a_mark_is_refused_or_read_as_such()
    {
        byte[] text = Encoding.Unicode.GetBytes("a,b\n1,2\n");
        Refuses(() => CsvTable.Read(new MemoryStream(text)), "the stream: the text looks like UTF-16 without a byte order mark. Give the encoding: new CsvOptions { Encoding = Encoding.Unicode }.");
        Assert.Equal([2], CsvTable.Read(new MemoryStream(text), options: new() { Encoding = Encoding.Unicode }).Floats("b"));
        Refuses(() => CsvTable.Read(new MemoryStream(Encoding.Unicode.GetBytes("größe,ж\n1,2\n"))), "Encoding = Encoding.Unicode }.");
        Refuses(() => CsvTable.Read(new MemoryStream(Encoding.BigEndianUnicode.GetBytes("größe,ж\n1,2\n"))), "Encoding = Encoding.BigEndianUnicode }.");
        Refuses(() => CsvTable.Read(new MemoryStream(new UTF32Encoding(false, false).GetBytes("a,b\n1,2\n"))), "the stream, line 1: there is a NUL character");
        Refuses(() => CsvTable.Read(Bytes("a,b\n1,2\n3,\0\n")), "the stream, line 3: there is a NUL character");
    }

    [Fact]
    public void A_compressed_file_is_refused_with_the_way_to_read_it()
    {
        using MemoryStream gzip = new(), zip = new();
        using (var packing = new GZipStream(gzip, CompressionMode.Compress, leaveOpen: true))
        {
            packing.Write(Encoding.UTF8.GetBytes("a,b\n1,2\n"));
        }

        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("table.csv");
        }

        foreach (Encoding? encoding in new[] { null, Encoding.UTF8, Encoding.Latin1 })
        {
            (gzip.Position, zip.Position) = (0, 0);
            Refuses(() => CsvTable.Read(gzip, options: new() { Encoding = encoding }),
                "the stream is compressed (gzip). Decompress it: CsvTable.Read(new GZipStream(stream, CompressionMode.Decompress)).");
            Refuses(() => CsvTable.Read(zip, options: new() { Encoding = encoding }), "the stream is a zip archive, as an .xlsx workbook is one.");
        }

        gzip.Position = 0;
        Assert.Equal([2], CsvTable.Read(new GZipStream(gzip, CompressionMode.Decompress)).Floats("b"));
        byte[] chinese = Encoding.Unicode.GetBytes("\u8B1F,b\n1,2\n"); // the bytes 1F 8B
        Assert.Equal([1], CsvTable.Read(new MemoryStream(chinese), options: new() { Encoding = Encoding.Unicode }).Floats("\u8B1F"));
    }

    [Theory]
    [InlineData("sep=;\na,x;b\n1;2\n")]
    [InlineData("\"sep=;\"\r\na,x;b\r\n1;2\r\n")]
    [InlineData("SEP=|\ra,x|b\r1|2\r")]
    [InlineData("sep=\t\na,x\tb\n1\t2\n")]
    [InlineData("\uFEFFsep=~\na,x~b\n1~2\n")]
    public void A_first_line_that_names_the_separator_is_honored_and_passed_over(string text)
    {
        Assert.Equal(["a,x", "b"], Table(text).Columns.ToArray());
        Assert.Equal([2f], Table(text).Floats("b"));
        Assert.Equal([2f], CsvTable.Read(Bytes(text)).Floats("b"));
    }

    [Fact]
    public void The_line_that_names_the_separator_is_counted_and_a_separator_given_wins_over_it()
    {
        Refuses(() => Table("sep=;\na;b\n1;x\n").Floats("b"), "the text, line 3, column b: got \"x\"");
        Refuses(() => Table("sep=;\na,b\n1;2\n"), "the text, line 3: got 2 cells; expected 1 (a,b).");
        Refuses(() => Table("sep=;\n"), "the text: there is no row of data");
        Refuses(() => Table("sep=;"), "the text: there is no row of data");
        Assert.Equal([2f], Table("sep=;\na,b\n1,2\n", options: new() { Separator = ',' }).Floats("b"));
        Assert.Equal(["sep=no"], Table("sep=no\n1\n").Columns.ToArray());
    }

    [Fact]
    public void Whole_numbers_are_labels_however_they_are_written()
    {
        CsvLabels labels = Table("x,y\n3,1.0\n4,0.0\n5,\n6,1.0\n7,2e0\n").Labels("y");
        Assert.Equal([1, 0, -1, 1, 2], labels.Values);
        Assert.Empty(labels.ClassNames);
        Assert.Equal([1, 0], Table("x,y\n3,1.0\n4,0\n").Labels("y", ["0", "1"]).Values);
        Assert.Equal([1, 0], Table("x;y\n3;1,0\n4;0,0\n", options: new() { DecimalSeparator = ',' }).Labels("y").Values);
        Refuses(() => Table("x,y\n3,0.5\n4,1\n").Labels("y"), "the text, line 2, column y: got \"0.5\"; expected an integer from −1 to 2147483647");
    }

    [Fact]
    public void Labels_are_numbers_or_words_and_not_both()
    {
        Refuses(() => Table("x,y\n1,0\n2,O\n").Labels("y"), "the text, line 3, column y: got \"O\"; expected an integer from −1 to 2147483647");
        Refuses(() => Table("x,y\n1,A\n2,7\n").Labels("y"), "the text, line 3, column y: got \"7\"; expected the name of a class and not a number, as line 2 has \"A\"");
        Assert.Equal([0, 1], Table("x,y\n1,A\n2,7\n").Labels("y", ["A", "7"]).Values);
    }

    [Fact]
    public void Missing_cells_are_missing_wherever_they_stand()
    {
        Assert.Equal([-1, 1, 0], Table("x,y\n3,NaN\n4,1\n5,0\n").Labels("y").Values);
        Assert.Equal([-1, 0, 1], Table("x,y\n3,nan\n4,oak\n5,elm\n").Labels("y").Values);
        CsvTable table = Table("x,y,z\n?,-999,a\n4,1,?\n5,0,NA\n", options: new() { Missing = ["?", " NA ", "-999"] });
        Assert.Equal([float.NaN, 4, 5], table.Floats("x"));
        Assert.Equal([float.NaN, 1, 0], table.Targets("y"));
        Assert.Equal([-1, 1, 0], table.Labels("y").Values);
        Assert.Equal([0, -1, -1], table.Labels("z").Values);
        Assert.Equal(
            "3 rows of 3 columns, separated by ',', names in the first line\nx: integers, 1 missing\ny: integers, 1 missing\nz: words (1 different), 2 missing", table.ToString());
    }

    [Theory]
    [InlineData("?")]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData(".")]
    public void A_common_mark_of_missing_values_is_not_taken_for_a_class_nor_passed_over(string mark)
    {
        string advice = $"If it marks a missing value, say so: new CsvOptions {{ Missing = [\"{mark}\"] }}.";
        Refuses(() => Table($"x,y\n1,{mark}\n2,1\n").Labels("y"), $"the text, line 2, column y: got \"{mark}\"; expected the name of a class (if it is one, give the class names). {advice}");
        Refuses(() => Table($"x,y\n1,oak\n2,{mark}\n").Labels("y"), advice);
        Refuses(() => Table($"x,y\n1,1\n2,{mark}\n").Labels("y"), advice);
        Refuses(() => Table($"x,y\n1,1\n2,{mark}\n").Floats("y"), advice);
        Assert.Equal([0, 1], Table($"x,y\n1,oak\n2,{mark}\n").Labels("y", ["oak", mark]).Values);
    }

    [Fact]
    public void Messages_stay_short_and_plain_whatever_a_cell_holds()
    {
        string cell = "\u001B[2J" + new string('x', 2_000_000);
        string message = Refuses(() => Table($"a,b\n1,{cell}\n").Floats("b"), @"the text, line 2, column b: got ""\u001B[2Jxxx");
        Assert.InRange(message.Length, 1, 300);
        Assert.DoesNotContain(message, char.IsControl);

        string names = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"\u202Ename\n{i}\""));
        message = Refuses(() => Table($"{names}\n1\n"), "the text, line 5002: got 1 cell; expected 5000");
        Assert.InRange(message.Length, 1, 500);
        Assert.DoesNotContain(message, c => char.IsControl(c) || c == '\u202E');
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        Says(() => Table("1", options: new() { Separator = '"' }), "options", "The separator is '\"'; a quote, a line break, a letter or a digit cannot separate cells.");
        Says(() => Table("1", options: new() { Separator = '\n' }), "options", @"The separator is '\n'");
        Says(() => Table("1", options: new() { DecimalSeparator = ' ' }), "options", "The decimal separator is ' '; it may be '.' or ','.");
        Says(() => Table("1", options: new() { Separator = '.' }), "options", "'.' cannot separate both cells and decimals.");
        Says(() => Table("1", options: new() { Missing = null! }), "options", "Missing, or one of its marks, is null.");
    }

    private static CsvTable Table(string text, string[]? header = null, CsvOptions? options = null) => CsvTable.Read(new StringReader(text), header, options);

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Refuses(Func<object> act, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => { act(); });
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        return error.Message;
    }
}
