using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Proposes rewrites, and offers only those that break no rule in the same context.</summary>
internal sealed class Rewriter(RulePack pack, Judge judge, FactFinder finder)
{
    private const int OfferedAtMost = 2;
    private const int TriedAtMost = 24;

    private readonly EditPlanner _planner = new(pack);

    /// <param name="findings">Where rules are broken, in the order of <paramref name="violations"/>.</param>
    /// <param name="violations">Those for which rewrites were looked for before are left as they are.</param>
    internal ImmutableArray<Violation> Suggest(Conversation conversation, FactSet facts, IReadOnlyList<Finding> findings, ImmutableArray<Violation> violations)
    {
        var written = ImmutableArray.CreateBuilder<Violation>(violations.Length);
        var trials = new Dictionary<(int, string, bool), bool>(); // neighbours are mended together, so that several violations try one text
        for (var i = 0; i < violations.Length; i++)
        {
            if (violations[i].NoSuggestion is not null || !violations[i].Suggestions.IsEmpty)
            {
                written.Add(violations[i]);
                continue;
            }

            var suggestions = For(findings[i], findings, conversation, facts, trials, out var reason);
            written.Add(violations[i] with { Suggestions = suggestions, NoSuggestion = suggestions.IsEmpty ? reason : null });
        }

        return written.MoveToImmutable();
    }

    private ImmutableArray<Suggestion> For(Finding finding, IReadOnlyList<Finding> all, Conversation conversation, FactSet facts, Dictionary<(int, string, bool), bool> trials, out string reason)
    {
        var reading = facts.Readings[finding.Turn];
        var replies = reading.Turn.Speaker != SpeakerRole.Agent || finding.Standing[0].Production.Rewrite == RewriteWay.NewTurn;
        var plans = replies ? _planner.NewReplies(finding, facts) : _planner.Plans(finding, all, facts);
        var offered = ImmutableArray.CreateBuilder<Suggestion>();
        var tried = 0;
        foreach (var (edits, atLeast) in plans.DistinctBy(p => EditPlanner.Key(p.Edits)))
        {
            if (offered.Count == OfferedAtMost || tried == TriedAtMost) break;
            tried++;
            var text = EditPlanner.Apply(replies ? "" : reading.Turn.Text, edits);
            if (text.Trim().Length == 0) continue;
            if (!trials.TryGetValue((finding.Turn, text, replies), out var passes))
                trials.Add((finding.Turn, text, replies), passes = Passes(conversation, facts, all, finding.Turn, text, replies));
            if (!passes) continue;
            offered.Add(new Suggestion(text, edits, Applicability(pack.Rules[finding.Rule], edits, atLeast)));
        }

        reason = tried == 0 ? "the rule has no rewrite" : $"none of {tried} rewrites passes all rules here";
        return offered.ToImmutable();
    }

    /// <summary>Whether the turn breaks no rule when it reads <paramref name="text"/>, and no other turn breaks more than it did.</summary>
    private bool Passes(Conversation conversation, FactSet facts, IReadOnlyList<Finding> before, int turn, string text, bool isNewReply)
    {
        var reading = finder.Read(new Turn(SpeakerRole.Agent, text, facts.Readings[turn].Turn.Start, facts.Readings[turn].Turn.End), conversation.Channel);
        if (isNewReply)
        {
            // Nobody answered: the reply is checked as a draft behind the last thing that was said.
            conversation = conversation with { Turns = [.. conversation.Turns.Take(turn + 1)], Draft = new Draft(text) };
            return !judge.Findings(conversation, finder.Find(conversation, [.. facts.Readings.Take(turn + 1), reading])).Any(f => f.Turn == turn + 1 && !f.IsOfTimes);
        }

        var readings = facts.Readings.ToArray();
        readings[turn] = reading;
        return judge.Findings(conversation, finder.Find(conversation, readings, facts.IsOngoing))
            .All(f => f.IsOfTimes || (f.Turn != turn && before.Any(b => b.Rule == f.Rule && b.Turn == f.Turn && b.Span == f.Span)));
    }

    private static Applicability Applicability(Rule rule, ImmutableArray<Edit> edits, Applicability atLeast) =>
        edits.Any(e => e.Replacement.Contains('{', StringComparison.Ordinal)) ? Rules.Applicability.FillIn
        : rule.Applicability > atLeast ? rule.Applicability : atLeast;
}
