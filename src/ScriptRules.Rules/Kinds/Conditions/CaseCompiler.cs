using System.Collections.Immutable;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Compiles one case of a rule to the clauses of a production.</summary>
/// <remarks>
/// The hits that others look from are bound to variables. How a hit lies to another is kept as a link, and written at whichever of the two is bound
/// later, so that the place of the violation can come first. In the loose form what depends on times is left open: it stands where a rule could hold if
/// the times were known.
/// </remarks>
internal sealed class CaseCompiler(ConditionSet set, Func<NamedCondition, ImmutableArray<int>> idsOf, Func<MetadataTest, int> numberOf, bool isLoose)
{
    private const int MostVariables = 8;
    private const int TimeUnknown = -1;

    private readonly List<BoundHit> _bound = [];
    private readonly List<CasePart> _parts = [];

    /// <summary>What cannot be judged, and which condition it is about; null while all can.</summary>
    internal (string Fault, NamedCondition Condition)? Fault { get; private set; }

    /// <summary>The clauses of a case.</summary>
    /// <param name="claims">What holds in it.</param>
    /// <param name="place">The condition at whose hits it is shown; −1 for the agent's last turn.</param>
    /// <param name="more">What else must hold of a fact, for the loose form; null for nothing.</param>
    internal ImmutableArray<Clause> Compile(ImmutableArray<Claim> claims, int place, Doubt? more = null)
    {
        var shown = place >= 0 ? Place(claims, place) : new BoundHit("", FactKind.Utterance, [By(SpeakerRole.Agent), Is(FactField.Closes, 1)], []);
        if (place < 0) _bound.Add(shown);
        foreach (var claim in claims.OrderBy(c => c is { Kind: ClaimKind.AtLeast, Number: 1 })) Add(claim);
        if (more is { } doubt) Add(doubt);
        if (_bound.Count > MostVariables) Fault ??= ($"more than {MostVariables} hits are tied to each other", set.All[0]);
        return new CaseClauses(_bound, _parts).Write(shown);
    }

    private void Add(Claim claim)
    {
        var condition = set.All[claim.Condition];
        if (condition.Where is { } test)
        {
            Condition known = isLoose ? Is(FactField.Holds, Comparison.NotEqual, claim.Kind == ClaimKind.AtLeast ? 0 : 1) : Is(FactField.Holds, claim.Kind == ClaimKind.AtLeast ? 1 : 0);
            _parts.Add(new CasePart(ClauseKind.Exists, FactKind.Metadata, [Is(FactField.Test, numberOf(test)), known], []));
            return;
        }

        if (claim.Kind == ClaimKind.AtLeast)
        {
            if (claim.Number > 1) Add(ClauseKind.Count, condition, claim.Number);
            else if (!_bound.Exists(b => b.Name == condition.Name)) Add(ClauseKind.Exists, condition);
            return;
        }

        if (condition.Anchor is { Hit: HitChoice.Any }) Fail(condition, "“not”, or a greatest count, with hit: any would ask for a hit of which nothing is known; take every, first, last or a number");
        if (condition.UsesTime && claim.Number > 1) Fail(condition, "in a range of seconds “not” is for a single hit: a greatest count or a denied count is not judged");
        if (condition.UsesTime && isLoose) return;
        if (claim.Kind == ClaimKind.Few)
        {
            var first = One(condition, 1);
            Add(ClauseKind.NotExists, condition, links: [new HitLink(OrdinalOf(condition), Comparison.AtLeast, first, OrdinalOf(condition), claim.Number - 1)]);
        }
        else Add(ClauseKind.NotExists, condition, where: claim.Number > 1 ? [Is(OrdinalOf(condition), Comparison.AtLeast, claim.Number)] : []);

        foreach (var field in HitRanges.TimesOf(condition)) _parts.Add(Hits(ClauseKind.NotExists, condition, [Is(field, TimeUnknown)], [], withTime: false));
        AddClosing(condition);
    }

