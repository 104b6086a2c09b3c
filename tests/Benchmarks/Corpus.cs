using System.Text;
using ScriptRules.Text.Matching.Index;

namespace ScriptRules.Benchmarks;

/// <summary>Transcripts to scan, of about 2,000 characters each, and phrases to look for. The same every time.</summary>
internal static class Corpus
{
    private const int CharactersPerTranscript = 2000;
    private const int Words = 20_000;

    private static readonly string[] Sentences =
    [
        "您好，这里是{place}客服中心，工号{number}为您服务，请问有什么可以帮您？", "我上周在你们那里买的{thing}，到现在还没有{act}。",
        "请您稍等，我这边帮您{act}一下{thing}的情况。", "非常抱歉给您带来不便，您的{thing}我们已经登记，{number}小时内会有专员给您回电。",
        "那这个{thing}到底能不能{act}啊？我都打了{number}次电话了！", "好的好的，麻烦您了。", "您看这样可以吗？我先帮您{act}，后面有进展第一时间联系您。",
        "我不想再等了，你们的{thing}太慢了。", "请提供一下您的{thing}号码，我需要核实一下。", "{number}{number}，对，就是这个。", "系统显示{place}的{thing}正在{act}中，预计明天送达。",
        "感谢您的耐心等待，请问还有其他可以帮您的吗？", "没有了，谢谢。", "祝您生活愉快，再见！", "嗯，我知道了，那我去{place}看看{thing}。",
        "按照规定，{thing}签收后{number}天内可以申请{act}。", "您的心情我非常理解，换作是我也会着急的。", "这个费用是怎么算的，为什么多扣了{number}元？",
        "我帮您查询到这笔{thing}是{number}号在{place}{act}的。", "行吧，那你们尽快{act}，别再拖了。",
    ];

    private static readonly string[] Places =
        ["北京", "上海", "广州", "深圳", "杭州", "成都", "门店", "仓库", "营业厅", "总部", "官网", "小程序", "旗舰店", "服务站", "网点", "柜台"];

    private static readonly string[] Things =
    [
        "订单", "快递", "退款", "发票", "会员", "积分", "优惠券", "套餐", "流量", "账单", "宽带", "手机", "保修卡", "合同", "保险", "押金", "运费", "赠品", "尺码", "颜色", "电池",
        "屏幕", "充电器", "说明书", "验证码", "密码", "银行卡", "信用卡", "利息", "额度", "航班", "酒店", "车票", "行李", "座位", "空调", "洗衣机", "冰箱", "奶粉", "玩具", "机票", "礼盒",
    ];

    private static readonly string[] Acts =
    [
        "处理", "退货", "换货", "发货", "取消", "修改", "查询", "核实", "登记", "投诉", "维修", "安装", "升级", "开通", "注销", "补发", "赔偿", "转接", "催促", "预约", "审核", "激活", "续费",
        "退订", "改签", "验收", "签收", "拒收", "拆封", "检测", "更换", "冻结", "解绑", "认证", "备案", "调拨",
    ];

    private static readonly string[] Faults =
    [
        "不归我管", "没办法", "自己看", "爱信不信", "随便你", "关我什么事", "听不懂吗", "规定就这样", "加我微信", "私下转账", "保证收益", "绝对没问题", "别烦我", "等着吧", "说了多少遍",
        "你投诉去", "谁让你买的", "不可能", "一定到账", "稳赚不赔",
    ];

    private static readonly string[] Lexicon = MakeLexicon();

    /// <param name="transcripts">How many.</param>
    internal static string[] Invent(int transcripts)
    {
        var random = new Random(20250101);
        var planted = Phrases(100_000, seed: 3);
        return [.. Enumerable.Range(0, transcripts).Select(_ => Transcript(random, planted))];
    }

    /// <summary>The lines of a file, one turn each, put together to transcripts.</summary>
    internal static string[] Read(string path)
    {
        var transcripts = new List<string>();
        var text = new StringBuilder();
        foreach (var line in File.ReadLines(path))
        {
            text.Append(line).Append('\n');
            if (text.Length < CharactersPerTranscript) continue;
            transcripts.Add(text.ToString());
            text.Clear();
        }
        return [.. transcripts];
    }

