using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>One step of a <see cref="Sequence"/>: somebody says something, one of several ways is gone, or the contact ends.</summary>
internal sealed record SequenceStep(YamlNode Node)
{
    /// <summary>As a concept: whatever is said.</summary>
    internal const string Anything = "anything";

    /// <summary>As the beginning of a sequence: that of the contact.</summary>
    internal const string Contact = "contact";

    private const int MostTimes = 4;

    internal static readonly string[] Keys = ["agent", "customer", "bot", "any-of", "end", "pause", "title", "optional", "times", "within", "suggest"];

    /// <summary>What people call it; empty: by what is said.</summary>
    internal string Title { get; private init; } = "";

    /// <summary>Who says what; null when it is another sort of step.</summary>
    internal Saying? Says { get; private init; }

    /// <summary>The ways of which one is gone; empty when it is another sort of step.</summary>
    internal ImmutableArray<ImmutableArray<SequenceStep>> Ways { get; private init; } = [];

    /// <summary>Whether the contact ends.</summary>
    internal bool IsEnd { get; private init; }

    /// <summary>How long nobody speaks before it, at least; 0 when it does not matter.</summary>
    internal TimeSpan Pause { get; init; }

    /// <summary>How long nobody speaks before it, at most; null when it does not matter.</summary>
    internal TimeSpan? LongestPause { get; init; }

    internal bool IsOptional { get; private init; }

    /// <summary>In how many turns it must be said.</summary>
    internal int Least { get; private init; } = 1;

    /// <summary>In how many turns it may be said; 0 for any number.</summary>
    internal int Most { get; private init; }

    /// <summary>After how many turns of the agent, counted from the step before, it is late; 0 when it is never.</summary>
    internal int WithinTurns { get; private init; }

    /// <summary>After which time from the step before it is late; null when it is never.</summary>
    internal TimeSpan? WithinTime { get; private init; }

    /// <summary>Model sentences for when it is missing.</summary>
    internal ImmutableArray<string> Suggest { get; private init; } = [];

    /// <summary>The nodes of the model sentences.</summary>
    internal ImmutableArray<YamlNode> SuggestNodes { get; private init; } = [];

    /// <summary>The steps of a list; an item that is only a pause belongs to the step behind it.</summary>
    [ValueSchema(ValueSchemas.Steps, Sample = "[{ agent: {concept} }]")]
    internal static bool ReadAll(YamlNode node, string what, FieldReader reader, out ImmutableArray<SequenceStep> value)
    {
        var steps = ImmutableArray.CreateBuilder<SequenceStep>();
        (TimeSpan Least, TimeSpan? Most, YamlNode Node)? pause = null;
        var good = true;
        foreach (var item in reader.Nodes.SomeItems(node, what))
        {
            if (item is YamlMappingNode { Children: { Count: 1 } only } && only.First() is { Key: YamlScalarNode { Value: "pause" }, Value: var written })
            {
                if (pause is not null) Wrong(reader, item, "a pause follows a pause");
                if (ReadPause(written, reader, out var least, out var most)) pause = (least, most, item);
                else good = false;
                continue;
            }

            if (Read(item, reader) is not { } step)
            {
                good = false;
                continue;
            }

            if (pause is { } before) step = step with { Pause = before.Least, LongestPause = before.Most };
            pause = null;
            if (steps.Count > 0 && steps[^1].IsEnd) Wrong(reader, item, "nothing comes after the end");
            steps.Add(step);
        }

        if (pause is { } last) Wrong(reader, last.Node, "a pause stands before a step; write \"end: true\" behind it when the contact then ends");
        value = steps.ToImmutable();
        return good && !value.IsEmpty;
    }

