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
    private const int Whole = 10_000;
    private const int TimeUnknown = -1;

    private readonly List<Bound> _bound = [];
    private readonly List<Part> _parts = [];

    /// <summary>What cannot be judged, and which condition it is about; null while all can.</summary>
    internal (string Fault, NamedCondition Condition)? Fault { get; private set; }

    /// <summary>The clauses of a case.</summary>
    /// <param name="claims">What holds in it.</param>
    /// <param name="place">The condition at whose hits it is shown; −1 for the agent's last turn.</param>
    /// <param name="more">What else must hold of a fact, for the loose form; null for nothing.</param>
    internal ImmutableArray<Clause> Compile(ImmutableArray<Claim> claims, int place, Doubt? more = null)
    {
        var shown = place >= 0 ? Place(claims, place) : new Bound("", FactKind.Utterance, [By(SpeakerRole.Agent), Is(FactField.Closes, 1)], []);
        if (place < 0) _bound.Add(shown);
        foreach (var claim in claims.OrderBy(c => c is { Kind: ClaimKind.AtLeast, Number: 1 })) Add(claim);
        if (more is { } doubt) Add(doubt);
        return Write(shown);
    }

    private void Add(Claim claim)
    {
        var condition = set.All[claim.Condition];
        if (condition.Where is { } test)
        {
            Condition known = isLoose ? Is(FactField.Holds, Comparison.NotEqual, claim.Kind == ClaimKind.AtLeast ? 0 : 1) : Is(FactField.Holds, claim.Kind == ClaimKind.AtLeast ? 1 : 0);
            _parts.Add(new Part(ClauseKind.Exists, FactKind.Metadata, [Is(FactField.Test, numberOf(test)), known], []));
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
            Add(ClauseKind.NotExists, condition, links: [new Link(OrdinalOf(condition), Comparison.AtLeast, first, OrdinalOf(condition), claim.Number - 1)]);
        }
        else Add(ClauseKind.NotExists, condition, where: claim.Number > 1 ? [Is(OrdinalOf(condition), Comparison.AtLeast, claim.Number)] : []);

        foreach (var field in TimesOf(condition)) _parts.Add(Hits(ClauseKind.NotExists, condition, [Is(field, TimeUnknown)], [], withTime: false));
        AddClosing(condition);
    }

    private void Add(Doubt doubt)
    {
        var condition = set.All[doubt.Condition];
        if (condition.Where is { } test)
        {
            _parts.Add(new Part(ClauseKind.Exists, FactKind.Metadata, [Is(FactField.Test, numberOf(test)), Is(FactField.Holds, -1)], []));
            return;
        }

        Condition unknown = Is(doubt.Field, TimeUnknown);
        var of = doubt.Of switch { DoubtOf.Anchor => AnchorOf(condition), DoubtOf.Ending => Ending(), _ => null };
        if (of is not null) of.Where.Add(unknown);
        _parts.Add(Hits(ClauseKind.Exists, condition, of is null ? [unknown] : [], [], withTime: false));
    }

    private void Add(ClauseKind kind, NamedCondition condition, int atLeast = 0, IEnumerable<Condition>? where = null, IEnumerable<Link>? links = null) =>
        _parts.Add(Hits(kind, condition, where ?? [], links ?? [], withTime: !isLoose) with { AtLeast = atLeast });

    /// <summary>The hit that a violation is shown at: the one that others look from, when it is one and the same; else each.</summary>
    private Bound Place(ImmutableArray<Claim> claims, int place)
    {
        var looking = claims.Select(c => set.All[c.Condition]).Where(c => c.Anchor?.Condition == set.All[place].Name)
            .DistinctBy(c => (c.Anchor!.Hit, c.Anchor.Nth, c.Anchor.Hit == HitChoice.Any ? c.Name : "")).ToList();
        return looking is [var only] ? AnchorOf(only) : Each(place);
    }

    /// <summary>The hit of a condition that is looked at by itself.</summary>
    private Bound Each(int index)
    {
        var condition = set.All[index];
        return Find(condition, "each") ?? Bind(condition, "each", [], []);
    }

    private Bound AnchorOf(NamedCondition condition)
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
    private Bound One(NamedCondition of, int number)
    {
        if (Find(of, $"{number}") is { } known) return known;
        var ordinal = OrdinalOf(of);
        if (of.IsPlain) return Bind(of, $"{number}", [Is(ordinal, number)], []);
        if (of.UsesTime && isLoose) return Bind(of, $"{number}", [], []);
        if (number > 1)
        {
            if (of.UsesTime) Fail(of, "in a range of seconds only the first and the last hit can be looked from");
            return Bind(of, $"{number}", [], [new Link(ordinal, Comparison.Equal, One(of, 1), ordinal, number - 1)]);
        }

        var first = Bind(of, "1", [], []);
        AddNoOther(of, first, Comparison.Less);
        return first;
    }

    private Bound Last(NamedCondition of)
    {
        if (Find(of, "last") is { } known) return known;
        var last = Bind(of, "last", [], []);
        if (of.UsesTime && isLoose) return last;
        AddNoOther(of, last, Comparison.More);
        AddClosing(of);
        return last;
    }

    private void AddNoOther(NamedCondition of, Bound than, Comparison order)
    {
        var ordinal = OrdinalOf(of);
        _parts.Add(Hits(ClauseKind.NotExists, of, [], [new Link(ordinal, order, than, ordinal, 0)], withTime: true));
        foreach (var field in TimesOf(of)) _parts.Add(Hits(ClauseKind.NotExists, of, [Is(field, TimeUnknown)], [new Link(ordinal, order, than, ordinal, 0)], withTime: false));
    }

    private Bound? Find(NamedCondition of, string which) => _bound.Find(b => b.Name == of.Name && b.Which == which);

    private Bound Bind(NamedCondition of, string which, IEnumerable<Condition> where, IEnumerable<Link> links)
    {
        var hits = Hits(ClauseKind.Match, of, where, links, withTime: !isLoose);
        if (Find(of, which) is { } known) return known;
        var bound = new Bound(of.Name, hits.Fact, [.. hits.Where], [.. hits.Links]) { Which = which };
        _bound.Add(bound);
        return bound;
    }

    private Bound Ending()
    {
        if (_bound.Find(b => b.Fact == FactKind.Ending) is { } known) return known;
        var ending = new Bound("", FactKind.Ending, [], []);
        _bound.Add(ending);
        return ending;
    }

    /// <summary>What a hit of a condition is: who, what, where from its anchor, and in which part of the conversation.</summary>
    private Part Hits(ClauseKind kind, NamedCondition condition, IEnumerable<Condition> where, IEnumerable<Link> links, bool withTime)
    {
        var isTurn = condition.Say.IsEmpty;
        List<Condition> own = isTurn ? [] : [new Condition(FactField.Concept, Comparison.In, Operand.Of(0)) { Set = idsOf(condition) }];
        if (condition.By is { } by) own.Add(By(by));
        own.AddRange(where);
        List<Link> all = [.. links];
        if (condition.Anchor is { } anchor)
        {
            var from = AnchorOf(condition);
            switch (anchor.Word)
            {
                case AnchorWord.After:
                    all.Add(new Link(FactField.Position, Comparison.AtLeast, from, FactField.PositionEnd, 0));
                    break;
                case AnchorWord.Before:
                    all.Add(new Link(FactField.PositionEnd, Comparison.AtMost, from, FactField.Position, 0));
                    break;
                case AnchorWord.At:
                    all.Add(new Link(FactField.Turn, Comparison.Equal, from, FactField.Turn, 0));
                    break;
            }

            if (condition.Within is { } within) AddDistance(condition, anchor.Word, within, from, own, all, withTime);
        }

        if (condition.Range is { } range) AddStretch(condition, range, own, all, withTime);
        if (condition.UsesPercent) Ending();
        return new Part(kind, isTurn ? FactKind.Utterance : FactKind.Mention, own, all);
    }

    private static void AddDistance(NamedCondition condition, AnchorWord word, Reach within, Bound from, List<Condition> own, List<Link> links, bool withTime)
    {
        var (first, last) = FieldsOf(within.Unit, within.OfAll ? null : condition.By);
        switch (within.Unit)
        {
            case RangeUnit.Time when withTime:
                if (word != AnchorWord.Before)
                {
                    links.Add(new Link(FactField.StartsAt, Comparison.AtMost, from, FactField.EndsAt, within.To));
                    if (within.From > 0) links.Add(new Link(FactField.StartsAt, Comparison.AtLeast, from, FactField.EndsAt, within.From));
                    Know(from, FactField.EndsAt, FactField.StartsAt);
                }

                if (word != AnchorWord.After)
                {
                    links.Add(new Link(FactField.EndsAt, Comparison.AtLeast, from, FactField.StartsAt, -within.To));
                    if (within.From > 0) links.Add(new Link(FactField.EndsAt, Comparison.AtMost, from, FactField.StartsAt, -within.From));
                    Know(from, FactField.StartsAt, FactField.EndsAt);
                }

                break;
            case RangeUnit.Time:
                break;
            case RangeUnit.Percent:
                if (word != AnchorWord.Before) links.Add(new Link(first, Comparison.AtMost, from, last, within.To));
                if (word != AnchorWord.After) links.Add(new Link(first, Comparison.AtLeast, from, last, -within.To));
                if (within.From > 0) links.Add(new Link(first, word == AnchorWord.After ? Comparison.AtLeast : Comparison.AtMost, from, last, word == AnchorWord.After ? within.From : -within.From));
                break;
            case RangeUnit.Sentences when word == AnchorWord.At:
                links.Add(new Link(FactField.SentencesBefore, Comparison.Less, from, FactField.Sentences, 0));
                links.Add(new Link(FactField.Sentences, Comparison.More, from, FactField.SentencesBefore, 0));
                break;
            default:
                // A turn that comes n turns later has n − 1 between; in the same turn the distance is 0.
                if (word is AnchorWord.After or AnchorWord.Around) links.Add(new Link(first, Comparison.AtMost, from, last, within.To - 1));
                if (word is AnchorWord.Before or AnchorWord.Around) links.Add(new Link(last, Comparison.AtLeast, from, first, 1 - within.To));
                if (within.From > 0 && word == AnchorWord.After) links.Add(new Link(first, Comparison.AtLeast, from, last, within.From - 1));
                if (within.From > 0 && word == AnchorWord.Before) links.Add(new Link(last, Comparison.AtMost, from, first, 1 - within.From));
                break;
        }

        void Know(Bound anchor, FactField ofAnchor, FactField ofHit)
        {
            Condition known = Is(ofAnchor, Comparison.AtLeast, 0);
            if (!anchor.Where.Contains(known)) anchor.Where.Add(known);
            own.Add(Is(ofHit, Comparison.AtLeast, 0));
        }
    }

    private void AddStretch(NamedCondition condition, Stretch range, List<Condition> own, List<Link> links, bool withTime)
    {
        var (first, last) = FieldsOf(range.Unit, range.OfAll ? null : condition.By);
        switch (range.Unit)
        {
            case RangeUnit.Time when !withTime:
                break;
            case RangeUnit.Time when range.FromEnd:
                var ending = Ending();
                Condition known = Is(FactField.EndsAt, Comparison.AtLeast, 0);
                if (!ending.Where.Contains(known)) ending.Where.Add(known);
                own.Add(Is(FactField.StartsAt, Comparison.AtLeast, 0));
                links.Add(new Link(FactField.StartsAt, Comparison.AtLeast, ending, FactField.EndsAt, -range.To));
                break;
            case RangeUnit.Time or RangeUnit.Percent when !range.FromEnd:
                own.Add(Is(first, Comparison.AtLeast, range.From));
                own.Add(Is(first, Comparison.Less, range.To));
                break;
            case RangeUnit.Percent:
                own.Add(Is(first, Comparison.AtLeast, Whole - range.To));
                break;
            case RangeUnit.Turns or RangeUnit.Sentences when range.FromEnd:
                links.Add(new Link(first, Comparison.AtLeast, Ending(), last, -range.To));
                break;
            default:
                if (range.From > 1) own.Add(Is(first, Comparison.AtLeast, range.From - 1));
                own.Add(Is(first, Comparison.Less, range.To));
                break;
        }
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
            var (_, last) = FieldsOf(within.Unit, within.OfAll ? null : condition.By);
            _parts.Add(within.Unit == RangeUnit.Time
                ? new Part(ClauseKind.Exists, FactKind.Mark, [], [new Link(FactField.StartsAt, Comparison.More, from, FactField.EndsAt, within.To)])
                : new Part(ClauseKind.Exists, FactKind.Mark, [], [new Link(last, Comparison.AtLeast, from, last, within.To)]));
        }
        else if (condition is { Range: { } range })
        {
            var (_, last) = FieldsOf(range.Unit, range.OfAll ? null : condition.By);
            _parts.Add(new Part(ClauseKind.Exists, FactKind.Mark, [range.Unit == RangeUnit.Time ? Is(FactField.StartsAt, Comparison.AtLeast, range.To) : Is(last, Comparison.AtLeast, range.To)], []));
        }
        else _parts.Add(new Part(ClauseKind.Exists, FactKind.Ending, [], []));
    }

    /// <summary>The fields that count a unit: what came before a place, and with it.</summary>
    private static (FactField Before, FactField UpTo) FieldsOf(RangeUnit unit, SpeakerRole? by) => (unit, by) switch
    {
        (RangeUnit.Turns, SpeakerRole.Agent) => (FactField.AgentTurnsBefore, FactField.AgentTurns),
        (RangeUnit.Turns, SpeakerRole.Customer) => (FactField.CustomerTurnsBefore, FactField.CustomerTurns),
        (RangeUnit.Turns, _) => (FactField.TurnsBefore, FactField.Turns),
        (RangeUnit.Sentences, SpeakerRole.Agent) => (FactField.AgentSentencesBefore, FactField.AgentSentences),
        (RangeUnit.Sentences, SpeakerRole.Customer) => (FactField.CustomerSentencesBefore, FactField.CustomerSentences),
        (RangeUnit.Sentences, _) => (FactField.SentencesBefore, FactField.Sentences),
        (RangeUnit.Percent, _) => (FactField.Percent, FactField.Percent),
        _ => (FactField.StartsAt, FactField.EndsAt),
    };

    /// <summary>The times that a hit must have for it to be told whether it lies in the range.</summary>
    internal static IEnumerable<FactField> TimesOf(NamedCondition condition)
    {
        var starts = condition.Range is { Unit: RangeUnit.Time } || condition is { Within.Unit: RangeUnit.Time, Anchor.Word: not AnchorWord.Before };
        var ends = condition is { Within.Unit: RangeUnit.Time, Anchor.Word: not AnchorWord.After };
        if (starts) yield return FactField.StartsAt;
        if (ends) yield return FactField.EndsAt;
    }

    private static FactField OrdinalOf(NamedCondition condition) => condition.By is null ? FactField.OrdinalOfAll : FactField.Ordinal;

    private void Fail(NamedCondition condition, string fault) => Fault ??= (fault, condition);

    private ImmutableArray<Clause> Write(Bound shown)
    {
        if (_bound.Count > MostVariables) Fault ??= ($"more than {MostVariables} hits are tied to each other", set.All[0]);
        var links = _bound.Select(_ => new List<Condition>()).ToList();
        var order = Order(shown);
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var link in order[i].Links)
            {
                var other = order.IndexOf(link.To);
                if (other < i) links[i].Add(new Condition(link.Own, link.Is, Operand.Of(other, link.Field, link.Offset)));
                else links[other].Add(new Condition(link.Field, Mirrored(link.Is), Operand.Of(i, link.Own, -link.Offset)));
            }
        }

        var clauses = ImmutableArray.CreateBuilder<Clause>();
        for (var i = 0; i < order.Count; i++)
        {
            clauses.Add(new Clause(ClauseKind.Match, order[i].Fact, [.. order[i].Where, .. links[i]]));
            foreach (var part in _parts.Where(p => p.Links.Select(l => order.IndexOf(l.To)).DefaultIfEmpty(0).Max() == i))
            {
                var conditions = part.Links.Select(l => new Condition(l.Own, l.Is, Operand.Of(order.IndexOf(l.To), l.Field, l.Offset)));
                clauses.Add(new Clause(part.Kind, part.Fact, [.. part.Where, .. conditions], part.AtLeast));
            }
        }

        return clauses.ToImmutable();
    }

    /// <summary>The place first, then each hit after one that it is linked to, where there is one.</summary>
    private List<Bound> Order(Bound shown)
    {
        List<Bound> order = [shown];
        while (order.Count < _bound.Count)
        {
            order.Add(_bound.Find(b => !order.Contains(b) && (b.Links.Exists(l => order.Contains(l.To)) || order.Exists(o => o.Links.Exists(l => l.To == b))))
                ?? _bound.First(b => !order.Contains(b)));
        }

        return order;
    }

    private static Comparison Mirrored(Comparison comparison) => comparison switch
    {
        Comparison.Less => Comparison.More,
        Comparison.AtMost => Comparison.AtLeast,
        Comparison.More => Comparison.Less,
        Comparison.AtLeast => Comparison.AtMost,
        _ => comparison,
    };

    /// <summary>A hit that is bound to a variable.</summary>
    private sealed class Bound(string name, FactKind fact, List<Condition> where, List<Link> links)
    {
        internal string Name { get; } = name;

        internal string Which { get; init; } = "";

        internal FactKind Fact { get; } = fact;

        internal List<Condition> Where { get; } = where;

        internal List<Link> Links { get; } = links;
    }

    /// <summary>How a field of a hit compares with one of another hit.</summary>
    private sealed record Link(FactField Own, Comparison Is, Bound To, FactField Field, int Offset);

    /// <summary>A clause that binds nothing, or is about to.</summary>
    private sealed record Part(ClauseKind Kind, FactKind Fact, IReadOnlyList<Condition> Where, IReadOnlyList<Link> Links)
    {
        internal int AtLeast { get; init; }
    }
}

/// <summary>What a loose case asks for: something that is not known, on which it depends.</summary>
/// <param name="Condition">The condition that cannot be judged.</param>
/// <param name="Of">Whose number is unknown.</param>
/// <param name="Field">Which number.</param>
internal readonly record struct Doubt(int Condition, DoubtOf Of, FactField Field);

/// <summary>Whose number is unknown.</summary>
internal enum DoubtOf
{
    /// <summary>The condition's own hit, or the attribute.</summary>
    Hit,

    /// <summary>The hit that it looks from.</summary>
    Anchor,

    /// <summary>The conversation's end.</summary>
    Ending,
}
