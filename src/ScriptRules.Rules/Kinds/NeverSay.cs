using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>Certain things are not said; some of them may be said when something mends them.</summary>
/// <example><code language="yaml">
/// - id: never.bare-refusal
///   source: H-NEV-4
///   kind: never-say
///   say: refusal
///   unless: [apology, alternative]
///   unless-within: 1 turn
///   suggest: 非常抱歉,这个问题我马上为您核实处理。
/// </code></example>
internal sealed class NeverSay : RuleKind
{
    private static readonly Field<ImmutableArray<string>> Say = Field.Required<ImmutableArray<string>>("say", "what is not said; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<SpeakerRole> By = Field.Optional("by", SpeakerRole.Agent, "who does not say it", FieldTypes.Choice);
    private static readonly Field<ImmutableArray<string>> Unless = Field.Optional<ImmutableArray<string>>("unless", [], "what mends it, said by the same side; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<Delay> UnlessWithin = Field.Optional("unless-within", new Delay(1, null), "how many turns of that side later, or how long after, the mending may come; 0 turns: in the same one", Delay.Read);
    private static readonly Field<int> AtLeast = Field.Optional("at-least", 1, "from which time on it is a violation, counting all that the side says of `say`", ActChoice.Read);
    private static readonly Field<Saying> After = Field.Optional("after", default(Saying), "what the other side must have said just before", FieldTypes.Saying);
    private static readonly Field<Saying> NotAfter = Field.Optional("not-after", default(Saying), "what the other side must not have said just before", FieldTypes.Saying);
    private static readonly Field<RewriteWay?> Rewrite = Field.Optional<RewriteWay?>("rewrite", null, "what a suggestion replaces", SentenceRewrite.Read);

    internal override string Name => "never-say";

    internal override ImmutableArray<Field> Fields { get; } = [Say, By, AtLeast, Unless, UnlessWithin, After, NotAfter, Rewrite];

    /// <summary>The concepts that a rule of this kind forbids; none when they could not be read.</summary>
    internal static ImmutableArray<string> Forbidden(RuleFields fields) => Say.In(fields) is { IsDefault: false } said ? said : [];

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var by = By.In(fields);
        var rewrite = Rewrite.In(fields) ?? RewriteWay.ReplaceSentence;
        List<Clause> clauses = [Match(FactKind.Mention, Said(context.Ids(Say.In(fields)), by))];
        if (AtLeast.In(fields) is > 1 and var atLeast)
            clauses.Add(new Clause(ClauseKind.Count, FactKind.Mention, Said(context.Ids(Say.In(fields)), by, ToAnchor(FactField.Position, Comparison.AtMost)), atLeast));
        if (After.In(fields) is { Concepts.IsDefault: false } after) clauses.Add(Exists(FactKind.Mention, JustBefore(after)));
        if (NotAfter.In(fields) is { Concepts.IsDefault: false } notAfter) clauses.Add(NotExists(FactKind.Mention, JustBefore(notAfter)));
        if (Unless.In(fields) is { IsEmpty: false } unless)
        {
            if (UnlessWithin.In(fields).Milliseconds is { } time)
            {
                var mended = Said(context.Ids(unless), by, ToAnchor(FactField.Turn, Comparison.AtLeast));
                clauses.Add(NotExists(FactKind.Mention, [.. mended, ToAnchor(FactField.Turn, Comparison.Equal)]));
                yield return Unknown([clauses[0] with { Where = [.. clauses[0].Where, Is(FactField.EndsAt, -1)] }, .. clauses.Skip(1)]);
                yield return Unknown([.. clauses, .. MayBeIn(time, mended)]);
                clauses[0] = clauses[0] with { Where = [.. clauses[0].Where, Is(FactField.EndsAt, Comparison.AtLeast, 0)] };
                clauses.Add(MissedIn(time, mended));
                clauses.Add(TimeIsOver(time));
                yield return new Production { Rule = context.Rule, Clauses = [.. clauses], Rewrite = rewrite };
                yield break;
            }

            var later = UnlessWithin.In(fields).Turns;
            clauses.Add(NotExists(FactKind.Mention, Said(context.Ids(unless), by,
                ToAnchor(FactField.AgentRun, Comparison.AtLeast), ToAnchor(FactField.AgentRun, Comparison.AtMost, later))));
            if (later > 0) clauses.Add(RunIsOver(later));
        }

        yield return new Production { Rule = context.Rule, Clauses = [.. clauses], Rewrite = rewrite };

        Production Unknown(ImmutableArray<Clause> unknown) => new() { Rule = context.Rule, Meaning = Meaning.Unknown, Reason = NoTimes, Clauses = unknown };

        ImmutableArray<Condition> JustBefore(Saying saying) =>
            Said(context.Ids(saying.Concepts), saying.Speaker, ToAnchor(FactField.Round, Comparison.Equal), ToAnchor(FactField.Turn, Comparison.Less));
    }
}
