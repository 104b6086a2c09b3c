using System.Buffers;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads the times by which something is to be done: 24小时内, 三到五个工作日, 明天上午十点前, 周五前, 下班前.</summary>
/// <remarks>尽快, 马上 and 第一时间 name no time. What is past (三天前, 等了两天) or lasts (7天无理由, 24小时客服) is none.</remarks>
internal static class DeadlineReader
{
    private const int Hour = 60;
    private const int EndOfWork = 18 * Hour;

    private static readonly SearchValues<char> Begins = SearchValues.Create("0123456789零〇一二三四五六七八九十两几半今当本明后大周星礼下上中早傍晚夜凌月这");

    private static readonly (string Word, int Minutes)[] Units =
        [("个工作日", Deadline.Day), ("工作日", Deadline.Day), ("个小时", Hour), ("小时", Hour), ("个钟头", Hour), ("钟头", Hour), ("个钟", Hour), ("分钟", 1), ("刻钟", 15),
         ("个星期", 7 * Deadline.Day), ("星期", 7 * Deadline.Day), ("个礼拜", 7 * Deadline.Day), ("礼拜", 7 * Deadline.Day), ("周", 7 * Deadline.Day), ("个月", 30 * Deadline.Day), ("天", Deadline.Day), ("日", Deadline.Day)];

    private static readonly (string Word, int Days)[] Days =
        [("今天", 0), ("今日", 0), ("今儿", 0), ("当天", 0), ("当日", 0), ("本日", 0), ("明天", 1), ("明日", 1), ("明儿", 1), ("大后天", 3), ("后天", 2), ("后日", 2)];

    private static readonly (string Word, int Days, int From, int To)[] DayParts =
        [("今早", 0, 0, 12 * Hour), ("今晚", 0, EndOfWork, Deadline.Day), ("明早", 1, 8 * Hour, 12 * Hour), ("明晚", 1, EndOfWork, Deadline.Day)];

    private static readonly (string Word, int From, int To)[] Parts =
        [("早上", 8 * Hour, 12 * Hour), ("上午", 8 * Hour, 12 * Hour), ("中午", 11 * Hour, 14 * Hour), ("下午", 12 * Hour, EndOfWork), ("傍晚", 17 * Hour, 19 * Hour), ("晚上", EndOfWork, Deadline.Day), ("夜里", 20 * Hour, Deadline.Day), ("凌晨", 0, 6 * Hour)];

    private static readonly string[] Weeks = ["星期", "礼拜", "周"];
    private static readonly string[] Before = ["之前", "以前", "前"];
    private static readonly string[] Within = ["之内", "以内", "内"];
    private static readonly string[] By = [.. Before, .. Within];
    private static readonly string[] After = ["之后", "以后", "后", "左右", "上下", "里"];
    private static readonly string[] Lasting = ["无理由", "质保", "保修", "保价", "保", "营业", "服务", "在线", "客服", "热线", "自助", "有效", "免费", "了", "的", "没", "一直", "前", "之前", "以前", "未"];
    private static readonly string[] Past = ["已经", "已", "等了", "过去", "最近", "近", "超过", "花了", "用了", "都", "过了", "这", "每", "满", "前"];
    private static readonly string[] NoDay = ["好", "快乐", "您", "你", "我们收", "咨询", "来电", "收到", "的", "已"];

    internal static void Read(FoldedText text, List<EntityHit> into)
    {
        for (var at = 0; at < text.Length;)
        {
            var found = text.Chars[at..].IndexOfAny(Begins);
            if (found < 0) return;
            at += found;
            var (next, end) = (at, at);
            if (Length(text, ref next) is { } length) Add(EntityKind.Deadline, length, ref at, next, text, into);
            else if (Calendar(text, ref end, out var isNamed) is { } day) Add(isNamed ? EntityKind.Deadline : EntityKind.Day, day, ref at, end, text, into);
            else at++;
        }
    }

    private static void Add(EntityKind kind, Deadline time, ref int at, int next, FoldedText text, List<EntityHit> into)
    {
        into.Add(new EntityHit(kind, text.Span(at, next), 0, time));
        at = next;
    }

