using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents;

/// <summary>On random documents of every form: a correction changes its line as wanted and no other, or is refused.</summary>
public class ApplyProperties
{
    private static readonly string[] Words = ["您好", "不客气", "这事不归我管", "😀", "请稍等。", "订单", "A", " ", "{品牌}", "**", "：", ":", "#", "\"", "'", ",", "|", "<br>", "\\", "&", "- ", "\n", "~~", "[客户姓氏]", "客户", "1", "*", "\t", "`"];

    private static readonly string[] Markdown = ["# ", "- ", "> ", "\n", "\n\n", "| 话术 | 备注 |\n|---|---|\n| ", " | ", " |\n", "**", "*", "```\n", "<!-- x -->", "  ", "\r\n", "客户:", "客服:", "&lt;", "\\*", "`", "<b>", "</b>"];

    private static readonly Gen<string> Text = Gen.Elements(Words).ListOf().Select(string.Concat);

    private static readonly Gen<(string Path, string Document)> Documents = Gen.OneOf(
        Gen.Elements([.. Words, .. Markdown, .. Markdown]).ListOf().Select(parts => ("a.md", string.Concat(parts))),
        Gen.Elements([.. Words, "\n", "\r\n", "# ", "【", "】", "1. "]).ListOf().Select(parts => ("a.txt", "# 标题\n" + string.Concat(parts))),
        Text.ListOf().Select(cells => ("a.csv", "话术,备注\n" + string.Join("\r\n", cells.Select(c => Cell(c) + "," + Cell(c))))),
        Text.Two().ListOf().Select(pairs => ("a.yaml", string.Join("\n", pairs.Select((p, i) => $"- 场景: x{i}\n  话术: {Yaml(p.Item1, i)}\n  备注: {Yaml(p.Item2, i + 1)}")))),
        Text.ListOf().Select(texts => ("a.json", $"[ {string.Join(" ,\r\n", texts.Select(t => $"{{ \"话术\" : {System.Text.Json.JsonSerializer.Serialize(t)} , \"n\":1}}"))} ]")));

    [Fact]
    public void Without_edits_nothing_changes() =>
        Prop.ForAll(Documents.ToArbitrary(), document =>
        {
            var bytes = Encoding.UTF8.GetBytes(document.Document);
            try
            {
                return ScriptRules.Documents.Documents.For(document.Path).Apply(bytes, []).SequenceEqual(bytes);
            }
            catch (DocumentEditException)
            {
                return !Read(document.Path, bytes).Errors.IsEmpty;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Lines_are_as_they_stand_in_the_document() =>
        Prop.ForAll(Documents.ToArbitrary(), document =>
        {
            foreach (var line in Read(document.Path, Encoding.UTF8.GetBytes(document.Document)).Lines)
            {
                line.Anchors[0].Written.Should().Be(0);
                line.Anchors.Select(a => a.Written).Should().BeInAscendingOrder();
                for (var i = 0; i < line.Written.Length; i++)
                {
                    // Letters are never escaped by these documents; code over several lines is placed as a whole.
                    if (line.Written[i] is >= '\u4E00' and <= '\u9FFF' && document.Path != "a.json" && !document.Document.Contains('`', StringComparison.Ordinal)) document.Document[line.SourceOf(i)].Should().Be(line.Written[i], $"of {line.Written} in {document.Document}");
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void An_edit_changes_its_line_and_no_other()
    {
        var (made, refused) = (0, 0);
        var cases = from document in Documents from numbers in Gen.Choose(0, 1000).Three() from replacement in Text select (document, numbers, "好" + replacement);
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var ((path, document), (which, from, length), replacement) = given;
            var bytes = Encoding.UTF8.GetBytes(document);
            var before = Read(path, bytes);
            if (!before.Errors.IsEmpty || before.Lines.IsEmpty) return true;
            var line = before.Lines[which % before.Lines.Length];
            var start = from % line.Written.Length;
            var end = start + (length % (line.Written.Length - start + 1));
            if (Splits(line.Written, start) || Splits(line.Written, end)) return true;
            byte[] after;
            try
            {
                after = ScriptRules.Documents.Documents.For(path).Apply(bytes, [new LineEdits(line, [new Edit(new TextSpan(start, end), replacement)])]);
                made++;
            }
            catch (DocumentEditException)
            {
                refused++;
                return true;
            }

            // Words with a colon can become labels, and a line of text a heading; then the text is the same, but not the lines.
            var wanted = Plain(string.Concat(before.Lines.Select(l => l == line ? l.Written[..start] + replacement + l.Written[end..] : l.Written)));
            if (path == "a.txt" || wanted.AsSpan().IndexOfAny(":：") >= 0) return true;
            var read = Read(path, after);
            read.Errors.Should().BeEmpty();
            Plain(string.Concat(read.Lines.Select(l => l.Written))).Should().Be(wanted, $"of {document}");
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
        made.Should().BeGreaterThan(refused * 3, "few edits are refused");
    }

    [Fact]
    public void No_bytes_make_a_reader_throw() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf().ToArbitrary(), bytes =>
        {
            foreach (var path in (string[])["a.md", "a.txt", "a.csv", "a.yaml", "a.json"]) Read(path, bytes).Should().NotBeNull();
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static ScriptDocument Read(string path, byte[] bytes) => ScriptRules.Documents.Documents.For(path).Read(bytes, path, ReaderOptions.Default);

    private static string Cell(string text) => text.AsSpan().IndexOfAny("\",\n\r") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Yaml(string text, int style) => (style % 3) switch
    {
        0 => $"'{text.Replace("'", "''", StringComparison.Ordinal).Replace("\n", "\n\n    ", StringComparison.Ordinal)}'",
        1 => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)}\"",
        _ => $"|-\n    好{text.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\t", " ", StringComparison.Ordinal)}",
    };
}
