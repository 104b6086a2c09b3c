using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>The agent ends the contact as the handbook wants it.</summary>
/// <remarks>A draft ends nothing, so it is for finished conversations only.</remarks>
/// <example><code language="yaml">
/// - id: closing.polite
///   source: H-MAN-15
///   kind: closing
///   say: [thanks, farewell]
///   within: 2 turns
/// </code></example>
internal sealed class Closing : RuleKind
{
    private static readonly Field<ImmutableArray<ImmutableArray<string>>> Say = Field.Required<ImmutableArray<ImmutableArray<string>>>("say", "the acts of the closing; all of them, of a nested list any", FieldTypes.Acts);
    private static readonly Field<Turns> Within = Field.Optional("within", new Turns(2), "over how many of the agent's last turns they may be spread", FieldTypes.Turns);
    private static readonly Field<ImmutableArray<string>> Unless = Field.Optional<ImmutableArray<string>>("unless", [], "an ending of its own, in those turns", FieldTypes.Concepts);

    internal override string Name => "closing";

    internal override ImmutableArray<Field> Fields { get; } = [Say, Within, Unless];

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var recent = ToAnchor(FactField.AgentRun, Comparison.More, -Math.Max(1, Within.In(fields).Count));
        List<Clause> occasion = [Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Closes, 1))];
        if (Unless.In(fields) is { IsEmpty: false } unless)
            occasion.Add(NotExists(FactKind.Mention, Said(context.Ids(unless), SpeakerRole.Agent, recent)));
        yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [.. occasion] };
        ImmutableArray<int> all = [.. Say.In(fields).SelectMany(act => context.Ids(act))];
        foreach (var act in Say.In(fields))
        {
            yield return new Production
            {
                Rule = context.Rule,
                Reason = act[0],
                Clauses = [.. occasion, NotExists(FactKind.Mention, Said(context.Ids(act), SpeakerRole.Agent, recent))],
                ShownAt = ShownAt.TurnEnd,
                Rewrite = RewriteWay.Append,
                Instead = all,
            };
        }
    }
}
