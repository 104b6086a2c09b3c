using System.Globalization;
using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>One canonical diagnostic of MSBuild a line: an error for what fails the run, else a warning, or a message that MSBuild leaves in the log.</summary>
internal sealed class MsBuildReport(TextWriter output, ReportContext context) : AnnotationReport(context)
{
    public override void Flush() => output.Flush();

    public override void Finish(CheckTally tally) => output.Flush();

    protected override void Write(Annotation annotation)
    {
        var category = annotation switch
        {
            { Of: { } breach } when Context.Fails(breach.Violation) => "error",
            { Of: null, Severity: Severity.Error } => "error",
            { Severity: Severity.Info } => "message",
            _ => "warning",
        };
        output.WriteLine($"{VisibleText.Of(Context.Paths.Relative(annotation.Region.Path))}{Place(annotation.Region)}: {category} {annotation.Code}: {VisibleText.Of(annotation.MessageWithRewrite)}");
    }

    private static string Place(SourceRegion region) => region switch
    {
        { Line: 0 } or { Part.Length: > 0 } => " ",
        { Column: 0 } => string.Create(CultureInfo.InvariantCulture, $"({region.Line})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"({region.Line},{region.Column},{region.EndLine},{region.EndColumn})"),
    };
}
