using System.Collections.Immutable;

namespace ScriptRules.Formats.Documents;

/// <summary>What a script document holds.</summary>
public sealed record ScriptDocument
{
    /// <summary>The lines of script, in the order of the document.</summary>
    public ImmutableArray<ScriptLine> Lines { get; init; } = [];

    /// <summary>What could not be read; the rest is checked all the same.</summary>
    public ImmutableArray<InputError> Errors { get; init; } = [];

    /// <summary>What the user should know besides.</summary>
    public ImmutableArray<InputNote> Notes { get; init; } = [];
}
