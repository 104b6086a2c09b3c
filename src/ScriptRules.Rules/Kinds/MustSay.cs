using System.Collections.Immutable;
using ScriptRules.Rules.Kinds.Conditions;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>Somewhere in a scope the agent does certain acts.</summary>
/// <example><code language="yaml">
/// - id: must.anything-else
///   source: H-RSP-15
///   kind: must-say
///   say: [anything-else]
///   in: conversation
/// </code></example>
internal sealed class MustSay : RuleKind
{
    private const int Whole = 10_000;

    private static readonly Field<ImmutableArray<ImmutableArray<string>>> Say = Field.Required<ImmutableArray<ImmutableArray<string>>>("say", "the acts; all of them, of a nested list any", FieldTypes.Acts);
    private static readonly Field<int> AtLeast = ActChoice.AtLeast("say");
    private static readonly Field<SayPlace> In = Field.Optional("in", default(SayPlace), "where", SayPlace.Read);
    private static readonly Field<Saying> Unless = Field.Optional("unless", default(Saying), "said anywhere in the conversation, this makes it needless", FieldTypes.Saying);

    internal override string Name => "must-say";

    internal override ImmutableArray<Field> Fields { get; } = [Say, AtLeast, In, Unless];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals) => ActChoice.Check(rule, Say.In(rule.Fields), AtLeast, Say.Name);

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        Clause[] needless = Unless.In(fields) is { Concepts.IsDefault: false } unless
            ? [NotExists(FactKind.Mention, Said(context.Ids(unless.Concepts), unless.Speaker)), Exists(FactKind.Ending)]
            : [];
        var missed = ActChoice.Missed(Say.In(fields), AtLeast.In(fields)).ToList();
        foreach (var due in Places(In.In(fields)))
        {
            yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [.. due.Occasion, .. needless] };
            foreach (var acts in missed)
            {
                yield return new Production
                {
                    Rule = context.Rule,
                    Reason = acts[0][0],
                    Clauses = [.. due.Occasion, .. needless, .. due.Known, .. acts.SelectMany(act => Missing(act, due)), .. due.Closing],
                    ShownAt = due.ShownAt,
                    Rewrite = RewriteWay.Append,
                };
            }

            foreach (var act in due.IsTimed ? Say.In(fields) : [])
            {
                var said = Said(context.Ids(act), SpeakerRole.Agent);
                yield return Unknown([.. due.Occasion, .. needless, .. due.Known, Exists(FactKind.Mention, [.. said, Is(FactField.StartsAt, -1)]), NotExists(FactKind.Mention, [.. said, .. due.Within])]);
                if (due.Known.Length > 0) yield return Unknown([.. due.Occasion, .. needless, Exists(FactKind.Ending, Is(FactField.EndsAt, -1)), Exists(FactKind.Mention, said)]);
            }
        }

        Production Unknown(ImmutableArray<Clause> clauses) =>
            new() { Rule = context.Rule, Meaning = Meaning.Unknown, Reason = NoTimes, Clauses = clauses };

        IEnumerable<Clause> Missing(ImmutableArray<string> act, Due due)
        {
            yield return NotExists(FactKind.Mention, Said(context.Ids(act), SpeakerRole.Agent, [.. due.Within]));
            if (due.IsTimed) yield return NotExists(FactKind.Mention, Said(context.Ids(act), SpeakerRole.Agent, Is(FactField.StartsAt, -1)));
        }
    }

    /// <summary>Where it is due; two places when the conversation may be shorter than the part.</summary>
    private static IEnumerable<Due> Places(SayPlace place)
    {
        var last = new Due([Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Closes, 1))], []);
        if (place.Part is not { } part)
        {
            yield return place.Scope switch
            {
                SayScope.OpeningTurn => new Due([Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Opens, 1))], [ToAnchor(FactField.AgentRun, Comparison.Equal)]) { ShownAt = ShownAt.TurnStart },
                SayScope.ClosingTurn => last with { Within = [ToAnchor(FactField.AgentRun, Comparison.Equal)] },
                SayScope.EveryTurn => new Due([Match(FactKind.Utterance, By(SpeakerRole.Agent))], [ToAnchor(FactField.Turn, Comparison.Equal)]),
                _ => last,
            };
            yield break;
        }

        switch (part)
        {
            case { Unit: RangeUnit.Turns, FromEnd: true }:
                yield return last with { Within = [ToAnchor(FactField.AgentTurns, Comparison.More, -part.To)] };
                break;
            case { Unit: RangeUnit.Turns }:
                Condition early = Is(FactField.AgentTurns, Comparison.AtMost, part.To);
                yield return new Due([Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.AgentTurns, part.To))], [early]);
                yield return new Due([Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Closes, 1), Is(FactField.AgentTurns, Comparison.Less, part.To))], [early]);
                break;
            case { Unit: RangeUnit.Percent, FromEnd: true }:
                yield return last with { Within = [Is(FactField.Percent, Comparison.AtLeast, Whole - part.To)] };
                break;
            case { Unit: RangeUnit.Percent }:
                yield return last with { Within = [Is(FactField.Percent, Comparison.Less, part.To)] };
                break;
            case { FromEnd: true }:
                yield return last with
                {
                    Within = [Is(FactField.StartsAt, Comparison.AtLeast, 0), new Condition(FactField.StartsAt, Comparison.AtLeast, Operand.Of(1, FactField.EndsAt, -part.To))],
                    Known = [Match(FactKind.Ending, Is(FactField.EndsAt, Comparison.AtLeast, 0))],
                    IsTimed = true,
                };
                break;
            default:
                yield return new Due([Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Opens, 1))], [Is(FactField.StartsAt, Comparison.AtLeast, 0), Is(FactField.StartsAt, Comparison.Less, part.To)])
                {
                    Closing = [Exists(FactKind.Mark, Is(FactField.StartsAt, Comparison.AtLeast, part.To))],
                    IsTimed = true,
                };
                break;
        }
    }

    /// <summary>A place where something is due.</summary>
    /// <param name="Occasion">That there is such a place.</param>
    /// <param name="Within">Where it must be said.</param>
    private sealed record Due(ImmutableArray<Clause> Occasion, ImmutableArray<Condition> Within)
    {
        internal ShownAt ShownAt { get; init; } = ShownAt.TurnEnd;

        /// <summary>What must be known, bound behind the occasion.</summary>
        internal ImmutableArray<Clause> Known { get; init; } = [];

        /// <summary>That nothing more can be said there.</summary>
        internal ImmutableArray<Clause> Closing { get; init; } = [];

        /// <summary>Whether times decide.</summary>
        internal bool IsTimed { get; init; }
    }
}
