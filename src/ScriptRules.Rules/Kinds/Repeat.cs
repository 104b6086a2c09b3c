using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using YamlDotNet.RepresentationModel;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>Something is said at most, or at least, so many times: a concept, or the same thing over and over.</summary>
/// <remarks>What one side says at one go counts once, over however many turns it is spread.</remarks>
/// <example><code language="yaml">
/// - id: manner.empty-apologies
///   source: H-MAN-03
///   kind: repeat
///   say: apology
///   at-most: 2 times
///   unless: { agent: [help-strong, promise-by-when] }
/// </code></example>
internal sealed class Repeat : RuleKind
{
    private const int MostBack = 100;

    private static readonly Field<ImmutableArray<string>> Say = Field.Optional<ImmutableArray<string>>("say", [], "what is counted; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<Amount?> Alike = Field.Optional<Amount?>("alike", null, "instead: how alike two turns are that say the same", Share);
    private static readonly Field<SpeakerRole> By = Field.Optional("by", SpeakerRole.Agent, "who says it", FieldTypes.Choice);
    private static readonly Field<Amount?> AtMost = Field.Optional<Amount?>("at-most", null, "how often it may be said", Times);
    private static readonly Field<Amount?> AtLeast = Field.Optional<Amount?>("at-least", null, "how often it must be said in the contact", Times);
    private static readonly Field<ImmutableArray<Saying>> Unless = Field.Optional<ImmutableArray<Saying>>("unless", [], "who says what to begin the count anew; with alike, what a turn says that is not compared", Sayings.Read);
    private static readonly Field<Amount?> Longer = Field.Optional<Amount?>("longer-than", null, "alike: shorter turns are not compared", Length);
    private static readonly Field<Turns> Back = Field.Optional("back", new Turns(20), "alike: how many earlier turns of the speaker are looked at", FieldTypes.Turns);

    internal override string Name => "repeat";

    internal override ImmutableArray<Field> Fields { get; } = [Say, Alike, By, AtMost, AtLeast, Unless, Longer, Back];

    internal override string? MessageSlot => "{measured}";

    internal override IEnumerable<Field> Start => [Say, AtMost];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        var fields = rule.Fields;
        if (fields.Has(Say) == fields.Has(Alike))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs either \"say\" or \"alike\"");
        if (!fields.Has(AtMost) && !fields.Has(AtLeast) && !fields.Has(Alike))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs \"at-most\" or \"at-least\": there is no bound");
        Wants(Alike.In(fields), Unit.Share, "alike is a share, such as 80 %");
        Wants(AtMost.In(fields), Unit.Times, "at-most is a number of times, such as 2 times");
        Wants(AtLeast.In(fields), Unit.Times, "at-least is a number of times, such as 2 times");
        Wants(Longer.In(fields), Unit.Length, "longer-than is a number of characters, such as 8 characters");
        foreach (var field in new Field[] { Longer, Back })
            if (fields.Has(field) && !fields.Has(Alike)) InVain(field, "alike");
        if (fields.Has(AtLeast) && fields.Has(Alike)) InVain(AtLeast, "say");
        if (Back.In(fields).Count > MostBack)
            rule.Reader.Fail(DiagnosticCodes.WrongValue, rule.Body.Children[new YamlScalarNode(Back.Name)], $"back is at most {MostBack} turns");

        void Wants(Amount? amount, Unit unit, string words)
        {
            if (amount is not null && amount.Unit != unit) rule.Reader.Fail(DiagnosticCodes.WrongUnit, amount.Node, words);
        }

        void InVain(Field field, string wanted) =>
            rule.Reader.Fail(DiagnosticCodes.KeyInVain, rule.Body.Children.Keys.First(k => k is YamlScalarNode { Value: { } name } && name == field.Name), $"\"{field.Name}\" says nothing without \"{wanted}\"");
    }

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var by = By.In(fields);
        var said = context.Ids(Say.In(fields));
        var unless = Unless.In(fields).SelectMany(u => context.Ids(u.Concepts), (u, concept) => (u.Speaker, concept)).ToImmutableArray();
        if (Alike.In(fields) is { } alike)
        {
            var same = context.Measure(new Measure
            {
                Kind = MeasureKind.Same, Whose = by, Unless = unless, Similarity = alike.Value / 100, Minimum = Longer.In(fields)?.Value + 1 ?? 0, Back = Back.In(fields).Count,
            });
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "at-most",
                Clauses = [Match(FactKind.Measured, Is(FactField.Measure, same), Is(FactField.Amount, Comparison.More, AtMost.In(fields)?.Value ?? 1))],
            };
            yield break;
        }

        if (AtMost.In(fields) is { } most)
        {
            var nth = context.Measure(new Measure { Kind = MeasureKind.Said, Whose = by, Concepts = said, Unless = unless });
            yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [Match(FactKind.Mention, Said(said, by))] };
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "at-most",
                // What begins the count anew may still come in the same reply.
                Clauses = [Match(FactKind.Measured, Is(FactField.Measure, nth), Is(FactField.Amount, Comparison.More, most.Value)), .. unless.IsEmpty ? [] : ImmutableArray.Create(RunIsOver(0))],
                Rewrite = unless.IsEmpty ? RewriteWay.ReplaceSentence : RewriteWay.Append,
            };
        }

        if (AtLeast.In(fields) is { } least)
        {
            var all = context.Measure(new Measure { Kind = MeasureKind.Said, Per = MeasuredPer.Count, Whose = by, Concepts = said, Unless = unless });
            yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [Match(FactKind.Utterance, Is(FactField.Closes, 1))] };
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "at-least",
                Clauses = [Match(FactKind.Measured, Is(FactField.Measure, all), Is(FactField.Amount, Comparison.Less, least.Value)), IsOver()],
                Rewrite = by == SpeakerRole.Agent ? RewriteWay.Append : RewriteWay.None,
            };
        }
    }

    // Another unit is read all the same: Check says which one is wanted.
    [ValueSchema(ValueSchemas.Times, Sample = "2 times")]
    private static bool Times(YamlNode node, string what, FieldReader reader, out Amount? value) => Amount.Read(node, what, reader, out value);

    [ValueSchema(ValueSchemas.Share, Sample = "80 %")]
    private static bool Share(YamlNode node, string what, FieldReader reader, out Amount? value) => Amount.Read(node, what, reader, out value);

    [ValueSchema(ValueSchemas.Length, Sample = "8 characters")]
    private static bool Length(YamlNode node, string what, FieldReader reader, out Amount? value) => Amount.Read(node, what, reader, out value);
}