    private static SequenceStep? Read(YamlNode node, FieldReader reader)
    {
        var step = new SequenceStep(node);
        var sorts = 0;
        var good = true;
        foreach (var (key, keyNode, value) in reader.Nodes.Entries(node, "a step"))
        {
            switch (key)
            {
                case "agent" or "customer" or "bot":
                    sorts++;
                    good &= reader.Nodes.Choice<SpeakerRole>(keyNode, "the speaker", out var speaker) & ReadConcepts(value, key, reader, out var concepts);
                    step = step with { Says = new Saying(speaker, concepts) };
                    break;
                case "any-of":
                    sorts++;
                    var ways = ImmutableArray.CreateBuilder<ImmutableArray<SequenceStep>>();
                    foreach (var way in reader.Nodes.SomeItems(value, key))
                    {
                        good &= ReadAll(way, key, reader, out var steps);
                        if (steps.Length > 0 && (steps[0].IsEnd || steps[0].IsOptional || steps[0].Pause > TimeSpan.Zero)) Wrong(reader, steps[0].Node, "a way begins with something that is said, since that tells which way is gone");
                        ways.Add(steps);
                    }

                    step = step with { Ways = ways.ToImmutable() };
                    break;
                case "end":
                    sorts++;
                    good &= reader.Nodes.Flag(value, key, out var isEnd);
                    if (!isEnd) Wrong(reader, value, "an end is written \"end: true\"");
                    step = step with { IsEnd = true };
                    break;
                case "pause":
                    Wrong(reader, keyNode, "a pause is a step of its own", "write \"- pause: 5 s\" before the step");
                    break;
                case "title":
                    if (reader.Nodes.Text(value, key, out var title)) step = step with { Title = title };
                    break;
                case "optional":
                    if (reader.Nodes.Flag(value, key, out var isOptional)) step = step with { IsOptional = isOptional };
                    break;
                case "times":
                    if (ReadTimes(value, reader, out var least, out var most)) step = step with { Least = least, Most = most };
                    break;
                case "within":
                    step = Within(step, value, reader);
                    break;
                case "suggest":
                    step = step with { Suggest = reader.Nodes.Texts(value, key), SuggestNodes = [.. reader.Nodes.Items(value)] };
                    break;
                default:
                    reader.Nodes.UnknownKey(keyNode, key, Keys, "a step");
                    break;
            }
        }

        if (sorts != 1 && good) Wrong(reader, node, "a step says who says what, or has any-of, or ends the contact; one of them", "write it as { agent: apology }");
        if (step.Says is null && (step.Least > 1 || step.Most > 0)) Wrong(reader, node, "only what somebody says has \"times\"");
        return good && sorts == 1 ? step : null;
    }

    private static SequenceStep Within(SequenceStep step, YamlNode value, FieldReader reader)
    {
        if (!Amount.Read(value, "within", reader, out var amount)) return step;
        if (amount!.Unit == Unit.Turns) return step with { WithinTurns = amount.Value };
        if (amount.Unit == Unit.Time) return step with { WithinTime = TimeSpan.FromMilliseconds(amount.Value) };
        reader.Nodes.Fail(DiagnosticCodes.WrongUnit, value, "within is turns or a time, such as 2 turns or 30 s");
        return step;
    }

    /// <summary>Concepts, or the word for whatever is said, which gives none.</summary>
    internal static bool ReadConcepts(YamlNode node, string what, FieldReader reader, out ImmutableArray<string> value)
    {
        value = [];
        return node is YamlScalarNode { Value: Anything } || FieldTypes.Concepts(node, what, reader, out value);
    }

    /// <summary>Who says what; several speakers can.</summary>
    [ValueSchema(ValueSchemas.Sayings, Sample = "{ customer: {concept} }")]
    internal static bool ReadSayings(YamlNode node, string what, FieldReader reader, out ImmutableArray<Saying> value) =>
        Sayings.Read(node, what, reader, ReadConcepts, out value);

    /// <summary>Who says what, or the word for the beginning of the contact, which gives nothing.</summary>
    [ValueSchema(ValueSchemas.Begin, Sample = "contact")]
    internal static bool ReadStart(YamlNode node, string what, FieldReader reader, out ImmutableArray<Saying> value)
    {
        value = [];
        return node is YamlScalarNode { Value: Contact } || ReadSayings(node, what, reader, out value);
    }

    private static bool ReadPause(YamlNode node, FieldReader reader, out TimeSpan least, out TimeSpan? most)
    {
        (least, most) = (TimeSpan.Zero, null);
        if (node is not YamlMappingNode)
        {
            var good = FieldTypes.Time(node, "pause", reader, out var time);
            least = time ?? TimeSpan.Zero;
            return good;
        }

        foreach (var (key, keyNode, value) in reader.Nodes.Entries(node, "pause"))
        {
            if (key is not ("at-least" or "at-most")) reader.Nodes.UnknownKey(keyNode, key, ["at-least", "at-most"], "a pause");
            else if (FieldTypes.Time(value, key, reader, out var time) && key == "at-least") least = time!.Value;
            else most = time;
        }

        return true;
    }

    private static bool ReadTimes(YamlNode node, FieldReader reader, out int least, out int most)
    {
        (least, most) = (1, 0);
        if (node is not YamlMappingNode)
        {
            if (!reader.Nodes.Number(node, "times", 1, MostTimes, out var number)) return false;
            least = most = (int)number;
            return true;
        }

        foreach (var (key, keyNode, value) in reader.Nodes.Entries(node, "times"))
        {
            if (key is not ("at-least" or "at-most")) reader.Nodes.UnknownKey(keyNode, key, ["at-least", "at-most"], "times");
            else if (reader.Nodes.Number(value, key, 1, key == "at-least" ? MostTimes : 1000, out var number) && key == "at-least") least = (int)number;
            else most = (int)number;
        }

        return true;
    }

    private static void Wrong(FieldReader reader, YamlNode node, string message, string? help = null) => reader.Nodes.Fail(DiagnosticCodes.WrongSteps, node, message, help);
}
