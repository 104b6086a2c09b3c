using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Linting.Checks;

/// <summary>No rule is broken only where another rule is broken at the same words.</summary>
internal sealed class ShadowedRules : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        var breaches = Enumerable.Range(0, subject.Rules.Count).Select(i => subject.Breaches(i).ToList()).ToList();
        for (var narrow = 0; narrow < breaches.Count; narrow++)
        {
            for (var wide = 0; wide < breaches.Count; wide++)
            {
                if (wide == narrow || !Shadows(subject, breaches, wide, narrow) || (wide > narrow && Shadows(subject, breaches, narrow, wide))) continue;
                var (own, other) = (subject.Rules[narrow], subject.Rules[wide]);
                var at = own.Rule.IsInherited && !other.Rule.IsInherited ? other : own;
                yield return LintSubject.Say(LintCodes.ShadowedRule, Severity.Warning, at, $"whatever breaks \"{own.Rule.Id}\" breaks \"{other.Rule.Id}\" too, so it is reported twice",
                    $"take one out, or narrow down the other, at {(at == own ? other : own).Rule.Place}");
                break;
            }
        }
    }

    private static bool Shadows(LintSubject subject, List<List<Production>> breaches, int wide, int narrow) =>
        breaches[narrow].Count > 0
        && Covers(subject.Rules[wide].Rule.AppliesWhen, subject.Rules[narrow].Rule.AppliesWhen)
        && breaches[narrow].All(n => breaches[wide].Exists(w => Follows(n, w)));

    /// <summary>Whether <paramref name="wide"/> is known to hold wherever <paramref name="narrow"/> holds.</summary>
    internal static bool Covers(AppliesWhen wide, AppliesWhen narrow) =>
        (wide with { Channels = [], Direction = null }) == AppliesWhen.Always
        && (wide.Direction is null || wide.Direction == narrow.Direction)
        && (wide.Channels.IsEmpty || (!narrow.Channels.IsEmpty && narrow.Channels.All(wide.Channels.Contains)));

    /// <summary>Whether <paramref name="wide"/> stands for each anchor for which <paramref name="narrow"/> stands.</summary>
    private static bool Follows(Production narrow, Production wide) =>
        narrow.Clauses.Any(c => c.Fact == FactKind.Mention)
        && narrow.ShownAt == wide.ShownAt
        && Implied(narrow.Clauses[0], wide.Clauses[0])
        && wide.Clauses.Skip(1).All(w => w.Kind != ClauseKind.Match && narrow.Clauses.Skip(1).Any(n => w.Kind == ClauseKind.NotExists ? Implied(w, n) : n.AtLeast >= w.AtLeast && Implied(n, w)));

    /// <summary>Whether each fact that meets <paramref name="one"/> meets <paramref name="other"/>.</summary>
    private static bool Implied(Clause one, Clause other) =>
        one.Kind == other.Kind && one.Fact == other.Fact && other.Where.All(o => one.Where.Any(w => Implied(w, o)));

    private static bool Implied(Condition one, Condition other) =>
        one.Field == other.Field && one.Is == other.Is && one.Value == other.Value
        && (one.Is != Comparison.In || one.Set.All(v => other.Set.Contains(v)));
}
