using ScriptRules.Baselines;
using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Reports;

namespace ScriptRules.Cli.Baselines;

/// <summary>Takes the place of a report, and gathers what a new baseline accepts; nothing, when there is no builder.</summary>
internal sealed class BaselineRecorder(BaselineFile file, BaselineBuilder? builder) : ICheckReportWriter
{
    /// <summary>The baseline to write.</summary>
    internal BaselineFile File => file;

    public bool IsForPrograms => true;

    public void Write(CheckedItem item) => builder?.Add(file.PathOf(item.Origin.Path)!, item.Report, item.Conversation, v => BaselineCheck.LineOf(item, v));

    public void Flush()
    {
    }

    public void Finish(CheckTally tally)
    {
    }
}
