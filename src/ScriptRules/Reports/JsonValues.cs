using System.Collections.Immutable;
using System.Text.Json;
using ScriptRules.Text;

namespace ScriptRules.Reports;

/// <summary>Writes the values that many parts of a report have.</summary>
internal static class JsonValues
{
    internal static void WriteTexts(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    internal static void WriteSpan(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartObject("span"u8);
        WriteBounds(writer, span);
        writer.WriteEndObject();
    }

    internal static void WriteBounds(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteNumber("start"u8, span.Start);
        writer.WriteNumber("end"u8, span.End);
    }
}
