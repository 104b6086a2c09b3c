using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>When the customer says one thing, the agent's reply does certain acts, and certain things are not said in it.</summary>
/// <remarks>
/// A reply is everything that the agent says until the customer brings up something new: mere acknowledgements do not end it.
/// A mentioned trigger counts once per reply.
/// </remarks>
/// <example><code language="yaml">
/// - id: answer.thanks
///   source: H-RSP-04
///   kind: must-answer
///   when: { customer: thanks }
///   with: [you-are-welcome]
///   suggest: 不客气,很高兴能为您服务。
/// </code></example>
internal sealed class MustAnswer : RuleKind
{
    private static readonly Field<Saying> When = Field.Required<Saying>("when", "what calls for an answer", FieldTypes.Saying);
    private static readonly Field<ImmutableArray<ImmutableArray<string>>> With = Field.Optional<ImmutableArray<ImmutableArray<string>>>("with", [], "the acts of the answer; all of them, of a nested list any", FieldTypes.Acts);
    private static readonly Field<ImmutableArray<string>> Forbid = Field.Optional<ImmutableArray<string>>("forbid", [], "what is not said in the answer", FieldTypes.Concepts);
    private static readonly Field<int> AtLeast = ActChoice.AtLeast("with");
    private static readonly Field<Delay> Within = Field.Optional("within", new Delay(1, null), "how many replies, or how much time, may pass", Delay.Read);
    private static readonly Field<Saying> Unless = Field.Optional("unless", default(Saying), "said in the same exchange, this asks for no answer of this kind", FieldTypes.Saying);
    private static readonly Field<Saying> Until = Field.Optional("until", default(Saying), "once this was said before, no answer is asked for", FieldTypes.Saying);

    internal override string Name => "must-answer";

    internal override ImmutableArray<Field> Fields { get; } = [When, With, AtLeast, Forbid, Within, Unless, Until];

    internal override IEnumerable<Field> Start => [When, With];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        if (!rule.Fields.Has(With) && !rule.Fields.Has(Forbid))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs \"with\" or \"forbid\": nothing is asked of the answer");
        ActChoice.Check(rule, With.In(rule.Fields), AtLeast, With.Name);
    }

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var when = When.In(fields);
        var asked = Said(context.Ids(when.Concepts), when.Speaker);
        var later = Math.Max(0, Within.In(fields).Turns - 1);
        // What the agent's own words call for may come in the same turn, so it is missed at the turn's end.
        var isOwn = when.Speaker == SpeakerRole.Agent;
        List<Clause> occasion = [Match(FactKind.Mention, asked)];
        if (Unless.In(fields) is { Concepts.IsDefault: false } unless)
            occasion.Add(NotExists(FactKind.Mention, Said(context.Ids(unless.Concepts), unless.Speaker, ToAnchor(FactField.Round, Comparison.Equal))));
        if (Until.In(fields) is { Concepts.IsDefault: false } until)
            occasion.Add(NotExists(FactKind.Mention, Said(context.Ids(until.Concepts), until.Speaker, ToAnchor(FactField.Turn, Comparison.Less))));
        yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [.. occasion] };

        foreach (var acts in ActChoice.Missed(With.In(fields), AtLeast.In(fields)))
        {
            yield return new Production
            {
                Rule = context.Rule,
                Reason = acts[0][0],
                Clauses = Within.In(fields).Milliseconds is { } time
                    ? [Match(FactKind.Mention, [.. asked, Is(FactField.EndsAt, Comparison.AtLeast, 0)]), .. occasion.Skip(1), .. acts.Select(act => MissedIn(time, Answer(act))), TimeIsOver(time)]
                    : [.. occasion, .. acts.Select(act => NotExists(FactKind.Mention, [.. Answer(act), ToAnchor(FactField.Round, Comparison.AtMost, later)])), RoundIsOver(later)],
                ShownAt = isOwn ? ShownAt.TurnEnd : ShownAt.Reply,
                Rewrite = isOwn ? RewriteWay.Append : RewriteWay.InsertAtStart,
            };
        }

        if (Within.In(fields).Milliseconds is { } most)
        {
            yield return Unknown([Match(FactKind.Mention, [.. asked, Is(FactField.EndsAt, -1)]), .. occasion.Skip(1)]);
            foreach (var act in With.In(fields)) yield return Unknown([.. occasion, .. MayBeIn(most, Answer(act))]);
        }

        if (Forbid.In(fields) is { IsEmpty: false } forbid)
        {
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "forbidden",
                Clauses =
                [
                    Match(FactKind.Mention, Said(context.Ids(forbid), SpeakerRole.Agent)),
                    Exists(FactKind.Mention, [.. asked, ToAnchor(FactField.Turn, Comparison.Less), ToAnchor(FactField.Round, Comparison.Equal)]),
                ],
                Rewrite = RewriteWay.ReplaceSentence,
            };
        }

        ImmutableArray<Condition> Answer(ImmutableArray<string> act) => Said(context.Ids(act), SpeakerRole.Agent, ToAnchor(FactField.Turn, isOwn ? Comparison.AtLeast : Comparison.More));

        Production Unknown(ImmutableArray<Clause> clauses) => new() { Rule = context.Rule, Meaning = Meaning.Unknown, Reason = NoTimes, Clauses = clauses };
    }
}
