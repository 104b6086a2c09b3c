using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking;

/// <summary>A conversation as docs and tests write it, with the violations that are expected in it.</summary>
/// <remarks>
/// <code>
/// at: 2020-10-01T09:00            also name, honorific, agent-name, channel, direction, answered-at, ended-at, attribute: queue=售后
/// customer@1-3: 谢谢你啊           from second 1 to second 3
/// agent@3.5: []{answer.thanks → 不客气。}请问还有其他问题吗?
/// draft: [这事不归我管]{never.pass-the-buck}。
/// </code>
/// <c>agent@3.5-7</c> says when the turn ends, too. A mark is an expected violation at these words, with the replacement that must be offered behind the arrow; after <c>{…}</c>,
/// another <c>{…}</c> is a second violation at the same place.
/// </remarks>
internal sealed record MarkedTalk(Conversation Conversation, ImmutableArray<MarkedTalk.Mark> Marks)
{
    internal sealed record Mark(string Rule, int Turn, TextSpan Span, string? Rewrite);

    internal static MarkedTalk Parse(string text)
    {
        var conversation = new Conversation { Id = "talk" };
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var seconds = "";
        foreach (var line in text.Split(['\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (key, value) = (line[..colon], line[(colon + 1)..].Trim());
            if (key.Split('@') is [var speaker, var at]) (key, seconds) = (speaker, at);
            else seconds = "";
            conversation = key switch
            {
                "at" => conversation with { StartedAt = DateTimeOffset.Parse(value + ":00+08:00", CultureInfo.InvariantCulture) },
                "name" => conversation with { Customer = conversation.Customer with { Name = value } },
                "honorific" => conversation with { Customer = conversation.Customer with { Honorific = value } },
                "agent-name" => conversation with { Agent = conversation.Agent with { Name = value } },
                "channel" => conversation with { Channel = Enum.Parse<Channel>(value, ignoreCase: true) },
                "direction" => conversation with { Direction = Enum.Parse<Direction>(value, ignoreCase: true) },
                "answered-at" => conversation with { AnsweredAt = Seconds(value) },
                "ended-at" => conversation with { EndedAt = Seconds(value) },
                "attribute" => conversation with { Attributes = conversation.Attributes.Add(value.Split('=')[0], value.Split('=')[1]) },
                "draft" => conversation with { Draft = new Draft(Unmark(value, conversation.Turns.Length, marks)) },
                _ => conversation with
                {
                    Turns = conversation.Turns.Add(new Turn(Enum.Parse<SpeakerRole>(key, ignoreCase: true), Unmark(value, conversation.Turns.Length, marks), Seconds(seconds.Split('-')[0]), Seconds(seconds.Split('-') is [_, var until] ? until : ""))),
                },
            };
        }

        return new MarkedTalk(conversation, marks.ToImmutable());
    }

    /// <summary>Checks the conversation, and that the violations are those that are marked.</summary>
    internal CheckReport ShouldBeReportedBy(Checker checker)
    {
        var report = checker.Check(Conversation);
        report.Violations.Select(v => Show(v.Rule, v.Turn, v.Span)).Should().BeEquivalentTo(Marks.Select(m => Show(m.Rule, m.Turn, m.Span)), "that is marked");
        foreach (var mark in Marks.Where(m => m.Rewrite is not null))
        {
            report.Violations.Single(v => v.Rule == mark.Rule && v.Turn == mark.Turn && v.Span == mark.Span)
                .Suggestions.SelectMany(s => s.Edits).Select(e => e.Replacement).Should().Contain(mark.Rewrite);
        }

        return report;
    }

    private static string Show(string rule, int turn, TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{rule} {turn}:{span.Start}-{span.End}");

    private static TimeSpan? Seconds(string text) => text.Length == 0 ? null : TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture));

    private static string Unmark(string marked, int turn, ImmutableArray<Mark>.Builder marks)
    {
        var text = new StringBuilder();
        var start = -1;
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[') start = text.Length;
            else if (marked[i] == ']')
            {
                while (i + 1 < marked.Length && marked[i + 1] == '{')
                {
                    var close = marked.IndexOf('}', i + 1);
                    var parts = marked[(i + 2)..close].Split('→', StringSplitOptions.TrimEntries);
                    marks.Add(new Mark(parts[0], turn, new TextSpan(start, text.Length), parts.Length > 1 ? parts[1] : null));
                    i = close;
                }
            }
            else text.Append(marked[i]);
        }

        return text.ToString();
    }
}
