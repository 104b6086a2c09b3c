using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>How the customer is called: 您, and by surname and honorific once the name is known.</summary>
/// <example><code language="yaml">
/// - id: address.bare-name
///   source: H-NEV-1
///   kind: address
///   form: never-bare
/// </code></example>
internal sealed class Address : RuleKind
{
    private static readonly Field<AddressForm> Form = Field.Required<AddressForm>("form", "what is asked of the address", FieldTypes.Choice);
    private static readonly Field<Turns> Within = Field.Optional("within", new Turns(2), "use-name: in how many of the agent's turns it must have been used at least once", FieldTypes.Turns);
    private static readonly Field<ImmutableArray<string>> Say = Field.Optional<ImmutableArray<string>>("say", [], "polite: the words for which 您 is said; any of these concepts", FieldTypes.Concepts);

    internal override string Name => "address";

    internal override ImmutableArray<Field> Fields { get; } = [Form, Within, Say];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        if (Form.In(rule.Fields) == AddressForm.Polite && !rule.Fields.Has(Say))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs \"say\": the words for which 您 is said");
    }

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var form = Form.In(fields);
        if (form == AddressForm.NeverBare) yield return Never(NameForm.Bare, "");
        if (form == AddressForm.NeverWrong)
        {
            yield return Never(NameForm.Wrong, "");
            yield return Never(NameForm.WrongHonorific, "honorific");
        }

        if (form is AddressForm.NeverBare or AddressForm.NeverWrong) yield break;

        if (form == AddressForm.Polite)
        {
            yield return new Production
            {
                Rule = context.Rule,
                Clauses = [Match(FactKind.Mention, Said(context.Ids(Say.In(fields)), SpeakerRole.Agent, Is(FactField.IsRepeated, 0)))],
                Rewrite = RewriteWay.SayPolitely,
                Words = ["您"],
            };
            yield break;
        }

        // Judged when the conversation is over: leaving the name out of one turn is no violation.
        Clause[] occasion =
        [
            Match(FactKind.PartyName),
            Exists(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Closes, 1), ToAnchor(FactField.AgentRun, Comparison.AtLeast, Within.In(fields).Count)),
        ];
        yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [.. occasion] };
        yield return new Production
        {
            Rule = context.Rule,
            Clauses = [.. occasion, NotExists(FactKind.NameUse, Is(FactField.Form, (int)NameForm.Proper), ToAnchor(FactField.Turn, Comparison.AtLeast))],
            ShownAt = ShownAt.Reply,
            Needs = Needs.Name,
            Rewrite = RewriteWay.InsertAtStart,
        };

        Production Never(NameForm name, string reason) => new()
        {
            Rule = context.Rule,
            Reason = reason,
            Clauses = [Match(FactKind.NameUse, Is(FactField.Form, (int)name))],
            Needs = Needs.Name,
            Rewrite = RewriteWay.ReplaceName,
        };
    }
}

/// <summary>What a rule asks of how the customer is called.</summary>
internal enum AddressForm
{
    /// <summary>Never by the bare name.</summary>
    NeverBare,

    /// <summary>Never by another surname than the customer's, nor by the honorific of the other sex.</summary>
    NeverWrong,

    /// <summary>您, in every turn.</summary>
    Polite,

    /// <summary>By surname and honorific, at least once after the name is known.</summary>
    UseName,
}
