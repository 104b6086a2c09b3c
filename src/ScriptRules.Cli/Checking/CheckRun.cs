using ScriptRules.Cli.Reports;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Cli.Checking;

/// <summary>Checks items one after the other, hands on the reports, and counts what was and was not checked.</summary>
internal sealed class CheckRun(Checker checker, ICheckReportWriter writer, TextWriter error, bool isVerbose)
{
    internal CheckTally Run(IEnumerable<ReadResult> items)
    {
        var tally = new CheckTally();
        foreach (var item in items)
        {
            tally.Add(item);
            Say(item);
            if (item.Conversation is not { } conversation) continue;
            var report = Check(conversation, item.Origin);
            // A report without a name could not be told from the next.
            if (report.Id.Length == 0) report = report with { Id = $"{item.Origin.Path}:{item.Origin.Line}" };
            tally.Add(report, conversation);
            writer.Write(new CheckedItem(item.Origin, conversation, report));
        }

        writer.Finish(tally);
        foreach (var note in SuppressionNotes.Of(checker.Pack.Suppressions, tally)) error.WriteLine(note);
        if (writer.IsForPrograms && tally.NotRead.Count > 0) error.WriteLine($"scriptrules: {Count(tally.NotRead.Count, "file")} not read, because of the extension or a dot in front");
        if (tally.Conversations == 0) error.WriteLine("scriptrules: nothing was checked: there is no conversation");
        else if (tally.Undecided == tally.Conversations) error.WriteLine("scriptrules: nothing was checked: no rule could be decided");
        return tally;
    }

    private CheckReport Check(Conversation conversation, Origin origin)
    {
        try
        {
            return checker.Check(conversation, origin.Script?.Suppressions ?? []);
        }
        catch (Exception e)
        {
            // Whoever reports the fault needs the conversation that brings it out.
            throw new InvalidOperationException($"{origin.Path}:{origin.Line}: {e.Message}", e);
        }
    }

    private void Say(ReadResult item)
    {
        if (item.Errors.IsEmpty && item.Notes.IsEmpty) return;
        writer.Flush();
        foreach (var problem in item.Errors) error.WriteLine(problem.ToString());
        foreach (var note in item.Notes.Where(n => isVerbose || n.Code != InputErrorCode.NotRead)) error.WriteLine(note.ToString());
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what} was" : $"{number} {what}s were";
}
