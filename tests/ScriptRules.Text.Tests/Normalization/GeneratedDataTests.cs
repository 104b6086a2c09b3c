using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Tests.Normalization;

/// <summary>The tables of sounds and look-alikes are what the generator wrote.</summary>
public class GeneratedDataTests
{
    [Fact]
    public void Pinyin_is_what_the_generator_hashed() => Hash(PinyinData.Readings + PinyinData.More).Should().Be(PinyinData.Sha256);

    [Fact]
    public void Look_alikes_are_what_the_generator_hashed() => Hash(LookAlikeData.Sets + LookAlikeData.Splits).Should().Be(LookAlikeData.Sha256);

    [Theory]
    [InlineData('妈', "ma")]
    [InlineData('绿', "lv")]
    [InlineData('谁', "shui", "shei")]
    [InlineData('行', "xing", "hang")]
    [InlineData('的', "de")]
    [InlineData('a')]
    [InlineData('妳')] // folds to 你, so it never stands in a folded text
    public void Readings(char c, params string[] readings) => Pinyin.AllOf(c).Should().Equal(readings);

    [Fact]
    public void Every_common_character_has_a_reading_of_letters() =>
        Enumerable.Range(0x4E00, 0x9FA6 - 0x4E00).Select(c => FoldTable.Fold((char)c)).Distinct().Count(c => Pinyin.Of(c) is null).Should().BeLessThan(100);

    [Fact]
    public void Syllables_are_those_of_Mandarin()
    {
        var syllables = Pinyin.All.Select(p => p.Value).Distinct().ToList();
        syllables.Count.Should().BeInRange(400, 425);
        syllables.Should().OnlyContain(s => s.Length <= Pinyin.LongestSyllable && s.All(char.IsAsciiLetterLower));
        Pinyin.IsSyllable("zhuang").Should().BeTrue();
        Pinyin.IsSyllable("tmd").Should().BeFalse();
    }

    [Theory]
    [InlineData('己', '已')]
    [InlineData('巳', '已')]
    [InlineData('末', '未')]
    [InlineData('好', '好')]
    public void Alike(char c, char first) => LookAlikes.Of(c).Should().Be(first);

    [Theory]
    [InlineData("女子", '好', 2)]
    [InlineData("口口马", '骂', 3)]
    [InlineData("口马", '吗', 2)]
    [InlineData("口", '\0', 0)]
    [InlineData("我们", '\0', 0)]
    public void Joined(string parts, char whole, int count)
    {
        LookAlikes.Joined(parts, out var found).Should().Be(whole);
        found.Should().Be(count);
    }

    private static string Hash(string data) => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(data.AsSpan())));
}
