using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>What a severity is called.</summary>
/// <param name="Chinese">For people.</param>
/// <param name="Name">For programs.</param>
/// <param name="Sarif">As a level of SARIF.</param>
/// <param name="GitHub">As a command in the log of a job.</param>
internal sealed record SeverityWords(string Chinese, string Name, string Sarif, string GitHub)
{
    private static readonly SeverityWords Info = new("提示", "info", "note", "notice");
    private static readonly SeverityWords Warning = new("警告", "warning", "warning", "warning");
    private static readonly SeverityWords Error = new("错误", "error", "error", "error");

    internal static SeverityWords Of(Severity severity) => severity switch
    {
        Severity.Error => Error,
        Severity.Warning => Warning,
        _ => Info,
    };
}
