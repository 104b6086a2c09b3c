using System.Collections.Immutable;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Fixing;

/// <summary>Mends one line: takes a suggestion, checks the line again, and goes on while there is another to take.</summary>
/// <param name="check">Checks a draft, with the suppressions beside it, and makes suggestions.</param>
/// <param name="scripts">How blanks are read.</param>
/// <param name="withConsent">Whether suggestions that need a person's consent have it.</param>
internal sealed class LineFixer(Func<Conversation, ImmutableArray<Suppression>, CheckReport> check, ScriptOptions scripts, bool withConsent)
{
    private const int RoundsAtMost = 10;

    /// <param name="item">A line of script, or a draft without turns before it.</param>
    internal FixedLine Fix(ReadResult item)
    {
        var script = item.Origin.Script;
        var written = script?.Written ?? item.Conversation!.Draft!.Text;
        var text = script?.Text ?? new FilledText(written, []);
        var before = Check(item, text);
        var line = new FixedLine(item, written, text, before) { Before = before, NowWritten = written };
        var seen = new HashSet<string>(StringComparer.Ordinal) { written };
        while (Next(line) is { } next)
        {
            if (!seen.Add(next.NowWritten) || next.Rules.Length > RoundsAtMost) return Fight(item, written, text, before, next.Rules);
            line = next with { Report = Check(item, next.Now) };
        }

        return line with { Left = [.. line.Report.Violations.Select(v => Reason(v, line))] };
    }

    private CheckReport Check(ReadResult item, FilledText text) =>
        check(item.Conversation! with { Draft = item.Conversation!.Draft! with { Text = text.Text } }, item.Origin.Script?.Suppressions ?? []);

    /// <summary>The line with the first suggestion taken that may be; null when there is none.</summary>
    private FixedLine? Next(FixedLine line)
    {
        foreach (var violation in line.Report.Violations)
        {
            foreach (var suggestion in violation.Suggestions.Where(s => MayTake(s.Applicability)))
                if (Taken(line, violation, suggestion) is { } next) return next;
        }

        return null;
    }

    private bool MayTake(Applicability applicability) => applicability == Applicability.Automatic || (withConsent && applicability == Applicability.Confirm);

    /// <summary>The line with a suggestion taken; null when it is for another turn, or cannot be carried over to what is written.</summary>
    private FixedLine? Taken(FixedLine line, Violation violation, Suggestion suggestion)
    {
        if (violation.Turn != line.Item.Conversation!.Turns.Length || Applied(line.Now.Text, suggestion.Edits) != suggestion.Text) return null;
        var edits = ImmutableArray.CreateBuilder<Edit>(suggestion.Edits.Length);
        foreach (var edit in suggestion.Edits)
        {
            if (line.Now.ToWritten(edit, line.NowWritten) is not { } mapped) return null;
            edits.Add(mapped);
        }

        var made = edits.MoveToImmutable();
        var written = Applied(line.NowWritten, made);
        var text = line.Item.Origin.Script is null ? new FilledText(written, []) : FilledText.Of(written, scripts);
        // What was checked is what an agent will read: the new words neither make a blank nor spoil one.
        if (text.Text != suggestion.Text || written == line.NowWritten) return null;
        return line with { NowWritten = written, Now = text, Rules = line.Rules.Add(violation.Rule), Edits = line.IsChanged ? [Between(line.Written, written)] : made };
    }

    private (Violation, LeftBecause, string) Reason(Violation violation, FixedLine line)
    {
        if (violation.Turn != line.Item.Conversation!.Turns.Length || violation.Suggestions.IsEmpty) return (violation, LeftBecause.NoSuggestion, violation.NoSuggestion ?? "");
        if (violation.Suggestions.Any(s => MayTake(s.Applicability))) return (violation, LeftBecause.TouchesBlank, "");
        return (violation, violation.Suggestions[0].Applicability == Applicability.Confirm ? LeftBecause.NeedsConsent : LeftBecause.NeedsFilling, violation.Suggestions[0].Text);
    }

    private static FixedLine Fight(ReadResult item, string written, FilledText text, CheckReport before, ImmutableArray<string> rules)
    {
        var both = string.Join(", ", rules[^2..].Distinct(StringComparer.Ordinal));
        return new FixedLine(item, written, text, before) { Before = before, NowWritten = written, Left = [.. before.Violations.Select(v => (v, LeftBecause.Fight, both))] };
    }

    private static string Applied(string text, ImmutableArray<Edit> edits)
    {
        for (var i = edits.Length - 1; i >= 0; i--) text = string.Concat(text.AsSpan(0, edits[i].Span.Start), edits[i].Replacement, text.AsSpan(edits[i].Span.End));
        return text;
    }

    /// <summary>The one edit between two texts, which leaves what they begin and end with; never through the middle of a character.</summary>
    private static Edit Between(string old, string now)
    {
        var front = old.AsSpan().CommonPrefixLength(now);
        if (front > 0 && char.IsHighSurrogate(old[front - 1])) front--;
        var back = 0;
        while (back < old.Length - front && back < now.Length - front && old[^(back + 1)] == now[^(back + 1)]) back++;
        if (back > 0 && char.IsLowSurrogate(old[^back])) back--;
        return new Edit(new TextSpan(front, old.Length - back), now[front..^back]);
    }
}
