using System.Text;
using ScriptRules.Formats;

namespace ScriptRules.Tests.Formats;

public class JsonLinesTests
{
    private const string Good = """{"draft":{"text":"您好"}}""";

    [Fact]
    public void One_bad_line_never_hides_the_others()
    {
        var results = Reading.Of(
            string.Join("\n", Good, """{"turns":[{"speeker":"agent","text":"好"}]}""", "", "{\"draft\":", "[1]", Good + "\r"), "calls.jsonl");

        results.Select(r => (r.Conversation is not null, r.Origin.Line, r.Origin.Number))
            .Should().Equal((true, 1, 1), (false, 2, 2), (false, 4, 3), (false, 5, 4), (true, 6, 5));
        results.SelectMany(r => r.Errors).Select(e => e.ToString()).Should().Equal(
            "calls.jsonl:2:12: error SRI104: unknown member \"speeker\" in turns[0]; did you mean \"speaker\"?",
            "calls.jsonl:4:10: error SRI101: the JSON ends before it is complete; look for a missing quotation mark or bracket",
            "calls.jsonl:5:1: error SRI103: expected a conversation, found a list; a conversation is { \"turns\": [ … ] }");
    }

    [Fact]
    public void A_line_with_bad_bytes_never_hides_the_others()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Good + "\n{\"draft\":{\"text\":\"好"), 0xFF, .. Encoding.UTF8.GetBytes("\"}}\n" + Good)];

        var results = Reading.Of(bytes, "calls.jsonl");

        results.Select(r => r.Conversation is not null).Should().Equal(true, false, true);
        results[1].Errors[0].ToString().Should().Be("calls.jsonl:2:20: error SRI125: the byte 0xFF is not UTF-8; save it as UTF-8");
    }

    [Theory]
    [InlineData("calls.jsonl")]
    [InlineData("calls.json")]
    [InlineData("<stdin>")]
    public void Lines_are_told_by_their_content(string name) =>
        Reading.Of(Good + "\n" + Good + "\n", name).Should().HaveCount(2).And.OnlyContain(r => r.Conversation != null);

    [Theory]
    [InlineData("calls.jsonl")]
    [InlineData("<stdin>")]
    public void A_document_over_several_lines_is_told_as_well(string name) =>
        Reading.Of("{\n  \"draft\": {\n \"text\": \"您好\" }\n}", name).Should().ContainSingle().Which.Conversation.Should().NotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void An_empty_file_is_an_error(string text) =>
        Reading.Errors(text, "calls.jsonl").Should().Equal("calls.jsonl: error SRI111: nothing to check: there is no conversation in it");

    [Fact]
    public void A_line_that_is_too_long_is_passed_over_without_keeping_it()
    {
        var options = new ReaderOptions { Limits = new ReaderLimits { Bytes = 100_000 } };
        var text = string.Join('\n', Good, new string('x', 1_000_000), Good, new string('y', 200_000));

        var results = Reading.Of(text, "calls.jsonl", options);

        results.Select(r => r.Conversation is not null).Should().Equal(true, false, true, false);
        results[1].Errors[0].ToString().Should().StartWith("calls.jsonl:2: error SRI114: larger than the limit of 100,000 bytes");
    }

    [Fact]
    public void A_stream_is_read_as_it_is_asked_for()
    {
        using var stream = new EndlessLines(Good + "\n");

        new ConversationSource().Read(stream, "calls.jsonl").Take(50_000).Should().OnlyContain(r => r.Conversation != null);

        stream.BytesRead.Should().BeLessThan(3_000_000);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    public void Lines_in_every_encoding_are_read(string encoding)
    {
        var lines = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{{\"id\":\"{i}\",\"draft\":{{\"text\":\"您好,请问有什么可以帮您?\"}}}}\n"));

        var results = Reading.Of(SourceTextTests.Encode(lines, encoding, mark: false), "calls.jsonl");

        results.Should().HaveCount(3_000).And.OnlyContain(r => r.Conversation!.Draft!.Text == "您好,请问有什么可以帮您?");
    }

    [Fact]
    public void The_encoding_may_show_late()
    {
        var ascii = string.Concat(Enumerable.Repeat("{\"draft\":{\"text\":\"ok\"}}\n", 5_000));
        var bytes = SourceTextTests.Encode(ascii + "{\"draft\":{\"text\":\"您好,请稍等\"}}", "GB18030", mark: false);

        Reading.Of(bytes, "calls.jsonl")[^1].Conversation!.Draft!.Text.Should().Be("您好,请稍等");
    }

    [Fact]
    public void Joined_files_may_mix_their_encodings_and_marks()
    {
        var good = "{\"draft\":{\"text\":\"您好,请问有什么可以帮您?\"}}\n";
        byte[] bytes =
        [
            .. SourceTextTests.Encode(string.Concat(Enumerable.Repeat(good, 5)), "GB18030", mark: false),
            .. SourceTextTests.Encode(good, "utf-8", mark: true),
            .. SourceTextTests.Encode(good, "utf-8", mark: false),
        ];

        Reading.ShouldBeHonest(Reading.Of(bytes, "calls.jsonl"));
        Reading.Of(bytes, "calls.jsonl").Should().OnlyContain(r => r.Conversation == null || r.Conversation.Draft!.Text == "您好,请问有什么可以帮您?");
    }

    /// <summary>The same line for ever.</summary>
    private sealed class EndlessLines(string line) : Stream
    {
        private readonly byte[] _line = Encoding.UTF8.GetBytes(line);
        private int _next;

        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
            {
                buffer[offset + i] = _line[_next];
                _next = (_next + 1) % _line.Length;
            }

            BytesRead += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
