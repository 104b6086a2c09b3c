using System.Collections.Immutable;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Fixing;

/// <summary>A line of script, or a draft, with what is to change in it.</summary>
/// <param name="Item">As it was read.</param>
/// <param name="Written">As it stands in the file.</param>
/// <param name="Now">As it is to stand there; the same when nothing changes.</param>
/// <param name="Report">Of the line as it is to stand.</param>
internal sealed record FixedLine(ReadResult Item, string Written, FilledText Now, CheckReport Report)
{
    /// <summary>Of the line as it stands.</summary>
    internal required CheckReport Before { get; init; }

    /// <summary>What makes <see cref="NowWritten"/> of <see cref="Written"/>; empty when nothing changes.</summary>
    internal ImmutableArray<Edit> Edits { get; init; } = [];

    /// <summary>With its blanks as the house writes them.</summary>
    internal required string NowWritten { get; init; }

    /// <summary>The rules whose suggestions were taken, in order.</summary>
    internal ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>The violations that stay, each with the reason.</summary>
    internal ImmutableArray<(Violation Violation, LeftBecause Why, string Detail)> Left { get; init; } = [];

    internal bool IsChanged => !Edits.IsEmpty;

    /// <summary>The line left as it is, since the file cannot hold the new one.</summary>
    internal FixedLine Kept(string why) => this with
    {
        NowWritten = Written,
        Edits = [],
        Rules = [],
        Report = Before,
        Left = [.. Before.Violations.Select(v => (v, Rules.Contains(v.Rule) ? LeftBecause.Unwritable : LeftBecause.NotTaken, why))],
    };
}

/// <summary>Why a violation was not mended.</summary>
internal enum LeftBecause
{
    /// <summary>The rewrite changes what is promised or stated.</summary>
    NeedsConsent,

    /// <summary>The rewrite has blanks that a person fills.</summary>
    NeedsFilling,

    /// <summary>The rewrite would cut or drop a blank of the line.</summary>
    TouchesBlank,

    /// <summary>There is no rewrite.</summary>
    NoSuggestion,

    /// <summary>The file cannot hold the rewrite.</summary>
    Unwritable,

    /// <summary>Another rewrite of the same line could not be written.</summary>
    NotTaken,

    /// <summary>Two rules undo what the other asks for.</summary>
    Fight,
}
