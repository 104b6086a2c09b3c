using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Runs the engine over facts and makes of the standing productions what people read.</summary>
/// <remarks>The result depends on the set of standing productions, never on their order.</remarks>
internal sealed class Judge
{
    private readonly RulePack _pack;
    private readonly IRuleProgram _program;
    private readonly ViolationWriter _writer;
    private readonly RuleVerdicts _verdicts;
    private readonly ObligationWriter _obligations;
    private readonly bool _listsPromises;

    internal Judge(RulePack pack, IRuleProgram program)
    {
        (_pack, _program) = (pack, program);
        _writer = new ViolationWriter(pack);
        _verdicts = new RuleVerdicts(pack);
        _obligations = new ObligationWriter(pack);
        _listsPromises = !pack.Promises.IsEmpty;
    }

    /// <summary>The report without suggestions.</summary>
    /// <param name="findings">Where rules are broken.</param>
    internal CheckReport Report(Conversation conversation, FactSet facts, out IReadOnlyList<Finding> findings)
    {
        findings = [];
        if (!SaysAnything(conversation, facts)) return new CheckReport { Id = conversation.Id, Verdict = Verdict.NotEvaluable, Rules = _verdicts.NothingSaid };
        var standing = Evaluate(facts);
        findings = Findings(conversation, facts, standing);
        var verdicts = _verdicts.Of(conversation, facts, standing, findings, out var isDecided);
        return new CheckReport
        {
            Id = conversation.Id,
            Violations = Write(conversation, facts, findings),
            Rules = verdicts,
            Promises = _listsPromises ? PromiseList.Of(conversation, facts) : null,
            Verdict = findings.Count > 0 ? Verdict.Violated : isDecided ? Verdict.Passed : Verdict.NotEvaluable,
        };
    }

    /// <summary>The findings as violations, without suggestions.</summary>
    internal ImmutableArray<Violation> Write(Conversation conversation, FactSet facts, IReadOnlyList<Finding> findings) => _writer.Write(conversation, facts, findings);

    /// <summary>Where rules are broken, by turn, place and rule.</summary>
    internal IReadOnlyList<Finding> Findings(Conversation conversation, FactSet facts) =>
        SaysAnything(conversation, facts) ? Findings(conversation, facts, Evaluate(facts)) : [];

    /// <summary>What is not missed yet, but would be if the conversation ended now.</summary>
    /// <param name="soFar">The facts while it goes on.</param>
    /// <param name="ended">The facts as if it had ended.</param>
    internal ImmutableArray<Obligation> Owed(Conversation conversation, FactSet soFar, FactSet ended)
    {
        var missed = Evaluate(soFar).Select(Key).ToHashSet();
        return _obligations.Write(conversation, soFar, Evaluate(ended).Where(s => !missed.Contains(Key(s))));

        static (int, int, TextSpan) Key(Standing standing) => (standing.Production, standing.Anchor.Turn, standing.Anchor.Span);
    }

    private IReadOnlyCollection<Standing> Evaluate(FactSet facts)
    {
        using var session = _program.Open();
        session.Insert(facts.Facts);
        return session.Evaluate();
    }

    private IReadOnlyList<Finding> Findings(Conversation conversation, FactSet facts, IReadOnlyCollection<Standing> standing)
    {
        List<Standing>? broken = null;
        foreach (var one in standing)
        {
            var production = _pack.Productions[one.Production];
            if (production.Meaning == Meaning.Violation && _pack.Rules[production.Rule].AppliesWhen.Covers(conversation, _pack.Clock) == true) (broken ??= []).Add(one);
        }

        if (broken is null) return [];
        broken.Sort(static (a, b) => (a.Production, a.Anchor.Turn, a.Anchor.Span).CompareTo((b.Production, b.Anchor.Turn, b.Anchor.Span)));
        var findings = new List<Finding>();
        foreach (var (index, anchor) in broken)
        {
            var production = _pack.Productions[index];
            var (turn, span) = Places.Of(production, anchor, conversation, facts, _pack.Greeting);
            if (conversation.Draft is not null && turn != conversation.Turns.Length) continue;
            var finding = findings.Find(f => f.Rule == production.Rule && f.Turn == turn && (f.Span == span || f.Span.Overlaps(span)));
            if (finding is null) findings.Add(finding = new Finding(production.Rule, turn, span));
            finding.Standing.Add((production, anchor));
            Widen(findings, finding, span);
        }

        findings.Sort(static (a, b) => (a.Turn, a.Span, a.Rule).CompareTo((b.Turn, b.Span, b.Rule)));
        return findings;
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

    private static bool SaysAnything(Conversation conversation, FactSet facts)
    {
        for (var i = conversation.Draft is null ? 0 : conversation.Turns.Length; i < facts.Readings.Count; i++)
            if (facts.Readings[i].Turn is { Speaker: SpeakerRole.Agent } turn && !string.IsNullOrWhiteSpace(turn.Text)) return true;
        return false;
    }
}