    /// <summary>Phrases of 4 to 12 characters, a common word and one to three others, that hardly ever occur unless planted.</summary>
    internal static string[] Phrases(int count, int seed = 3)
    {
        var random = new Random(seed);
        var phrases = new HashSet<string>(count);
        while (phrases.Count < count)
        {
            var words = Enumerable.Range(0, random.Next(2, 5)).Select(_ => Pick(random, Lexicon)).ToArray();
            words[random.Next(words.Length)] = Word(random);
            var phrase = string.Concat(words);
            if (phrase.Length is >= 4 and <= 12) phrases.Add(phrase);
        }
        return [.. phrases];
    }

    /// <summary>Common words, some of which stand in every sentence: worse than any real pack.</summary>
    internal static string[] CommonPhrases(string[] transcripts, int count)
    {
        var counts = new Dictionary<string, int>();
        foreach (var transcript in transcripts.Take(200))
        {
            for (var length = 2; length <= 4; length++)
            {
                for (var i = 0; i + length <= transcript.Length; i++)
                {
                    var word = transcript.Substring(i, length);
                    if (word.All(c => c is >= '\u4E00' and <= '\u9FFF')) counts[word] = counts.GetValueOrDefault(word) + 1;
                }
            }
        }
        // Every twentieth of the most frequent, so that hits come to about a hundred in a thousand characters.
        return [.. counts.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key).Where((_, rank) => rank % 20 == 7).Take(count)];
    }

    /// <summary>Single turns of exactly <paramref name="length"/> characters.</summary>
    internal static string[] Drafts(string[] transcripts, int length, int count) =>
        [.. Enumerable.Range(0, count).Select(n => transcripts[n % transcripts.Length].Substring(n * 37 % (transcripts[n % transcripts.Length].Length - length), length))];

    private static string Transcript(Random random, string[] planted)
    {
        var text = new StringBuilder();
        while (text.Length < CharactersPerTranscript)
        {
            var sentence = random.Next(5) == 0 ? Wide(random) : Fill(random, Pick(random, Sentences));
            if (random.Next(30) == 0) sentence += Pick(random, planted);
            text.Append(random.Next(33) == 0 ? Noise(random, sentence) : sentence).Append('\n');
        }
        return text.ToString();
    }

    private static string Fill(Random random, string sentence)
    {
        var text = new StringBuilder();
        foreach (var part in sentence.Split('{'))
        {
            var (slot, rest) = part.Split('}') is [var name, var after] ? (name, after) : ("", part);
            text.Append(slot switch
            {
                "place" => Pick(random, Places),
                "thing" => Pick(random, Things),
                "act" => Pick(random, Acts),
                "number" => random.Next(2, 100).ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => "",
            }).Append(rest);
        }
        return text.ToString();
    }

    private static string Wide(Random random) => string.Concat(Enumerable.Range(0, random.Next(5, 15)).Select(_ => Word(random)));

    // The first words are the most frequent, as in a language.
    private static string Word(Random random) => Lexicon[(int)Math.Pow(Lexicon.Length, random.NextDouble()) - 1];

    // The words above, then invented ones of one to three characters.
    private static string[] MakeLexicon()
    {
        var random = new Random(11);
        var words = new List<string>([.. Places, .. Things, .. Acts, .. Faults]);
        while (words.Count < Words) words.Add(string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => Character(random))));
        return [.. words];
    }

    private static char Character(Random random) => CommonCharacters.MostFirst[(int)Math.Pow(CommonCharacters.MostFirst.Length, random.NextDouble()) - 1];

    private static string Noise(Random random, string sentence) =>
        string.Concat(sentence.Select(c => random.Next(6) switch { 0 => c + " ", 1 => c + "*", 2 when c is >= '0' and <= 'z' => ((char)(c + 0xFEE0)).ToString(), 3 => c + "😀", _ => c.ToString() }));

    private static string Pick(Random random, string[] words) => words[random.Next(words.Length)];
}
