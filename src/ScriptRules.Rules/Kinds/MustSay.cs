using System.Collections.Immutable;
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
    private static readonly Field<ImmutableArray<ImmutableArray<string>>> Say = Field.Required<ImmutableArray<ImmutableArray<string>>>("say", "the acts; all of them, of a nested list any", FieldTypes.Acts);
    private static readonly Field<SayScope> In = Field.Optional("in", SayScope.Conversation, "where", FieldTypes.Choice);

    internal override string Name => "must-say";

    internal override ImmutableArray<Field> Fields { get; } = [Say, In];

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var scope = In.In(fields);
        var place = Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(scope == SayScope.OpeningTurn ? FactField.Opens : FactField.Closes, 1));
        yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [place] };
        foreach (var act in Say.In(fields))
        {
            var said = Said(context.Ids(act), SpeakerRole.Agent);
            if (scope != SayScope.Conversation) said = [.. said, ToAnchor(FactField.AgentRun, Comparison.Equal)];
            yield return new Production
            {
                Rule = context.Rule,
                Reason = act[0],
                Clauses = [place, NotExists(FactKind.Mention, said)],
                ShownAt = scope == SayScope.OpeningTurn ? ShownAt.TurnStart : ShownAt.TurnEnd,
                Rewrite = RewriteWay.Append,
            };
        }
    }
}

/// <summary>Where something must be said.</summary>
internal enum SayScope
{
    /// <summary>Anywhere in a finished conversation.</summary>
    Conversation,

    /// <summary>In the agent's first turn.</summary>
    OpeningTurn,

    /// <summary>In the agent's last turn.</summary>
    ClosingTurn,
}
