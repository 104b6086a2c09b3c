using ScriptRules.Text;

namespace ScriptRules.Formats.PlainText;

/// <summary>What transcripts call the speakers.</summary>
internal static class SpeakerWords
{
    // Longer words first, so that 智能客服 is not taken for 客服.
    private static readonly (string Word, SpeakerRole Role)[] Words =
    [
        .. new (string Words, SpeakerRole Role)[]
        {
            ("人工客服 客服代表 客服人员 客服专员 客服 坐席 座席 卖家 商家 店家 賣家 agent seller", SpeakerRole.Agent),
            ("客户 用户 买家 顾客 客戶 用戶 買家 顧客 customer client user buyer", SpeakerRole.Customer),
            ("智能客服 智能助手 机器人 機器人 chatbot robot bot", SpeakerRole.Bot),
            ("系统消息 系统 系統消息 系統 system", SpeakerRole.System),
        }
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Role)))
        .OrderByDescending(entry => entry.word.Length),
    ];

    /// <summary>The speaker's word with which the text begins.</summary>
    /// <param name="text">Folded to half width.</param>
    /// <param name="role">Who is meant.</param>
    /// <returns>The length of the word; 0 when there is none.</returns>
    public static int Match(ReadOnlySpan<char> text, out SpeakerRole role)
    {
        foreach (var (word, of) in Words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                role = of;
                return word.Length;
            }
        }

        role = default;
        return 0;
    }

    /// <summary>The speaker for whom a single letter stands: A for the agent, C for the customer; null for any other.</summary>
    public static SpeakerRole? OfLetter(char letter) => letter switch
    {
        'A' or 'a' => SpeakerRole.Agent,
        'C' or 'c' => SpeakerRole.Customer,
        _ => null,
    };
}
