using System.Text.RegularExpressions;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>The words that a regular expression cannot do without.</summary>
public class RegexLiteralsTests
{
    [Theory]
    [InlineData("没办法", "没办法")]
    [InlineData("(退|换)不了", "不了")]
    [InlineData("(?:退款|换货)", "换货 退款")]
    [InlineData("(?<what>退款)吗", "退款")]
    [InlineData("手机号.{0,3}[0-9]{11}", "手机号")]
    [InlineData("退货?款", "退")]
    [InlineData("退货+款", "退货")]
    [InlineData("不{2,3}行", "不")]
    [InlineData("a(bc)?de", "de")]
    [InlineData("好\\.的\\d", "好.的")]
    [InlineData("退款|[0-9]+", "")]
    [InlineData("[0-9]{11}", "")]
    [InlineData("a", "")]             // one letter is in every other turn
    [InlineData("(退款)?", "")]
    [InlineData("(?i)vip", "")]       // options are not read
    [InlineData("\\p{L}退款", "")]
    public void Needs(string pattern, string words) => string.Join(' ', RegexLiterals.Of(pattern)).Should().Be(words);

    [Theory]
    [InlineData("手机号.{0,3}[0-9]{11}", '7', '七')]
    [InlineData("(走|提)[a-f]{2,9}单", 'b', 'g')]
    [InlineData("[a-c3]退[0-9]?", '3', '0')]
    [InlineData("[x]款", 'x', '-')]
    public void Needs_letters(string pattern, char one, char none)
    {
        var letters = RegexLiterals.Letters(pattern)!;

        letters.Contains(one).Should().BeTrue();
        letters.Contains(none).Should().BeFalse();
    }

    [Theory]
    [InlineData("退款[0-9]*")]
    [InlineData("退款[0-9]|换货")]
    [InlineData("退([0-9]款|货)")]    // within groups nothing is sure
    [InlineData("[^0-9]退")]
    [InlineData("[0-9一]退")]
    [InlineData("[0-9-]退")]
    [InlineData("\\d退")]
    [InlineData("(?i)[a-z]退")]
    public void Needs_no_letters_for_sure(string pattern) => RegexLiterals.Letters(pattern).Should().BeNull();

    [Theory]
    [InlineData("[a-c]{2}退|退[0-9]")]
    [InlineData("(退|换)[a-c]+款")]
    [InlineData("(退|换)不了")]
    [InlineData("退货?款|没.{0,4}办法")]
    [InlineData("不{2,3}行|好+的")]
    [InlineData("[退换](?:货|款)")]
    public void A_gated_expression_finds_what_it_finds_alone(string pattern)
    {
        const string letters = "退换货款不了行好的没办法abc1";
        var random = new Random(20);
        var lexicon = Sample.Lexicon(new Concept { Id = Marked.Unnamed, Regexes = [pattern] });
        for (var n = 0; n < 2_000; n++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => letters[random.Next(letters.Length)])]);
            lexicon.Scan(FoldedText.Of(text)).Any().Should().Be(Regex.IsMatch(text, pattern), text);
        }
    }
}
