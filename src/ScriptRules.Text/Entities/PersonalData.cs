using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Hides personal data: 138****1234, 6222***********1234, w***@example.com.</summary>
/// <remarks>What is hidden keeps its length, so that places in the text stay what they were.</remarks>
public static class PersonalData
{
    private const int LastShown = 4; // the last four digits may be said
    private const int AddressShown = 6;

    /// <summary><paramref name="text"/> with all personal data in it masked.</summary>
    public static string Mask(string text) => Mask(text, EntityReader.Read(FoldedText.Of(text)));

    /// <summary><paramref name="text"/> with those of <paramref name="entities"/> masked that are personal.</summary>
    public static string Mask(string text, IEnumerable<EntityHit> entities)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(entities);
        char[]? masked = null;
        foreach (var entity in entities)
            if (entity.IsPersonal) Hide(entity, masked ??= text.ToCharArray());
        return masked is null ? text : new string(masked);
    }

    /// <summary>The last four digits of a number in <paramref name="text"/>; null for an e-mail or a postal address.</summary>
    public static string? Tail(string text, TextSpan span, EntityKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (kind is EntityKind.Email or EntityKind.Address) return null;
        var places = text.Take(span.End).Skip(span.Start).Where(IsPlace).TakeLast(LastShown);
        return string.Concat(places.Select(c => Digit(c) is var digit && digit >= 0 ? (char)('0' + digit) : 'X'));
    }

    private static void Hide(EntityHit entity, char[] text)
    {
        var (from, to) = (entity.Span.Start, entity.Span.End);
        switch (entity.Kind)
        {
            case EntityKind.Email:
                var at = Array.FindIndex(text, from, c => c is '@' or '＠');
                text.AsSpan(Math.Min(from + 1, at - 1)..at).Fill('*');
                break;
            case EntityKind.Address:
                text.AsSpan((from + Math.Min(AddressShown, (to - from) / 2))..to).Fill('*');
                break;
            default:
                var places = Enumerable.Range(from, to - from).Where(i => IsPlace(text[i])).ToList();
                var first = entity.Kind == EntityKind.BankCard ? 4 : places.Count > 8 ? 3 : 0;
                foreach (var i in places.Skip(first).SkipLast(LastShown)) text[i] = '*';
                break;
        }
    }

    private static bool IsPlace(char c) => Digit(c) >= 0 || FoldTable.Fold(c) == 'x';

    private static int Digit(char c) => Digits.Of(c) is var digit && digit >= 0 ? digit : Digits.Of(FoldTable.Fold(c));
}
