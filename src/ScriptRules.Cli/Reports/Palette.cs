using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>Colours for a terminal, or none at all.</summary>
internal sealed class Palette(bool isOn)
{
    internal string Strong(string text) => Paint("1", text);

    internal string Faint(string text) => Paint("2", text);

    internal string Good(string text) => Paint("32", text);

    internal string Of(Severity severity, string text) => Paint(
        severity switch
        {
            Severity.Error => "31",
            Severity.Warning => "33",
            _ => "36",
        },
        text);

    private string Paint(string code, string text) => isOn && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
