using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Entities;
using ScriptRules.Text.Facts;
using YamlDotNet.RepresentationModel;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>Personal data is not read out in full, nor given to another.</summary>
/// <remarks>What is masked (138****1234) or told by its end (尾号1234) is not read out. Reports show the data of these rules masked.</remarks>
/// <example><code language="yaml">
/// - id: privacy.read-out
///   source: H-MAN-10
///   kind: private-data
///   data: [mobile, identity-number, bank-card]
///   not-after: public-number
/// </code></example>
internal sealed class PrivateData : RuleKind
{
    // How many characters before the data may say whose it is.
    private const int Reach = 16;

    private static readonly Field<ImmutableArray<EntityKind>> Data = Field.Required<ImmutableArray<EntityKind>>("data", "which kinds of data", Kinds);
    private static readonly Field<SpeakerRole> Speaker = Field.Optional("by", SpeakerRole.Agent, "who does not say it", FieldTypes.Choice);
    private static readonly Field<ImmutableArray<string>> After = Field.Optional<ImmutableArray<string>>("after", [], "what must stand before it, within 16 characters, for it to be somebody's; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<ImmutableArray<string>> NotAfter = Field.Optional<ImmutableArray<string>>("not-after", [], "what must not stand before it, as it makes it public; any of these concepts", FieldTypes.Concepts);
    private static readonly Field<Saying> Asked = Field.Optional("asked", default(Saying), "the other side must have asked for another's data in the same exchange", FieldTypes.Saying);
    private static readonly Field<bool> RepeatBack = Field.Optional("repeat-back", false, "whether what the other side has just told may be repeated in full", FieldTypes.Flag);

    internal override string Name => "private-data";

    internal override ImmutableArray<Field> Fields { get; } = [Data, Speaker, After, NotAfter, Asked, RepeatBack];

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var by = Speaker.In(fields);
        ImmutableArray<Condition> before =
        [
            By(by), ToAnchor(FactField.Turn, Comparison.Equal),
            new Condition(FactField.Start, Comparison.Less, Operand.Of(0, FactField.End)),
            new Condition(FactField.End, Comparison.AtLeast, Operand.Of(0, FactField.Start, -Reach)),
        ];
        List<Clause> clauses =
        [
            Match(FactKind.Entity, new Condition(FactField.What, Comparison.In, Operand.Of(0)) { Set = [.. Data.In(fields).Select(k => (int)k).Distinct().Order()] }, By(by)),
        ];
        if (After.In(fields) is { IsEmpty: false } after) clauses.Add(Exists(FactKind.Mention, [Of(after), .. before]));
        if (NotAfter.In(fields) is { IsEmpty: false } notAfter) clauses.Add(NotExists(FactKind.Mention, [Of(notAfter), .. before]));
        if (RepeatBack.In(fields))
        {
            clauses.Add(NotExists(FactKind.Entity, By(by == SpeakerRole.Customer ? SpeakerRole.Agent : SpeakerRole.Customer),
                ToAnchor(FactField.What, Comparison.Equal), ToAnchor(FactField.Value, Comparison.Equal),
                ToAnchor(FactField.Turn, Comparison.Less), ToAnchor(FactField.Round, Comparison.AtLeast, -1)));
        }

        var asked = Asked.In(fields);
        if (!asked.Concepts.IsDefault)
            clauses.Add(Exists(FactKind.Mention, Said(context.Ids(asked.Concepts), asked.Speaker, ToAnchor(FactField.Round, Comparison.Equal), ToAnchor(FactField.Turn, Comparison.Less))));

        yield return new Production
        {
            Rule = context.Rule,
            Reason = asked.Concepts.IsDefault ? "in-full" : "to-another",
            Clauses = [.. clauses],
            Rewrite = asked.Concepts.IsDefault ? RewriteWay.Mask : RewriteWay.ReplaceSentence,
        };

        Condition Of(ImmutableArray<string> concepts) => new(FactField.Concept, Comparison.In, Operand.Of(0)) { Set = context.Ids(concepts) };
    }

    [ValueSchema(typeof(PersonalKind), Sample = "[mobile]")]
    private static bool Kinds(YamlNode node, string what, FieldReader reader, out ImmutableArray<EntityKind> value)
    {
        var kinds = ImmutableArray.CreateBuilder<EntityKind>();
        foreach (var item in reader.Nodes.SomeItems(node, what))
        {
            if (!reader.Nodes.Choice<PersonalKind>(item, what, out var kind)) continue;
            kinds.Add((EntityKind)kind);
        }

        value = kinds.ToImmutable();
        return !value.IsEmpty;
    }

    /// <summary>The entities that tell who somebody is or where they can be reached.</summary>
    private enum PersonalKind
    {
        Mobile = EntityKind.Mobile,
        Landline = EntityKind.Landline,
        IdentityNumber = EntityKind.IdentityNumber,
        BankCard = EntityKind.BankCard,
        Email = EntityKind.Email,
        Address = EntityKind.Address,
    }
}
