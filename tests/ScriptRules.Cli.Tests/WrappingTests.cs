using ScriptRules.Cli.Reports;

namespace ScriptRules.Cli.Tests;

public sealed class WrappingTests
{
    [Theory]
    [InlineData("", 10, "")]
    [InlineData("您好您好您", 10, "您好您好您")]
    [InlineData("您好您好您好", 10, "您好您好您|好")]
    [InlineData("您好您好您。好", 10, "您好您好您。|好")]
    [InlineData("在24小时hotline内", 8, "在24小时|hotline|内")]
    [InlineData("a b\n c", 10, "a b c")]
    [InlineData("abcdefghijkl", 4, "abcdefghijkl")]
    public void Breaks_where_a_reader_would(string text, int columns, string lines) =>
        string.Join('|', Wrapping.Lines(text, columns)).Should().Be(lines);
}
