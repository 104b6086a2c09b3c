using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Runs the engine over facts and makes of the standing productions what people read.</summary>
/// <remarks>The result depends on the set of standing productions, never on their order.</remarks>
internal sealed class Judge(RulePack pack, IRuleProgram program)
{
    private readonly ViolationWriter _writer = new(pack);

    /// <summary>The report without suggestions.</summary>
    internal CheckReport Report(Conversation conversation, FactSet facts)
    {
        if (!SaysAnything(conversation, facts)) return Nothing(conversation);
        var standing = Evaluate(facts);
        var findings = Findings(conversation, facts, standing);
        var violations = _writer.Write(conversation, facts, findings);
        var verdicts = Verdicts(conversation, facts, standing, findings);
        return new CheckReport
        {
            Id = conversation.Id,
            Violations = violations,
            Rules = verdicts,
            Verdict = violations.Length > 0 ? Verdict.Violated
                : verdicts.Any(v => v.Verdict is Verdict.Passed or Verdict.NotApplicable) ? Verdict.Passed : Verdict.NotEvaluable,
        };
    }

    /// <summary>Where rules are broken, by turn, place and rule.</summary>
    internal IReadOnlyList<Finding> Findings(Conversation conversation, FactSet facts) => Findings(conversation, facts, Evaluate(facts));

    private IReadOnlyCollection<Standing> Evaluate(FactSet facts)
    {
        using var session = program.Open();
        session.Insert(facts.Facts);
        return session.Evaluate();
    }

    private List<Finding> Findings(Conversation conversation, FactSet facts, IReadOnlyCollection<Standing> standing)
    {
        var findings = new List<Finding>();
        foreach (var (index, anchor) in standing.OrderBy(s => s.Production).ThenBy(s => s.Anchor.Turn).ThenBy(s => s.Anchor.Span))
        {
            var production = pack.Productions[index];
            if (production.Meaning != Meaning.Violation || pack.Rules[production.Rule].AppliesWhen.Covers(conversation, pack.Clock) != true) continue;
            var (turn, span) = Places.Of(production, anchor, conversation, facts, pack.Greeting);
            if (conversation.Draft is not null && turn != conversation.Turns.Length) continue;
            var finding = findings.Find(f => f.Rule == production.Rule && f.Turn == turn && (f.Span == span || f.Span.Overlaps(span)));
            if (finding is null) findings.Add(finding = new Finding(production.Rule, turn, span));
            finding.Standing.Add((production, anchor));
            Widen(findings, finding, span);
        }

        return [.. findings.OrderBy(f => f.Turn).ThenBy(f => f.Span).ThenBy(f => f.Rule)];
    }

    /// <summary>Makes <paramref name="finding"/> cover <paramref name="span"/> too, with all that then overlaps.</summary>
    private static void Widen(List<Finding> findings, Finding finding, TextSpan span)
    {
        finding.Span = new TextSpan(Math.Min(finding.Span.Start, span.Start), Math.Max(finding.Span.End, span.End));
        while (findings.Find(f => f != finding && f.Rule == finding.Rule && f.Turn == finding.Turn && f.Span.Overlaps(finding.Span)) is { } other)
        {
            findings.Remove(other);
            finding.Standing.InsertRange(0, other.Standing);
            finding.Span = new TextSpan(Math.Min(finding.Span.Start, other.Span.Start), Math.Max(finding.Span.End, other.Span.End));
        }
    }

    private ImmutableArray<RuleVerdict> Verdicts(Conversation conversation, FactSet facts, IReadOnlyCollection<Standing> standing, List<Finding> findings)
    {
        var missing = Missing(facts);
        var isCut = facts.Readings.Any(r => r.IsCut);
        var violated = findings.Select(f => f.Rule).ToHashSet();
        var occasions = standing.Where(s => pack.Productions[s.Production].Meaning == Meaning.Applies).Select(s => pack.Productions[s.Production].Rule).ToHashSet();
        var needs = new Needs[pack.Rules.Length];
        var conditional = new bool[pack.Rules.Length];
        foreach (var production in pack.Productions)
        {
            needs[production.Rule] |= production.Needs;
            conditional[production.Rule] |= production.Meaning == Meaning.Applies;
        }

        var verdicts = ImmutableArray.CreateBuilder<RuleVerdict>(pack.Rules.Length);
        for (var i = 0; i < pack.Rules.Length; i++)
        {
            var (id, when) = (pack.Rules[i].Id, pack.Rules[i].AppliesWhen);
            var covers = when.Covers(conversation, pack.Clock);
            if (violated.Contains(i)) verdicts.Add(new RuleVerdict(id, Verdict.Violated));
            else if (covers == false) verdicts.Add(new RuleVerdict(id, Verdict.NotApplicable));
            else if (covers is null) verdicts.Add(new RuleVerdict(id, Verdict.NotEvaluable, when.Lacks(conversation)));
            else if (isCut) verdicts.Add(new RuleVerdict(id, Verdict.NotEvaluable, "too much in one turn: not all of it was read"));
            else if ((needs[i] & Needs.Name & missing) != 0) verdicts.Add(new RuleVerdict(id, Verdict.NotEvaluable, "the customer's name is not known"));
            else if (conditional[i] && !occasions.Contains(i)) verdicts.Add(new RuleVerdict(id, Verdict.NotApplicable));
            else if ((needs[i] & missing) != 0) verdicts.Add(new RuleVerdict(id, Verdict.NotEvaluable, (needs[i] & missing & Needs.Clock) != 0 ? "no clock: the conversation does not say when it began" : "no times: it is not known when the call was answered and when the agent began"));
            else verdicts.Add(new RuleVerdict(id, Verdict.Passed));
        }

        return verdicts.MoveToImmutable();
    }

    private static Needs Missing(FactSet facts)
    {
        var missing = Needs.Clock | Needs.Name | Needs.Times;
        foreach (var fact in facts.Facts)
        {
            if (fact is Clock) missing &= ~Needs.Clock;
            else if (fact is PartyName) missing &= ~Needs.Name;
            else if (fact is Utterance { Opens: 1, AnswerDelay: >= 0 }) missing &= ~Needs.Times;
        }

        return missing;
    }

    private static bool SaysAnything(Conversation conversation, FactSet facts) => facts.Readings.Skip(conversation.Draft is null ? 0 : conversation.Turns.Length).Any(r => r.Turn.Speaker == SpeakerRole.Agent && !string.IsNullOrWhiteSpace(r.Turn.Text));

    private CheckReport Nothing(Conversation conversation) => new()
    {
        Id = conversation.Id,
        Verdict = Verdict.NotEvaluable,
        Rules = [.. pack.Rules.Select(r => new RuleVerdict(r.Id, Verdict.NotEvaluable, "the agent says nothing that can be read"))],
    };
}
