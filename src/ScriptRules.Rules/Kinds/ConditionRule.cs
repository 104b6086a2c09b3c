using System.Collections.Immutable;
using ScriptRules.Rules.Kinds.Conditions;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>The general form: named conditions, joined by a boolean expression.</summary>
/// <remarks>The rule is broken where the expression holds. Each case of the expression is a production of its own.</remarks>
/// <example><code language="yaml">
/// - id: complaint.unsoothed
///   kind: condition
///   conditions:
///     complaint: { by: customer, say: complaint }
///     soothed: { by: agent, say: [apology, comfort], after: complaint, within: 2 turns }
///   when: complaint and not soothed
///   show: reply
///   suggest: 给您添麻烦了,非常抱歉。
/// </code></example>
internal sealed class ConditionRule : RuleKind
{
    private static readonly Field<ConditionSet> Conditions = Field.Required<ConditionSet>("conditions", "what is looked for, by name", ConditionReader.Read);
    private static readonly Field<WrittenExpression> When = Field.Required<WrittenExpression>("when", "the conditions, joined by and, or, not and brackets; where it holds, the rule is broken", ConditionText.Read);
    private static readonly Field<NameAt?> At = Field.Optional<NameAt?>("at", null, "the condition at whose hits the violation is shown; the first of `when` that is said there", NameAt.Read);
    private static readonly Field<ConditionPlace> Show = Field.Optional("show", ConditionPlace.Hit, "where, from that hit", FieldTypes.Choice);
    private static readonly Field<RewriteWay?> Rewrite = Field.Optional<RewriteWay?>("rewrite", null, "what a suggestion replaces, or where it is put", SentenceRewrite.Read);

    internal override string Name => "condition";

    internal override ImmutableArray<Field> Fields { get; } = [Conditions, When, At, Show, Rewrite];

    internal override IEnumerable<OwnConcept> OwnConcepts(Rule rule, RuleFields fields) =>
        from condition in Conditions.In(fields)?.All ?? []
        where condition.HasOwnConcept
        select new OwnConcept(Concept(rule, condition), new Wording("", [], "", condition.Node, Conditions.In(fields).Nodes));

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        if (Conditions.In(rule.Fields) is { } set && When.In(rule.Fields) is { } when)
            new ConditionCheck(set, when, At.In(rule.Fields), rule.Reader).Run();
    }

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var (set, when) = (Conditions.In(fields), When.In(fields));
        var cases = new ConditionCases(set).Of(when.Root) ?? [];
        var place = PlaceIn(set, when.Root, At.In(fields)?.Name, cases);
        var alwaysApplies = cases.Any(c => c.All(claim => IsKnown(set, claim)));
        foreach (var claims in cases)
        {
            var at = claims.Any(c => c.Condition == place && c.Kind == ClaimKind.AtLeast) ? place : -1;
            var shown = at < 0 ? ConditionPlace.TurnEnd : Show.In(fields);
            yield return new Production
            {
                Rule = context.Rule,
                Clauses = Case(isLoose: false).Compile(claims, at),
                ShownAt = shown switch { ConditionPlace.Hit => ShownAt.Anchor, ConditionPlace.Reply => ShownAt.Reply, ConditionPlace.TurnStart => ShownAt.TurnStart, _ => ShownAt.TurnEnd },
                Rewrite = Rewrite.In(fields) ?? shown switch { ConditionPlace.Hit => RewriteWay.ReplaceSentence, ConditionPlace.TurnEnd => RewriteWay.Append, _ => RewriteWay.InsertAtStart },
            };
            if (!alwaysApplies)
                yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = Case(isLoose: false).Compile([.. claims.Where(c => IsKnown(set, c))], at) };
            foreach (var (doubt, reason) in claims.Select(c => c.Condition).Distinct().SelectMany(c => Doubts(set, c)))
                yield return new Production { Rule = context.Rule, Meaning = Meaning.Unknown, Reason = reason, Clauses = Case(isLoose: true).Compile(claims, at, doubt) };
        }

        CaseCompiler Case(bool isLoose) => new(set, c => IdsOf(rule, c, context), context.NumberOf, isLoose);
    }

    /// <summary>The condition at whose hits a violation is shown; −1 when none is said in any case.</summary>
    internal static int PlaceIn(ConditionSet set, Expression when, string? at, ImmutableArray<ImmutableArray<Claim>> cases)
    {
        foreach (var name in at is null ? when.Names.Select(n => n.Text) : [at])
        {
            var index = set.IndexOf(name);
            if (set.All[index].Where is null && cases.Any(claims => claims.Any(c => c.Condition == index && c.Kind == ClaimKind.AtLeast))) return index;
        }

        return -1;
    }

    /// <summary>Whether a claim is of something that is there, or of the conversation's own data, rather than of something that is missing.</summary>
    private static bool IsKnown(ConditionSet set, Claim claim) => claim.Kind == ClaimKind.AtLeast || set.All[claim.Condition].Where is not null;

    /// <summary>What may be unknown of a condition, and what is then said.</summary>
    private static IEnumerable<(Doubt Doubt, string Reason)> Doubts(ConditionSet set, int index)
    {
        var condition = set.All[index];
        if (condition.Where is { } test) yield return (new Doubt(index, DoubtOf.Hit, default), $"not known: {string.Join(", ", test.All.Select(c => c.Name).Distinct())}");
        foreach (var field in HitRanges.TimesOf(condition)) yield return (new Doubt(index, DoubtOf.Hit, field), Clauses.NoTimes);
        if (condition is { Within.Unit: RangeUnit.Time, Anchor.Word: not AnchorWord.Before }) yield return (new Doubt(index, DoubtOf.Anchor, FactField.EndsAt), Clauses.NoTimes);
        if (condition is { Within.Unit: RangeUnit.Time, Anchor.Word: not AnchorWord.After }) yield return (new Doubt(index, DoubtOf.Anchor, FactField.StartsAt), Clauses.NoTimes);
        if (condition.Range is { Unit: RangeUnit.Time, FromEnd: true }) yield return (new Doubt(index, DoubtOf.Ending, FactField.EndsAt), "no times: it is not known when the conversation ended");
    }

    private static ImmutableArray<int> IdsOf(Rule rule, NamedCondition condition, CompileContext context) =>
        context.Ids(condition.HasOwnConcept ? [OwnId(rule, condition)] : condition.Say);

    private static string OwnId(Rule rule, NamedCondition condition) => $"{rule.Id}/{condition.Name}";

    /// <summary>Several concepts as one, so that their hits are counted together. It sees only what counted for them.</summary>
    private static Concept Concept(Rule rule, NamedCondition condition)
    {
        var isAll = condition.Needed > 1 && condition.Needed == condition.Say.Length;
        return new Concept
        {
            Id = OwnId(rule, condition),
            AllOf = isAll ? condition.Say : [],
            AnyOf = isAll ? [] : condition.Say,
            AtLeast = isAll ? 1 : condition.Needed,
            Within = condition.Together,
            At = condition.Stands,
            Allow = (MentionTraits)~0,
        };
    }
}

/// <summary>Where a violation of a condition is shown.</summary>
internal enum ConditionPlace
{
    /// <summary>At the words, or the turn, of the hit.</summary>
    Hit,

    /// <summary>At the start of the agent's next turn.</summary>
    Reply,

    /// <summary>At the start of the hit's turn.</summary>
    TurnStart,

    /// <summary>At the end of the hit's turn.</summary>
    TurnEnd,
}