    /// <summary>A length of time; moves past it.</summary>
    private static Deadline? Length(FoldedText text, ref int at)
    {
        var from = at;
        var isHalf = Skip(text, ref at, "半");
        var number = isHalf ? 0 : Digits.Number(text, ref at);
        if (!isHalf && number <= 0) return null;
        var halves = isHalf || (Skip(text, ref at, "个半") || Skip(text, ref at, "半")) ? 1 : 0;
        if (!isHalf && !Skip(text, ref at, "个多")) _ = Skip(text, ref at, "多");
        foreach (var (word, minutes) in Units)
        {
            if (!Skip(text, ref at, word)) continue;
            if (word == "日" && !StartsWith(text, at, Within)) return null; // 15日 is a date
            if (word is "天" or "小时" or "个小时" && Skip(text, ref at, "半")) halves++;
            return Finish(text, from, ref at, ((long)number * minutes) + (halves * minutes / 2));
        }

        return null;
    }

    private static Deadline? Finish(FoldedText text, int from, ref int at, long minutes)
    {
        if (minutes is <= 0 or > 1000 * Deadline.Day || EndsWith(text, from, Past)) return null;
        var isEnd = SkipAny(text, ref at, Within) || SkipAny(text, ref at, After);
        return !isEnd && StartsWith(text, at, Lasting) ? null : new Deadline(DeadlineForm.Duration, (int)minutes, IsBy: true);
    }

    /// <summary>A day, a part of it or a time of day; moves past it.</summary>
    /// <param name="isNamed">Whether it is a deadline wherever it stands; a bare day may tell when something happened.</param>
    private static Deadline? Calendar(FoldedText text, ref int at, out bool isNamed)
    {
        isNamed = false;
        var day = DayOf(text, ref at);
        var hasPart = Part(text, ref at, out var from, out var to);
        if (day is { From: > 0 } or { To: < Deadline.Day }) (from, to) = hasPart ? (from, to) : (day.From, day.To);
        var isLate = (hasPart && from >= 12 * Hour) || day is { From: >= EndOfWork };
        var hasHour = TimeOfDay(text, ref at, isLate, out var minute);
        if (hasHour) (from, to) = (minute, minute);
        else if (Skip(text, ref at, "下班")) (from, to, hasHour) = (EndOfWork, EndOfWork, true);
        else if (day is null && !hasPart) return null;

        var isBy = SkipAny(text, ref at, By);
        var isAbout = !isBy && Skip(text, ref at, "左右");
        isNamed = isBy || isAbout || (day is not null && (hasPart || hasHour)) || (hasPart && hasHour) || day is { IsBy: true } or { Form: DeadlineForm.Weekday };
        // 12号 and 一点 alone are mostly no times.
        if (!isNamed && (StartsWith(text, at, NoDay) || day is { Form: DeadlineForm.Date, Shift: 0 } || (day is null && text.Chars[at - 1] == '点' && text.Chars[at - 2] == '一'))) return null;
        var found = day ?? new Deadline(DeadlineForm.Days, 0);
        return found with { From = from, To = found.To > Deadline.Day ? found.To : to, IsBy = isBy || hasHour || found.IsBy };
    }

    private static Deadline? DayOf(FoldedText text, ref int at)
    {
        foreach (var (word, days) in Days)
            if (Skip(text, ref at, word)) return new Deadline(DeadlineForm.Days, days);
        foreach (var (word, days, from, to) in DayParts)
            if (Skip(text, ref at, word)) return new Deadline(DeadlineForm.Days, days, From: from, To: to);
        if (Skip(text, ref at, "本月底") || Skip(text, ref at, "这个月底") || Skip(text, ref at, "月底")) return new Deadline(DeadlineForm.MonthEnd, 0, IsBy: true);
        if (Skip(text, ref at, "下个月底") || Skip(text, ref at, "下月底")) return new Deadline(DeadlineForm.MonthEnd, 1, IsBy: true);
        return Week(text, ref at) ?? Date(text, ref at);
    }

