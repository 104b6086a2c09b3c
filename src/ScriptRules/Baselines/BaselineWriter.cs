using System.Globalization;
using System.Text;
using System.Text.Json;
using ScriptRules.Reports;

namespace ScriptRules.Baselines;

/// <summary>Writes the file of a baseline: the head, then one entry a line.</summary>
internal static class BaselineWriter
{
    internal static void Write(Stream stream, Baseline baseline)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{{\n  \"version\": {Baseline.Version},\n  \"created\": \"{baseline.Created:yyyy-MM-dd}\",\n  \"pack\": ");
        Write(stream, head);
        Write(stream, json =>
        {
            json.WriteStartObject();
            json.WriteString("name"u8, baseline.Pack);
            json.WriteString("version"u8, baseline.PackVersion);
            json.WriteEndObject();
        });
        Write(stream, ",\n  \"entries\": [");
        var between = "\n    ";
        foreach (var entry in baseline.Entries)
        {
            Write(stream, between);
            between = ",\n    ";
            Write(stream, json =>
            {
                json.WriteStartObject();
                json.WriteString("path"u8, entry.Path);
                json.WriteString("rule"u8, entry.Rule);
                json.WriteString("fingerprint"u8, entry.Fingerprint);
                json.WriteNumber("count"u8, entry.Count);
                json.WriteNumber("line"u8, entry.Line);
                json.WriteString("text"u8, entry.Text);
                json.WriteEndObject();
            });
        }

        Write(stream, baseline.Entries.IsEmpty ? "]\n}\n" : "\n  ]\n}\n");
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void Write(Stream stream, Action<Utf8JsonWriter> value)
    {
        using var json = new Utf8JsonWriter(stream, CheckReportJson.OptionsFor(indented: false));
        value(json);
    }
}
