using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Facts.Names;

/// <summary>Whether a name calls somebody or tells of somebody, by the words before and after it.</summary>
/// <remarks>
/// What speech recognition writes has no commas, so the words tell: a call comes first, or behind formulas (好的, 感谢您的来电, 请您放心), and what
/// follows turns to the one called (您, 请, 再见). 我帮您转接王经理 and 孙先生是我们的专员 have neither.
/// </remarks>
internal static class CallGrammar
{
    /// <summary>Whether the name is called out: nothing but formulas stand before it in its clause, and the clause ends or turns to 您.</summary>
    /// <param name="text">Where it stands.</param>
    /// <param name="start">Its first folded character.</param>
    /// <param name="end">The one after its last, the honorific included.</param>
    /// <param name="isDistinct">Whether it can be nothing else than a name, so that it may stand amidst a sentence without commas.</param>
    /// <param name="isOwn">Whether it is the customer's own full name, in a reply that does not call them otherwise.</param>
    internal static bool IsCall(FoldedText text, int start, int end, bool isDistinct, bool isOwn = false)
    {
        if (text.IsQuoted(start)) return false;
        var from = text.ClauseStart(start);
        var before = text.Chars[from..start];
        var after = text.Chars[end..Math.Max(end, text.ClauseEnd(end - 1))];
        if (isOwn && isDistinct && IsAddressed(text, before, start, end, after)) return true;
        if (WordList.Ends(CallWords.Questions, before) is var asked and > 0 && EndsInFormulas(before[..^asked], isAnywhere: false)) return WordList.Begins(CallWords.QuestionEnds, after);
        if (!EndsInFormulas(before, isDistinct)) return false;
        if (after.Length == 0) return !IsNumberNext(text, end);
        if (WordList.IsOneOf(CallWords.Asks, after) || IsSetOff(text, end)) return true;
        if (WordList.Begins(CallWords.NoTurns, after)) return false;
        if (after.StartsWith(text.Chars[start..end], StringComparison.Ordinal)) return true;
        if (WordList.Begins(CallWords.Turns, after) || (isDistinct && WordList.Begins(CallWords.MoreTurns, after))) return true;
        return isDistinct && (before.Length > 0 || start == 0) && GoesOn(after);
    }

    /// <summary>Whether the customer's full name stands behind what is said for itself, and what follows ends the clause, turns to them or gives them something to do.</summary>
    private static bool IsAddressed(FoldedText text, ReadOnlySpan<char> before, int start, int end, ReadOnlySpan<char> after)
    {
        var isSetOff = before.Length > 0 && text.Span(start - 1, start).End < text.Span(start, start + 1).Start && !CallWords.Labels.Contains(before[^1], StringComparison.Ordinal)
            && !char.IsAscii(before[^1]);
        var isOpened = EndsInFormulas(before, isAnywhere: true, CallWords.OwnOpeners);
        if (before.Length > 0 && IsWithYou(before, after)) return true;
        if (after.Length == 0 && (IsAnswer(before) || IsOutcome(before))) return true;
        if (!isSetOff && !isOpened) return false;
        if (WordList.Begins(CallWords.Tasks, after) && !WordList.Begins(CallWords.NoTasks, after) && (WordList.Ends(CallWords.DoneEnds, after) == 0 || WordList.Ends(CallWords.TaskEnds, after) > 1 || WordList.Begins(CallWords.MayBeDone, after))) return true;
        if (before.Length == 0) return false;
        if (isSetOff && (after.Length == 0 || IsSetOff(text, end)) && !IsNumberNext(text, end) && !WordList.Holds(CallWords.Dealings, before)) return true;
        return after.Length == 0 ? isOpened : (WordList.Begins(CallWords.Turns, after) || WordList.Begins(CallWords.MoreTurns, after) || GoesOn(after)) && !WordList.Begins(CallWords.NoTurns, after);
    }

    /// <summary>Whether 您 stands behind the name as the same person, and the name is no content of a field: 看到了陈志强您这户.</summary>
    private static bool IsWithYou(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        WordList.Begins(CallWords.Appositions, after) && !CallWords.Labels.Contains(before[^1], StringComparison.Ordinal) && WordList.Ends(CallWords.Written, before) == 0;

    /// <summary>Whether the clause before the name is a short answer: 能到的, 可以改的.</summary>
    private static bool IsAnswer(ReadOnlySpan<char> before) => before.Length is > 1 and <= CallWords.LongestAnswer && before[^1] == '的' && WordList.Begins(CallWords.Answers, before);

    /// <summary>Whether the clause before the name tells what was done, for the customer and not with the name: 解冻了, 已经发出了.</summary>
    private static bool IsOutcome(ReadOnlySpan<char> before) =>
        before.Length is > 2 and <= CallWords.LongestOutcome && before[^1] == '了' && WordList.Ends(CallWords.NamesOf, before) == 0 && !WordList.Holds(CallWords.Dealings, before);

    /// <summary>Whether formulas alone lead up to the end of <paramref name="before"/>, or one that ends a clause wherever it stands.</summary>
    private static bool EndsInFormulas(ReadOnlySpan<char> before, bool isAnywhere, string[]? more = null)
    {
        while (before.Length > 0)
        {
            if (isAnywhere && (WordList.Ends(CallWords.Formulas, before) > 0 || EndsInThanks(before))) return true;
            // Longest first: 好的 is no 的 behind 好.
            var length = Math.Max(WordList.Ends(CallWords.Openers, before), WordList.Ends(CallWords.Formulas, before));
            if (more is not null) length = Math.Max(length, WordList.Ends(more, before));
            if (length == 0) return false;
            before = before[..^length];
            if (before is "很" or "非常" or "实在" or "真是" or "真" or "十分" or "请" or "您" or "请您") return true;
        }

        return true;
    }

    private static bool EndsInThanks(ReadOnlySpan<char> before) =>
        (WordList.Ends(CallWords.ThanksEnds, before) > 0 && WordList.Holds(CallWords.ThanksHeads, before)) || (WordList.Ends(CallWords.WishEnds, before) > 0 && before.Contains('祝'));

    private static bool GoesOn(ReadOnlySpan<char> after)
    {
        if (!WordList.Begins(CallWords.Goings, after) || WordList.Begins(CallWords.NoGoings, after)) return false;
        if (after[0] != '我') return true;
        after = after[1..];
        for (var length = 1; length > 0; after = after[length..])
        {
            length = 0;
            foreach (var word in CallWords.Between)
                if (word.Length > length && after.StartsWith(word, StringComparison.Ordinal)) length = word.Length;
            if (length == 0) break;
        }

        return !WordList.Begins(CallWords.Dealings, after);
    }

    /// <summary>Whether a blank sets off the words that end here from more words, as 张伟 周六到 does, and not from a number, as 张伟 138… does.</summary>
    private static bool IsSetOff(FoldedText text, int end) =>
        end < text.Length && text.Span(end - 1, end).End < text.Span(end, end + 1).Start && !char.IsAscii(text.Chars[end])
        && !IsData(text.Chars[end..]);

    private static bool IsData(ReadOnlySpan<char> after)
    {
        foreach (var word in CallWords.Data)
            if (after.StartsWith(word, StringComparison.Ordinal)) return !WordList.Begins(CallWords.Checks, after[word.Length..]);
        return false;
    }

    /// <summary>Whether a number is read out behind the name, as in a list of data.</summary>
    private static bool IsNumberNext(FoldedText text, int end)
    {
        var digits = 0;
        while (end + digits < text.Length && char.IsAsciiDigit(text.Chars[end + digits])) digits++;
        return digits >= CallWords.ShortestNumber;
    }
}
