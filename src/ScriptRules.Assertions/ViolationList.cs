using ScriptRules.Rules;

namespace ScriptRules.Assertions;

/// <summary>Violations as a failed test shows them.</summary>
internal static class ViolationList
{
    /// <summary>One line each, with the rewrite; braces are doubled, since the text becomes a format.</summary>
    internal static string Escaped(IReadOnlyList<Violation> violations) =>
        (Environment.NewLine + string.Join(Environment.NewLine, violations.Select(Line))).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static string Line(Violation violation)
    {
        var sources = violation.Sources.IsEmpty ? "" : $" ({string.Join(", ", violation.Sources)})";
        var words = violation.Text.Length == 0 ? "" : $" “{violation.Text}”";
        var rewrite = violation.Suggestions is [var best, ..] ? $" → {best.Text}" : "";
        return $"  {violation.Rule}{sources}, turn {violation.Turn}:{words} {violation.Message}{rewrite}";
    }
}
