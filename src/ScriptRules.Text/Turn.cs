using System.Collections.Immutable;

namespace ScriptRules.Text;

/// <summary>What one speaker said or sent at one go.</summary>
/// <param name="Speaker">Who said it.</param>
/// <param name="Text">The words as sent; spans count its UTF-16 units.</param>
/// <param name="Start">When the speaker began, from the start of the conversation; null when unknown.</param>
/// <param name="End">When the speaker stopped, from the start of the conversation; null when unknown.</param>
public sealed record Turn(SpeakerRole Speaker, string Text, TimeSpan? Start = null, TimeSpan? End = null)
{
    /// <summary>When its words were spoken, in order; empty when unknown.</summary>
    public ImmutableArray<Word> Words { get; init; } = [];
}

/// <summary>When a word of a turn was spoken, from the start of the conversation.</summary>
/// <param name="Text">The word as it stands in the turn; null for one character of it, punctuation aside.</param>
/// <param name="Start">When it began.</param>
/// <param name="End">When it was over.</param>
public sealed record Word(string? Text, TimeSpan Start, TimeSpan End);

/// <summary>The part that a speaker has in a contact.</summary>
public enum SpeakerRole
{
    /// <summary>The person who serves. Rules are about what the agent says.</summary>
    Agent,

    /// <summary>The person who is served.</summary>
    Customer,

    /// <summary>An automaton on the agent's side.</summary>
    Bot,

    /// <summary>A notice of the platform, said by nobody.</summary>
    System,
}
