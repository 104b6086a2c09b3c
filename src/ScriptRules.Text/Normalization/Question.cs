namespace ScriptRules.Text.Normalization;

/// <summary>Tells from its last words whether a sentence without a question mark asks.</summary>
internal static class Question
{
    private static readonly string[] Words = ["什么", "怎", "哪", "谁", "几", "多少", "何", "为啥", "咋", "还是", "是不是", "有没有", "能不能", "可不可以", "要不要"];

    /// <param name="sentence">Folded.</param>
    internal static bool Ends(ReadOnlySpan<char> sentence)
    {
        while (sentence is [.., '呀' or '啊' or '哈' or '哦'] && sentence.Length > 1) sentence = sentence[..^1];
        return sentence switch
        {
            [.., '吗'] => true,
            [.., '为' or '干' or '凭', '什', '么'] => true,
            [.., '什' or '怎' or '这' or '那' or '多' or '要', '么'] => false,
            [.., '么'] => true,
            [.., '呢'] => sentence.Length <= 4 || HasWord(sentence),
            _ => false,
        };
    }

    private static bool HasWord(ReadOnlySpan<char> sentence)
    {
        foreach (var word in Words)
        {
            if (sentence.IndexOf(word, StringComparison.Ordinal) >= 0) return true;
        }
        return false;
    }
}