    private void Add(Doubt doubt)
    {
        var condition = set.All[doubt.Condition];
        if (condition.Where is { } test)
        {
            _parts.Add(new CasePart(ClauseKind.Exists, FactKind.Metadata, [Is(FactField.Test, numberOf(test)), Is(FactField.Holds, -1)], []));
            return;
        }

        Condition unknown = Is(doubt.Field, TimeUnknown);
        var of = doubt.Of switch { DoubtOf.Anchor => AnchorOf(condition), DoubtOf.Ending => Ending(), _ => null };
        if (of is not null) of.Where.Add(unknown);
        _parts.Add(Hits(ClauseKind.Exists, condition, of is null ? [unknown] : [], [], withTime: false));
    }

    private void Add(ClauseKind kind, NamedCondition condition, int atLeast = 0, IEnumerable<Condition>? where = null, IEnumerable<HitLink>? links = null) =>
        _parts.Add(Hits(kind, condition, where ?? [], links ?? [], withTime: !isLoose) with { AtLeast = atLeast });

    /// <summary>The hit that a violation is shown at: the one that others look from, when it is one and the same; else each.</summary>
    private BoundHit Place(ImmutableArray<Claim> claims, int place)
    {
        var looking = claims.Select(c => set.All[c.Condition]).Where(c => c.Anchor?.Condition == set.All[place].Name)
            .DistinctBy(c => (c.Anchor!.Hit, c.Anchor.Nth, c.Anchor.Hit == HitChoice.Any ? c.Name : "")).ToList();
        return looking is [var only] ? AnchorOf(only) : Each(place);
    }

    /// <summary>The hit of a condition that is looked at by itself.</summary>
    private BoundHit Each(int index)
    {
        var condition = set.All[index];
        return Find(condition, "each") ?? Bind(condition, "each", [], []);
    }

    private BoundHit AnchorOf(NamedCondition condition)
    {
        var anchor = condition.Anchor!;
        var index = set.IndexOf(anchor.Condition);
        var of = set.All[index];
        return anchor.Hit switch
        {
            HitChoice.Every => Each(index),
            HitChoice.Any => Find(of, "any for " + condition.Name) ?? Bind(of, "any for " + condition.Name, [], []),
            HitChoice.Last => Last(of),
            _ => One(of, anchor.Nth),
        };
    }

    /// <summary>The hit of that number, in the condition's range.</summary>
    private BoundHit One(NamedCondition of, int number)
    {
        if (Find(of, $"{number}") is { } known) return known;
        var ordinal = OrdinalOf(of);
        if (of.IsPlain) return Bind(of, $"{number}", [Is(ordinal, number)], []);
        if (of.UsesTime && isLoose) return Bind(of, $"{number}", [], []);
        if (number > 1)
        {
            if (of.UsesTime) Fail(of, "in a range of seconds only the first and the last hit can be looked from");
            return Bind(of, $"{number}", [], [new HitLink(ordinal, Comparison.Equal, One(of, 1), ordinal, number - 1)]);
        }

        var first = Bind(of, "1", [], []);
        AddNoOther(of, first, Comparison.Less);
        return first;
    }

    private BoundHit Last(NamedCondition of)
    {
        if (Find(of, "last") is { } known) return known;
        var last = Bind(of, "last", [], []);
        if (of.UsesTime && isLoose) return last;
        AddNoOther(of, last, Comparison.More);
        AddClosing(of);
        return last;
    }

    private void AddNoOther(NamedCondition of, BoundHit than, Comparison order)
    {
        var ordinal = OrdinalOf(of);
        _parts.Add(Hits(ClauseKind.NotExists, of, [], [new HitLink(ordinal, order, than, ordinal, 0)], withTime: true));
        foreach (var field in HitRanges.TimesOf(of)) _parts.Add(Hits(ClauseKind.NotExists, of, [Is(field, TimeUnknown)], [new HitLink(ordinal, order, than, ordinal, 0)], withTime: false));
    }

    private BoundHit? Find(NamedCondition of, string which) => _bound.Find(b => b.Name == of.Name && b.Which == which);

