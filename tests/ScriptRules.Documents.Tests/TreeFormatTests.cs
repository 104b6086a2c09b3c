using System.Text;
using ScriptRules.Formats;

namespace ScriptRules.Documents;

public class TreeFormatTests
{
    [Fact]
    public void Keys_that_name_lines_are_script()
    {
        const string yaml = """
            负责人: 李雷
            售后:
              - 场景: 客户致谢
                客户说: 谢谢
                话术: 不客气
                备注: 不知道
              - 场景: 投诉
                参考话术:
                  - "抱歉\n请讲"
                  - |
                    客户: 我要投诉
                    客服: 非常抱歉
            """;

        Documents.Lines(yaml, "a.yaml").Should().Equal("5:9 售后 / 客户致谢 | 谢谢 | 不客气", "9:10 售后 / 投诉 | 抱歉⏎请讲", "12:13 售后 / 投诉 | 我要投诉 | 非常抱歉");
        Documents.Read(yaml, "a.yaml").Lines.Should().OnlyContain(l => l.Owner == "李雷");
    }

    [Fact]
    public void Without_a_case_the_keys_above_tell_it() =>
        Documents.Lines("售后:\n  客户致谢:\n    回复: 不客气\n", "a.yml").Should().Equal("3:9 售后 / 客户致谢 | 不客气");

    [Fact]
    public void Json_is_read_like_yaml() =>
        Documents.Lines("""{"致谢": [{"question": "谢谢", "answer": "不\u5ba2\"气\""}]}""", "a.json").Should().Equal("1:39 致谢 | 谢谢 | 不客\"气\"");

    [Theory]
    [InlineData("""[{"场景":"致谢","话术":"不客气"}]""", true)]
    [InlineData("""{"draft":{"text":"您好"}}""", false)]
    [InlineData("""{"id":"1","turns":[{"speaker":"agent","text":"您好"}]}""", false)]
    [InlineData("""{"a":"您好"}""", false)]
    public void A_conversation_is_no_script(string json, bool isScript) =>
        DocumentFormats.All[^1].Recognizes(new SourceHead(".json", json, true)).Should().Be(isScript);

    [Theory]
    [InlineData("name: service\nrules:\n  - id: a\n    say: 您好\n")]
    [InlineData("script:\n  - npm test\n")]
    [InlineData("- id: a\n  reason: 您好\n  until: 2026-12-31\n  text: 您好\n")]
    [InlineData("致谢: 不客气\n")]
    public void Settings_and_rules_are_passed_over(string yaml)
    {
        var document = Documents.Read(yaml, "a.yaml");

        document.Lines.Should().BeEmpty();
        document.Errors.Should().BeEmpty();
        document.Notes.Should().ContainSingle(n => n.Code == InputErrorCode.NotRead);
    }

    [Theory]
    [InlineData("a: [\n", "a.yaml", "SRI143")]
    [InlineData("{\"话术\": \"您好\",}", "a.json", "SRI101")]
    [InlineData("{\"话术\": \"您好\"", "a.json", "SRI101")]
    public void What_is_broken_is_said(string text, string path, string code) =>
        Documents.Read(text, path).Errors.Should().ContainSingle().Which.Code.Code.Should().Be(code);

    [Theory]
    [InlineData("a.yaml")]
    [InlineData("a.json")]
    public void Deep_nesting_is_an_error(string path) =>
        Documents.Read(new string('[', 3000), path).Errors.Should().ContainSingle(e => e.Code == InputErrorCode.DocumentTooDeep);

    [Theory]
    [InlineData("话术: 不行的\n", "不行", "可以", "话术: 可以的\n")]
    [InlineData("话术: 不行的 # 说明\n", "不行的", "好: 是 #1", "话术: \"好: 是 #1\" # 说明\n")]
    [InlineData("话术: '不行的'\n", "不行", "'可以'", "话术: '''可以''的'\n")]
    [InlineData("话术: \"不\\n行的\"\n", "行的", "\"好\"\n的", "话术: \"不\\n\\\"好\\\"\\n的\"\n")]
    [InlineData("话术: |\n  不行的\n  再见\n后: 1\n", "不行的", "好的\n请讲", "话术: |\n  好的\n  请讲\n  再见\n后: 1\n")]
    [InlineData("话术: >-\n  不行的\n  再见\n后: 1\n", "不行的", "好的", "话术: >-\n  好的\n  再见\n后: 1\n")]
    [InlineData("{话术: 不行的, b: 1}\n", "不行的", "好的,是", "{话术: \"好的,是\", b: 1}\n")]
    [InlineData("话术: 不行\r\n  的\r\nb: 1\r\n", "行 的", "好", "话术: 不好\r\nb: 1\r\n")]
    public void Yaml_corrections_keep_everything_else(string yaml, string old, string replacement, string expected) =>
        Documents.Replace(yaml, "a.yaml", old, replacement).Should().Be(expected);

    [Fact]
    public void Json_corrections_are_escaped() =>
        Documents.Replace("""{ "话术" : "不\t行的" , "b":1}""", "a.json", "行的", "\"好\"\n").Should().Be("""{ "话术" : "不\t\"好\"\n" , "b":1}""");

    [Theory]
    [InlineData("话术: \"😀不行\"\n", 1, 7)]
    [InlineData("x: 😀\n话术: |\n\n    好。\n     不行\n", 5, 6)]
    [InlineData("话术: >\n  好。\n  不行\n", 3, 3)]
    [InlineData("- 话术: '是''不行'\n", 1, 11)]
    [InlineData("话术: \"\\u662F不行\"\r\n", 1, 12)]
    public void A_place_in_a_value_is_one_in_the_file(string yaml, int line, int column)
    {
        var found = Documents.Read(yaml, "a.yaml").Lines[0];

        found.PlaceOf(found.Written.IndexOf("不行", StringComparison.Ordinal)).Should().Be((line, column));
    }
}
