using System.Collections.Immutable;
using System.Globalization;

namespace ScriptRules.Text.Facts;

/// <summary>What a rule asks of the data that come with a conversation.</summary>
/// <param name="All">Comparisons that must all hold.</param>
public sealed record MetadataTest(ImmutableArray<MetadataComparison> All)
{
    /// <summary>1 when all hold, 0 when one does not, −1 when it cannot be told.</summary>
    public int Holds(Conversation conversation)
    {
        var result = 1;
        foreach (var comparison in All) result = Math.Min(Rank(result), Rank(comparison.Holds(conversation))) switch { 0 => 0, 1 => -1, _ => 1 };
        return result;
    }

    // False beats unknown, and unknown beats true.
    private static int Rank(int result) => result switch { 0 => 0, -1 => 1, _ => 2 };
}

/// <summary>A comparison of one attribute of a conversation.</summary>
/// <param name="Name"><c>channel</c>, <c>direction</c>, or a key of <see cref="Conversation.Attributes"/>.</param>
/// <param name="Is">How it compares.</param>
/// <param name="Values">With what; one value, but for <see cref="MetadataRelation.In"/> and <see cref="MetadataRelation.NotIn"/>.</param>
public sealed record MetadataComparison(string Name, MetadataRelation Is, ImmutableArray<string> Values)
{
    /// <summary>1 or 0; −1 when the attribute is not known, or is no number where numbers are compared.</summary>
    /// <remarks>As everywhere, a conversation whose direction is unknown is inbound.</remarks>
    public int Holds(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var known = Name switch
        {
            "channel" => conversation.Channel?.ToString().ToLowerInvariant(),
            "direction" => (conversation.Direction ?? Direction.Inbound).ToString().ToLowerInvariant(),
            _ => conversation.Attributes.GetValueOrDefault(Name),
        };
        if (known is null) return -1;
        return Is switch
        {
            MetadataRelation.Is or MetadataRelation.In => Bit(Values.Contains(known, StringComparer.Ordinal)),
            MetadataRelation.IsNot or MetadataRelation.NotIn => Bit(!Values.Contains(known, StringComparer.Ordinal)),
            MetadataRelation.Contains => Bit(known.Contains(Values[0], StringComparison.Ordinal)),
            _ => Number(known) is { } left && Number(Values[0]) is { } right ? Bit(Compare(left, right)) : -1,
        };
    }

    /// <summary>The value of <paramref name="text"/> as a decimal number; null when it is none.</summary>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool Compare(double left, double right) => Is switch
    {
        MetadataRelation.Less => left < right,
        MetadataRelation.AtMost => left <= right,
        MetadataRelation.More => left > right,
        _ => left >= right,
    };

    private static int Bit(bool holds) => holds ? 1 : 0;
}

/// <summary>How an attribute compares.</summary>
public enum MetadataRelation
{
    /// <summary>It is this text.</summary>
    Is,

    /// <summary>It is another text.</summary>
    IsNot,

    /// <summary>It is one of these texts.</summary>
    In,

    /// <summary>It is none of these texts.</summary>
    NotIn,

    /// <summary>This text is part of it.</summary>
    Contains,

    /// <summary>It is a smaller number.</summary>
    Less,

    /// <summary>It is no larger number.</summary>
    AtMost,

    /// <summary>It is a larger number.</summary>
    More,

    /// <summary>It is no smaller number.</summary>
    AtLeast,
}
