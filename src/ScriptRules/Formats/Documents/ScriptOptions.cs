using System.Collections.Immutable;

namespace ScriptRules.Formats.Documents;

/// <summary>How script documents are read.</summary>
public sealed record ScriptOptions
{
    /// <summary>The defaults.</summary>
    public static ScriptOptions Default { get; } = new();

    /// <summary>Whether a text without speakers is a list of script lines even when nothing in it says so; else it is one draft reply.</summary>
    public bool TextIsScript { get; init; }

    /// <summary>How the house writes blanks besides the usual ways: each has one <c>*</c> where the name stands, such as <c>&lt;&lt;*&gt;&gt;</c>.</summary>
    public ImmutableArray<string> Blanks { get; init; } = [];

    /// <summary>What fills blanks, by name; those that are not named hold sample values.</summary>
    public ImmutableDictionary<string, string> Values { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the customer says in each scenario, for lines whose document does not tell; by the scenario's name.</summary>
    public ImmutableDictionary<string, string> Scenarios { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The headings of columns, and the keys of trees, that hold the lines, besides the usual ones.</summary>
    public ImmutableArray<string> LineNames { get; init; } = [];
}
