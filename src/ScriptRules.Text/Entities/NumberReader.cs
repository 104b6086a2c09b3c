using System.Globalization;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads long numbers: telephones, identity numbers, cards, and the numbers of orders that look like them.</summary>
/// <remarks>
/// Digits may be spaced, dashed, dotted, grouped by commas as speech recognition does, in full width, or Chinese. A number is taken by its shape
/// and check digit; where the check digit fails, the words before decide, since speech recognition mishears. What is masked (138****1234) is no number.
/// </remarks>
internal static class NumberReader
{
    private const int MostGroups = 20; // read out digit by digit, with pauses
    private const int MostDigits = 19;
    private const int WordsBefore = 10;
    private const int WordsBeforeInSentence = 20;

    private static readonly string[] OrderWords =
        ["订单", "单号", "运单", "工单", "编号", "流水", "工号", "受理号", "参考号", "交易号", "序列号", "验证码", "条码", "货号", "批次", "发票号", "合同号", "保单", "商品号", "型号", "取件码", "会员号", "账单号", "识别码", "imei", "sn", "id"];

    private static readonly string[] IdentityWords = ["身份证", "证件号", "身份号码", "身份信息"];
    private static readonly string[] CardWords = ["卡号", "银行卡", "储蓄卡", "信用卡", "借记卡", "账号", "账户", "开户"];
    private static readonly string[] CardWordsAfter = ["这张卡", "那张卡", "的卡", "银行卡", "储蓄卡", "信用卡", "借记卡", "这个账户", "的账户"];
    private static readonly string[] LineWords = ["座机", "固话", "固定电话", "家里电话", "家庭电话", "单位电话", "办公电话"];

    internal static void Read(FoldedText text, List<EntityHit> into)
    {
        var groups = new List<(int From, int To)>();
        for (var at = 0; at < text.Length;)
        {
            var found = text.Chars[at..].IndexOfAny(Digits.All);
            if (found < 0) return;
            at += found;
            if (Digits.At(text, at) < 0)
            {
                at++;
                continue;
            }

            at = Groups(text, at, groups);
            for (var first = 0; first < groups.Count;) first = Take(text, groups, first, into);
        }
    }

    /// <summary>The groups of digits that begin at <paramref name="at"/> and belong together; gives where they end.</summary>
    private static int Groups(FoldedText text, int at, List<(int From, int To)> groups)
    {
        groups.Clear();
        var from = at;
        while (true)
        {
            var to = from;
            while (to < text.Length && IsDigit(text, to) && (to == from || Digits.Touch(text, to))) to++;
            groups.Add((from, to));
            if (to >= text.Length || !IsDigit(text, to) || !Joins(text.Source.AsSpan(text.SourceEnd(to - 1)..text.SourceStart(to)))) return to;
            from = to;
        }
    }

