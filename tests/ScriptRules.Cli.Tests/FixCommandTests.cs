using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Cli.Fixing;

namespace ScriptRules.Cli.Tests;

public sealed class FixCommandTests : IDisposable
{
    private const string Thanks = "# 致谢\n\n客户：谢谢你啊\n客服：请问还有问题吗?\n";
    private const string Welcome = "# 致谢\n\n客户：谢谢你啊\n客服：不客气,很高兴能为您服务。请问还有问题吗?\n";

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Makes_the_changes_that_only_touch_the_wording_once()
    {
        var path = _cli.Write("a.md", Thanks);

        var first = Fix(path);
        first.Code.Should().Be(ExitCode.Clean);
        first.Out.Should().Be("a.md:4:4 已改 answer.thanks\n  - 请问还有问题吗?\n  + 不客气,很高兴能为您服务。请问还有问题吗?\n改了 1 行(1 个文件)\n");
        File.ReadAllText(path).Should().Be(Welcome);

        Fix(path).Should().Match<Cli.Outcome>(o => o.Code == ExitCode.Clean && o.Out == "没有改动\n");
        File.ReadAllText(path).Should().Be(Welcome);
    }

    [Fact]
    public void A_dry_run_shows_a_diff_and_writes_nothing()
    {
        var path = _cli.Write("a.md", Thanks);

        var shown = Fix(path, "--dry-run");

        shown.Code.Should().Be(ExitCode.Violations);
        shown.Out.Should().EndWith("a.md\n@@ -1,4 +1,4 @@\n # 致谢\n \n 客户：谢谢你啊\n-客服：请问还有问题吗?\n+客服：不客气,很高兴能为您服务。请问还有问题吗?\n");
        shown.Error.Should().Be("会改 1 行(1 个文件)\n");
        File.ReadAllText(path).Should().Be(Thanks);
    }

    [Fact]
    public void What_changes_a_promise_needs_consent_and_open_slots_need_a_person()
    {
        var path = _cli.Write("a.txt", "# 推诿\n这事不归我管。\n");

        Fix(path).Should().Match<Cli.Outcome>(o => o.Code == ExitCode.Violations && o.Out.Contains("未改 never.pass-the-buck: 有空要人填"));
        Fix(path, "--confirm").Code.Should().Be(ExitCode.Violations);
        Fix(path, "--set", "brand=云杉").Out.Should().Contain("未改 never.pass-the-buck: 内容有变,要确认(--confirm) → 云杉会在24小时内答复您。");
        File.ReadAllText(path).Should().Be("# 推诿\n这事不归我管。\n");

        Fix(path, "--set", "brand=云杉", "--confirm").Code.Should().Be(ExitCode.Clean);
        File.ReadAllText(path).Should().Be("# 推诿\n云杉会在24小时内答复您。\n");
    }

    [Fact]
    public void A_blank_is_never_cut_dropped_or_filled()
    {
        var path = _cli.Write("a.txt", "# 推诿\n{姓名}的事不归我管。\n# 品牌\n{品牌}这事不归我管。\n");

        var done = Fix(path, "--set", "brand=云杉", "--confirm");

        done.Out.Should().Contain("未改 never.pass-the-buck: 会动到空位");
        File.ReadAllText(path).Should().Be("# 推诿\n{姓名}的事不归我管。\n# 品牌\n{品牌}会在24小时内答复您。\n", "the sample value of the second blank is the brand, which the rewrite says once");
    }

