using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Documents.Office;

/// <summary>Builds Office files of raw XML, and looks into those that were written.</summary>
internal static class OfficeFile
{
    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Types = "application/vnd.openxmlformats-officedocument.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook.</summary>
    /// <param name="shared">The <c>si</c> elements.</param>
    /// <param name="sheets">Name, and what a <c>worksheet</c> holds.</param>
    internal static byte[] Workbook(string shared, params (string Name, string Xml)[] sheets) => Zip(
    [
        ("[Content_Types].xml", $"""{Head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}spreadsheetml.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}spreadsheetml.sharedStrings+xml"/>{string.Concat(sheets.Select((_, i) => $"""<Override PartName="/xl/worksheets/sheet{i + 1}.xml" ContentType="{Types}spreadsheetml.worksheet+xml"/>"""))}</Types>"""),
        ("_rels/.rels", $"""{Head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""{Head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{Relations}"><sheets>{string.Concat(sheets.Select((s, i) => $"""<sheet name="{s.Name}" sheetId="{i + 1}"{(s.Name.StartsWith('隐') ? " state=\"hidden\"" : "")} r:id="rId{i + 1}"/>"""))}</sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""{Head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Relations}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}<Relationship Id="rId99" Type="{Relations}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>"""),
        ("xl/sharedStrings.xml", $"""{Head}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>"""),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", $"""{Head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{s.Xml}</worksheet>""")),
    ]);

    /// <summary>A Word document.</summary>
    /// <param name="body">What the body holds.</param>
    internal static byte[] Document(string body) => Zip(
    [
        ("[Content_Types].xml", $"""{Head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{Types}wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="{Types}wordprocessingml.styles+xml"/></Types>"""),
        ("_rels/.rels", $"""{Head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", $"""{Head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>"""),
        ("word/_rels/document.xml.rels", $"""{Head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relations}/styles" Target="styles.xml"/></Relationships>"""),
        ("word/styles.xml", $"""{Head}<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="a3"><w:name w:val="细目"/><w:basedOn w:val="4"/></w:style><w:style w:type="paragraph" w:styleId="4"><w:name w:val="标题 2"/></w:style><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>"""),
    ]);

    internal static byte[] Zip(IEnumerable<(string Name, string Text)> parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    internal static Dictionary<string, byte[]> PartsOf(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    internal static string TextOf(byte[] file, string part) => Encoding.UTF8.GetString(PartsOf(file)[part]);

    /// <summary>What an independent reader finds wrong with a file.</summary>
    internal static List<string> Faults(byte[] file, bool isWorkbook)
    {
        using var stream = new MemoryStream(file);
        using OpenXmlPackage package = isWorkbook ? SpreadsheetDocument.Open(stream, false) : WordprocessingDocument.Open(stream, false);
        return [.. new OpenXmlValidator().Validate(package).Select(e => $"{e.Part?.Uri}: {e.Description}")];
    }

    internal static ScriptDocument Read(IDocumentFormat format, byte[] file, string path = "a.xlsx", ReaderOptions? options = null) => format.Read(file, path, options ?? ReaderOptions.Default);

    /// <summary>The file with one place of a line replaced.</summary>
    internal static byte[] Replace(IDocumentFormat format, byte[] file, string part, string old, string now)
    {
        var line = Read(format, file).Lines.Single(l => l.Part == part);
        var at = line.Written.IndexOf(old, StringComparison.Ordinal);
        at.Should().BeGreaterThanOrEqualTo(0);
        return format.Apply(file, [new LineEdits(line, [new Edit(new TextSpan(at, at + old.Length), now)])]);
    }
}
