using ScriptRules.Examples;
using ScriptRules.Text;

namespace ScriptRules.Tests.Examples;

public sealed class LabelledCasesTests : IDisposable
{
    private readonly CaseFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_reply_is_a_draft_in_its_context()
    {
        var item = One("""
            {"context":[{"speaker":"customer","text":"在吗"}],"text":"在的。","at":"2026-03-10T11:59:00+08:00","channel":"voice","customer":{"name":"张伟"},"verdict":"violated","source":"H-1","also":["H-2"],"note":"例"}
            """);

        item.Conversation.Draft.Should().Be(new Draft("在的。", new DateTimeOffset(2026, 3, 10, 11, 59, 0, TimeSpan.FromHours(8))));
        item.Conversation.Turns.Should().ContainSingle().Which.Text.Should().Be("在吗");
        (item.Conversation.Channel, item.Conversation.Customer.Name).Should().Be((Channel.Voice, "张伟"));
        (item.IsOffending, item.Source, item.Note, item.Set, item.Place.Line).Should().Be((true, "H-1", "例", "set", 1));
        (item.IsLabelled("H-1"), item.IsLabelled("H-2"), item.IsLabelled("H-3")).Should().Be((true, true, false));
    }

    [Theory]
    [InlineData("""{"turns":[{"speaker":"agent","text":"您好。","start":0.5,"end":2}],"startedAt":"2026-03-10T11:59:00+08:00","endedAt":3,"verdict":"clean"}""", 1, null)]
    [InlineData("""{"turns":[{"speaker":"customer","text":"在吗"}],"draft":{"text":"在的。"},"verdict":"passed"}""", 1, "在的。")]
    [InlineData("""{"turns":[{"speaker":"customer","text":"在吗"}],"text":"在的。","verdict":"passed"}""", 1, "在的。")]
    [InlineData("""{"text":"在的。","verdict":"clean"}""", 0, "在的。")]
    public void A_conversation_is_written_as_anywhere(string line, int turns, string? draft)
    {
        var conversation = One(line).Conversation;
        conversation.Turns.Should().HaveCount(turns);
        conversation.Draft?.Text.Should().Be(draft);
    }

    [Theory]
    [InlineData("""{"text":"好","source":"H-1"}""", "a case needs \"verdict\"")]
    [InlineData("""{"text":"好","verdict":"ok"}""", "unknown value \"ok\"")]
    [InlineData("""{"text":"好","verdict":""}""", "unknown value \"\"")]
    [InlineData("""{"text":"好","verdict":1}""", "\"verdict\" is a text")]
    [InlineData("""{"text":"好","verdict":"violated"}""", "an offending case needs \"source\"")]
    [InlineData("""{"text":"好","verdict":"clean","sorce":"H-1"}""", "did you mean \"source\"")]
    [InlineData("""{"text":"好","verdict":"clean","verdict":"violated"}""", "\"verdict\" is there twice")]
    [InlineData("""{"text":"好","verdict":"clean","also":"H-1"}""", "\"also\" is a list")]
    [InlineData("""{"text":"好","verdict":"clean","source":1}""", "\"source\" is a text")]
    [InlineData("""{"text":"好","verdict":"clean","note":"\ud800"}""", "no Unicode")]
    [InlineData("""{"verdict":"clean","context":[{"speaker":"customer","text":"在吗"}]}""", "there is no \"text\"")]
    [InlineData("""{"verdict":"clean","at":"2026-03-10T11:59:00+08:00","turns":[{"speaker":"agent","text":"好"}]}""", "there is no \"text\"")]
    [InlineData("""{"text":"好","verdict":"clean","context":[],"turns":[]}""", "two names of one thing")]
    [InlineData("""{"text":"好","verdict":"clean","draft":{"text":"好"}}""", "two names of one thing")]
    [InlineData("""{"text":"好","verdict":"clean","context":[{"speaker":"seller","text":"在"}]}""", "did you mean \"agent\"")]
    [InlineData("""{"text":"好","verdict":"clean","channel":"fax"}""", "channel")]
    [InlineData("""{"text":"好","verdict":"clean","at":"昨天"}""", "SRI110")]
    [InlineData("""{"text":"","verdict":"clean"}""", "nothing to check")]
    [InlineData("""{"verdict":"clean"}""", "nothing to check")]
    [InlineData("""["好"]""", "a case is an object")]
    [InlineData("""{"text":"好","verdict":"clean" """, "SRI101")]
    public void What_cannot_be_read_is_told_with_its_line_and_the_rest_is_read(string line, string expected)
    {
        var path = _folder.Write("examples/set.jsonl", $"{{\"text\":\"好\",\"verdict\":\"clean\"}}\n\n{line}\n");

        var read = LabelledCases.Of(_folder.Path);

        read.Cases.Should().ContainSingle();
        read.Errors.Should().NotBeEmpty().And.OnlyContain(e => e.Place.Line == 3 && e.Place.Path == path);
        read.Errors.Select(e => e.ToString()).Should().Contain(e => e.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_that_are_no_text_and_files_without_a_case_are_told()
    {
        File.WriteAllBytes($"{_folder.Path}/examples/a.jsonl", [.. "{\"text\":\""u8, 0xE5, 0xFF, .. "\"}\n"u8]);
        _folder.Write("examples/b.jsonl", "\n");

        LabelledCases.Of(_folder.Path).Errors.Select(e => (Path.GetFileName(e.Place.Path), e.Code.Code)).Should().Equal(("a.jsonl", "SRI125"), ("b.jsonl", "SRI111"));
    }

    [Fact]
    public void A_pack_without_the_folder_has_none()
    {
        Directory.Delete($"{_folder.Path}/examples");
        LabelledCases.Of(_folder.Path).Should().Be(new LabelledCases([], []));
    }

    [Fact]
    public void The_same_case_in_another_set_is_told()
    {
        _folder.Write("examples/a.jsonl", """{"text":"OK的。","verdict":"clean"}""" + "\n" + """{"text":"好的。","verdict":"clean"}""" + "\n");
        _folder.Write("examples/b.jsonl", """
            {"text":"ok的。","verdict":"violated","source":"H-1"}
            {"text":"OK的。","context":[{"speaker":"customer","text":"在吗"}],"verdict":"clean"}
            {"text":"OK的。","at":"2026-03-10T11:59:00+08:00","verdict":"clean"}
            """);

        LabelledCases.Of(_folder.Path).Repeated().Select(r => (r.Case.Set, r.Case.Place.Line, r.First.Set, r.First.Place.Line)).Should().Equal(("b", 1, "a", 1));
    }

    private LabelledCase One(string line)
    {
        _folder.Write("examples/set.jsonl", line);
        var read = LabelledCases.Of(_folder.Path);
        read.Errors.Should().BeEmpty();
        return read.Cases.Should().ContainSingle().Subject;
    }
}