    private static Deadline? Week(FoldedText text, ref int at)
    {
        var next = at;
        var shift = Skip(text, ref next, "下个") || Skip(text, ref next, "下") ? 1 : Skip(text, ref next, "这个") || Skip(text, ref next, "这") || Skip(text, ref next, "本") ? 0 : -1;
        if (!SkipAny(text, ref next, Weeks)) return null;
        var day = next < text.Length ? "一二三四五六日".IndexOf(text.Chars[next], StringComparison.Ordinal) + 1 : 0;
        if (day == 0 && next < text.Length && text.Chars[next] is '天' or '末') day = text.Chars[next] == '天' ? 7 : 6;
        if (day > 0) next++;
        else if (shift < 0) return null;
        at = next;
        // A week without a day: by its end.
        return day > 0 ? new Deadline(DeadlineForm.Weekday, day, shift) : new Deadline(DeadlineForm.Weekday, 1, shift, To: 7 * Deadline.Day);
    }

    private static Deadline? Date(FoldedText text, ref int at)
    {
        var next = at;
        var number = Digits.Number(text, ref next);
        if (number is < 1 or > 31 || next >= text.Length) return null;
        var month = 0;
        if (text.Chars[next] == '月' && number <= 12)
        {
            month = number;
            next++;
            number = Digits.Number(text, ref next);
            if (number is < 1 or > 31 || next >= text.Length) return null;
        }

        if (text.Chars[next] is not ('号' or '日') || StartsWith(text, next + 1, ["楼", "线", "店", "院", "门", "码", "机", "客服"])) return null;
        if (month == 0 && text.Chars[next] == '日' && !StartsWith(text, next + 1, Before)) return null;
        at = next + 1;
        return new Deadline(DeadlineForm.Date, number, month);
    }

    private static bool Part(FoldedText text, ref int at, out int from, out int to)
    {
        (from, to) = (0, Deadline.Day);
        foreach (var (word, begins, ends) in Parts)
        {
            if (!Skip(text, ref at, word)) continue;
            (from, to) = (begins, ends);
            return true;
        }

        return false;
    }

    /// <summary>三点半, 15点, 17:30, 下午5点20分; moves past it.</summary>
    private static bool TimeOfDay(FoldedText text, ref int at, bool isLate, out int minute)
    {
        minute = 0;
        var next = at;
        var (hour, more) = (Digits.Number(text, ref next), 0);
        if (hour < 0) return false;
        if (hour >= 100 && next - at is 3 or 4 && text.Source.AsSpan(text.SourceStart(at)..text.SourceEnd(next - 1)).IndexOfAny(':', '：') > 0) (hour, more) = (hour / 100, hour % 100);
        else if (next < text.Length && text.Source.AsSpan(text.SourceEnd(next - 1)..text.SourceStart(next)) is ":" or "：") more = Digits.Number(text, ref next);
        else if (next < text.Length && (text.Chars[next] == '点' || (text.Chars[next] == '时' && char.IsAsciiDigit(text.Chars[next - 1]))))
        {
            next++;
            if (Skip(text, ref next, "半")) more = 30;
            else if (Skip(text, ref next, "一刻")) more = 15;
            else if (Digits.Number(text, ref next) is var minutes and > 0) (more, _) = (minutes, Skip(text, ref next, "分"));
            else _ = Skip(text, ref next, "整") || Skip(text, ref next, "钟");
        }
        else return false;

        if (hour > 24 || more is < 0 or > 59) return false;
        if (isLate && hour < 12) hour += 12;
        (minute, at) = ((hour * Hour) + more, next);
        return true;
    }

    private static bool Skip(FoldedText text, ref int at, string word)
    {
        if (!At(text, at, word)) return false;
        at += word.Length;
        return true;
    }

    private static bool SkipAny(FoldedText text, ref int at, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Skip(text, ref at, word)) return true;
        return false;
    }

    private static bool At(FoldedText text, int at, string word) => at + word.Length <= text.Length && text.Chars.Slice(at, word.Length).SequenceEqual(word);

    private static bool StartsWith(FoldedText text, int at, string[] words)
    {
        if (at >= text.Length || (at > 0 && (text.BreakBefore(at) & Breaks.Clause & ~Break.Particle) != 0)) return false;
        foreach (var word in words)
            if (At(text, at, word)) return true;
        return false;
    }

    private static bool EndsWith(FoldedText text, int at, string[] words)
    {
        var before = text.Chars[text.ClauseStart(Math.Min(at, text.Length - 1))..at];
        foreach (var word in words)
            if (before.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
