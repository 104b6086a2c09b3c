using ScriptRules.Cli.Reports;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Cli.Checking;

/// <summary>Checks items one after the other, hands on the reports, and counts what was and was not checked.</summary>
internal sealed class CheckRun(Checker checker, ICheckReportWriter writer, TextWriter error, bool isVerbose)
{
    private readonly CheckTally _tally = new(checker.Pack);

    /// <summary>What of the items counts; all unless set.</summary>
    internal CheckScope Scope { get; init; } = new();

    internal CheckTally Run(IEnumerable<ReadResult> items)
    {
        var marked = Scope.Changes is { } changes ? changes.Mark(items) : items.Select(i => (i, true));
        var found = Checked(marked);
        foreach (var item in Scope.Baseline is { } baseline ? baseline.Apply(found) : found)
        {
            if (!item.Counts) continue;
            _tally.Add(item.Report, item.Conversation);
            writer.Write(item);
        }

        _tally.IsUnchanged = Scope.Changes is not null && _tally is { Conversations: 0, Unreadable: 0 };
        _tally.Gone = Scope.Baseline is null ? [] : [.. Scope.Baseline.Gone];
        _tally.StaleFails = Scope.StaleFails && _tally.Gone.Count > 0;
        _tally.Missed = !_tally.IsUnchanged && Scope.Required.Any(r => !_tally.IsEvaluated(r.Id));
        writer.Finish(_tally);
        foreach (var note in Notes()) error.WriteLine(note);
        return _tally;
    }

    /// <summary>The items with their reports. What does not count is checked all the same when a baseline must know what is left of it.</summary>
    private IEnumerable<CheckedItem> Checked(IEnumerable<(ReadResult Item, bool Counts)> items)
    {
        var ahead = new CheckAhead(i => Check(i.Conversation!, i.Origin));
        foreach (var (item, counts, done) in ahead.Of(items.Select(i => (i.Item, i.Counts, i.Item.Conversation is not null && (i.Counts || Scope.Baseline is not null)))))
        {
            Scope.Baseline?.See(item);
            if (counts)
            {
                _tally.Add(item);
                Say(item);
            }

            if (done is not { } report || item.Conversation is not { } conversation) continue;
            // A report without a name could not be told from the next.
            if (report.Id.Length == 0) report = report with { Id = $"{item.Origin.Path}:{item.Origin.Line}" };
            yield return new CheckedItem(item.Origin, conversation, report) { Counts = counts };
        }
    }

    private IEnumerable<string> Notes()
    {
        foreach (var note in SuppressionNotes.Of(checker.Pack.Suppressions, _tally)) yield return note;
        if (Scope.Baseline is { } baseline)
        {
            foreach (var note in baseline.Notes(checker.Pack, isVerbose)) yield return note;
        }

        if (writer.IsForPrograms && _tally.NotRead.Count > 0) yield return $"scriptrules: {Count(_tally.NotRead.Count, "file")} not read, because of the ending, a dot in front, or because no line of script is in it";
        if (_tally.IsUnchanged) yield return $"scriptrules: nothing {(Scope.Deleted.Count > 0 ? "else " : "")}changed since {Scope.Revision}";
        else if (_tally.Conversations == 0) yield return "scriptrules: nothing was checked: there is no conversation";
        else if (_tally.Undecided == _tally.Conversations) yield return "scriptrules: nothing was checked: no rule could be decided";
        if (!_tally.Missed) yield break;
        foreach (var rule in Scope.Required.Where(r => !_tally.IsEvaluated(r.Id)))
            yield return $"{rule.Place}: error: rule \"{rule.Id}\" was to be evaluated, and never was: {_tally.WhyNotEvaluated(rule.Id)}";
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
        foreach (var problem in item.Errors)
        {
            error.WriteLine(problem.ToString());
            writer.WriteUnread(problem);
        }

        foreach (var note in item.Notes.Where(n => isVerbose || n.Code != InputErrorCode.NotRead)) error.WriteLine(note.ToString());
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what} was" : $"{number} {what}s were";
}
