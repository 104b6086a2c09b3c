using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;
using ScriptRules.Text;

namespace ScriptRules.Rules;

/// <summary>The conversations that a rule is for. An empty list means any.</summary>
/// <param name="Channels">A conversation whose channel is unknown is taken as a chat or a call, not as an e-mail thread.</param>
/// <param name="Direction">A conversation whose direction is unknown is taken as inbound.</param>
public sealed record AppliesWhen(ImmutableArray<Channel> Channels, Direction? Direction)
{
    /// <summary>Any conversation.</summary>
    public static AppliesWhen Always { get; } = new([], null);

    /// <summary>No conversation: the rule is disabled where it stands.</summary>
    internal static AppliesWhen Never { get; } = new([], null) { From = DateOnly.MaxValue, To = DateOnly.MinValue };

    /// <summary>The values of each attribute of which one must be there, compared ordinally.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Attributes { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The first day, at the site; null when it always was.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, at the site; null when it has no end.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether <paramref name="conversation"/> is one of them; null when it does not tell, which <see cref="Lacks"/> explains.</summary>
    /// <param name="conversation">Its day is that of the draft, or that on which it began.</param>
    /// <param name="clock">The time at the site.</param>
    public bool? Covers(Conversation conversation, SiteClock clock)
    {
        if (ReferenceEquals(this, Never) || !IsMade(conversation)) return false;
        var isKnown = true;
        foreach (var (name, values) in Attributes)
        {
            if (!conversation.Attributes.TryGetValue(name, out var value)) isKnown = false;
            else if (!values.Contains(value)) return false;
        }

        if (From is null && To is null) return isKnown ? true : null;
        if (Day(conversation, clock) is not { } day) return null;
        return day < From || day > To ? false : isKnown ? true : null;
    }

    /// <summary>What <paramref name="conversation"/> does not tell.</summary>
    public string Lacks(Conversation conversation)
    {
        foreach (var name in Attributes.Keys.Order(StringComparer.Ordinal))
            if (!conversation.Attributes.ContainsKey(name)) return $"the attribute \"{name}\" is not known";
        return "no clock: the conversation does not say when it began";
    }

    /// <summary>The day at the site on which the draft would be sent or the conversation began; null without a clock.</summary>
    internal static DateOnly? Day(Conversation conversation, SiteClock clock) =>
        (conversation.Draft?.At ?? conversation.StartedAt) is { } moment ? clock.At(moment).Day : null;

    private bool IsMade(Conversation conversation)
    {
        if (Direction is { } direction && (conversation.Direction ?? Text.Direction.Inbound) != direction) return false;
        if (Channels.IsEmpty) return true;
        return conversation.Channel is { } channel
            ? Channels.Contains(channel)
            : Channels.Contains(Channel.Chat) || Channels.Contains(Channel.Voice);
    }
}
