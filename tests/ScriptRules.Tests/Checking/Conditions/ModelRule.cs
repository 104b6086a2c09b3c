using System.Globalization;
using ScriptRules.Text;

namespace ScriptRules.Tests.Checking.Conditions;

/// <summary>A rule of kind <c>condition</c> as the oracle reads it, and as a pack writes it.</summary>
internal sealed record ModelRule(IReadOnlyList<ModelCondition> Conditions, ModelExpression When, string? At, string Show)
{
    internal ModelCondition this[string name] => Conditions.Single(c => c.Name == name);

    internal string Yaml() => $$"""
        concepts:
          apple: { says: [苹果], at: anywhere }
          banana: { says: [香蕉], at: anywhere }
          grape: { says: [葡萄], at: anywhere }
          farewell: { says: [再见], at: anywhere }
        rules:
          - { id: uses, kind: never-say, say: [apple, banana, grape, farewell], applies-when: { channel: email } }
          - id: rule
            kind: condition
            conditions:
        {{string.Join('\n', Conditions.Select(c => $"      {c.Name}: {c.Yaml()}"))}}
            when: "{{When.Text()}}"
            show: {{Show}}
        {{(At is null ? "" : $"    at: {At}")}}

        """;
}

/// <summary>A condition; a null means that the key is left out.</summary>
internal sealed record ModelCondition(string Name)
{
    internal SpeakerRole? By { get; init; }

    internal IReadOnlyList<string> Say { get; init; } = [];

    internal string? Queue { get; init; }

    internal string? Word { get; init; }

    internal string Anchor { get; init; } = "";

    internal string Hit { get; init; } = "every";

    internal Amount? Within { get; init; }

    internal Amount? Range { get; init; }

    internal int Min { get; init; } = 1;

    internal int? Max { get; init; }

    internal bool UsesTime => Within is { Unit: "s" } || Range is { Unit: "s" };

    internal bool WaitsForEnd => Within is { Unit: "%" } || Range is { Unit: "%" } or { End: "last" };

    internal string Yaml()
    {
        if (Queue is not null) return $"{{ where: {{ queue: {Queue} }} }}";
        var keys = new List<string> { $"by: {(By is { } by ? by.ToString().ToLowerInvariant() : "any")}" };
        if (Say.Count > 0) keys.Add($"say: [{string.Join(", ", Say)}]");
        if (Word is not null) keys.Add($"{Word}: {Anchor}, hit: {Hit}");
        if (Within is not null) keys.Add($"within: {Within.Text}");
        if (Range is not null) keys.Add($"range: {Range.Text}");
        keys.Add(Max is null ? $"count: {Min}" : string.Create(CultureInfo.InvariantCulture, $"count: {{ min: {Min}, max: {Max} }}"));
        return $"{{ {string.Join(", ", keys)} }}";
    }
}

/// <summary>How far, or which part of the conversation: <c>2 turns</c>, <c>first 10 s</c>, <c>2 to 3 sentences of all</c>.</summary>
internal sealed record Amount(string End, int From, int To, string Unit, bool OfAll)
{
    internal string Text => $"{End} {(End.Length == 0 && From > 0 ? $"{From} to " : "")}{To} {Unit}{(OfAll ? " of all" : "")}".Trim();
}

/// <summary>A boolean expression.</summary>
internal sealed record ModelExpression(string Operator, string Name, IReadOnlyList<ModelExpression> Parts)
{
    internal string Text() => Operator switch
    {
        "name" => Name,
        "not" => $"not ({Parts[0].Text()})",
        _ => string.Join($" {Operator} ", Parts.Select(p => $"({p.Text()})")),
    };
}
