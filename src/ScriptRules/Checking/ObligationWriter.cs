using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Writes what is owed as obligations.</summary>
internal sealed class ObligationWriter(RulePack pack)
{
    /// <param name="soFar">The facts while the conversation goes on.</param>
    /// <param name="missed">What would be missed if it ended now.</param>
    internal ImmutableArray<Obligation> Write(Conversation conversation, FactSet soFar, IEnumerable<Standing> missed)
    {
        var mark = soFar.Facts.First(f => f.Kind == FactKind.Mark);
        var owed = new List<Obligation>();
        foreach (var one in missed.Where(s => IsOwed(pack.Productions[s.Production], conversation)).Select(s => Of(s, mark, soFar))
            .OrderBy(o => o.Replies == 0).ThenBy(o => o.Replies).ThenBy(o => o.Turn).ThenBy(o => o.Span).ThenBy(o => o.Rule, StringComparer.Ordinal).ThenBy(o => o.Message, StringComparer.Ordinal))
        {
            // Sayings that overlap ask for one answer, as they make one violation.
            if (!owed.Exists(o => o.Rule == one.Rule && o.Turn == one.Turn && o.Message == one.Message && (o.Span == one.Span || o.Span.Overlaps(one.Span)))) owed.Add(one);
        }

        return [.. owed];
    }

    /// <summary>What the end itself asks for, such as a farewell, is not owed before.</summary>
    private bool IsOwed(Production production, Conversation conversation) =>
        production.Meaning == Meaning.Violation && production.Clauses[0].Fact != FactKind.Utterance && pack.Rules[production.Rule].AppliesWhen.Covers(conversation, pack.Clock) == true;

    private Obligation Of(Standing standing, Fact mark, FactSet facts)
    {
        var production = pack.Productions[standing.Production];
        var rule = pack.Rules[production.Rule];
        var anchor = standing.Anchor;
        var said = anchor.Span.Of(facts.Readings[anchor.Turn].Turn.Text);
        return new Obligation
        {
            Rule = rule.Id,
            Sources = production.Sources.IsEmpty ? rule.Sources : production.Sources,
            Turn = anchor.Turn,
            Span = anchor.Span,
            Text = said,
            Message = Messages.Of(pack, rule, [(production, anchor)], said),
            Replies = Replies(production, anchor, mark),
        };
    }

    /// <summary>How far the closing of its window is from now, in rounds or in the agent's runs.</summary>
    private static int Replies(Production production, Fact anchor, Fact mark)
    {
        var replies = 0;
        foreach (var condition in production.Clauses.Where(c => c.Fact == FactKind.Mark).SelectMany(c => c.Where))
        {
            if (condition is { Field: FactField.Round or FactField.AgentRun, Is: Comparison.AtLeast, Value.Variable: 0 })
                replies = Math.Max(replies, anchor.Get(condition.Value.Field) + condition.Value.Offset - mark.Get(condition.Field));
        }

        return replies;
    }
}
