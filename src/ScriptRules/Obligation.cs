using System.Collections.Immutable;
using ScriptRules.Text;

namespace ScriptRules;

/// <summary>What the agent owes in a conversation that goes on: an answer to thanks, an apology, the mending of a refusal.</summary>
public sealed record Obligation
{
    /// <summary>The id of the rule that is broken if nothing comes.</summary>
    public required string Rule { get; init; }

    /// <summary>The handbook rows that ask for it.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The index of the turn that calls for it.</summary>
    public int Turn { get; init; }

    /// <summary>The words in that turn.</summary>
    public TextSpan Span { get; init; }

    /// <summary>The words at <see cref="Span"/>, as sent.</summary>
    public string Text { get; init; } = "";

    /// <summary>What is owed, for the agent.</summary>
    public string Message { get; init; } = "";

    /// <summary>By which reply, counted from now: 1 is the agent's present or next one; 0: before the contact ends.</summary>
    public int Replies { get; init; }
}
