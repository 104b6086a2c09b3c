using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Matching;

namespace ScriptRules.Tests.Checking;

/// <summary>The keys with which a pack asks for words to be read otherwise than as written, and what the evidence says of it.</summary>
public class ReadingTests
{
    [Theory]
    [InlineData("says: 这事不归我管, sound-like: true", "这是不归我管", MatchKind.Sound)]
    [InlineData("says: 这事不归我管, sound-like: true", "择四不归我馆", MatchKind.Sound)]
    [InlineData("says: 这事不归我管, sound-like: same", "这是不归我管", MatchKind.Sound)]
    [InlineData("says: 这事不归我管, sound-like: same", "择四不归我管", null)]
    [InlineData("says: 这事不归我管, sound-like: [zh-z]", "择四不归我管", MatchKind.Sound)]
    [InlineData("says: 花费太高了, sound-like: [h-f]", "发废太高了", MatchKind.Sound)]
    [InlineData("says: 花费太高了, sound-like: [n-l, ang-an]", "发废太高了", null)]
    [InlineData("says: 这事不归我管, sound-like: false", "这是不归我管", null)]
    [InlineData("says: 你烦不烦, disguises: letters", "你a烦b不c烦", MatchKind.Noise)]
    [InlineData("says: 你烦不烦, disguises: [look-alikes, repeats]", "你烦不不烦", MatchKind.Repeat)]
    [InlineData("says: 自己看去, disguises: [look-alikes, repeats]", "自已看去", MatchKind.Shape)]
    [InlineData("says: 自己看去, disguises: [letters, pinyin]", "自已看去", null)]
    [InlineData("says: 你他妈的, disguises: pinyin", "你ta妈的", MatchKind.Noise)]
    [InlineData("says: 这事不归我管, sound-like: true, refuse: sound", "这是不归我管", null)]
    [InlineData("says: 这事不归我管, sound-like: true, refuse: [noise, shape]", "这是不归我管", MatchKind.Sound)]
    [InlineData("says: 这事不归我管, sound-like: true, only: sound", "这事不归我管", null)]
    [InlineData("says: 这事不归我管, sound-like: true, only: [sound]", "这是不归我管", MatchKind.Sound)]
    [InlineData("says: 这事不归我管, refuse: folded", "這事不歸我管", null)]
    [InlineData("says: 这事不归我管", "這事不歸我管", MatchKind.Folded)]
    [InlineData("says: 这事不归我管, refuse: question", "这事不归我管吗", null)]
    [InlineData("says: 这事不归我管, only: question", "这事不归我管吗", MatchKind.Literal)]
    [InlineData("says: 这事不归我管, refuse: hypothetical", "如果这事不归我管", null)]
    [InlineData("similar: 感谢您的来电祝您生活愉快", "感谢您来电祝您生活愉快", MatchKind.Similar)]
    [InlineData("similar: 感谢您的来电祝您生活愉快, coverage: 1", "感谢您来电祝您生活愉快", null)]
    [InlineData("similar: 感谢您的来电祝您生活愉快, coverage: 0.5", "感谢您的来电哦", MatchKind.Similar)]
    public void A_concept_is_read_as_its_keys_say(string keys, string said, MatchKind? match)
    {
        var report = Packs.Checker($"concepts: {{ a: {{ {keys} }} }}\nrules: [{{ id: r, kind: never-say, say: a }}]\n").CheckDraft(said);

        report.Violations.SelectMany(v => v.Evidence).Select(e => e.Match).Should().Equal(match is { } one ? [one] : []);
    }

