using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ScriptRules.Text;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads the examples of a rule.</summary>
/// <remarks>
/// A text is a reply with nothing before it. A list is a finished conversation, <c>[客户: 谢谢, 客服: 不客气]</c>. A mapping says more:
/// <c>{ at: 2026-02-17T09:00, say: 新年好! }</c>. Square brackets mark the words that are a violation.
/// </remarks>
internal sealed class ExampleReader(NodeReader nodes, TimeSpan offset)
{
    internal static readonly string[] Keys = ["say", "turns", "at", "channel", "direction", "customer", "attributes", "answered-at", "ended-at", "rewrite"];

    internal static readonly Dictionary<string, SpeakerRole> Speakers = new(StringComparer.Ordinal)
    {
        ["客服"] = SpeakerRole.Agent, ["agent"] = SpeakerRole.Agent,
        ["客户"] = SpeakerRole.Customer, ["customer"] = SpeakerRole.Customer,
        ["机器人"] = SpeakerRole.Bot, ["bot"] = SpeakerRole.Bot,
        ["系统"] = SpeakerRole.System, ["system"] = SpeakerRole.System,
    };

    internal ImmutableArray<Example> Read(YamlNode node)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        foreach (var (key, keyNode, value) in nodes.Entries(node, "examples"))
        {
            if (key is not ("pass" or "fail"))
            {
                nodes.UnknownKey(keyNode, key, ["pass", "fail"], "examples");
                continue;
            }

            foreach (var item in nodes.Items(value))
                if (ReadOne(item, key == "fail") is { } example) examples.Add(example);
        }

        return examples.ToImmutable();
    }

    private Example? ReadOne(YamlNode node, bool breaks)
    {
        var marks = ImmutableArray.CreateBuilder<ExampleMark>();
        var conversation = new Conversation();
        string? rewrite = null;
        switch (node)
        {
            case YamlScalarNode:
                if (!nodes.Text(node, "an example", out var reply)) return null;
                conversation = conversation with { Draft = new Draft(Unmark(node, reply, 0, marks)) };
                break;
            case YamlSequenceNode turns:
                conversation = conversation with { Turns = Turns(turns, marks) };
                break;
            default:
                conversation = Full(node, marks, ref rewrite);
                break;
        }

        if (conversation.Draft is null && conversation.Turns.IsEmpty)
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, "an example says something");
            return null;
        }

        return new Example(conversation, breaks, marks.ToImmutable(), rewrite, nodes.PlaceOf(node));
    }

    private Conversation Full(YamlNode node, ImmutableArray<ExampleMark>.Builder marks, ref string? rewrite)
    {
        var conversation = new Conversation();
        string? say = null;
        YamlNode? sayNode = null;
        foreach (var (key, keyNode, value) in nodes.Entries(node, "an example"))
        {
            switch (key)
            {
                case "say":
                    if (nodes.Text(value, key, out var text)) (say, sayNode) = (text, value);
                    break;
                case "turns" when value is YamlSequenceNode turns:
                    conversation = conversation with { Turns = Turns(turns, marks) };
                    break;
                case "turns":
                    nodes.Fail(DiagnosticCodes.WrongValue, value, "turns is a list, such as [客户: 谢谢, 客服: 不客气]");
                    break;
                case "at":
                    if (Moment(value) is { } at) conversation = conversation with { StartedAt = at };
                    break;
                case "channel":
                    if (nodes.Choice<Channel>(value, key, out var channel)) conversation = conversation with { Channel = channel };
                    break;
                case "direction":
                    if (nodes.Choice<Direction>(value, key, out var direction)) conversation = conversation with { Direction = direction };
                    break;
                case "customer":
                    conversation = conversation with { Customer = Customer(value) };
                    break;
                case "attributes":
                    foreach (var (name, _, item) in nodes.Entries(value, key))
                        if (nodes.Text(item, name, out var given)) conversation = conversation with { Attributes = conversation.Attributes.SetItem(name, given) };
                    break;
                case "answered-at":
                    if (nodes.Number(value, key, 0, 86_400, out var seconds)) conversation = conversation with { AnsweredAt = TimeSpan.FromSeconds(seconds) };
                    break;
                case "ended-at":
                    if (nodes.Number(value, key, 0, 86_400, out var end)) conversation = conversation with { EndedAt = TimeSpan.FromSeconds(end) };
                    break;
                case "rewrite":
                    if (nodes.Text(value, key, out var wanted)) rewrite = wanted;
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, Keys, "an example");
                    break;
            }
        }

        return say is null ? conversation : conversation with { Draft = new Draft(Unmark(sayNode!, say, conversation.Turns.Length, marks)) };
    }

    private ImmutableArray<Turn> Turns(YamlSequenceNode list, ImmutableArray<ExampleMark>.Builder marks)
    {
        var turns = ImmutableArray.CreateBuilder<Turn>();
        foreach (var item in list.Children)
        {
            Turn? turn = null;
            foreach (var (key, keyNode, value) in nodes.Entries(item, "a turn"))
            {
                if (turn is null && Speakers.TryGetValue(key, out var speaker))
                    turn = nodes.Text(value, "a turn", out var text) ? new Turn(speaker, Unmark(value, text, turns.Count, marks)) : new Turn(speaker, "");
                else if (turn is not null && key is "start" or "end")
                {
                    if (!nodes.Number(value, key, 0, 86_400, out var seconds)) continue;
                    turn = key == "start" ? turn! with { Start = TimeSpan.FromSeconds(seconds) } : turn! with { End = TimeSpan.FromSeconds(seconds) };
                }
                else nodes.UnknownKey(keyNode, key, [.. Speakers.Keys, "start", "end"], "a turn");
            }

            if (turn is not null) turns.Add(turn);
            else if (item is YamlMappingNode { Children.Count: 0 }) nodes.Fail(DiagnosticCodes.MissingKey, item, "a turn says who speaks, such as 客服: 您好");
        }

        return turns.ToImmutable();
    }

    private Party Customer(YamlNode node)
    {
        var party = Party.Unknown;
        foreach (var (key, keyNode, value) in nodes.Entries(node, "customer"))
        {
            if (key is not ("name" or "honorific")) nodes.UnknownKey(keyNode, key, ["name", "honorific"], "customer");
            else if (nodes.Text(value, key, out var text)) party = key == "name" ? party with { Name = text } : party with { Honorific = text };
        }

        return party;
    }

    /// <summary>A local date and time at the site, or one with its own offset.</summary>
    private DateTimeOffset? Moment(YamlNode node)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, offset);
        nodes.Fail(DiagnosticCodes.WrongValue, node, "at is a date and time, such as 2026-02-17T09:00");
        return null;
    }

    /// <summary>Takes the square brackets out and notes where they stood.</summary>
    private string Unmark(YamlNode node, string text, int turn, ImmutableArray<ExampleMark>.Builder marks)
    {
        if (!text.Contains('[', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder();
        var start = -1;
        foreach (var c in text)
        {
            if (c == '[' && start < 0) start = plain.Length;
            else if (c == ']' && start >= 0)
            {
                marks.Add(new ExampleMark(turn, new TextSpan(start, plain.Length)));
                start = -1;
            }
            else plain.Append(c);
        }

        if (start < 0) return plain.ToString();
        nodes.FailIn(DiagnosticCodes.WrongValue, node, text.LastIndexOf('['), 1, "a mark that begins here does not end; brackets mark the words that are a violation");
        return text;
    }
}
