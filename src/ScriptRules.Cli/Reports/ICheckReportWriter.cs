using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes the reports of one run in one format.</summary>
internal interface ICheckReportWriter
{
    /// <summary>Whether people do not read it, so that what they must know is told on standard error.</summary>
    bool IsForPrograms { get; }

    void Write(CheckedItem item);

    /// <summary>Sends what is held back, so that messages on standard error come in their place.</summary>
    void Flush();

    /// <summary>Ends the report.</summary>
    void Finish(CheckTally tally);
}

/// <summary>A conversation or draft with what became of it.</summary>
/// <param name="Origin">Where it was read.</param>
/// <param name="Conversation">What was checked.</param>
/// <param name="Report">
/// What became of it; its id is never empty. With a baseline every violation tells its <see cref="Rules.Violation.BaselineState"/>, and those accepted are in <see cref="CheckReport.Accepted"/>.
/// </param>
internal sealed record CheckedItem(Origin Origin, Conversation Conversation, CheckReport Report)
{
    /// <summary>Whether it is part of what was asked for; else it is only looked at for what a baseline must know, and no report shows it.</summary>
    internal bool Counts { get; init; } = true;
}
