using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Entities;
using ScriptRules.Text.Facts;
using YamlDotNet.RepresentationModel;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>A promise names a time, within a limit, and is not absolute. The report lists the promises.</summary>
/// <remarks>尽快 and 马上 name no time. A time of the calendar is judged only where the conversation's clock is known.</remarks>
/// <example><code language="yaml">
/// - id: promise.answer
///   source: H-MAN-07
///   kind: promise
///   say: answer-later
///   within: 24 h
///   time: 在24小时内
///   suggest: 我们会在24小时内给您答复。
/// </code></example>
internal sealed class Promised : RuleKind
{
    private const int MostDays = 365;
    private const int AbsoluteReach = 16; // characters

    private static readonly Dictionary<string, double> Units = new() { ["h"] = 60, ["min"] = 1, ["d"] = 24 * 60 };

    private static readonly Field<ImmutableArray<string>> Say = Field.Required<ImmutableArray<string>>("say", "what promises; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<bool> NamesTime = Field.Optional("names-time", true, "whether it must name a time", FieldTypes.Flag);
    private static readonly Field<Turns> TimeWithin = Field.Optional("time-within", new Turns(1), "how many of the agent's turns later the time may come; 0 turns: in the same one", FieldTypes.Turns);
    private static readonly Field<TimeSpan?> Within = Field.Optional<TimeSpan?>("within", null, "how late it may be kept", Length);
    private static readonly Field<ImmutableArray<string>> Absolute = Field.Optional<ImmutableArray<string>>("absolute", [], "what makes it absolute, said in it or up to 16 characters before it in its sentence; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<ImmutableArray<string>> Unless = Field.Optional<ImmutableArray<string>>("unless", [], "what makes it no promise for later, said by the agent in the same turn; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<string> Time = Field.Optional("time", "", "the words that a rewrite puts where the time belongs", Text);

    internal override string Name => "promise";

    internal override ImmutableArray<Field> Fields { get; } = [Say, NamesTime, TimeWithin, Within, Absolute, Unless, Time];

    internal override ImmutableArray<string> SlotKeys => ["suggest", Time.Name];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        if (!NamesTime.In(rule.Fields) && !rule.Fields.Has(Within) && !rule.Fields.Has(Absolute))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs \"within\" or \"absolute\": nothing is asked of the promise");
    }

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        Clause[] Promising(params ReadOnlySpan<Condition> more)
        {
            List<Clause> clauses = [Match(FactKind.Promise, Said(context.Ids(Say.In(fields)), SpeakerRole.Agent, more))];
            if (Unless.In(fields) is { IsEmpty: false } unless)
                clauses.Add(NotExists(FactKind.Mention, Said(context.Ids(unless), SpeakerRole.Agent, ToAnchor(FactField.Turn, Comparison.Equal))));
            return [.. clauses];
        }

        var words = Time.In(fields) is { Length: > 0 } time ? ImmutableArray.Create(time) : [];
        yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [.. Promising()] };
        if (NamesTime.In(fields))
        {
            var later = TimeWithin.In(fields).Count;
            Clause NoTime(EntityKind what, Comparison from) => NotExists(FactKind.Entity, Is(FactField.What, (int)what), By(SpeakerRole.Agent),
                ToAnchor(FactField.AgentRun, from), ToAnchor(FactField.AgentRun, Comparison.AtMost, later));
            Clause[] clauses = [.. Promising(Is(FactField.NamesTime, 0)), NoTime(EntityKind.Deadline, Comparison.AtLeast), NoTime(EntityKind.Day, Comparison.More)];
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "no-time",
                Clauses = later > 0 ? [.. clauses, RunIsOver(later)] : [.. clauses],
                Rewrite = RewriteWay.NameTime,
                Words = words,
            };
        }

        if (Within.In(fields) is { } limit)
        {
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "too-late",
                Clauses = [.. Promising(Is(FactField.NamesTime, 1), Is(FactField.Minutes, Comparison.More, (int)limit.TotalMinutes))],
                Needs = Needs.DueTime,
                Rewrite = RewriteWay.NameTime,
                Words = words,
            };
        }

        if (Absolute.In(fields) is { IsEmpty: false } absolute)
        {
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "absolute",
                Clauses =
                [
                    .. Promising(),
                    Exists(FactKind.Mention, Said(context.Ids(absolute), SpeakerRole.Agent, ToAnchor(FactField.Turn, Comparison.Equal),
                        new Condition(FactField.Start, Comparison.AtLeast, Operand.Of(0, FactField.From)),
                        new Condition(FactField.End, Comparison.AtLeast, Operand.Of(0, FactField.Start, -AbsoluteReach)),
                        new Condition(FactField.Start, Comparison.Less, Operand.Of(0, FactField.End)))),
                ],
                Rewrite = RewriteWay.ReplaceSentence,
            };
        }
    }

    [ValueSchema(ValueSchemas.Term, Sample = "24 h")]
    private static bool Length(YamlNode node, string what, FieldReader reader, out TimeSpan? value)
    {
        var good = reader.Nodes.Quantity(node, what, Units, MostDays * 24 * 60, out var minutes);
        value = good ? TimeSpan.FromMinutes(minutes) : null;
        return good;
    }

    [ValueSchema(ValueSchemas.Text)]
    private static bool Text(YamlNode node, string what, FieldReader reader, out string value) => reader.Nodes.Text(node, what, out value);
}
