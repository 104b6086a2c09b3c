using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Tests.Formats;

public class JsonTests
{
    private const string Full = """
        {"id":"c1","channel":"voice","direction":"inbound","startedAt":"2026-02-17T09:12:00+08:00",
         "answeredAt":1.2,"endedAt":93.0,"agent":{"id":"8021","name":"王芳"},"customer":{"name":"张伟","honorific":"先生"},
         "turns":[{"speaker":"agent","text":"早上好,这里是云杉家电。","start":0.8,"end":3.2},
                  {"speaker":"customer","text":"洗衣机又漏水了"}],
         "attributes":{"queue":"售后","vip":true,"level":3,"none":null,"tags":["a", {"b":1}]},
         "draft":{"text":"很抱歉给您添麻烦了。","at":"2026-02-17T09:13:00+08:00"}}
        """;

    [Fact]
    public void Reads_every_member_of_the_contract()
    {
        var read = Reading.One(Full);

        read.Id.Should().Be("c1");
        read.Channel.Should().Be(Channel.Voice);
        read.Direction.Should().Be(Direction.Inbound);
        read.StartedAt!.Value.ToString("O").Should().Be("2026-02-17T09:12:00.0000000+08:00");
        read.AnsweredAt.Should().Be(TimeSpan.FromSeconds(1.2));
        read.EndedAt.Should().Be(TimeSpan.FromSeconds(93));
        read.Agent.Should().Be(new Party("8021", "王芳"));
        read.Customer.Should().Be(new Party(Name: "张伟", Honorific: "先生"));
        read.Turns.Should().Equal(
            new Turn(SpeakerRole.Agent, "早上好,这里是云杉家电。", TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(3.2)),
            new Turn(SpeakerRole.Customer, "洗衣机又漏水了"));
        read.Draft.Should().Be(new Draft("很抱歉给您添麻烦了。", new DateTimeOffset(2026, 2, 17, 9, 13, 0, TimeSpan.FromHours(8))));
        read.Attributes.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["queue"] = "售后", ["vip"] = "true", ["level"] = "3", ["tags"] = """["a", {"b":1}]""",
        });
    }

    [Fact]
    public void Knows_the_line_of_every_turn()
    {
        var origin = Reading.Of(Full, "c.json")[0].Origin;

        origin.Should().BeEquivalentTo(new { Path = "c.json", Line = 1, Number = 1 });
        origin.TurnLines.Should().Equal(3, 4);
        origin.LineOf(1).Should().Be(4);
        origin.LineOf(2).Should().Be(1, "that is the draft");
    }

    [Theory]
    [InlineData("c.json", "{\"draft\":\n{\"text\":\"好\"}\n}\n\n", "1-3")]
    [InlineData("c.json", "[\n{\"draft\":{\"text\":\"好\"}},\n{\"draft\":\n{\"text\":\"好\"}}\n]", "2-2 3-4")]
    [InlineData("c.jsonl", "{\"draft\":{\"text\":\"好\"}}\n\n{\"draft\":{\"text\":\"好\"}}\n", "1-1 3-3")]
    [InlineData("c.txt", "客服: 您好\n客户: 你好\n", "1-0")]
    public void Knows_the_line_of_the_end_where_it_is_marked(string name, string text, string lines) =>
        string.Join(' ', Reading.Of(text, name).Select(r => $"{r.Origin.Line}-{r.Origin.EndLine}")).Should().Be(lines);

    [Theory]
    [InlineData("""{"turns":[{"speaker":"agent","text":"好"}]}""")]
    [InlineData("""{"draft":{"text":"好"}}""")]
    [InlineData("""{"turns":[],"draft":{"text":"好"}}""")]
    [InlineData("""{"id":null,"channel":null,"startedAt":null,"answeredAt":null,"agent":null,"agent\u0032":1}""", false)]
    [InlineData("""{"id":null,"channel":null,"startedAt":null,"answeredAt":null,"agent":null,"attributes":null,"draft":{"text":"好","at":null}}""")]
    [InlineData("""{"turns":[{"speak\u0065r":"ag\u0065nt","text":"好","start":0,"end":0}]}""")]
    [InlineData("""{"startedAt":"2024-02-29T23:59Z","draft":{"text":"好"}}""")]
    [InlineData("""{"attributes":{"a":{"b":[1,2,{"c":null}]}},"draft":{"text":"好"}}""")]
    [InlineData("\uFEFF \r\n {\"draft\":{\"text\":\"好\"}} \n")]
    public void Accepts_what_may_be_left_out(string json, bool accepted = true) =>
        Reading.Of(json, "c.json").Should().ContainSingle().Which.Errors.IsEmpty.Should().Be(accepted);

    [Fact]
    public void Keeps_lone_surrogates_and_escapes_as_they_were_sent() =>
        Reading.One("""{"draft":{"text":"a\ud800b\udc00\uD83D\uDE00\"\\\/\b\f\n\r\t\u4F60"}}""")
            .Draft!.Text.Should().Be("a\uD800b\uDC00😀\"\\/\b\f\n\r\t你");

    [Fact]
    public void Reads_a_list_and_counts_the_bad_ones()
    {
        var results = Reading.Of(
            """
            [
              {"id":"1","draft":{"text":"好"}},
              {"id":"2","draft":{"txt":"好"}},
              7,
              {"id":"4","draft":{"text":"好"}}
            ]
            """,
            "list.json");

        results.Select(r => (r.Conversation?.Id, r.Origin.Line, r.Origin.Number))
            .Should().Equal(("1", 2, 1), (null, 3, 2), (null, 4, 3), ("4", 5, 4));
        results.SelectMany(r => r.Errors).Select(e => (e.ToString(), e.JsonPath)).Should().Equal(
            ("list.json:3:22: error SRI104: unknown member \"txt\" in [1].draft; did you mean \"text\"?", "[1].draft.txt"),
            ("list.json:4:3: error SRI103: [2]: expected a conversation, found a number; a conversation is { \"turns\": [ … ] }", "[2]"));
    }

    [Fact]
    public void Keeps_the_conversations_before_a_break_in_a_list()
    {
        var results = Reading.Of("""[{"draft":{"text":"好"}}, {"draft":{"text":"坏" """, "list.json");

        results.Select(r => r.Conversation is not null).Should().Equal(true, false);
        results[1].Errors.Should().ContainSingle().Which.Code.Should().Be(InputErrorCode.BrokenJson);
    }

    [Fact]
    public void Notes_turns_without_text()
    {
        var result = Reading.Of(
            """{"turns":[{"speaker":"agent","text":"好"},{"speaker":"bot","text":""},{"speaker":"bot","text":" "}]}""", "c.json")[0];

        result.Conversation!.Turns.Should().HaveCount(3);
        result.Notes.Select(n => n.ToString()).Should().Equal("c.json:1:42: note SRI191: turns[1] and 1 more have no text");
    }

    [Fact]
    public void Words_are_read_and_written_back()
    {
        const string Json = """{"turns":[{"speaker":"agent","text":"您好","start":1,"end":2.5,"words":[{"text":"您","start":1,"end":1.5},{"start":1.5,"end":2.5}]}]}""";

        var read = Reading.Of(Json, "c.json").Single().Conversation!;

        read.Turns[0].Words.Should().Equal(new Word("您", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5)), new Word(null, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5)));
        ConversationWriter.ToJson(read).Should().Be(Json);
    }
}
