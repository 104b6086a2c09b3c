using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Examples;

/// <summary>Runs the examples that the rules of a pack carry.</summary>
/// <remarks>
/// Each case is checked with the whole pack, as users check, but only its own rule is judged by it. Where a failing example has marks,
/// the rule's violations must stand exactly there: a mark without violation is missing, a violation without mark is noisy. A suppression
/// excuses nothing here: examples say what rules find.
/// </remarks>
public static class ExampleRunner
{
    /// <summary>The outcomes of all examples, in the order of the pack; each is run when it is asked for.</summary>
    /// <param name="checker">With suggestions, since examples can ask for rewrites.</param>
    /// <param name="inherited">Whether the rules that the pack has from others are run too; what it sets and tunes may make their examples untrue.</param>
    public static IEnumerable<ExampleOutcome> Run(Checker checker, bool inherited = false)
    {
        ArgumentNullException.ThrowIfNull(checker);
        return checker.Pack.Rules.Where(r => inherited || !r.IsInherited).SelectMany(r => r.Examples, (rule, example) => Run(checker, rule, example));
    }

    /// <summary>The outcome of one example.</summary>
    public static ExampleOutcome Run(Checker checker, Rule rule, Example example)
    {
        ArgumentNullException.ThrowIfNull(checker);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(example);
        var report = checker.Check(example.Conversation);
        ImmutableArray<Violation> found = [.. report.Violations.Concat(report.Suppressed).Where(v => v.Rule == rule.Id).OrderBy(v => v.Turn).ThenBy(v => v.Span)];
        var faults = example.Breaks ? Failing(example, found) : found.Select(v => Noisy(v, "fired on an example that passes"));
        return new ExampleOutcome(rule, example, report, [.. faults.OrderBy(f => f.Turn).ThenBy(f => f.Span).ThenBy(f => f.Kind)]);
    }

    private static IEnumerable<ExampleFault> Failing(Example example, ImmutableArray<Violation> found)
    {
        if (found.IsEmpty && example.Marks.IsEmpty) yield return Missing(-1, "did not fire on an example that fails");
        foreach (var mark in example.Marks)
        {
            if (!found.Any(v => v.Turn == mark.Turn && v.Span == mark.Span))
                yield return Missing(mark.Turn, "did not fire at the mark") with { Span = mark.Span };
        }

        if (!example.Marks.IsEmpty)
        {
            foreach (var violation in found.Where(v => !example.Marks.Any(m => m.Turn == v.Turn && m.Span == v.Span)))
                yield return Noisy(violation, "fired where there is no mark");
        }

        if (example.Rewrite is not { } wanted || found.IsEmpty) yield break;
        var offered = found.SelectMany(v => v.Suggestions).Select(s => s.Text).Distinct(StringComparer.Ordinal).ToList();
        if (offered.Contains(wanted)) yield break;
        var instead = offered.Count > 0
            ? string.Join("”, “", offered)
            : found.Select(v => v.NoSuggestion).FirstOrDefault(r => r is not null) ?? "nothing";
        yield return Missing(-1, offered.Count > 0 ? $"did not offer “{wanted}”, but “{instead}”" : $"did not offer “{wanted}”: {instead}");
    }

    private static ExampleFault Noisy(Violation violation, string message) =>
        new(ExampleFaultKind.Noisy, violation.Turn, violation.Span, $"{message}: {violation.Message}");

    private static ExampleFault Missing(int turn, string message) => new(ExampleFaultKind.Missing, turn, default, message);
}
