using System.Text.Json;
using ScriptRules.Cli.Reports;
using ScriptRules.Reports;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Comparing;

/// <summary>The comparison for programs: one JSON object.</summary>
internal sealed class CompareJson(Stream stream) : ICompareReport
{
    public void Write(Comparison comparison, IReadOnlyList<Gate> gates)
    {
        using (var json = new Utf8JsonWriter(stream, CheckReportJson.OptionsFor(indented: true)))
        {
            json.WriteStartObject();
            WritePack(json, "old", comparison.Old);
            WritePack(json, "new", comparison.New);
            json.WriteNumber("conversations"u8, comparison.Conversations);
            WriteBoth(json, "violated", comparison.ViolatedBefore, comparison.ViolatedAfter);
            WriteBoth(json, "violations", comparison.ViolationsBefore, comparison.ViolationsAfter);
            foreach (var kind in Enum.GetValues<ChangeKind>()) json.WriteNumber(NameOf(kind), comparison.Count(kind));
            WriteTexts(json, "rulesAdded", comparison.Rules.Where(r => r.IsAdded).Select(r => r.Id));
            WriteTexts(json, "rulesRemoved", comparison.Rules.Where(r => r.IsRemoved).Select(r => r.Id));
            json.WriteStartArray("rules"u8);
            foreach (var rule in comparison.Different) WriteRule(json, rule);
            json.WriteEndArray();
            json.WriteStartArray("moves"u8);
            foreach (var ((from, to), move) in comparison.Moves) WriteMove(json, from, to, move);
            json.WriteEndArray();
            json.WriteStartArray("gates"u8);
            foreach (var gate in gates) WriteGate(json, gate);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        stream.Flush();
    }

    private static void WritePack(Utf8JsonWriter json, string member, RulePack pack)
    {
        json.WriteStartObject(member);
        json.WriteString("name"u8, pack.Name);
        json.WriteString("version"u8, pack.Version);
        json.WriteNumber("rules"u8, pack.Rules.Length);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleDifference rule)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, rule.Id);
        foreach (var kind in (ChangeKind[])[ChangeKind.Gained, ChangeKind.Lost, ChangeKind.Changed]) json.WriteNumber(NameOf(kind), rule.Count(kind));
        json.WriteNumber("movedHere"u8, rule.MovedHere);
        json.WriteNumber("movedAway"u8, rule.MovedAway);
        WriteBoth(json, "notEvaluable", rule.UndecidedBefore, rule.UndecidedAfter);
        json.WriteStartArray("verdicts"u8);
        foreach (var ((from, to), count) in rule.Verdicts)
        {
            json.WriteStartObject();
            json.WriteString("from"u8, NameOf(from));
            json.WriteString("to"u8, NameOf(to));
            json.WriteNumber("count"u8, count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteExamples(json, rule.Examples);
        json.WriteEndObject();
    }

    private static void WriteMove(Utf8JsonWriter json, string from, string to, RuleMove move)
    {
        json.WriteStartObject();
        json.WriteString("from"u8, from);
        json.WriteString("to"u8, to);
        json.WriteNumber("count"u8, move.Count);
        WriteExamples(json, move.Examples);
        json.WriteEndObject();
    }

    private static void WriteGate(Utf8JsonWriter json, Gate gate)
    {
        json.WriteStartObject();
        json.WriteString("gate"u8, gate.Name[2..]);
        if (gate.Rule.Length > 0) json.WriteString("rule"u8, gate.Rule);
        json.WriteNumber("limit"u8, gate.Limit);
        json.WriteNumber("actual"u8, gate.Actual);
        json.WriteBoolean("broken"u8, gate.IsBroken);
        json.WriteEndObject();
    }

    private static void WriteExamples(Utf8JsonWriter json, List<ChangeExample> examples)
    {
        json.WriteStartArray("examples"u8);
        foreach (var example in examples)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, NameOf(example.Change.Kind));
            json.WriteString("place"u8, example.Region.ToString());
            json.WriteNumber("turn"u8, example.Change.Place.Turn);
            json.WriteString("before"u8, example.Words.Before);
            json.WriteString("text"u8, example.Words.Marked);
            json.WriteString("after"u8, example.Words.After);
            WriteViolation(json, "old", example.Change.Old);
            WriteViolation(json, "new", example.Change.New);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteViolation(Utf8JsonWriter json, string member, Violation? violation)
    {
        if (violation is null) return;
        json.WriteStartObject(member);
        json.WriteString("rule"u8, violation.Rule);
        json.WriteString("severity"u8, SeverityWords.Of(violation.Severity).Name);
        json.WriteStartObject("span"u8);
        json.WriteNumber("start"u8, violation.Span.Start);
        json.WriteNumber("end"u8, violation.Span.End);
        json.WriteEndObject();
        json.WriteString("message"u8, Text.Entities.PersonalData.Mask(violation.Message));
        json.WriteEndObject();
    }

    private static void WriteBoth(Utf8JsonWriter json, string member, int before, int after)
    {
        json.WriteStartObject(member);
        json.WriteNumber("before"u8, before);
        json.WriteNumber("after"u8, after);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string member, IEnumerable<string> texts)
    {
        json.WriteStartArray(member);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Gained => "gained",
        ChangeKind.Lost => "lost",
        ChangeKind.Changed => "changed",
        _ => "moved",
    };

    private static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Violated => "violated",
        Verdict.NotApplicable => "not-applicable",
        _ => "not-evaluable",
    };
}
