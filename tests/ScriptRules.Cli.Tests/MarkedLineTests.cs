using ScriptRules.Cli.Reports;
using ScriptRules.Text;

namespace ScriptRules.Cli.Tests;

public sealed class MarkedLineTests
{
    [Theory]
    [InlineData("这事[不归我管]。", "这事不归我管。", "    ~~~~~~~~")]
    [InlineData("[这 事]不归我管", "这 事不归我管", "~~~~~")]
    [InlineData("ID 42,[不归]我管", "ID 42,不归我管", "      ~~~~")]
    [InlineData("ＡＢ，[不归]", "ＡＢ，不归", "      ~~~~")]
    [InlineData("😀[不归]", "😀不归", "  ~~~~")]
    [InlineData("cafe\u0301[不归]", "cafe\u0301不归", "    ~~~~")]
    [InlineData("第一行\n[不归]", "第一行⏎不归", "       ~~~~")]
    [InlineData("第一行\r\n[不归]", "第一行⏎不归", "       ~~~~")]
    [InlineData("[]您好", "您好", "^")]
    [InlineData("您[]好", "您好", "  ^")]
    [InlineData("您好[]", "您好", "    ^")]
    [InlineData("[]", "", "^")]
    public void Marks_stand_under_the_words(string written, string line, string marks)
    {
        var (text, span) = Read(written);
        var marked = MarkedLine.Of(text, span, 80);
        (marked.Before + marked.Marked + marked.After).Should().Be(line);
        marked.Marks.Should().Be(marks);
    }

    [Fact]
    public void Long_text_is_cut_to_a_window_around_the_words()
    {
        var before = string.Concat(Enumerable.Repeat("前", 100));
        var after = string.Concat(Enumerable.Repeat("后", 100));
        var marked = MarkedLine.Of(before + "不归我管" + after, new TextSpan(100, 104), 40);
        marked.Before.Should().Be("…前前前前");
        marked.Marked.Should().Be("不归我管");
        marked.After.Should().Be("后后后后后后后后后后后…");
        marked.Marks.Should().Be("         ~~~~~~~~");
    }

    [Fact]
    public void Room_at_the_end_goes_to_the_front()
    {
        var marked = MarkedLine.Of(string.Concat(Enumerable.Repeat("前", 100)), new TextSpan(100, 100), 22);
        marked.Before.Should().Be("…前前前前前前前前前前");
        marked.After.Should().BeEmpty();
        marked.Marks.Should().Be(new string(' ', 21) + "^");
    }

    [Fact]
    public void Words_longer_than_the_line_are_cut()
    {
        var marked = MarkedLine.Of(string.Concat(Enumerable.Repeat("管", 100)), new TextSpan(0, 100), 22);
        marked.Marked.Should().Be("管管管管管管管管管管");
        marked.After.Should().Be("…");
    }

    [Fact]
    public void Any_text_and_place_fit_the_line()
    {
        var random = new Random(7);
        const string alphabet = "您好a1,，😀\u0301\n\t\u001b";
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var start = random.Next(text.Length + 1);
            var span = new TextSpan(start, random.Next(start, text.Length + 1));
            var marked = MarkedLine.Of(text, span, 30);
            DisplayWidth.Of(marked.Before + marked.Marked + marked.After).Should().BeLessThanOrEqualTo(30);
            marked.Marks.Length.Should().BeLessThanOrEqualTo(31);
        }
    }

    private static (string Text, TextSpan Span) Read(string written)
    {
        var start = written.IndexOf('[', StringComparison.Ordinal);
        var end = written.IndexOf(']', StringComparison.Ordinal) - 1;
        return (written.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), new TextSpan(start, end));
    }
}
