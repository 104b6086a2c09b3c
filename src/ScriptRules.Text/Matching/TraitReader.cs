using System.Buffers;
using System.Collections.Frozen;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>Reads how a saying stands in its sentence: quoted, told, denied, supposed, asked.</summary>
/// <remarks>Looks only at a few characters before the saying, inside its clause.</remarks>
internal static class TraitReader
{
    private const int NegatorReach = 2;  // characters that may stand between the denial and the saying
    private const int ReporterReach = 4;
    private const int SuppositionReach = 200; // of a clause without end, so that many sayings in one stay cheap

    private static readonly Endings Negators = new(
        ["不用", "不要", "不必", "不会", "不能", "没有", "并非", "不是", "无需", "不需要", "绝不", "决不", "从不", "不该", "不应该", "不可以", "不得", "无须", "而不是", "不再", "不算"]);

    private static readonly Endings Unnegators = new(["是不是", "有没有", "会不会", "能不能", "要不要", "可不可以", "要不是", "岂不是", "何尝不是", "还不是", "不能不", "不会不"]);

    private static readonly Endings Reporters = new(
        ["您说", "您刚说", "您刚才说", "您刚刚说", "您说的", "您刚才说的", "您提到", "您提到的", "您反映", "您反映的", "您反馈", "您反馈的", "您描述的", "您所说的", "您讲的",
         "客户说", "客户反映", "顾客说", "用户说", "用户反映", "他说", "她说", "对方说", "卖家说", "商家说", "师傅说", "快递员说", "同事说", "他们说", "页面显示", "系统显示", "提示", "写着", "显示"]);

    private static readonly SearchValues<string> Suppositions = SearchValues.Create(["如果", "要是", "假如", "假设", "倘若", "万一", "若是", "如若", "若", "的话"], StringComparison.Ordinal);

    internal static MentionTraits Read(FoldedText text, int start, int end)
    {
        var traits = MentionTraits.None;
        if (text.IsQuoted(start) || text.IsQuoted(end - 1)) traits |= MentionTraits.Quoted;
        if (text.IsTitled(start) || text.IsTitled(end - 1)) traits |= MentionTraits.Titled;
        if (text.EndsInQuestion(end - 1)) traits |= MentionTraits.Question;

        var clause = text.ClauseStart(start);
        var before = text.Chars[Math.Max(clause, start - SuppositionReach)..start];
        if (Negators.EndWithin(before, NegatorReach) && !Unnegators.EndWithin(before, NegatorReach)) traits |= MentionTraits.Negated;
        if (Reporters.EndWithin(before, ReporterReach)) traits |= MentionTraits.Reported;
        if (before.ContainsAny(Suppositions)) traits |= MentionTraits.Hypothetical;

        if (IsFolded(text, start, end)) traits |= MentionTraits.Folded;
        return traits;
    }

    /// <summary>Whether a character was folded, or one that is no punctuation was skipped; case does not count.</summary>
    private static bool IsFolded(FoldedText text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (i > start && !text.IsNextToLast(i) && (text.BreakBefore(i) & ~Break.Particle) == Break.Space) return true;
            if (char.ToLowerInvariant(text.Source[text.SourceStart(i)]) != text.Chars[i]) return true;
        }

        return false;
    }

    /// <summary>Words by their last character.</summary>
    private sealed class Endings(string[] words)
    {
        private readonly CharacterSet _lasts = CharacterSet.Of(words.Select(w => w[^1]));
        private readonly FrozenDictionary<char, string[]> _byLast = words.GroupBy(w => w[^1]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

        /// <summary>Whether one of the words ends at most <paramref name="reach"/> characters before the end of <paramref name="text"/>.</summary>
        internal bool EndWithin(ReadOnlySpan<char> text, int reach)
        {
            for (var end = text.Length; end > 0 && end >= text.Length - reach; end--)
            {
                if (!_lasts.MayHold(text[end - 1]) || !_byLast.TryGetValue(text[end - 1], out var words)) continue;
                foreach (var word in words)
                    if (text[..end].EndsWith(word, StringComparison.Ordinal)) return true;
            }

            return false;
        }
    }
}
