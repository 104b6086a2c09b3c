using System.Text;
using ScriptRules.Formats;

namespace ScriptRules.Tests.Formats;

/// <summary>Every mistake with its exact place; columns count characters.</summary>
public class BadJsonTests
{
    [Theory]
    // Broken JSON.
    [InlineData("""{"turns":[{"speaker":"agent","text":"好"},]}""", "1:41", "SRI101", "a comma before the closing bracket; remove the comma")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"好","start":NaN}]}""", "1:49", "SRI101", "NaN and Infinity are no JSON numbers")]
    [InlineData("""{"turns":[{"speaker":'agent'}]}""", "1:22", "SRI101", "a single quotation mark")]
    [InlineData("""{"draft":{"text":"你好"}} x""", "1:25", "SRI101", "'x' follows the end of the JSON")]
    [InlineData("""{"draft":{"text":"你好"}}{"draft":{"text":"你好"}}""", "1:24", "SRI101", "'{' follows the end of the JSON")]
    [InlineData("""{"draft":{"text":"你好" """, "1:22", "SRI101", "the JSON ends before it is complete")]
    [InlineData("{\n  // note\n}", "2:3", "SRI101", "JSON has no comments")]
    [InlineData("{\"draft\":{\"text\":\"你\n好\"}}", "1:20", "SRI101", "a line break or tab inside a text")]
    [InlineData("""{"draft":{"text":"\x"}}""", "1:20", "SRI101", "'x' is not expected here")]
    [InlineData("""{"draft" {"text":"好"}}""", "1:10", "SRI101", "'{' is not expected here")]
    [InlineData("""{"answeredAt":01,"draft":{"text":"好"}}""", "1:16", "SRI101", "'1' is not expected here")]
    [InlineData("hello", "1:1", "SRI101", "'h' is not expected here")]
    // Shape.
    [InlineData("""{"attributes":{"a":[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}}""", "1:34", "SRI102", "nested deeper than 16 levels")]
    [InlineData("7", "1:1", "SRI103", "expected a conversation, found a number")]
    [InlineData("""{"turns":{}}""", "1:10", "SRI103", "turns: expected a list of turns, found an object")]
    [InlineData("""{"turns":["好"]}""", "1:11", "SRI103", "turns[0]: expected a turn, found text")]
    [InlineData("""{"id":5,"draft":{"text":"好"}}""", "1:7", "SRI103", "id: expected text, found a number")]
    [InlineData("""{"draft":"好"}""", "1:10", "SRI103", "draft: expected an object, found text")]
    [InlineData("""{"draft":{"text":null}}""", "1:18", "SRI103", "draft.text: expected text, found null")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"好","start":"0:01"}]}""", "1:49", "SRI103", "turns[0].start: expected seconds, as a number, found text")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"好","words":"好"}]}""", "1:49", "SRI103", "turns[0].words: expected a list of words, found text")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"好","words":[{"start":1}]}]}""", "1:50", "SRI106", "the member \"end\" is missing in turns[0].words[0]")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"好","words":[{"start":2,"end":1}]}]}""", "1:67", "SRI109", "turns[0].words[0].end: 1 s is before start, 2 s")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"您好","words":[{"start":2,"end":3},{"start":1,"end":4}]}]}""", "1:71", "SRI116", "turns[0].words[1] begins before the word in front of it")]
    [InlineData("""{"turns":[{"speeker":"agent","text":"好"}]}""", "1:12", "SRI104", "unknown member \"speeker\" in turns[0]; did you mean \"speaker\"?")]
    [InlineData("""{"turns":[{"speaker":"agent","content":"好"}]}""", "1:30", "SRI104", "unknown member \"content\" in turns[0]; did you mean \"text\"?")]
    [InlineData("""{"started_at":"x","draft":{"text":"好"}}""", "1:2", "SRI104", "unknown member \"started_at\"; did you mean \"startedAt\"?")]
    [InlineData("""{"queue":"x","draft":{"text":"好"}}""", "1:2", "SRI104", "unknown member \"queue\"; free metadata belongs under \"attributes\"")]
    [InlineData("""{"id":"1","id":"2","draft":{"text":"好"}}""", "1:11", "SRI105", "the member \"id\" occurs twice; remove one of them")]
    [InlineData("""{"attributes":{"a":"1","\u0061":"2"},"draft":{"text":"好"}}""", "1:24", "SRI105", "the member \"a\" occurs twice in attributes")]
    [InlineData("""{"turns":[{"text":"好"}]}""", "1:11", "SRI106", "the member \"speaker\" is missing in turns[0]")]
    [InlineData("""{"turns":[{"speaker":"agent"}]}""", "1:11", "SRI106", "the member \"text\" is missing in turns[0]")]
    [InlineData("""{"draft":{}}""", "1:10", "SRI106", "the member \"text\" is missing in draft")]
    // Values.
    [InlineData("""{"turns":[{"speaker":"客服","text":"好"}]}""", "1:22", "SRI107", "turns[0].speaker: unknown value \"客服\"; did you mean \"agent\"?")]
    [InlineData("""{"turns":[{"speaker":"Agent","text":"好"}]}""", "1:22", "SRI107", "turns[0].speaker: unknown value \"Agent\"; did you mean \"agent\"?")]
    [InlineData("""{"channel":"fax","draft":{"text":"好"}}""", "1:12", "SRI107", "channel: unknown value \"fax\"; it can be voice, chat, email")]
    [InlineData("""{"answeredAt":-0.5,"draft":{"text":"好"}}""", "1:15", "SRI108", "answeredAt: a time cannot be negative")]
    [InlineData("""{"answeredAt":1e400,"draft":{"text":"好"}}""", "1:15", "SRI108", "answeredAt: beyond the longest conversation, 31,622,400 s; times are seconds")]
    [InlineData("""{"answeredAt":1771290720000,"draft":{"text":"好"}}""", "1:15", "SRI108", "answeredAt: beyond the longest conversation")]
    [InlineData("""{"turns":[{"speaker":"agent","text":"好","end":1,"start":2.5}]}""", "1:47", "SRI109", "turns[0].end: 1 s is before start, 2.5 s")]
    [InlineData("""{"answeredAt":5,"endedAt":4,"draft":{"text":"好"}}""", "1:27", "SRI109", "endedAt: 4 s is before answeredAt, 5 s")]
    [InlineData("""{"startedAt":"2026-02-30T09:12:00+08:00","draft":{"text":"好"}}""", "1:14", "SRI110", "startedAt: \"2026-02-30T09:12:00+08:00\" is no date and time")]
    [InlineData("""{"startedAt":"2026-02-17T09:12:00","draft":{"text":"好"}}""", "1:14", "SRI110", "has no offset from UTC; add it, as in +08:00")]
    [InlineData("""{"draft":{"text":"好","at":"明天"}}""", "1:27", "SRI110", "draft.at: \"明天\" is no date and time")]
    // Nothing to check.
    [InlineData("", "", "SRI111", "nothing to check: there is no conversation in it")]
    [InlineData(" \n ", "", "SRI111", "nothing to check: there is no conversation in it")]
    [InlineData("[]", "", "SRI111", "nothing to check: there is no conversation in it")]
    [InlineData("{}", "1:1", "SRI111", "nothing to check: there are no turns and no draft")]
    [InlineData("""{"turns":[]}""", "1:10", "SRI111", "nothing to check: there are no turns and no draft")]
    [InlineData("""{"turns":[{"speaker":"agent","text":" \n"}]}""", "1:10", "SRI111", "nothing to check: no turn has any text")]
    [InlineData("""{"draft":{"text":" "}}""", "1:18", "SRI111", "nothing to check: the draft is empty")]
    public void Says_what_is_wrong_and_where(string json, string place, string code, string words)
    {
        var error = Reading.Errors(json, "c.json").Should().ContainSingle().Subject;

        error.Should().StartWith($"c.json:{(place.Length == 0 ? "" : place + ":")} error {code}: ").And.Contain(words);
        Reading.Of(json, "c.json").Should().OnlyContain(r => r.Conversation == null);
    }

    [Fact]
    public void Reports_the_mistakes_of_a_conversation_at_once() =>
        Reading.Errors(
            """
            {
              "chanel": "voice",
              "turns": [
                { "speaker": "agent", "text": 5 },
                { "speaker": "😀", "start": -1, "txt": "" }
              ]
            }
            """,
            "c.json").Should().Equal(
            "c.json:2:3: error SRI104: unknown member \"chanel\"; did you mean \"channel\"?",
            "c.json:4:35: error SRI103: turns[0].text: expected text, found a number",
            "c.json:5:18: error SRI107: turns[1].speaker: unknown value \"😀\"; it can be agent, customer, bot, system",
            "c.json:5:32: error SRI108: turns[1].start: a time cannot be negative",
            "c.json:5:36: error SRI104: unknown member \"txt\" in turns[1]; did you mean \"text\"?");

    [Fact]
    public void Counts_the_mistakes_beyond_the_limit()
    {
        var members = string.Join(",", Enumerable.Range(0, 1_000).Select(i => $"\"x{i}\":1"));

        var errors = Reading.Errors($"{{{members}}}", "c.json");

        errors.Should().HaveCount(26);
        errors[^1].Should().EndWith("error SRI115: 975 more mistakes from here on");
    }

    [Fact]
    public void Holds_to_its_limits()
    {
        var options = new ReaderOptions { Limits = new ReaderLimits { Turns = 2, TextLength = 3, Bytes = 200, Depth = 4 } };
        const string turn = """{"speaker":"agent","text":"好"}""";

        Reading.Of($"{{\"turns\":[{turn},{turn}]}}", "c.json", options)[0].Errors.Should().BeEmpty();
        Reading.Errors($"{{\"turns\":[{turn},{turn},{turn}]}}", "c.json", options)
            .Should().Equal("c.json:1:73: error SRI112: more turns than the limit of 2");
        Reading.Of("""{"draft":{"text":"你\u597d吗"}}""", "c.json", options)[0].Errors.Should().BeEmpty();
        Reading.Errors("""{"draft":{"text":"你好吗?"}}""", "c.json", options)
            .Should().Equal("c.json:1:18: error SRI113: draft.text: longer than the limit of 3 characters");
        Reading.Errors("""{"draft":{"text":"好"}}""" + new string(' ', 200), "c.json", options)
            .Should().ContainSingle().Which.Should().StartWith("c.json: error SRI114: larger than the limit of 200 bytes");
        Reading.Errors("""{"attributes":{"a":[[[1]]]}}""", "c.json", options).Should().Equal("c.json:1:22: error SRI102: nested deeper than 4 levels");
        Reading.Errors("""[{"attributes":{"a":[[[1]]]}}]""", "c.json", options).Should().Equal("c.json:1:23: error SRI102: nested deeper than 4 levels");
    }

    [Fact]
    public void Stays_quick_when_every_item_of_one_long_line_is_wrong()
    {
        var json = new StringBuilder("[").AppendJoin(',', Enumerable.Repeat("{\"x\":1}", 20_000)).Append(']');

        var results = Reading.Of(json.ToString(), "c.json");

        results.Should().HaveCount(20_000);
        results[^1].Errors[0].Place.Column.Should().Be(2 + (19_999 * 8) + 1);
    }
}
