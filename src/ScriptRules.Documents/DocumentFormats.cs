using System.Collections.Immutable;
using ScriptRules.Documents.Markdown;
using ScriptRules.Documents.Office;
using ScriptRules.Documents.Tables;
using ScriptRules.Documents.Trees;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents;

/// <summary>The forms of script documents that can be read and corrected.</summary>
public static class DocumentFormats
{
    /// <summary>In the order in which they are asked whether they recognise a text.</summary>
    public static ImmutableArray<IDocumentFormat> All { get; } =
    [
        new TextFormat(),
        new XlsxFormat(),
        new DocxFormat(),
        new MarkdownFormat(),
        new CsvFormat(),
        new YamlTreeFormat(),
        new JsonTreeFormat(),
    ];

    /// <summary>A text file that is one draft reply; none of <see cref="All"/>, since a draft is not recognised but what is left.</summary>
    public static IDocumentFormat Draft { get; } = new DraftFormat();
}
