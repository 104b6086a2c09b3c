namespace ScriptRules.Cli.Reports;

/// <summary>Escapes texts for the commands that GitHub reads from a log.</summary>
internal static class WorkflowCommand
{
    /// <summary>What stands behind <c>::</c>; line breaks are kept.</summary>
    internal static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>The value of a property.</summary>
    internal static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
