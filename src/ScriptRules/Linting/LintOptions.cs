using System.Collections.Immutable;

namespace ScriptRules.Linting;

/// <summary>How a pack is linted.</summary>
public sealed record LintOptions
{
    /// <summary>Slot values of the house, as for <see cref="CheckerOptions.Settings"/>.</summary>
    public ImmutableDictionary<string, string> Settings { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether what is wrong with the packs that the pack extends is said too.</summary>
    public bool Inherited { get; init; }

    /// <summary>The day by which a calendar may be out of date; null asks for nothing but gaps.</summary>
    public DateOnly? Today { get; init; }
}