    [Theory]
    [InlineData("within: 6 characters", "退款了，真抱歉", true)]
    [InlineData("within: 6 characters", "退款已经为您办好，真抱歉", false)]
    [InlineData("within: 6 characters, ordered: true", "抱歉，退款了", false)]
    [InlineData("within: 1 character", "退款抱歉", false)]
    [InlineData("within: sentence", "退款已经为您办好，真抱歉", true)]
    public void Parts_of_a_concept_are_near_each_other(string within, string said, bool isFound)
    {
        var concepts = $"concepts: {{ refund: [退款], sorry: [抱歉], a: {{ all-of: [refund, sorry], {within} }} }}";

        Packs.Checker($"{concepts}\nrules: [{{ id: r, kind: never-say, say: a }}]\n").CheckDraft(said).Violations.Should().HaveCount(isFound ? 1 : 0);
    }

    [Theory]
    [InlineData("sound-like-in-speech: true\n", "这是不归我管", Channel.Voice, true)]
    [InlineData("sound-like-in-speech: true\n", "这是不归我管", Channel.Chat, false)]
    [InlineData("sound-like-in-speech: same\n", "择四不归我管", Channel.Voice, false)]
    [InlineData("disguises: [letters, repeats]\n", "这a事不归我管", Channel.Chat, true)]
    [InlineData("disguises: [repeats]\n", "这a事不归我管", Channel.Chat, false)]
    public void A_pack_says_it_for_all_its_concepts(string head, string said, Channel channel, bool isFound)
    {
        var checker = Packs.Checker("concepts: { a: [这事不归我管] }\nrules: [{ id: r, kind: never-say, say: a }]\n", head);

        checker.CheckDraft(said, new Conversation { Channel = channel }).Violations.Should().HaveCount(isFound ? 1 : 0);
    }

    [Theory]
    [InlineData("sound-like: 读音")]
    [InlineData("sound-like: [zh-z, ang]")]
    [InlineData("disguises: letter")]
    [InlineData("coverage: 0.4")]
    [InlineData("coverage: 40 %")]
    [InlineData("refuse: literal")]
    [InlineData("only: sounds")]
    [InlineData("within: 0 characters")]
    [InlineData("within: 6 words")]
    public void What_is_not_known_is_said(string key)
    {
        var name = key.Split(':')[0];
        var load = () => Packs.Checker($"concepts: {{ a: {{ says: 这事不归我管, {key} }} }}\nrules: [{{ id: r, kind: never-say, say: a }}]\n");

        load.Should().Throw<PackException>().Which.Diagnostics.Should().Contain(d => d.Code == "SR0012" && d.Message.StartsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_concept_speaks_for_itself()
    {
        var checker = Packs.Checker(
            "concepts: { a: { says: 这事不归我管, sound-like: false, disguises: [] } }\nrules: [{ id: r, kind: never-say, say: a }]\n", "sound-like-in-speech: true\ndisguises: [letters]\n");

        checker.CheckDraft("这是不归我管，这a事不归我管", new Conversation { Channel = Channel.Voice }).Violations.Should().BeEmpty();
    }

    [Theory]
    [InlineData("您好，请问有什么能帮您？", "少了“可以”，多了“能”")]
    [InlineData("您好，请问您有什么可以帮您？", "多了“您”")]
    [InlineData("您好，请问可以帮您？", "少了“有什么”")]
    [InlineData("您好，\uD83D\uDE00请问今天有什么\uD83D\uDE00可以帮您？", "多了“今天”")]
    public void Of_a_nearly_right_opening_the_words_are_named(string said, string difference) =>
        Open(said).Should().Be($"开头语不合规范。与标准话术相比，{difference}。");

    [Theory]
    [InlineData("您好，我是小王。")]
    [InlineData("您好，这里是小鹿商城的售后服务部门。")]
    public void Of_another_opening_no_words_are_named(string said) => Open(said).Should().Be("开头语不合规范。");

    private static string Open(string said)
    {
        var checker = Packs.Checker(
            "concepts: { greeting: [您好] }\nrules: [{ id: r, kind: opening, say: '您好，请问有什么可以帮您？', message: { wording: 开头语不合规范。 } }]\n", "greeting: greeting\n");
        return checker.Check(new Conversation { Turns = [new Turn(SpeakerRole.Agent, said)] }).Violations.Should().ContainSingle().Which.Message;
    }
}
