using System.Text.RegularExpressions;

namespace ScriptRules.Cli.Tests;

public sealed partial class HtmlReportTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Shows_sums_place_words_reason_handbook_evidence_and_rewrite()
    {
        _cli.Write("f/a.txt", "# 客户催单\n这事不归我管。\n");
        _cli.Write("f/b.json", """{"id":"c1","turns":[{"speaker":"agent","text":"您好,请问有什么可以帮您?"},{"speaker":"customer","text":"谢谢"},{"speaker":"agent","text":"请问还有问题吗?"}]}""");
        var page = Page("f", "--set", "brand=云杉");

        page.Should().StartWith("<!DOCTYPE html>").And.Contain("<li class=\"error\"><b>1</b>错误</li>").And.Contain("<li class=\"warning\"><b>1</b>警告</li>")
            .And.Contain("<td class=\"error\">错误</td><td>不推诿 <code>never.pass-the-buck</code></td><td class=\"number\">1</td><td class=\"number\">1</td>")
            .And.Contain("<p class=\"faint\">f/a.txt:2:3  话术 第 3-6 字</p>\n<blockquote>这事<mark class=\"error\">不归我管</mark>。</blockquote>")
            .And.Contain("<dt>原因</dt><dd>“不归我管”是在推诿。</dd>\n<dt>手册</dt><dd>H-2 推诿的话不说,例如“这事不归我管”。</dd>\n<dt>改写</dt><dd><span class=\"good\">云杉会在24小时内答复您。</span>")
            .And.Contain("场景 客户催单").And.Contain("<dt>依据</dt><dd>第 2 轮 客户“谢谢”(致谢)</dd>")
            .And.Contain("<option value=\"f/a.txt\">");
    }

    [Fact]
    public void Nothing_in_a_text_becomes_part_of_the_page()
    {
        _cli.Write("<i>.json", """{"id":"\"><script>alert(1)</script>","turns":[{"speaker":"agent","text":"<img src=x onerror=alert(1)>不归我管\u0000\u001b</blockquote>\"'"}]}""");
        var page = Page("<i>.json");

        page.Should().Contain("&lt;img src=x onerror=alert(1)&gt;<mark class=\"error\">不归我管</mark>").And.NotContain("<img").And.NotContain("<i>").And.NotContain("\u001b").And.NotContain("\0");
        Scripts().Matches(page).Should().ContainSingle();
        page.Should().Contain("&quot;&gt;&lt;script&gt;alert(1)");
    }

    [Fact]
    public void Needs_nothing_from_elsewhere()
    {
        _cli.Write("a.txt", "# 售后\n这事不归我管。\n");
        Page("a.txt").Should().Contain("default-src 'none'").And.NotContain("http:").And.NotContain("https:").And.NotContain("src=");
    }

    [Fact]
    public void Tells_what_is_excused_and_what_was_not_checked()
    {
        _cli.Write("house/pack.yaml", $"name: house\nextends: {Cli.Pack("small").Replace('\\', '/')}\n");
        _cli.Write("house/suppressions.yaml", "- { id: notice, rule: never.pass-the-buck, reason: 平台统一下发, owner: 客服主管, until: 2999-06-30 }\n");
        _cli.Write("f/a.txt", "# 售后\n这事不归我管。\n");
        _cli.Write("f/b.txt", "客户: 喂?");
        var page = _cli.Run("check", Path.Combine(_cli.Folder, "f"), "--pack", Path.Combine(_cli.Folder, "house"), "--format", "html").Out;

        page.Should().Contain("<summary>豁免 1 处</summary>").And.Contain("平台统一下发(客服主管,2999-06-30 止)").And.Contain("<td><code>f/b.txt:1</code></td><td>无法判断:客服没有说任何可读的话</td>").And.NotContain("没有违规");
    }

    [Fact]
    public void Says_so_when_all_is_well()
    {
        _cli.Write("a.txt", "客服: 您好,请问有什么可以帮您?");
        Page("a.txt").Should().Contain("没有违规。").And.NotContain("<form");
    }

    private string Page(string path, params string[] more) => _cli.Run(["check", Path.Combine(_cli.Folder, path), "--pack", "@small", "--format", "html", .. more]).Out;

    [GeneratedRegex("<script")]
    private static partial Regex Scripts();
}
