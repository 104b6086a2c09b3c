using System.Globalization;
using System.Xml;
using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>The XML of JUnit: a suite a file, a case a conversation, draft or line of script.</summary>
/// <remarks>A case fails when the run fails for it. What could not be read is an error, what could not be judged is skipped, so that neither is taken for passed.</remarks>
internal sealed class JUnitReport(Stream stream, ReportContext context) : ICheckReportWriter
{
    private const int NameLength = 40;

    // What the schema of Jenkins' xUnit plugin allows for all suites together; a suite tells what was skipped, too.
    private static readonly (string Name, string Kind)[] Totals = [("failures", "failure"), ("errors", "error")];

    private readonly List<Case> _cases = [];

    public bool IsForPrograms => true;

    public void Write(CheckedItem item)
    {
        var failing = item.Report.Violations.Where(context.Fails).OrderByDescending(v => v.Severity).ToList();
        var isUndecided = item.Report.Verdict == Verdict.NotEvaluable;
        var (kind, why) = failing.Count > 0 ? ("failure", failing.Count == 1 ? failing[0].Message : $"{failing.Count} 处违规:{string.Join(' ', failing.Select(v => v.Message))}")
            : isUndecided ? ("skipped", $"无法判断:{Wordings.Reason(item.Report.NotChecked.FirstOrDefault()?.Reason)}")
            : ("", "");
        _cases.Add(new Case(item.Origin.Path, NameOf(item), kind, why)
        {
            Type = failing is [var gravest, ..] ? gravest.Rule : "",
            Text = string.Join("\n\n", failing.Select(v => Told(item, v))),
            Output = string.Join("\n\n", item.Report.Violations.Where(v => !context.Fails(v)).Select(v => Told(item, v)).Concat(Besides(item.Report))),
        });
    }

    public void WriteUnread(InputError error) => _cases.Add(new Case(error.Place.Path, (error.Place with { Path = context.Paths.Relative(error.Place.Path) }).ToString(), "error", error.Message) { Type = error.Code.Code, Text = error.ToString() });

    public void Flush()
    {
    }

    public void Finish(CheckTally tally)
    {
        if (tally.Missed) _cases.Add(new Case("", "scriptrules check --require-evaluated", "error", "a rule that was to be evaluated never was"));
        if (!tally.IsUnchanged && tally.Undecided == tally.Conversations && !_cases.Exists(c => c.Kind == "error"))
            _cases.Add(new Case("", "scriptrules check", "error", tally.Conversations == 0 ? "nothing was checked: there is no conversation" : "nothing was checked: no rule could be decided"));
        using var xml = XmlWriter.Create(stream, Markup.Settings);
        xml.WriteStartElement("testsuites");
        Attribute(xml, "name", "scriptrules");
        Counts(xml, _cases, Totals);
        foreach (var file in _cases.GroupBy(c => c.Path, StringComparer.Ordinal)) WriteSuite(xml, file.Key.Length == 0 ? "scriptrules" : context.Paths.Relative(file.Key), [.. file]);
        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, string path, List<Case> cases)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", path);
        Attribute(xml, "file", path);
        Counts(xml, cases, [.. Totals, ("skipped", "skipped")]);
        foreach (var test in cases)
        {
            xml.WriteStartElement("testcase");
            Attribute(xml, "name", test.Name);
            Attribute(xml, "classname", path);
            Attribute(xml, "time", "0");
            if (test.Kind.Length > 0)
            {
                xml.WriteStartElement(test.Kind);
                Attribute(xml, "message", test.Why);
                if (test.Type.Length > 0) Attribute(xml, "type", test.Type);
                xml.WriteString(Markup.Of(test.Text));
                xml.WriteEndElement();
            }

            if (test.Output.Length > 0) xml.WriteElementString("system-out", Markup.Of(test.Output));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, List<Case> cases, (string Name, string Kind)[] counts)
    {
        Attribute(xml, "tests", cases.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var (name, kind) in counts) Attribute(xml, name, cases.Count(c => c.Kind == kind).ToString(CultureInfo.InvariantCulture));
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Markup.Of(value));

    /// <summary>The same when lines move: servers compare cases of one name from run to run.</summary>
    private string NameOf(CheckedItem item)
    {
        if (item.Origin.Script is not { } script) return item.Conversation.Id.Length > 0 ? item.Conversation.Id : $"{context.Paths.Relative(item.Origin.Path)}:{item.Origin.Line}";
        var words = script.Written.EnumerateRunes().Take(NameLength + 1).ToList();
        var shown = words.Count > NameLength ? string.Concat(words.Take(NameLength)) + "…" : script.Written;
        return VisibleText.Of(string.Join(' ', ((string[])[script.Part, script.Scenario, shown]).Where(p => p.Length > 0)));
    }

    private string Told(CheckedItem item, Violation violation)
    {
        var region = item.RegionOf(violation.Turn, violation.Span);
        var quote = Quote.Of(item, violation);
        var line = MarkedLine.Of(quote.Text, quote.Span, columns: 88);
        List<string> lines =
        [
            $"{Wordings.Of(violation.Severity)} {context.Words.Name(violation.Rule)}{ViolationWords.Sure(violation)}",
            $"  {region with { Path = context.Paths.Relative(region.Path) }}  {ViolationWords.Place(item, violation)}",
            $"  {line.Before}【{(line.Marked.Length > 0 ? line.Marked : "此处")}】{line.After}",
            $"  原因 {violation.Message}",
            .. context.Words.Handbook(violation).Select(s => $"  手册 {s}"),
            .. context.Words.Evidence(item.Conversation, violation).Select(e => $"  依据 {e}"),
        ];
        if (Rewrite.Best(item, violation) is { } rewrite) lines.Add($"  {rewrite.Label} {rewrite.Text}({rewrite.Note})");
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Besides(CheckReport report)
    {
        foreach (var violation in report.Suppressed) yield return $"豁免 {violation.Rule}:{violation.Message}({violation.Suppression!.Id},{violation.Suppression.Reason})";
        if (!report.Accepted.IsEmpty) yield return $"基线已接受 {report.Accepted.Length} 处";
        foreach (var group in report.NotChecked.GroupBy(r => Wordings.Reason(r.Reason), StringComparer.Ordinal)) yield return $"{group.Count()} 条规则未检查:{group.Key}";
    }

    /// <summary>A case of the report.</summary>
    /// <param name="Path">The file; empty for the run as a whole.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="Kind">The element that tells how it came out; empty when it passed.</param>
    /// <param name="Why">In one line.</param>
    private sealed record Case(string Path, string Name, string Kind, string Why)
    {
        /// <summary>The gravest rule, or the code of an error.</summary>
        internal string Type { get; init; } = "";

        /// <summary>What fails.</summary>
        internal string Text { get; init; } = "";

        /// <summary>What does not fail.</summary>
        internal string Output { get; init; } = "";
    }
}
