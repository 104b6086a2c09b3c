using System.Collections.Immutable;
using ScriptRules.Rules;

namespace ScriptRules.Engine.NRules;

/// <summary>What productions are called in NRules' schema, events and errors.</summary>
/// <remarks>
/// The rule's id; behind it the reason, or <c>applies</c> for the occasion; and a number from the second of a name on, as in
/// <c>answer.thanks</c>, <c>answer.thanks/applies</c>, <c>open.day/late</c>, <c>open.day/late#2</c>. Without a rule, <c>production#7</c>.
/// </remarks>
internal static class ProductionNames
{
    internal static ImmutableArray<string> Of(ImmutableArray<Production> productions)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = ImmutableArray.CreateBuilder<string>(productions.Length);
        for (var i = 0; i < productions.Length; i++)
        {
            var (rule, meaning, reason) = (productions[i].Origin, productions[i].Meaning, productions[i].Reason);
            if (rule is null)
            {
                names.Add($"production#{i}");
                continue;
            }

            var name = meaning == Meaning.Applies ? $"{rule.Id}/applies" : reason.Length == 0 ? rule.Id : $"{rule.Id}/{reason}";
            var time = used[name] = used.GetValueOrDefault(name) + 1;
            names.Add(time == 1 ? name : $"{name}#{time}");
        }

        return names.MoveToImmutable();
    }
}
