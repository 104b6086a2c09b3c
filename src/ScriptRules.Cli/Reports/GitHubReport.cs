using System.Globalization;
using System.Text;
using ScriptRules.Cli.Checking;

namespace ScriptRules.Cli.Reports;

/// <summary>Annotations as GitHub reads them from a log, with the sums in front, since it shows no more than ten of a kind.</summary>
/// <param name="output">The log.</param>
/// <param name="context">What the run is reported with.</param>
internal sealed class GitHubReport(TextWriter output, ReportContext context) : AnnotationReport(context)
{
    private readonly List<Annotation> _all = [];

    public override void Finish(CheckTally tally)
    {
        output.WriteLine($"::notice title=ScriptRules::{WorkflowCommand.Data(string.Join('\n', new SummaryLines(Context.Pack).Of(tally)))}");
        foreach (var annotation in _all) output.WriteLine(Command(annotation));
        output.Flush();
        if (Context.JobSummary is { Length: > 0 } file) File.AppendAllText(file, new MarkdownSummary(Context).Of(_all, tally), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    protected override void Write(Annotation annotation) => _all.Add(annotation);

    private string Command(Annotation annotation)
    {
        var command = SeverityWords.Of(annotation.Severity).GitHub;
        var region = annotation.Region;
        var place = new StringBuilder($"file={WorkflowCommand.Property(Context.Paths.Relative(region.Path))}");
        if (region is { Line: > 0, Part.Length: 0 })
        {
            place.Append(CultureInfo.InvariantCulture, $",line={region.Line},endLine={region.EndLine}");
            // GitHub takes columns within one line only.
            if (region.Column > 0 && region.Line == region.EndLine) place.Append(CultureInfo.InvariantCulture, $",col={region.Column},endColumn={region.EndColumn}");
        }

        return $"::{command} {place},title={WorkflowCommand.Property(annotation.Name)}::{WorkflowCommand.Data(string.Join('\n', Lines(annotation).Select(l => VisibleText.Of(l))))}";
    }

    private IEnumerable<string> Lines(Annotation annotation)
    {
        yield return annotation.Message;
        if (annotation.Of is { } breach)
        {
            foreach (var sentence in Context.Words.Handbook(breach.Violation)) yield return $"手册 {sentence}";
            foreach (var evidence in Context.Words.Evidence(breach.Item.Conversation, breach.Violation)) yield return $"依据 {evidence}";
        }

        if (annotation.Rewrite is { } rewrite) yield return $"{rewrite.Label} {rewrite.Text}({rewrite.Note})";
    }
}
