using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Tests.Formats;

/// <summary>What holds for any input.</summary>
public class ReaderProperties
{
    private static readonly string[] Names = ["c.json", "c.jsonl", "c.txt", "<stdin>", "c.md"];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Elements("您好", "请稍等😀", "退款 3 天内到账。", "\"\\/\b\f\n\r\t\u0000\u2028", "a\uD800b", "\uDC00", "\uFEFF", "客服: 好\n---"),
        ArbMap.Default.GeneratorFor<char>().ArrayOf().Select(c => new string(c)),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => s.Get));

    private static readonly Gen<TimeSpan?> AnyTime =
        Gen.OneOf(Gen.Constant((TimeSpan?)null), Gen.Choose(0, int.MaxValue).Select(t => (TimeSpan?)TimeSpan.FromTicks(t * 7L)));

    private static readonly Gen<DateTimeOffset?> AnyDate = Gen.OneOf(
        Gen.Constant((DateTimeOffset?)null),
        from ticks in Gen.Choose(0, int.MaxValue)
        from minutes in Gen.Choose(-12 * 60, 14 * 60)
        select (DateTimeOffset?)new DateTimeOffset(new DateTime(1990, 1, 1).AddTicks(ticks * 5_000_001L), TimeSpan.FromMinutes(minutes)));

    private static readonly Gen<string?> AnyName = AnyText.Select(t => string.IsNullOrWhiteSpace(t) ? null : t);

    private static readonly Gen<Party> AnyParty =
        from id in AnyName
        from name in AnyName
        from honorific in AnyName
        select new Party(id, name, honorific);

    private static readonly Gen<Turn> AnyTurn =
        from speaker in Gen.Elements(Enum.GetValues<SpeakerRole>())
        from text in AnyText
        from start in AnyTime
        from length in AnyTime
        select new Turn(speaker, text, start, start is null || length is null ? length : start + length);

    private static readonly Gen<Conversation> AnyConversation =
        from id in AnyText
        from channel in Gen.OneOf(Gen.Constant((Channel?)null), Gen.Elements(Enum.GetValues<Channel>()).Select(c => (Channel?)c))
        from direction in Gen.OneOf(Gen.Constant((Direction?)null), Gen.Elements(Enum.GetValues<Direction>()).Select(d => (Direction?)d))
        from startedAt in AnyDate
        from answeredAt in AnyTime
        from rest in AnyTime
        from agent in AnyParty
        from customer in AnyParty
        from turns in AnyTurn.ArrayOf()
        from attributes in AnyText.Two().ArrayOf()
        from draft in Gen.OneOf(Gen.Constant((Draft?)null), AnyText.Zip(AnyDate, (t, at) => (Draft?)new Draft("好" + t, at)))
        select new Conversation
        {
            Id = id,
            Channel = channel,
            Direction = direction,
            StartedAt = startedAt,
            AnsweredAt = answeredAt,
            EndedAt = answeredAt is null || rest is null ? rest : answeredAt + rest,
            Agent = agent,
            Customer = customer,
            Turns = [new Turn(SpeakerRole.Agent, "您好"), .. turns],
            Attributes = attributes.DistinctBy(a => a.Item1).ToImmutableDictionary(a => a.Item1, a => a.Item2),
            Draft = draft,
        };

    [Fact]
    public void What_is_written_reads_back_the_same() => Check(AnyConversation, conversation =>
    {
        var json = ConversationWriter.ToJson(conversation);
        var read = Reading.One(json);

        ConversationWriter.ToJson(read).Should().Be(json);
        read.Turns.Should().Equal(conversation.Turns);
        read.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal).Should().Equal(conversation.Attributes.OrderBy(a => a.Key, StringComparer.Ordinal));
        (read with { Turns = [], Attributes = ImmutableDictionary<string, string>.Empty })
            .Should().Be(conversation with { Turns = read.Turns.Clear(), Attributes = ImmutableDictionary<string, string>.Empty });
    });

    [Fact]
    public void Lines_read_back_the_same_in_their_order() => Check(AnyConversation.ArrayOf().Where(c => c.Length > 0), conversations =>
    {
        using var stream = new MemoryStream();
        ConversationWriter.WriteLines(stream, conversations);

        Reading.Of(stream.ToArray(), "c.jsonl").Select(r => ConversationWriter.ToJson(r.Conversation!))
            .Should().Equal(conversations.Select(ConversationWriter.ToJson));
    });

    [Fact]
    public void Any_bytes_are_read_or_refused_but_never_passed_over()
    {
        var bytes = Gen.OneOf(
            ArbMap.Default.GeneratorFor<byte>().ArrayOf(),
            ArbMap.Default.GeneratorFor<byte>().ArrayOf(300),
            Gen.Elements((byte[][])["{"u8.ToArray(), "["u8.ToArray(), "客服: "u8.ToArray(), [0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]])
                .SelectMany(start => ArbMap.Default.GeneratorFor<byte>().ArrayOf().Select(rest => (byte[])[.. start, .. rest])));

        Check(bytes.Zip(Gen.Elements(Names)), input => Reading.ShouldBeHonest(Reading.Of(input.Item1, input.Item2)));
    }

    [Fact]
    public void Long_random_bytes_are_refused() =>
        Check(ArbMap.Default.GeneratorFor<byte>().ArrayOf(200), bytes => SourceText.Read(bytes, "c.txt").Error.Should().NotBeNull());

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Check(
            Gen.Elements("客服", "客户", ":", ":", "[", "]", "(", ")", "09:02:11", "25:61", "2026-11-08 ", "上午", "-", "小林", "王女士", "\n", "\r\n", " ", "好", "A", "C", "---", "\n---\n", "{", "\"", "}", "#", "😀")
                .ArrayOf().Select(string.Concat).Zip(Gen.Elements(Names)),
            input => Reading.ShouldBeHonest(Reading.Of(input.Item1, input.Item2)));

    [Fact]
    public void Damaged_JSON_is_read_or_refused()
    {
        var damaged =
            from conversation in AnyConversation
            from at in Gen.Choose(0, int.MaxValue)
            from count in Gen.Choose(0, 3)
            from put in Gen.Elements("", ",", "{", "}", "[", "]", "\"", ":", "null", "1e999", "-1", "\\", "\\ud800", "true", "\n", "\"x\":1,", "\u0001", "0")
            from name in Gen.Elements(Names)
            select (Text: Damage(ConversationWriter.ToJson(conversation), at, count, put), Name: name);

        Check(damaged, input => Reading.ShouldBeHonest(Reading.Of(input.Text, input.Name)));
    }

    [Fact]
    public void Damaged_bytes_are_read_or_refused()
    {
        var damaged =
            from encoding in Gen.Elements("utf-8", "utf-16", "utf-16BE", "GB18030")
            from mark in Gen.Elements(true, false)
            from at in Gen.Choose(0, 10_000)
            from value in ArbMap.Default.GeneratorFor<byte>()
            from name in Gen.Elements(Names)
            select (encoding, mark, at, value, name);

        Check(damaged, d =>
        {
            var bytes = SourceTextTests.Encode("{\"draft\":{\"text\":\"您好,请问有什么可以帮您?\"}}\n客服: 好\n", d.encoding, d.mark);
            bytes[d.at % bytes.Length] = d.value;
            Reading.ShouldBeHonest(Reading.Of(bytes, d.name));
        });
    }

    [Fact]
    public void Every_encoding_gives_the_same_text()
    {
        var words = Gen.Elements("您好", "请问", "退款", "订单号", "已经", "什么时候", "到账", "😀", "123", "ABC", ",", "。", "\n", "云杉家电", "很抱歉", "麻烦您", "稍等")
            .ArrayOf().Where(w => w.Length >= 8).Select(w => "客服: 您好," + string.Concat(w));

        Check(words.Zip(Gen.Elements("utf-8", "utf-16", "utf-16BE", "GB18030")), input =>
            SourceText.Read(SourceTextTests.Encode(input.Item1, input.Item2, mark: false), "c.txt").Text.Should().Be(input.Item1));
    }

    private static string Damage(string json, int at, int count, string put)
    {
        at %= json.Length;
        return json[..at] + put + json[Math.Min(json.Length, at + count)..];
    }

    private static void Check<T>(Gen<T> inputs, Action<T> holds) =>
        FsCheck.Fluent.Prop.ForAll(inputs.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