    private BoundHit Bind(NamedCondition of, string which, IEnumerable<Condition> where, IEnumerable<HitLink> links)
    {
        var hits = Hits(ClauseKind.Match, of, where, links, withTime: !isLoose);
        if (Find(of, which) is { } known) return known;
        var bound = new BoundHit(of.Name, hits.Fact, [.. hits.Where], [.. hits.Links]) { Which = which };
        _bound.Add(bound);
        return bound;
    }

    private BoundHit Ending()
    {
        if (_bound.Find(b => b.Fact == FactKind.Ending) is { } known) return known;
        var ending = new BoundHit("", FactKind.Ending, [], []);
        _bound.Add(ending);
        return ending;
    }

    /// <summary>What a hit of a condition is: who, what, where from its anchor, and in which part of the conversation.</summary>
    private CasePart Hits(ClauseKind kind, NamedCondition condition, IEnumerable<Condition> where, IEnumerable<HitLink> links, bool withTime)
    {
        var isTurn = condition.Say.IsEmpty;
        List<Condition> own = isTurn ? [] : [new Condition(FactField.Concept, Comparison.In, Operand.Of(0)) { Set = idsOf(condition) }];
        if (condition.By is { } by) own.Add(By(by));
        own.AddRange(where);
        List<HitLink> all = [.. links];
        if (condition.Anchor is { } anchor)
        {
            var from = AnchorOf(condition);
            switch (anchor.Word)
            {
                case AnchorWord.After:
                    all.Add(new HitLink(FactField.Position, Comparison.AtLeast, from, FactField.PositionEnd, 0));
                    break;
                case AnchorWord.Before:
                    all.Add(new HitLink(FactField.PositionEnd, Comparison.AtMost, from, FactField.Position, 0));
                    break;
                case AnchorWord.At:
                    all.Add(new HitLink(FactField.Turn, Comparison.Equal, from, FactField.Turn, 0));
                    break;
            }

            if (condition.Within is { } within) HitRanges.AddDistance(condition, anchor.Word, within, from, own, all, withTime);
        }

        if (condition.Range is { } range) HitRanges.AddStretch(condition, range, Ending, own, all, withTime);
        if (condition.UsesPercent) Ending();
        return new CasePart(kind, isTurn ? FactKind.Utterance : FactKind.Mention, own, all);
    }

    /// <summary>Nothing more can come that would be a hit.</summary>
    private void AddClosing(NamedCondition condition)
    {
        if (condition.Anchor is { Word: AnchorWord.Before or AnchorWord.At }) return;
        if (condition.Range is { FromEnd: true } || condition.UsesPercent)
        {
            Ending();
            return;
        }

        if (condition is { Within: { } within })
        {
            var from = AnchorOf(condition);
            var (_, last) = HitRanges.FieldsOf(within.Unit, within.OfAll ? null : condition.By);
            _parts.Add(within.Unit == RangeUnit.Time
                ? new CasePart(ClauseKind.Exists, FactKind.Mark, [], [new HitLink(FactField.StartsAt, Comparison.More, from, FactField.EndsAt, within.To)])
                : new CasePart(ClauseKind.Exists, FactKind.Mark, [], [new HitLink(last, Comparison.AtLeast, from, last, within.To)]));
        }
        else if (condition is { Range: { } range })
        {
            var (_, last) = HitRanges.FieldsOf(range.Unit, range.OfAll ? null : condition.By);
            _parts.Add(new CasePart(ClauseKind.Exists, FactKind.Mark, [range.Unit == RangeUnit.Time ? Is(FactField.StartsAt, Comparison.AtLeast, range.To) : Is(last, Comparison.AtLeast, range.To)], []));
        }
        else _parts.Add(new CasePart(ClauseKind.Exists, FactKind.Ending, [], []));
    }

    private static FactField OrdinalOf(NamedCondition condition) => condition.By is null ? FactField.OrdinalOfAll : FactField.Ordinal;

    private void Fail(NamedCondition condition, string fault) => Fault ??= (fault, condition);
}
