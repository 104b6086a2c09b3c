using System.Collections.Immutable;

namespace ScriptRules.Rules;

/// <summary>A rule silenced in one place, with a reason and a last day.</summary>
public sealed record Suppression
{
    /// <summary>Its name in reports.</summary>
    public required string Id { get; init; }

    /// <summary>The rule whose violations do not count; null when <see cref="Source"/> says it.</summary>
    public string? Rule { get; init; }

    /// <summary>The handbook row whose violations do not count; null when <see cref="Rule"/> says it.</summary>
    public string? Source { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The last day on which it holds, at the site.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The one conversation that is meant; null for any.</summary>
    public string? Conversation { get; init; }

    /// <summary>What the turn of the violation must say, folded; null for anything.</summary>
    public string? Text { get; init; }

    /// <summary>The values of each attribute of which the conversation must have one.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Attributes { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Whether the pack has it from one that it extends.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Where it stands.</summary>
    public Place Place { get; init; }
}
