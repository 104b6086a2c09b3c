using System.Collections.Immutable;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Reports;

/// <summary>A suggestion as it is shown and, where that is exact, as edits of the file.</summary>
/// <param name="Label">改写, or 建议 for a reply of its own.</param>
/// <param name="Text">The whole turn as it would read; of a line of script, with its blanks as the house writes them.</param>
/// <param name="Note">What applying it needs.</param>
/// <param name="Edits">By place; empty where the places in the file are not exact, or the file would need more than the words.</param>
internal sealed record Rewrite(string Label, string Text, string Note, ImmutableArray<SourceEdit> Edits)
{
    /// <summary>The best suggestion; null when there is none.</summary>
    internal static Rewrite? Best(CheckedItem item, Violation violation) => violation.Suggestions is [var best, ..] ? Of(item, violation, best) : null;

    internal static Rewrite Of(CheckedItem item, Violation violation, Suggestion suggestion)
    {
        // Nobody answered: the suggestion is a reply of its own, and rewrites nothing.
        var turns = item.Conversation.Turns;
        var label = violation.Turn < turns.Length && turns[violation.Turn].Speaker != SpeakerRole.Agent ? "建议" : "改写";
        var note = Wordings.Of(suggestion.Applicability);
        if (item.ScriptOf(violation.Turn) is not { } line) return new Rewrite(label, suggestion.Text, note, []);
        var edits = suggestion.Edits.Select(e => line.Text.ToWritten(e, line.Written)).ToList();
        if (edits.Contains(null)) return new Rewrite(label, suggestion.Text, note, []);
        return new Rewrite(label, Apply(line.Written, edits!), note, InSource(item.Origin.Path, line, edits!));
    }

    private static string Apply(string written, List<Edit> edits)
    {
        foreach (var edit in Enumerable.Reverse(edits)) written = string.Concat(written.AsSpan(0, edit.Span.Start), edit.Replacement, written.AsSpan(edit.Span.End));
        return written;
    }

    private static ImmutableArray<SourceEdit> InSource(string path, ScriptLine line, List<Edit> edits)
    {
        var special = SourceEdit.SpecialIn(path);
        var found = ImmutableArray.CreateBuilder<SourceEdit>(edits.Count);
        foreach (var edit in edits)
        {
            var (start, end) = (line.PlaceOf(edit.Span.Start), line.PlaceOf(edit.Span.End));
            var isWhole = line.SourceOf(edit.Span.End) - line.SourceOf(edit.Span.Start) == edit.Span.Length;
            if (line.Part.Length > 0 || start.Column == 0 || !isWhole || edit.Replacement.AsSpan().ContainsAny("\r\n") || edit.Replacement.AsSpan().ContainsAny(special)) return [];
            found.Add(new SourceEdit(new SourceRegion(path, "", start.Line, start.Column, end.Line, end.Column), edit.Replacement));
        }

        return found.ToImmutable();
    }
}

/// <summary>A replacement in a text file.</summary>
/// <param name="Region">What is replaced; empty for an insertion.</param>
/// <param name="Text">What comes instead.</param>
internal sealed record SourceEdit(SourceRegion Region, string Text)
{
    /// <summary>What means something of its own in a form of documents, so that it cannot simply be put there.</summary>
    internal static string SpecialIn(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or "" => "",
        ".md" or ".markdown" => "\t`|\\<>&#*_~$[]",
        _ => "\t\"'`,;:|\\/<>&#*_~=+@%!^$[](){}",
    };
}