    [Fact]
    public void A_draft_keeps_its_encoding_line_ends_and_white_space()
    {
        var text = "\r\n  这事不归我管。\r\n您好  \r\n\r\n";
        var path = _cli.Write("draft.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]);

        Fix(path, "--set", "brand=云杉", "--confirm").Code.Should().Be(ExitCode.Clean);

        File.ReadAllBytes(path).Should().Equal([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("\r\n  云杉会在24小时内答复您。\r\n您好  \r\n\r\n")]);
    }

    [Fact]
    public void What_is_suppressed_is_left_and_told_by_whom()
    {
        _cli.Write("house/pack.yaml", $"name: house\nextends: {Cli.Pack("small").Replace('\\', '/')}\n");
        _cli.Write("house/suppressions.yaml", """
            - { id: agreed, rule: never.pass-the-buck, reason: 平台统一下发, owner: 客服主管, until: 2999-06-30, text: 平台 }
            - { id: over, rule: never.vague, reason: 试点, owner: 物流组, until: 2026-06-30 }
            - { id: spare, rule: never.vague, reason: 试点, owner: 物流组, until: 2999-06-30, text: 从不出现 }

            """);
        var text = "# 推诿\n平台说这事不归我管。\n平台也说不归我管。\n# scriptrules-ignore never.pass-the-buck reason=\"试点\" owner=\"物流组\" until=2999-12-31\n都不归我管。\n明天大概吧。\n";
        var path = _cli.Write("a.txt", text);

        var done = _cli.Run("fix", path, "--pack", Path.Combine(_cli.Folder, "house"), "--confirm", "--set", "brand=云杉");

        done.Code.Should().Be(ExitCode.Clean);
        done.Out.Should().EndWith("没有改动;还有 1 处未改: 没有改写 1;另豁免 3 处\n");
        done.Error.Should().Be("""
            house/suppressions.yaml:1:3: note: suppression "agreed" of 客服主管 excuses 2 violations, which are not corrected
            a.txt:4:2: note: suppression "a.txt:4:2" of 物流组 excuses 1 violation, which is not corrected
            house/suppressions.yaml:2:3: note: suppression "over" of 物流组 held until 2026-06-30; what it excused counts again in 1 conversation
            house/suppressions.yaml:3:3: note: suppression "spare" excused nothing in this run

            """.ReplaceLineEndings("\n"));
        File.ReadAllText(path).Should().Be(text);
    }

    [Fact]
    public void A_suppression_that_is_over_no_longer_keeps_a_line_from_being_mended()
    {
        var path = _cli.Write("a.txt", "# 推诿\n# scriptrules-ignore never.pass-the-buck reason=\"试点\" owner=\"物流组\" until=2026-06-30\n都不归我管。\n");

        Fix(path).Error.Should().Be("a.txt:2:2: note: suppression \"a.txt:2:2\" of 物流组 held until 2026-06-30; what it excused counts again in 1 conversation\n");
        var done = Fix(path, "--confirm", "--set", "brand=云杉");

        done.Code.Should().Be(ExitCode.Clean);
        done.Error.Should().Be("a.txt:2:2: note: suppression \"a.txt:2:2\" excused nothing in this run\n", "nothing misses it any more");
        Fix(Path.Combine(_cli.Folder, "none.md")).Error.Should().NotContain("suppression");
    }

    [Theory]
    [InlineData("talk.txt", "客服: 这事不归我管\n客户: 谢谢\n", "a conversation is history")]
    [InlineData("draft.json", """{"draft":{"text":"这事不归我管"}}""", "only one alone in a .txt file")]
    [InlineData("two.txt", "这事不归我管\n---\n您好\n", "only one alone in a .txt file")]
    public void What_was_said_is_never_rewritten(string name, string text, string reason)
    {
        var path = _cli.Write(name, text);

        var refused = Fix(path, "--confirm", "--set", "brand=云杉");

        refused.Code.Should().Be(ExitCode.BadInput);
        refused.Error.Should().StartWith($"{name}: ").And.Contain(reason);
        File.ReadAllText(path).Should().Be(text);
    }

    [Fact]
    public void Standard_input_and_missing_files_are_errors()
    {
        Fix("-").Code.Should().Be(ExitCode.BadInput);
        Fix(Path.Combine(_cli.Folder, "none.md")).Code.Should().Be(ExitCode.BadInput);
        Fix(_cli.Write("empty.md", "")).Code.Should().Be(ExitCode.NothingChecked);
    }

    [Theory]
    [InlineData("after-sales.xlsx", "xl/worksheets/sheet1.xml", "云杉会在24小时内答复您。")]
    [InlineData("phone.docx", "word/document.xml", "推诿您好,请问有什么可以帮您?")] // a line that greets is held to the opening
    public void An_office_file_changes_in_one_part(string name, string part, string mended)
    {
        var path = _cli.Write(name, File.ReadAllBytes(Sample(name)));
        var before = PartsOf(path);

        var done = Fix(path, "--confirm", "--set", "brand=云杉");

        done.Code.Should().Be(ExitCode.Clean);
        done.Out.Should().EndWith("改了 2 行(1 个文件)\n");
        var after = PartsOf(path);
        after.Keys.Should().Equal(before.Keys);
        after.Where(p => p.Value != before[p.Key]).Select(p => p.Key).Should().Equal(part);
        Regex.Replace(after[part], "<[^>]+>", "").Should().Contain(mended).And.Contain("不客气,很高兴能为您服务。请问您还有其他问题吗?");
        Fix(path, "--confirm", "--set", "brand=云杉").Out.Should().Be("没有改动\n");
    }

    [Fact]
    public void A_formula_is_left_with_the_reason()
    {
        var path = _cli.Write("a.xlsx", File.ReadAllBytes(Sample("after-sales.xlsx")));
        Rewrite(path, "xl/worksheets/sheet1.xml", xml => xml.Replace("""<c r="C4" s="0" t="s"><v>11</v></c>""", """<c r="C4" s="0" t="str"><f>"这事"&amp;"不归我管"</f><v>这事不归我管</v></c>""", StringComparison.Ordinal));

        var done = Fix(path, "--confirm", "--set", "brand=云杉");

        done.Code.Should().Be(ExitCode.Violations);
        done.Out.Should().Contain("售后!C4 未改 never.pass-the-buck: 这种文件写不下(the cell holds a formula)").And.Contain("改了 1 行(1 个文件)", "one cell that cannot be written holds up no other");
    }

    [Fact]
    public void The_file_keeps_its_rights_and_a_link_stays_a_link()
    {
        if (OperatingSystem.IsWindows()) return;
        var path = _cli.Write("a.md", Thanks);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var link = Path.Combine(_cli.Folder, "link.md");
        File.CreateSymbolicLink(link, path);

        Fix(link).Code.Should().Be(ExitCode.Clean);

        new FileInfo(link).LinkTarget.Should().Be(path);
        File.ReadAllText(path).Should().Be(Welcome);
        File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Directory.GetFiles(_cli.Folder).Should().HaveCount(2, "nothing is left behind");
    }

    [Fact]
    public void A_file_that_was_changed_meanwhile_is_left_alone()
    {
        var path = _cli.Write("a.md", "somebody else's");

        new FixedFile(path, Encoding.UTF8.GetBytes(Thanks), Encoding.UTF8.GetBytes(Welcome), []).Write().Should().Contain("changed by somebody else");

        File.ReadAllText(path).Should().Be("somebody else's");
        Directory.GetFiles(_cli.Folder).Should().HaveCount(1);
    }

    [Fact]
    public void The_page_shows_what_the_tool_says()
    {
        var page = File.ReadAllText(Repository.At("docs", "fix.md"));
        var blocks = Regex.Matches(page, "```[a-z]+\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToList();
        var path = _cli.Write("after-sales.xlsx", File.ReadAllBytes(Sample("after-sales.xlsx")));

        var dry = _cli.Run("fix", "--dry-run", path);
        blocks.Should().Contain(b => dry.Out.EndsWith(b.Substring(b.IndexOf("@@", StringComparison.Ordinal)), StringComparison.Ordinal) && b.StartsWith("---", StringComparison.Ordinal));
        blocks.Should().Contain(_cli.Run("fix", path).Out);
    }

    [Fact]
    public void Applying_twice_changes_nothing()
    {
        var line = Gen.Elements("这事不归我管。", "{品牌}这事不归我管。", "请问还有问题吗?", "您好，大概吧", "不归我管，**不归我管**", "XX天内不归我管😀", "您好 {姓名}");
        var gen = from lines in line.NonEmptyListOf() from form in Gen.Elements("md", "csv", "yaml", "json", "txt") select (lines, form);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll(gen.ToArbitrary(), c =>
        {
            var path = _cli.Write("p." + c.form, c.form switch
            {
                "md" => "# 致谢\n" + string.Concat(c.lines.Select(l => $"\n客户：谢谢\n客服：{l}\n")),
                "csv" => "客户,话术\n" + string.Concat(c.lines.Select(l => $"谢谢,\"{l}\"\n")),
                "yaml" => string.Concat(c.lines.Select(l => $"- 客户: 谢谢\n  话术: \"{l}\"\n")),
                "json" => $"[{string.Join(",", c.lines.Select(l => $$"""{"客户":"谢谢","话术":"{{l}}"}"""))}]",
                _ => "# 推诿\n" + string.Join('\n', c.lines),
            });
            var first = Fix(path, "--confirm", "--set", "brand=云杉");
            var once = File.ReadAllText(path);

            var second = Fix(path, "--confirm", "--set", "brand=云杉");

            File.ReadAllText(path).Should().Be(once);
            second.Code.Should().Be(first.Code).And.BeOneOf(ExitCode.Clean, ExitCode.Violations);
            second.Out.Split('\n').Should().Contain(l => l.StartsWith("没有改动", StringComparison.Ordinal));
        }));
    }

    private Cli.Outcome Fix(params string[] args) => _cli.Run(["fix", "--pack", "@small", .. args]);

    private static string Sample(string name) => Repository.At("samples", "scripts", name);

    private static Dictionary<string, string> PartsOf(string path)
    {
        using var archive = ZipFile.OpenRead(path);
        return archive.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        });
    }

    private static void Rewrite(string path, string part, Func<string, string> change)
    {
        var text = change(PartsOf(path)[part]);
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        archive.GetEntry(part)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open());
        writer.Write(text);
    }
}
