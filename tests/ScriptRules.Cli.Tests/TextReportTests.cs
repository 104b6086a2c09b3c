namespace ScriptRules.Cli.Tests;

public sealed class TextReportTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Shows_place_words_reason_handbook_evidence_and_rewrite()
    {
        var path = _cli.Write("call.txt", """
            [2026-03-02 15:00:01] 客服: 您好,请问有什么可以帮您?
            [2026-03-02 15:00:09] 客户: 退款到了,谢谢你啊。
            [2026-03-02 15:00:15] 客服: 请问还有问题吗?
            [2026-03-02 15:00:21] 客户: 发票什么时候寄?
            [2026-03-02 15:00:30] 客服: 明天大概吧。
            [2026-03-02 15:00:34] 客户: 能催一下吗?
            [2026-03-02 15:00:40] 客服: ABC寄发票的事不归我管。

            """);
        var run = _cli.Run("check", path, "--pack", "@small", "--set", "brand=云杉");
        run.Out.Should().Be("""
            call.txt:1  错误 1  警告 1  提示 1

              警告  answer.thanks  客户致谢要回应
                call.txt:3  第 3 轮 客服 开头
                  请问还有问题吗?
                  ^
                原因  客户道了谢,没有回应。
                手册  H-1 客户致谢时,要有回应。
                依据  第 2 轮 客户“谢谢”(致谢)
                改写  不客气,很高兴能为您服务。请问还有问题吗?
                      (只改措辞,可直接替换)

              提示  never.vague  少说没把握的话  (把握 60%)
                call.txt:5  第 5 轮 客服 第 3-5 字
                  明天大概吧。
                      ~~~~~~
                原因  说得没有把握。
                手册  H-5 没有把握的话少说。
                改写  没有:这条规则没有范句

              错误  never.pass-the-buck  不推诿
                call.txt:7  第 7 轮 客服 第 9-12 字
                  ABC寄发票的事不归我管。
                               ~~~~~~~~
                原因  “不归我管”是在推诿。
                手册  H-2 推诿的话不说,例如“这事不归我管”。
                改写  云杉会在24小时内答复您。
                      (内容有变,请确认后使用)

              1 条规则未检查:不知道客户姓名

            共检查 1 份(对话 1,草稿 0):有违规 1,合规 0,无法判断 0
            违规 3 处:错误 1,警告 1,提示 1
            未检查:不知道客户姓名(1 条规则,共 1 次)
            从未用上:1 条规则
            规则包 small 1.2.0,共 5 条规则

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Shows_a_line_of_script_as_it_is_written()
    {
        var path = _cli.Write("售后.txt", "# 客户催单\n  {品牌}的事不归我管,{小时}小时后再来。\n");
        _cli.Run("check", path, "--pack", "@small", "--set", "brand=云杉").Out.Should().StartWith("""
            售后.txt:2:3  话术  场景“客户催单”  错误 1

              错误  never.pass-the-buck  不推诿
                售后.txt:2:9  话术 第 7-10 字
                  {品牌}的事不归我管,{小时}小时后再来。
                            ~~~~~~~~
                原因  “不归我管”是在推诿。
                手册  H-2 推诿的话不说,例如“这事不归我管”。
                改写
            """.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("这是不归我管", ",读音相同或相近")]
    [InlineData("这a事不归我管", ",夹有字母或用了拼音")]
    [InlineData("自已看去", ",字形相近或拆开了写")]
    [InlineData("这事事不归我管", ",有重复的字")]
    [InlineData("感谢您来电祝您生活愉快", ",与范句相近")]
    [InlineData("這事不歸我管", null)]
    [InlineData("这事不归我管", null)]
    public void Tells_how_words_were_recognised(string said, string? how)
    {
        _cli.Write("pack/pack.yaml", "name: heard\n"u8.ToArray());
        _cli.Write("pack/rules.yaml", """
            concepts:
              buck: { title: 推诿, says: [这事不归我管, 自己看去], similar: 感谢您的来电祝您生活愉快, sound-like: same, disguises: [letters, look-alikes, repeats] }
            rules: [{ id: never.buck, kind: never-say, say: buck }]
            """);
        var lines = _cli.Run("check", "--text", said, "--pack", Path.Combine(_cli.Folder, "pack")).Out.Split('\n').Select(l => l.Trim());

        var told = lines.Where(l => l.StartsWith("依据", StringComparison.Ordinal));
        told.Should().Equal(how is null ? [] : [$"依据  “{said}”{how}"]);
    }

    [Fact]
    public void Names_clean_conversations_only_when_asked()
    {
        var path = _cli.Write("good.txt", "客服: 您好,请问有什么可以帮您?");
        _cli.Run("check", path, "--pack", "@small").Out.Should().StartWith("共检查 1 份").And.Contain("合规 1");
        _cli.Run("check", path, "--pack", "@small", "--verbose").Out.Should()
            .StartWith("good.txt:1  合规\n  2 条规则未检查:不知道客户姓名(1 条);不知道对话何时开始(1 条)\n");
    }

    [Fact]
    public void Never_hides_a_conversation_that_could_not_be_judged()
    {
        var path = _cli.Write("silent.txt", "客户: 喂?");
        var run = _cli.Run("check", path, "--pack", "@small");
        run.Out.Should().StartWith("silent.txt:1  无法判断:客服没有说任何可读的话\n").And.Contain("无法判断 1");
        run.Error.Should().Contain("nothing was checked: no rule could be decided");
    }

    [Fact]
    public void Uses_the_clock_of_the_command_line_at_the_site()
    {
        var path = _cli.Write("opening.txt", "客服: 您好,请问有什么可以帮您?");
        _cli.Run("check", path, "--pack", "@small", "--at", "2026-03-02T15:00").Code.Should().Be(0);
        var run = _cli.Run("check", path, "--pack", "@small", "--at", "2026-03-02T01:00:00Z");
        run.Code.Should().Be(1);
        run.Out.Should().Contain("开头语与时段不符").And.Contain("依据  开口时间 2026-03-02 09:00 (morning)").And.Contain("早上好!");
    }

    [Fact]
    public void Checks_a_reply_from_the_command_line()
    {
        var run = _cli.Run("check", "--text", "这事不归我管。", "--pack", "@small");
        run.Code.Should().Be(1);
        run.Out.Should().StartWith("<text>:1  草稿  错误 1\n").And.Contain("草稿 第 3-6 字").And.Contain("请填好 {} 中的内容再用").And.Contain("草稿 1");
    }

    [Fact]
    public void Reads_standard_input()
    {
        var run = _cli.RunWith("客服: 您好,请问有什么可以帮您?\n客户: 退款呢?\n客服: 不归我管。", "check", "-", "--pack", "@small");
        run.Code.Should().Be(1);
        run.Out.Should().StartWith("<stdin>:1  错误 1\n").And.Contain("<stdin>:3  第 3 轮 客服");
    }

    [Fact]
    public void Lets_nothing_in_a_text_drive_the_terminal()
    {
        var path = _cli.Write("evil.json", """{"turns":[{"speaker":"agent","text":"\u001b[2J\u202e不归我管\r\n第二行"}]}""");
        var run = _cli.Run("check", path, "--pack", "@small");
        run.Out.Should().NotContain("\u001b").And.NotContain("\u202e").And.Contain("^[[2J\\u202e").And.Contain("⏎第二行");
    }

    [Fact]
    public void Writes_UTF8_without_byte_order_mark() =>
        _cli.Run("check", "--text", "您好", "--pack", "@small").Bytes[..3].Should().NotEqual(new byte[] { 0xEF, 0xBB, 0xBF });
}
