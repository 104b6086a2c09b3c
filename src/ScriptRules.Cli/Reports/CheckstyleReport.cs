using System.Globalization;
using System.Xml;
using ScriptRules.Cli.Checking;

namespace ScriptRules.Cli.Reports;

/// <summary>The XML of Checkstyle. Columns count characters (Unicode code points).</summary>
internal sealed class CheckstyleReport(Stream stream, ReportContext context) : AnnotationReport(context)
{
    private readonly List<Annotation> _all = [];

    public override void Finish(CheckTally tally)
    {
        using var xml = XmlWriter.Create(stream, Markup.Settings);
        xml.WriteStartElement("checkstyle");
        xml.WriteAttributeString("version", "4.3");
        foreach (var file in _all.GroupBy(a => a.Region.Path, StringComparer.Ordinal))
        {
            xml.WriteStartElement("file");
            Attribute(xml, "name", Context.Paths.Relative(file.Key));
            foreach (var annotation in file) Write(xml, annotation);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    protected override void Write(Annotation annotation) => _all.Add(annotation);

    private static void Write(XmlWriter xml, Annotation annotation)
    {
        var (region, hasLine) = (annotation.Region, annotation.Region is { Line: > 0, Part.Length: 0 });
        xml.WriteStartElement("error");
        if (hasLine) Attribute(xml, "line", region.Line.ToString(CultureInfo.InvariantCulture));
        if (hasLine && region.Column > 0) Attribute(xml, "column", region.Column.ToString(CultureInfo.InvariantCulture));
        Attribute(xml, "severity", SeverityWords.Of(annotation.Severity).Name);
        Attribute(xml, "message", annotation.MessageWithRewrite);
        Attribute(xml, "source", $"scriptrules.{annotation.Code}");
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Markup.Of(value));
}
