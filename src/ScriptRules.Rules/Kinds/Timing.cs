using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using YamlDotNet.RepresentationModel;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>How long, how fast or how much: one measure of the contact is not above or below a bound.</summary>
/// <remarks>A reply that has not been sent took no time, so rules that need times are not for drafts.</remarks>
/// <example><code language="yaml">
/// - id: manner.rate
///   source: H-MAN-01
///   kind: timing
///   measure: rate
///   at-least: 10 characters
///   gt: 300 characters/min
///   lt: 120 characters/min
/// </code></example>
internal sealed class Timing : RuleKind
{
    private static readonly Field<TimingMeasure> What = Field.Required<TimingMeasure>("measure", "what is measured", FieldTypes.Choice);
    private static readonly Field<Amount?> Above = Field.Optional<Amount?>("gt", null, "more than this is a violation", Amount.Read);
    private static readonly Field<Amount?> Below = Field.Optional<Amount?>("lt", null, "less than this is a violation", Amount.Read);
    private static readonly Field<(Amount From, Amount To)?> Between = Field.Optional<(Amount, Amount)?>("between", null, "from the first to the second is a violation", Amount.ReadRange);
    private static readonly Field<MeasuredPer> Per = Field.Optional("per", MeasuredPer.Event, "each by itself, or the whole contact", FieldTypes.Choice);
    private static readonly Field<Whose> Of = Field.Optional("whose", Whose.Agent, "who is silent, answers, interrupts or speaks", FieldTypes.Choice);
    private static readonly Field<ImmutableArray<string>> Said = Field.Optional<ImmutableArray<string>>("said", [], "hold: the words that ask to wait; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<Amount?> Minimum = Field.Optional<Amount?>("at-least", null, "what is shorter does not count", Amount.Read);
    private static readonly Field<Amount?> Floor = Field.Optional<Amount?>("floor", null, "overlap: how long the other side must have been speaking", Amount.Read);
    private static readonly Field<ImmutableArray<Saying>> Unless = Field.Optional<ImmutableArray<Saying>>("unless", [], "said before or after, this makes it no matter", Sayings.Read);

    internal override string Name => "timing";

    internal override string? MessageSlot => "{measured}";

    internal override IEnumerable<Field> Start => [What, Above];

    internal override ImmutableArray<Field> Fields { get; } = [What, Above, Below, Between, Per, Of, Said, Minimum, Floor, Unless];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        if (!rule.Fields.Values.TryGetValue(What, out var given)) return;
        var what = (TimingMeasure)given!;
        if (!rule.Fields.Has(Above) && !rule.Fields.Has(Below) && !rule.Fields.Has(Between))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs \"gt\", \"lt\" or \"between\": there is no bound");
        if (what == TimingMeasure.Hold && !rule.Fields.Has(Said))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs \"said\": {Said.About}");

        var per = PerOf(rule.Fields, what);
        var allowed = Allowed(what);
        if (!allowed.Contains(per))
            rule.Reader.Fail(DiagnosticCodes.KeyInVain, Node(rule, Per), $"{Shown(what)} has no {Shown(per)}", $"it can be {string.Join(", ", allowed.Select(p => Shown(p)))}");
        else
        {
            var unit = UnitOf(what, per);
            foreach (var amount in new[] { Above.In(rule.Fields), Below.In(rule.Fields), Between.In(rule.Fields)?.From, Between.In(rule.Fields)?.To }) CheckUnit(rule, amount, unit, Shown(what));
        }

        CheckUnit(rule, Minimum.In(rule.Fields), what is TimingMeasure.Silence or TimingMeasure.Overlap ? Unit.Time : Unit.Length, "at-least");
        CheckUnit(rule, Floor.In(rule.Fields), Unit.Time, "floor");
        InVain(rule, Said, what == TimingMeasure.Hold, what);
        InVain(rule, Floor, what == TimingMeasure.Overlap, what);
        InVain(rule, Minimum, what is TimingMeasure.Silence or TimingMeasure.Overlap or TimingMeasure.Rate or TimingMeasure.TurnLength or TimingMeasure.Turns or TimingMeasure.Talk, what);
        InVain(rule, Of, !IsOfContact(what), what);
        InVain(rule, Unless, !IsOfContact(what), what);
    }

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var what = What.In(fields);
        var per = PerOf(fields, what);
        var kind = Enum.Parse<MeasureKind>(what.ToString());
        SpeakerRole? whose = IsOfContact(what) || Of.In(fields) == Whose.Anyone ? null : Of.In(fields) == Whose.Customer ? SpeakerRole.Customer : SpeakerRole.Agent;
        var said = context.Ids(Said.In(fields));
        var measure = context.Measure(new Measure
        {
            Kind = kind, Per = per, Whose = whose, Concepts = said, Minimum = Minimum.In(fields)?.Value ?? 0, Floor = Floor.In(fields)?.Value ?? 0,
            Unless = [.. Unless.In(fields).SelectMany(u => context.Ids(u.Concepts), (u, concept) => (u.Speaker, concept))],
        });
        var isWhole = per != MeasuredPer.Event || what is TimingMeasure.Duration or TimingMeasure.HangUpGap;

        if (Occasion() is { } occasion) yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [occasion] };
        if (Above.In(fields) is { } above) yield return Violation("gt", Is(FactField.Amount, Comparison.More, above.Value));
        if (Below.In(fields) is { } below) yield return Violation("lt", Is(FactField.Amount, Comparison.Less, below.Value));
        if (Between.In(fields) is { } range)
            yield return Violation("between", Is(FactField.Amount, Comparison.AtLeast, range.From.Value), Is(FactField.Amount, Comparison.AtMost, range.To.Value));

        Production Violation(string reason, params ImmutableArray<Condition> bounds) => new()
        {
            Rule = context.Rule,
            Reason = reason,
            Clauses = [Match(FactKind.Measured, [Is(FactField.Measure, measure), .. bounds]), .. isWhole ? [IsOver()] : ImmutableArray<Clause>.Empty],
            Needs = NeedsOf(what),
        };

        Clause? Occasion() => what switch
        {
            TimingMeasure.Hold => Match(FactKind.Mention, Said(said, whose!.Value)),
            TimingMeasure.ResponseTime => Match(FactKind.Utterance, By(whose == SpeakerRole.Customer ? SpeakerRole.Agent : SpeakerRole.Customer), Is(FactField.Length, Comparison.AtLeast, 1)),
            _ when isWhole => Match(FactKind.Utterance, Is(FactField.Closes, 1)),
            TimingMeasure.Rate or TimingMeasure.TurnLength => Match(FactKind.Utterance,
                [.. whose is { } who ? [By(who)] : ImmutableArray<Condition>.Empty, Is(FactField.Length, Comparison.AtLeast, Math.Max(1, Minimum.In(fields)?.Value ?? 0))]),
            _ => null,
        };
    }

    private static MeasuredPer PerOf(RuleFields fields, TimingMeasure what) =>
        !fields.Has(Per) && what is TimingMeasure.Turns or TimingMeasure.Talk ? MeasuredPer.Total : Per.In(fields);

    private static bool IsOfContact(TimingMeasure what) => what is TimingMeasure.AnswerDelay or TimingMeasure.HangUpGap or TimingMeasure.Duration;

    private static ImmutableArray<MeasuredPer> Allowed(TimingMeasure what) => what switch
    {
        TimingMeasure.AnswerDelay or TimingMeasure.HangUpGap or TimingMeasure.Duration => [MeasuredPer.Event],
        TimingMeasure.Turns => [MeasuredPer.Total],
        TimingMeasure.Talk => [MeasuredPer.Total, MeasuredPer.Share, MeasuredPer.Average],
        TimingMeasure.Rate => [MeasuredPer.Event, MeasuredPer.Average],
        TimingMeasure.TurnLength => [MeasuredPer.Event, MeasuredPer.Total, MeasuredPer.Average],
        _ => [MeasuredPer.Event, MeasuredPer.Total, MeasuredPer.Share, MeasuredPer.Average, MeasuredPer.Count],
    };

    private static Unit UnitOf(TimingMeasure what, MeasuredPer per) => (what, per) switch
    {
        (_, MeasuredPer.Count) => Unit.Times,
        (_, MeasuredPer.Share) => Unit.Share,
        (TimingMeasure.Rate, _) => Unit.Rate,
        (TimingMeasure.TurnLength, _) => Unit.Length,
        (TimingMeasure.Turns, _) => Unit.Turns,
        _ => Unit.Time,
    };

    private static Needs NeedsOf(TimingMeasure what) => what switch
    {
        TimingMeasure.TurnLength or TimingMeasure.Turns => Needs.None,
        TimingMeasure.AnswerDelay => Needs.Times,
        TimingMeasure.HangUpGap => Needs.TurnTimes | Needs.EndTime,
        _ => Needs.TurnTimes,
    };

    private static void CheckUnit(RuleEntry rule, Amount? amount, Unit unit, string what)
    {
        if (amount is null || amount.Unit == unit) return;
        rule.Reader.Fail(DiagnosticCodes.WrongUnit, amount.Node, $"{what} is compared with {Words(unit)}");
    }

    private static string Words(Unit unit) => unit switch
    {
        Unit.Time => "a time, such as 5 s",
        Unit.Rate => "characters a minute, such as 300 characters/min",
        Unit.Length => "characters, such as 10 characters",
        Unit.Share => "a share, such as 20 %",
        Unit.Turns => "turns, such as 30 turns",
        _ => "a number of times, such as 3 times",
    };

    private static void InVain(RuleEntry rule, Field field, bool means, TimingMeasure what)
    {
        if (!means && rule.Fields.Has(field)) rule.Reader.Fail(DiagnosticCodes.KeyInVain, Node(rule, field), $"\"{field.Name}\" says nothing about {Shown(what)}");
    }

    private static YamlNode Node(RuleEntry rule, Field field) => rule.Body.Children.Keys.First(k => k is YamlScalarNode { Value: { } name } && name == field.Name);

    private static string Shown<T>(T value)
        where T : struct, Enum => NodeReader.Hyphenated(value.ToString());
}

/// <summary>What a timing rule can measure; each is a <see cref="MeasureKind"/> by the same name.</summary>
internal enum TimingMeasure
{
    Silence,
    ResponseTime,
    Overlap,
    Rate,
    Hold,
    AnswerDelay,
    HangUpGap,
    Duration,
    TurnLength,
    Turns,
    Talk,
}

/// <summary>Whose silence, answer or words are measured.</summary>
internal enum Whose
{
    Agent,
    Customer,
    Anyone,
}
