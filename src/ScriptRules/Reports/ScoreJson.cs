using System.Text.Json;

namespace ScriptRules.Reports;

/// <summary>Writes scores, with an explanation of every point.</summary>
internal static class ScoreJson
{
    /// <summary>Writes the members of an object that tell of the score.</summary>
    internal static void Write(Utf8JsonWriter writer, Score? score)
    {
        if (score is null)
        {
            writer.WriteNull("score"u8);
            return;
        }

        writer.WriteNumber("score"u8, score.Value);
        writer.WriteString("level"u8, score.Level);
        writer.WriteStartArray("scoreLines"u8);
        foreach (var line in score.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, ReportNames.Of(line.Kind));
            writer.WriteNumber("points"u8, line.Points);
            if (line.Item.Length > 0) writer.WriteString("item"u8, line.Item);
            if (line.Rule.Length > 0) writer.WriteString("rule"u8, line.Rule);
            if (line.Hits > 0) writer.WriteNumber("hits"u8, line.Hits);
            if (line.Why.Length > 0) writer.WriteString("why"u8, line.Why);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
