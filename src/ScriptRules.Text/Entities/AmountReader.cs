using System.Buffers;
using System.Globalization;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads sums of money: 35元, 35.5元, 一百二十块, ￥35.</summary>
internal static class AmountReader
{
    private const int MostPlaces = 12;

    private static readonly SearchValues<char> Units = SearchValues.Create("元块");
    private static readonly SearchValues<char> Signs = SearchValues.Create("¥￥");

    internal static void Read(FoldedText text, List<EntityHit> into)
    {
        for (var at = text.Chars.IndexOfAny(Units); at >= 0; at = Next(text, at))
        {
            var from = at;
            while (from > 0 && at - from < MostPlaces && IsPart(text.Chars[from - 1])) from--;
            if (from < at) into.Add(new EntityHit(EntityKind.Amount, text.Span(from, at + 1), Fen(text, from, at)));
        }

        if (text.Source.AsSpan().IndexOfAny(Signs) < 0) return;
        for (var from = 0; from < text.Length; from++)
        {
            var start = text.SourceStart(from);
            if (start == 0 || !Signs.Contains(text.Source[start - 1]) || !char.IsAsciiDigit(text.Chars[from])) continue;
            var to = from;
            while (to < text.Length && to - from < MostPlaces && char.IsAsciiDigit(text.Chars[to])) to++;
            if (to < text.Length && Units.Contains(text.Chars[to])) continue; // taken above
            into.Add(new EntityHit(EntityKind.Amount, new TextSpan(start - 1, text.SourceEnd(to - 1)), Fen(text, from, to)));
        }
    }

    private static int Next(FoldedText text, int at)
    {
        var next = text.Chars[(at + 1)..].IndexOfAny(Units);
        return next < 0 ? -1 : at + 1 + next;
    }

    private static bool IsPart(char c) => Digits.Of(c) >= 0 || c is '十' or '百' or '千' or '万' or '两' or '几';

    private static int Fen(FoldedText text, int from, int to)
    {
        // The point of 35.5 is skipped in folding, so figures are read as sent.
        var figures = string.Concat(text.Span(from, to).Of(text.Source).Select(c => c is '.' or '．' ? '.' : FoldTable.Fold(c)).Where(c => c is not '\0'));
        if (!decimal.TryParse(figures, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)) yuan = Spoken(text.Chars[from..to]);
        return (int)Math.Min(yuan * 100, int.MaxValue);
    }

    private static long Spoken(ReadOnlySpan<char> words)
    {
        var (large, small, digit) = (0L, 0L, -1L);
        foreach (var c in words)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit > 0) (small, digit) = (small + (Math.Max(digit, unit == 10 ? 1 : 0) * unit), -1);
            else if (c == '万') (large, small, digit) = ((large + small + Math.Max(0, digit)) * 10_000, 0, -1);
            else digit = (Math.Max(0, digit) * 10) + c switch { '两' => 2, '几' => 3, _ => Digits.Of(c) };
        }

        return large + small + Math.Max(0, digit);
    }
}