    // The last place of an identity number may be an X.
    private static bool IsDigit(FoldedText text, int at) =>
        Digits.At(text, at) >= 0 || (text.Chars[at] == 'x' && at >= 17 && Digits.At(text, at - 1) >= 0 && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text.Chars[at + 1])));

    private static bool Joins(ReadOnlySpan<char> between)
    {
        if (between.Length is 0 or > 3) return false;
        foreach (var c in between)
            if (!(c is '-' or '－' or '–' or '—' or '.' or '·' or ',' or '，' or '(' or ')' or '（' or '）' or '\u200B' || (char.IsWhiteSpace(c) && c is not '\n' and not '\r'))) return false;
        return true;
    }

    /// <summary>Takes the longest number that begins with group <paramref name="first"/>; gives the group to go on with.</summary>
    private static int Take(FoldedText text, List<(int From, int To)> groups, int first, List<EntityHit> into)
    {
        for (var last = Math.Min(groups.Count, first + MostGroups) - 1; last >= first; last--)
        {
            var (from, to) = (groups[first].From, groups[last].To);
            var count = to - from;
            if (count is < 7 or > MostDigits) continue;
            Span<char> digits = stackalloc char[count];
            for (var i = 0; i < count; i++) digits[i] = Digits.At(text, from + i) is var d && d >= 0 ? (char)('0' + d) : 'x';
            if (Kind(text, from, to, digits, IsOdd(groups, first, last)) is not { } kind) continue;
            into.Add(new EntityHit(kind, text.Span(from, to), Key(digits)));
            return last + 1;
        }

        return first + 1;
    }

    /// <summary>How the digits are grouped: as a number is read out, or as a list of small ones.</summary>
    private static bool IsOdd(List<(int From, int To)> groups, int first, int last)
    {
        if (groups[first].To - groups[first].From >= 3) return false;
        for (var i = first; i <= last; i++)
            if (groups[i].To - groups[i].From > 1) return first < last;
        return false;
    }

    private static EntityKind? Kind(FoldedText text, int from, int to, ReadOnlySpan<char> digits, bool isOdd)
    {
        var before = text.Chars[Math.Max(text.ClauseStart(from), from - WordsBefore)..from];
        if (IsGlued(text, from, to) || Ends(before, OrderWords)) return !isOdd ? EntityKind.OrderNumber : null;
        if (IsIdentity(digits, Ends(before, IdentityWords) || Announced(text, from, IdentityWords))) return EntityKind.IdentityNumber;
        if (digits.Contains('x')) return null;
        var isCard = Ends(before, CardWords) || Begins(text.Chars[to..], CardWordsAfter) || Announced(text, from, CardWords);
        if (isOdd && !isCard) return IsLandline(digits) && text.Chars[from] == '0' ? EntityKind.Landline : null;
        if (IsMobile(digits)) return EntityKind.Mobile;
        if (digits.Length >= 13 && (isCard || (digits.Length >= 15 && HasCardPrefix(digits) && Luhn(digits)))) return EntityKind.BankCard;
        if (IsLandline(digits) || (digits.Length is 7 or 8 && Ends(before, LineWords))) return EntityKind.Landline;
        return null;
    }

    /// <summary>Whether an earlier clause of the sentence says what is coming, 卡号我给您念一下，6217…, and no order is spoken of.</summary>
    private static bool Announced(FoldedText text, int from, string[] words)
    {
        var before = text.Chars[Math.Max(text.SentenceStart(from), from - WordsBeforeInSentence)..from];
        return Ends(before, words) && !Ends(before, OrderWords);
    }

    /// <summary>Whether the number is part of a longer word: SF1381234567890, ?id=13812345678, 1000000元.</summary>
    private static bool IsGlued(FoldedText text, int from, int to)
    {
        if (from > 0 && Digits.Touch(text, from) && char.IsAsciiLetter(text.Chars[from - 1])) return true;
        if (to < text.Length && Digits.Touch(text, to) && char.IsAsciiLetter(text.Chars[to])) return true;
        var start = text.SourceStart(from);
        return start > 0 && text.Source[start - 1] is '/' or '=' or '#' or '@' or '_';
    }

    private static bool Ends(ReadOnlySpan<char> before, string[] words)
    {
        foreach (var word in words)
            if (before.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        return false;
    }

    private static bool Begins(ReadOnlySpan<char> after, string[] words)
    {
        foreach (var word in words)
            if (after.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsMobile(ReadOnlySpan<char> digits)
    {
        var own = digits.Length switch { 11 => digits, 13 when digits.StartsWith("86", StringComparison.Ordinal) => digits[2..], 15 when digits.StartsWith("0086", StringComparison.Ordinal) => digits[4..], _ => [] };
        return own is ['1', >= '3' and <= '9', ..];
    }

    private static bool IsLandline(ReadOnlySpan<char> digits) => digits switch
    {
        ['0', '1', '0', not '0', ..] or ['0', '2', >= '0' and <= '9', not '0', ..] => digits.Length is 10 or 11,
        ['0', >= '3' and <= '9', _, _, not '0', ..] => digits.Length is 11 or 12,
        _ => false,
    };

    private static bool IsIdentity(ReadOnlySpan<char> digits, bool isNamed)
    {
        if (digits.Length is not (15 or 18) || digits[..^1].Contains('x') || digits[0] is not (>= '1' and <= '8') || digits[1] > '6') return false;
        var birthday = digits.Length == 18 ? digits[6..14].ToString() : "19" + digits[6..12].ToString();
        if (!DateTime.TryParseExact(birthday, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born.Year is < 1900 or > 2099) return false;
        return isNamed || digits.Length == 15 || digits[17] == CheckDigit(digits);
    }

    /// <summary>The last place of an identity number, by GB 11643 (ISO 7064, MOD 11-2).</summary>
    private static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var rest = 0;
        for (var i = 0; i < 17; i++) rest = (rest + (digits[i] - '0')) * 2 % 11;
        var check = (12 - rest) % 11;
        return check == 10 ? 'x' : (char)('0' + check);
    }

    /// <summary>UnionPay, Visa, Mastercard, JCB, American Express and Diners begin so.</summary>
    private static bool HasCardPrefix(ReadOnlySpan<char> digits) => digits is ['6', '2' or '0' or '5', ..] or ['4', ..] or ['5', >= '1' and <= '5', ..] or ['3', '5' or '7' or '4' or '6' or '8', ..] or ['9', ..];

    private static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>The same for the same digits; FNV-1a, so that it does not differ from run to run.</summary>
    internal static int Key(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return (int)(hash & int.MaxValue);
    }
}
