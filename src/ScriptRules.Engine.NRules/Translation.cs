using System.Linq.Expressions;
using System.Reflection;
using NRules.RuleModel;
using NRules.RuleModel.Builders;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.NRules;

/// <summary>A production as an NRules rule: a pattern for each clause, a condition for each condition, and an action that keeps the standing set.</summary>
/// <remarks>
/// NRules binds the parameters of an expression to patterns by their names, so these are made unique: the kind of fact and the number of the
/// clause, as in <c>mention0</c>.
/// </remarks>
internal static class Translation
{
    private static readonly MethodInfo Change = typeof(StandingSet).GetMethod(nameof(StandingSet.Change), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo CountOf = typeof(Enumerable).GetMethods().Single(m => m.Name == nameof(Enumerable.Count) && m.GetParameters().Length == 1);

    // Each kind of fact is a sealed class of its name.
    private static readonly Type[] FactTypes =
        [.. Enum.GetNames<FactKind>().Select(name => typeof(Fact).Assembly.GetType($"{typeof(Fact).Namespace}.{name}", throwOnError: true)!)];

    internal static IRuleDefinition RuleOf(Production production, int ordinal, string name)
    {
        var builder = new RuleBuilder();
        builder.Name(name);
        Describe(builder, production, ordinal);

        var bound = new List<ParameterExpression>();
        for (var i = 0; i < production.Clauses.Length; i++)
        {
            var clause = production.Clauses[i];
            var own = Expression.Parameter(FactTypes[(int)clause.Fact], $"{char.ToLowerInvariant(clause.Fact.ToString()[0])}{clause.Fact.ToString()[1..]}{i}");
            Translate(builder.LeftHandSide(), clause, own, bound);
            if (clause.Kind == ClauseKind.Match) bound.Add(own);
        }

        var standing = Expression.Parameter(typeof(StandingSet), "standing");
        builder.Dependencies().Dependency(standing.Type, standing.Name!);
        var context = Expression.Parameter(typeof(IContext), "context");
        var change = Expression.Call(standing, Change, context, Expression.Constant(ordinal), bound[0]);
        builder.RightHandSide().Action(Expression.Lambda(change, context, standing, bound[0]), ActionTrigger.Activated | ActionTrigger.Deactivated);
        return builder.Build();
    }

    private static void Translate(GroupBuilder rule, Clause clause, ParameterExpression own, IReadOnlyList<ParameterExpression> bound)
    {
        switch (clause)
        {
            case { Kind: ClauseKind.Match }:
                Restrict(rule.Pattern(own.Type, own.Name!));
                break;
            case { Kind: ClauseKind.NotExists }:
                Restrict(rule.Not().Pattern(own.Type, own.Name!));
                break;
            case { Kind: ClauseKind.Exists } or { Kind: ClauseKind.Count, AtLeast: 1 }:
                Restrict(rule.Exists().Pattern(own.Type, own.Name!));
                break;
            case { Kind: ClauseKind.Count, AtLeast: > 1 }:
                var all = Expression.Parameter(typeof(IEnumerable<>).MakeGenericType(own.Type), $"{own.Name}s");
                var collected = rule.Pattern(all.Type, all.Name!);
                var each = collected.Aggregate();
                each.Collect();
                Restrict(each.Pattern(own.Type, own.Name!));
                collected.Condition(Expression.Lambda(Expression.GreaterThanOrEqual(Expression.Call(CountOf.MakeGenericMethod(own.Type), all), Expression.Constant(clause.AtLeast)), bound[0], all));
                break;
        }

        void Restrict(PatternBuilder pattern)
        {
            // Tests with few answers come first and are shared by most rules; those of concepts, which are the rule's own, last.
            foreach (var condition in clause.Where.OrderBy(c => c.Field == FactField.Concept))
            {
                if (Conditions.BlockOf(condition, own) is { } block) pattern.Condition(block);
                pattern.Condition(Conditions.LambdaOf(condition, own, bound));
            }
        }
    }

    private static void Describe(RuleBuilder builder, Production production, int ordinal)
    {
        builder.Property("Production", ordinal);
        if (production.Origin is not { } rule) return;
        builder.Description(rule.Title);
        builder.Priority((int)rule.Severity);
        builder.Tags(rule.Tags);
        builder.Property("Rule", rule.Id);
        builder.Property("Kind", rule.Kind);
        builder.Property("Severity", rule.Severity);
        builder.Property("Sources", production.Sources.IsEmpty ? rule.Sources : production.Sources);
        builder.Property("Place", rule.Place.ToString());
    }
}
