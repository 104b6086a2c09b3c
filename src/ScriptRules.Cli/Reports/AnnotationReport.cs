using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>A format that is a list of annotations. What could not be read or judged is one of them, so that it is not taken for clean.</summary>
internal abstract class AnnotationReport(ReportContext context) : ICheckReportWriter
{
    public bool IsForPrograms => true;

    /// <summary>What the run is reported with.</summary>
    protected ReportContext Context { get; } = context;

    public void Write(CheckedItem item)
    {
        foreach (var violation in item.Report.Violations) Write(Annotation.OfViolation(item, violation, Context.Words));
        if (item.Report.Verdict == Verdict.NotEvaluable) Write(Annotation.OfUndecided(item));
    }

    public void WriteUnread(InputError error) => Write(Annotation.OfUnread(error));

    public virtual void Flush()
    {
    }

    public abstract void Finish(CheckTally tally);

    /// <summary>Takes the next annotation, in the order of the input.</summary>
    protected abstract void Write(Annotation annotation);
}
