using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Says what is wrong with the conditions of a rule taken together.</summary>
internal sealed class ConditionCheck(ConditionSet set, WrittenExpression when, NameAt? at, NodeReader nodes)
{
    internal void Run()
    {
        if (!NamesAreKnown() || !AnchorsEnd()) return;
        var used = Used();
        foreach (var condition in set.All.Where(c => !used.Contains(c.Name)))
            nodes.Warn(DiagnosticCodes.UnusedCondition, condition.Node, $"\"when\" does not use condition \"{condition.Name}\", nor does an anchor in it");
        if (!Varies()) return;
        if (new ConditionCases(set).Of(when.Root) is not { } cases)
        {
            nodes.Fail(DiagnosticCodes.TooManyCases, when.Node, $"\"when\" has more than {ConditionCases.MostCases} cases once it is written out", "make rules of its parts, or one concept of conditions that differ in nothing else");
            return;
        }

        if (cases.IsEmpty) nodes.Fail(DiagnosticCodes.ConstantExpression, when.Node, "\"when\" can never hold: it denies a condition from whose hit another one looks, or asks for two counts at once");
        else if (at is not null && ConditionRule.PlaceIn(set, when.Root, at.Name, cases) < 0) nodes.Fail(DiagnosticCodes.CannotBeJudged, at.Node, $"there is nothing to show at \"{at.Name}\": in no case of \"when\" it is said");
        else CheckCases(cases);
    }

    private bool NamesAreKnown()
    {
        var isGood = true;
        foreach (var name in when.Root.Names.Where(n => set.IndexOf(n.Text) < 0))
        {
            nodes.FailIn(DiagnosticCodes.UnknownCondition, when.Node, name.Offset, name.Text.Length, $"unknown condition \"{name.Text}\"", Known(name.Text));
            isGood = false;
        }

        foreach (var (name, node) in set.All.Where(c => c.Anchor is not null).Select(c => (c.Anchor!.Condition, c.Anchor.Node)).Concat(at is null ? [] : [(at.Name, at.Node)]))
        {
            var index = set.IndexOf(name);
            if (index >= 0 && set.All[index].Where is null) continue;
            isGood = false;
            if (index < 0) nodes.Fail(DiagnosticCodes.UnknownCondition, node, $"unknown condition \"{name}\"", Known(name));
            else nodes.Fail(DiagnosticCodes.WrongValue, node, $"condition \"{name}\" asks for data of the conversation, which has no place");
        }

        return isGood;
    }

    private string? Known(string name) => NodeReader.DidYouMean(name, set.All.Select(c => c.Name)) ?? $"the conditions here are {string.Join(", ", set.All.Select(c => c.Name))}";

    /// <summary>Whether no condition looks from itself in the end.</summary>
    private bool AnchorsEnd()
    {
        foreach (var condition in set.All)
        {
            var way = new List<string>();
            for (var next = condition; next.Anchor is { } anchor; next = set.All[set.IndexOf(anchor.Condition)])
            {
                if (way.Contains(next.Name)) break;
                way.Add(next.Name);
                if (anchor.Condition != condition.Name) continue;
                nodes.Fail(DiagnosticCodes.ConditionCircle, condition.Anchor!.Node, $"condition \"{condition.Name}\" looks from itself: {string.Join(" → ", way)} → {condition.Name}");
                return false;
            }
        }

        return true;
    }

    private HashSet<string> Used()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in when.Root.Names)
        {
            for (var condition = set.All[set.IndexOf(name.Text)]; used.Add(condition.Name) && condition.Anchor is { } anchor;)
                condition = set.All[set.IndexOf(anchor.Condition)];
        }

        return used;
    }

    /// <summary>Whether the expression can be both true and false, whatever its conditions mean.</summary>
    private bool Varies()
    {
        var names = when.Root.Names.Select(n => n.Text).Distinct().ToList();
        var values = Enumerable.Range(0, 1 << names.Count).Select(bits => when.Root.Holds(n => (bits >> names.IndexOf(n) & 1) != 0)).Distinct().ToList();
        if (values.Count == 2) return true;
        nodes.Fail(DiagnosticCodes.ConstantExpression, when.Node, values[0] ? "\"when\" always holds, whatever is said" : "\"when\" never holds, whatever is said");
        return false;
    }

    private void CheckCases(ImmutableArray<ImmutableArray<Claim>> cases)
    {
        var place = ConditionRule.PlaceIn(set, when.Root, at?.Name, cases);
        foreach (var claims in cases)
        {
            var compiler = new CaseCompiler(set, _ => [0], _ => 0, isLoose: false);
            compiler.Compile(claims, claims.Any(c => c.Condition == place && c.Kind == ClaimKind.AtLeast) ? place : -1);
            if (compiler.Fault is not { } fault) continue;
            nodes.Fail(DiagnosticCodes.CannotBeJudged, fault.Condition.Node, $"condition \"{fault.Condition.Name}\" cannot be judged so: {fault.Fault}");
            return;
        }
    }
}
