using ScriptRules.Cli.Checking;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes the reports of one run in one format.</summary>
internal interface ICheckReportWriter
{
    /// <summary>Whether people do not read it, so that what they must know is told on standard error.</summary>
    bool IsForPrograms { get; }

    void Write(CheckedItem item);

    /// <summary>Tells what could not be read. People are told on standard error, in every format.</summary>
    void WriteUnread(InputError error)
    {
    }

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
    /// <summary>Where a place in a turn stands in the input.</summary>
    internal SourceRegion RegionOf(int turn, TextSpan span) => Origin.RegionOf(turn, span, Conversation.Turns.Length);

    /// <summary>The line of script that was checked; null when it is none, or when <paramref name="turn"/> is what the customer says before it.</summary>
    internal ScriptLine? ScriptOf(int turn) => turn == Conversation.Turns.Length ? Origin.Script : null;

    /// <summary>Whether it is part of what was asked for; else it is only looked at for what a baseline must know, and no report shows it.</summary>
    internal bool Counts { get; init; } = true;
}
