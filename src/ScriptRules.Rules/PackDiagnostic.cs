namespace ScriptRules.Rules;

/// <summary>What is wrong with a pack, as a violation is with a conversation.</summary>
/// <param name="Code">A stable code, such as <c>SR0102</c>; <c>docs/errors.md</c> explains each.</param>
/// <param name="Level">Whether the pack can be used all the same.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">What.</param>
/// <param name="Help">What to do about it; null when the message says it all.</param>
/// <param name="Snippet">The line at <paramref name="Place"/>; null when there is none.</param>
public sealed record PackDiagnostic(string Code, Severity Level, Place Place, string Message, string? Help = null, string? Snippet = null);

/// <summary>A place in a file of a pack.</summary>
/// <param name="File">The path as the pack was named; empty when the whole pack is meant.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">In characters, from 1.</param>
/// <param name="Length">How many characters are meant; at least 1 in a line.</param>
public readonly record struct Place(string File, int Line, int Column, int Length = 1)
{
    /// <inheritdoc/>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}

/// <summary>A pack that cannot be used.</summary>
/// <param name="diagnostics">All that is wrong with it.</param>
public sealed class PackException(IReadOnlyList<PackDiagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics.Select(d => DiagnosticText.Format(d))))
{
    /// <summary>All that is wrong with the pack, by place.</summary>
    public IReadOnlyList<PackDiagnostic> Diagnostics { get; } = diagnostics;
}
