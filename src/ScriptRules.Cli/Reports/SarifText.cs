using System.Text.Json;

namespace ScriptRules.Cli.Reports;

/// <summary>Writes what SARIF calls messages.</summary>
internal static class SarifText
{
    /// <summary>A message as the next property. Braces are doubled, since SARIF takes <c>{0}</c> for an argument, and <c>[a](1)</c> is kept from being a link.</summary>
    internal static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text, string? markdown = null)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, Braces(text).Replace("](", "\\](", StringComparison.Ordinal));
        if (markdown is not null) json.WriteString("markdown"u8, Braces(markdown));
        json.WriteEndObject();
    }

    private static string Braces(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
