namespace ScriptRules.Text.Entities;

/// <summary>Reads e-mail addresses in a text as sent; full width counts too.</summary>
internal static class EmailReader
{
    private const int MostLocal = 64; // RFC 5321
    private const int MostDomain = 255;

    internal static void Read(string text, List<EntityHit> into)
    {
        for (var at = text.AsSpan().IndexOfAny('@', '＠'); at >= 0;)
        {
            var (from, to) = (at, at + 1);
            while (from > 0 && at - from < MostLocal && IsLocal(Narrow(text[from - 1]))) from--;
            while (to < text.Length && to - at < MostDomain && IsDomain(Narrow(text[to]))) to++;
            while (to > at + 1 && Narrow(text[to - 1]) is '.' or '-') to--;
            var domain = text.AsSpan((at + 1)..to);
            var dot = domain.LastIndexOfAny('.', '．');
            if (from < at && dot > 0 && domain.Length - dot > 2 && char.IsAsciiLetter(Narrow(domain[^1])))
                into.Add(new EntityHit(EntityKind.Email, new TextSpan(from, to), NumberReader.Key(text.AsSpan(from..to))));
            var next = text.AsSpan(at + 1).IndexOfAny('@', '＠');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%';

    private static bool IsDomain(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-';

    private static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
}
