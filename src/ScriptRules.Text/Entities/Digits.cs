using System.Buffers;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads digits and numerals in a folded text: 13, 一三, 幺三, 二十四, 两三, 几.</summary>
internal static class Digits
{
    private const string Chinese = "零一二三四五六七八九";

    // 幺 folds to 么, which is a word of its own.
    private const char Yao = '幺';

    /// <summary>What a digit can fold to.</summary>
    internal static readonly SearchValues<char> All = SearchValues.Create("0123456789零〇一二三四五六七八九" + FoldTable.Fold(Yao));

    /// <summary>The digit that <paramref name="c"/> is; −1 for none.</summary>
    internal static int Of(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '〇' => 0,
        Yao => 1,
        _ => Chinese.IndexOf(c, StringComparison.Ordinal),
    };

    /// <summary>The digit at folded <paramref name="at"/>; −1 for none.</summary>
    internal static int At(FoldedText text, int at) => Of(text.Chars[at]) is var digit && digit >= 0 ? digit : text.Source[text.SourceStart(at)] == Yao ? 1 : -1;

    /// <summary>Reads the number at <paramref name="at"/> and moves past it; −1, and stays, when there is none.</summary>
    /// <remarks>Of a span such as 3到5, 3-5 or 两三 the larger number counts; 几 counts as 3. At most four digits.</remarks>
    internal static int Number(FoldedText text, ref int at)
    {
        var value = One(text, ref at);
        if (value < 0 || at >= text.Length) return value;
        var next = at;
        if (text.Chars[at] is '到' or '至') next++;
        else if (!IsDash(text, at)) return value;
        return One(text, ref next) is var upper && upper > value ? Take(upper, next, out at) : value;
    }

    private static int Take(int value, int next, out int at)
    {
        at = next;
        return value;
    }

    /// <summary>Whether a dash alone stands before folded character <paramref name="at"/>: 3-5.</summary>
    private static bool IsDash(FoldedText text, int at)
    {
        var between = text.Source.AsSpan(text.SourceEnd(at - 1)..text.SourceStart(at));
        return between is "-" or "~" or "～" or "—" or "–";
    }

    private static int One(FoldedText text, ref int at)
    {
        if (at >= text.Length) return -1;
        return char.IsAsciiDigit(text.Chars[at]) ? Written(text, ref at) : Spoken(text, ref at);
    }

    private static int Written(FoldedText text, ref int at)
    {
        var (value, from) = (0, at);
        while (at < text.Length && char.IsAsciiDigit(text.Chars[at]) && at - from < 4 && (at == from || Touch(text, at))) value = (value * 10) + Of(text.Chars[at++]);
        return value;
    }

    internal static bool Touch(FoldedText text, int at) => text.SourceEnd(at - 1) == text.SourceStart(at);

    private static int Spoken(FoldedText text, ref int at)
    {
        var (total, digit, last, from) = (0, -1, -1, at);
        for (; at < text.Length && at - from < 6; at++)
        {
            var c = text.Chars[at];
            var value = c switch { '两' => 2, '几' => 3, _ => Of(c) };
            if (c == '十') (total, digit) = (total + ((digit < 0 ? 1 : digit) * 10), -1);
            else if (c == '百') (total, digit) = (total + ((digit < 0 ? 1 : digit) * 100), -1);
            else if (value < 0 || char.IsAsciiDigit(c)) break;
            else if (digit >= 0 && total == 0)
            {
                // 两三, 三五 are “about”; 二四 is read out digit by digit.
                digit = value > digit && value <= digit + (digit == 3 ? 2 : 1) ? value : (digit * 10) + value;
            }
            else digit = value;
            last = at;
        }

        return last < 0 ? -1 : total + Math.Max(0, digit);
    }
}
