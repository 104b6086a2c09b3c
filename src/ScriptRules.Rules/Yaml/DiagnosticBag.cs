using System.Collections.Immutable;

namespace ScriptRules.Rules.Yaml;

/// <summary>Collects what is wrong with a pack, so that all of it comes at once. Several threads may add.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<PackDiagnostic> _all = [];
    private readonly Lock _adding = new();

    internal bool HasErrors => _all.Exists(d => d.Level == Severity.Error);

    internal void Add(string code, Place place, string message, string? snippet = null, string? help = null, Severity level = Severity.Error)
    {
        lock (_adding) _all.Add(new PackDiagnostic(code, level, place, message, help, snippet));
    }

    /// <summary>By file, line and column; each once.</summary>
    internal ImmutableArray<PackDiagnostic> Sorted() =>
        [.. _all.Distinct()
            .OrderBy(d => d.Place.File, StringComparer.Ordinal)
            .ThenBy(d => d.Place.Line)
            .ThenBy(d => d.Place.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal)];
}
