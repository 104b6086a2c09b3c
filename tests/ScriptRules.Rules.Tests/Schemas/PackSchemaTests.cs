using System.Text.RegularExpressions;
using ScriptRules.Rules.Kinds;
using ScriptRules.Rules.Kinds.Conditions;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Tests.Yaml;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Tests.Schemas;

/// <summary>The schemas in the repository are those of the code, and see what the reader of packs sees of a file's structure.</summary>
public partial class PackSchemaTests
{
    private static readonly string Rules = Path.GetDirectoryName(Path.GetDirectoryName(Repository.File("rules", "service", "pack.yaml"))!)!;

    public static TheoryData<string> Names => [.. PackSchemas.Names];

    /// <summary>All but those that the tool writes, beside the examples.</summary>
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Rules, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Rules, f).Replace('\\', '/')).Where(f => !f.Contains("/examples/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_in_the_repository_is_that_of_the_code(string name) =>
        File.ReadAllText(Repository.File("docs", "schemas", $"{name}.json")).ReplaceLineEndings("\n")
            .Should().Be(PackSchemas.Get(name), "`scriptrules schema {0} > docs/schemas/{0}.json` brings it up to date", name);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_names_its_schema_and_keeps_it(string file)
    {
        var text = File.ReadAllText(Path.Combine(Rules, file));
        var header = Header().Match(text);

        header.Success.Should().BeTrue("the first line names the schema");
        var schema = Path.GetFullPath(Path.Combine(Rules, Path.GetDirectoryName(file)!, header.Groups[1].Value));
        File.Exists(schema).Should().BeTrue();
        EditorView.Faults(Path.GetFileNameWithoutExtension(schema), text).Should().BeEmpty();
    }

    [Fact]
    public void Every_field_of_every_kind_has_a_schema() =>
        RuleKinds.ByName.Values.SelectMany(k => k.Fields.Where(f => f.Schema is null), (k, f) => $"{k.Name}: {f.Name}")
            .Should().BeEmpty("a field's type tells its schema by [ValueSchema]; without it anything goes");

    [Fact]
    public void Every_key_has_a_schema_and_says_what_the_docs_say()
    {
        var keys = SchemaKeys.Pack.Concat(SchemaKeys.Concept).Concat(SchemaKeys.Rule).Concat(SchemaKeys.Example).Select(k => $"{k.Name}: {k.About}");
        var docs = File.ReadAllLines(Repository.File("docs", "packs.md")).SkipWhile(l => l != "| key | about |")
            .Select(l => Row().Match(l)).Where(m => m.Success).Select(m => $"{m.Groups[1].Value}: {m.Groups[2].Value.Replace("`", "", StringComparison.Ordinal).Trim()}");

        keys.Should().Equal(docs);
        SchemaKeys.Pack.Select(k => k.Name).Should().Equal(PackHead.Keys);
        SchemaKeys.Concept.Select(k => k.Name).Should().Equal(ConceptReader.Keys);
        SchemaKeys.Rule.Select(k => k.Name).Should().Equal(RuleReader.SharedKeys);
        SchemaKeys.Example.Select(k => k.Name).Should().Equal(ExampleReader.Keys);
    }

    public static TheoryData<string, int, string> Parts => new()
    {
        { "suppressions.md", 0, "Suppression" }, { "scorecards.md", 0, "Scorecard" }, { "scorecards.md", 1, "ScoreItem" }, { "scorecards.md", 2, "ScoreVeto" },
        { "extending.md", 0, "Tuning" }, { "extending.md", 1, "Setting" }, { "kinds/condition.md", 0, "Condition" }, { "kinds/sequence.md", 0, "Step" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_of_a_file_has_the_keys_of_its_reader_and_says_what_its_page_says(string page, int table, string part)
    {
        var (keys, read) = part switch
        {
            "Suppression" => (PartKeys.Suppression, SuppressionReader.Keys),
            "Scorecard" => (PartKeys.Scorecard, ScorecardReader.Keys),
            "ScoreItem" => (PartKeys.ScoreItem, ScorecardReader.ItemKeys),
            "ScoreVeto" => (PartKeys.ScoreVeto, ScorecardReader.VetoKeys),
            "Tuning" => (PartKeys.Tuning, Tuning.Keys),
            "Setting" => (PartKeys.Setting, SettingsReader.Keys),
            "Condition" => (PartKeys.Condition, ConditionReader.Keys),
            _ => (PartKeys.Step, SequenceStep.Keys),
        };
        var rows = Tables(page)[table];

        keys.Select(k => k.Name).Should().Equal(read);
        keys.Select(k => $"{k.Name}: {k.About}").Should().Contain(rows);
        if (part != "Step") rows.Should().HaveCount(keys.Length, "the page has them all");
    }

    /// <summary>The rows of each table of keys on a page; where several keys share one, a row for each.</summary>
    private static List<List<string>> Tables(string page)
    {
        var tables = new List<List<string>>();
        var isInside = false;
        foreach (var line in File.ReadLines(Repository.File("docs", page)))
        {
            if (line == "| key | about |") tables.Add([]);
            isInside = line.StartsWith('|') && (isInside || line == "| key | about |");
            if (!isInside || line.Split(" | ") is not [var keys, var about]) continue;
            tables[^1].AddRange(Word().Matches(keys).Select(m => $"{m.Groups[1].Value}: {about.TrimEnd('|').Replace("`", "", StringComparison.Ordinal).Trim()}"));
        }

        return tables;
    }

    [Theory]
    [InlineData("severity: high")]
    [InlineData("confidence: 2")]
    [InlineData("title: []")]
    [InlineData("message: { other: [] }")]
    [InlineData("tags: [a, []]")]
    [InlineData("applicability: never")]
    [InlineData("applies-when: chat")]
    [InlineData("applies-when: { channel: phone }")]
    [InlineData("applies-when: { queue: a }")]
    [InlineData("by: agnt")]
    [InlineData("unless-within: 2")]
    [InlineData("unless-within: 1.5 turns")]
    [InlineData("after: refusal")]
    [InlineData("after: { customer: refusal, agent: refusal }")]
    [InlineData("after: { client: refusal }")]
    [InlineData("after: { customer: [] }")]
    [InlineData("rewrite: all")]
    [InlineData("sugest: 好")]
    [InlineData("promptly: 3 s")]
    [InlineData("examples: yes")]
    [InlineData("examples: { good: 好 }")]
    [InlineData("examples: { pass: [[]] }")]
    [InlineData("examples: { pass: [{ say: 好, at: today }] }")]
    [InlineData("examples: { pass: [{ say: 好, customer: { nam: 张伟 } }] }")]
    [InlineData("examples: { pass: [[{ 店员: 好 }]] }")]
    [InlineData("examples: { pass: [[{ 客服: 好, start: x }]] }")]
    public void What_the_reader_refuses_in_a_rule_the_schema_refuses(string line)
    {
        const string good = "concepts:\n  refusal: [没办法]\nrules:\n  - id: never.refuse\n    kind: never-say\n    say: refusal\n";

        EditorView.Faults("rules", good).Should().BeEmpty();
        EditorView.Faults("rules", $"{good}    {line}\n").Should().NotBeEmpty();
        new MemoryPack($"{good}    {line}\n").Diagnostics().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("measure: silence\n    gt: 5 s", "gt: 5")]
    [InlineData("measure: silence\n    gt: 5 s", "measure: noise")]
    [InlineData("measure: silence\n    gt: 5 s", "per: hour")]
    [InlineData("measure: silence\n    gt: 5 s", "whose: system")]
    [InlineData("measure: silence\n    gt: 5 s", "between: [5 s]")]
    [InlineData("measure: silence\n    gt: 5 s", "unless: thanks")]
    [InlineData("say: a\n    at-most: 2 times", "at-most: 2 s")]
    [InlineData("say: a\n    at-most: 2 times", "at-least: 2")]
    [InlineData("alike: 80 %", "alike: 80 characters")]
    [InlineData("alike: 80 %", "longer-than: 8 s")]
    [InlineData("steps: [{ agent: a }, { agent: b }]", "starts: begin")]
    [InlineData("steps: [{ agent: a }, { agent: b }]", "steps: []")]
    [InlineData("steps: [{ agent: a }, { agent: b }]", "steps: [{ agent: a, pause: 5 }]")]
    [InlineData("steps: [{ agent: a }, { agent: b }]", "steps: [{ agent: a, times: { at-last: 1 } }]")]
    [InlineData("steps: [{ agent: a }, { agent: b }]", "steps: [{ any-of: [[{ agnt: a }]] }]")]
    [InlineData("steps: [{ agent: a }, { agent: b }]", "steps: [{ agent: a, within: 2 }]")]
    [InlineData("conditions: { x: { say: a } }\n    when: x", "conditions: { x: { sya: a } }")]
    [InlineData("conditions: { x: { say: a } }\n    when: x", "conditions: { x: { say: a, by: me } }")]
    [InlineData("conditions: { x: { say: a } }\n    when: x", "conditions: { x: { say: a, range: front } }")]
    [InlineData("conditions: { x: { say: a } }\n    when: x", "conditions: { x: { where: { queue: { is-nt: 1 } } } }")]
    [InlineData("conditions: { x: { say: a } }\n    when: x", "conditions: { x: { say: a, count: { mni: 1 } } }")]
    [InlineData("conditions: { x: { say: a } }\n    when: x", "show: here")]
    [InlineData("conditions: { x: { say: a } }\n    when: x", "rewrite: mask")]
    [InlineData("say: a\n    within: 24 h", "within: 24 s")]
    [InlineData("say: a\n    within: 24 h", "names-time: maybe")]
    [InlineData("data: mobile", "data: phone")]
    [InlineData("data: [mobile, email]", "repeat-back: never")]
    public void What_the_reader_refuses_in_a_rule_of_a_later_kind_the_schema_refuses(string good, string line)
    {
        var kind = good.Split(':')[0] switch { "measure" => "timing", "steps" => "sequence", "conditions" => "condition", "data" => "private-data", _ when good.Contains("within", StringComparison.Ordinal) => "promise", _ => "repeat" };
        var keys = good.Split("\n    ").ToList();
        var concepts = "concepts:\n  a: [没办法了]\n  b: [不行了呢]\n";
        var text = $"{concepts}rules:\n  - id: x\n    kind: {kind}\n    {good}\n";
        keys.RemoveAll(k => k.Split(':')[0] == line.Split(':')[0]);
        var wrong = $"{concepts}rules:\n  - id: x\n    kind: {kind}\n{string.Concat(keys.Append(line).Select(k => $"    {k}\n"))}";

        EditorView.Faults("rules", text).Should().BeEmpty();
        EditorView.Faults("rules", wrong).Should().NotBeEmpty();
        new MemoryPack(text).Diagnostics().Where(d => !d.EndsWith("(warning)", StringComparison.Ordinal)).Should().BeEmpty();
        new MemoryPack(wrong).Diagnostics().Where(d => !d.EndsWith("(warning)", StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("rules", "rules:\n  - kind: never-say\n    say: a\n")]
    [InlineData("rules", "rules:\n  - id: a\n")]
    [InlineData("rules", "rules:\n  - id: a\n    kind: never-says\n    say: b\n")]
    [InlineData("rules", "rules:\n  - id: a\n    kind: address\n")]
    [InlineData("rules", "rule: []\n")]
    [InlineData("rules", "concepts:\n  x: { title: 问候 }\n")]
    [InlineData("rules", "concepts:\n  x: { says: [] }\n")]
    [InlineData("rules", "concepts:\n  x: { says: 您好, at: [start] }\n")]
    [InlineData("rules", "- rules\n")]
    [InlineData("pack", "title: x\n")]
    [InlineData("pack", "name: x\nnmae: x\n")]
    [InlineData("pack", "name: x\nlanguage: en\n")]
    [InlineData("pack", "name: x\nwhere-festivals-meet: both\n")]
    [InlineData("pack", "name: x\nwindows: { morning: early }\n")]
    [InlineData("pack", "name: x\nslots: { brand: { vlaue: a } }\n")]
    [InlineData("pack", "name: x\nnotices: [{ festival: new-year }]\n")]
    [InlineData("calendar", "festivals:\n  - { id: new-year, name: 元旦, on: 13th }\n")]
    [InlineData("calendar", "festvals: []\n")]
    [InlineData("handbook", "H-1: []\n")]
    [InlineData("pack", "name: x\ntune: { a: { severity: high } }\n")]
    [InlineData("pack", "name: x\nsettings-for: [{ slots: { brand: a } }]\n")]
    [InlineData("pack", "name: x\nsuppressions: [{ id: a }]\n")]
    [InlineData("pack", "name: x\nsound-like-in-speech: loud\n")]
    [InlineData("rules", "concepts:\n  x: { says: 您好, refuse: sounds }\n")]
    [InlineData("rules", "concepts:\n  x: { similar: 您好, coverage: 0.2 }\n")]
    [InlineData("rules", "concepts:\n  x: { all-of: [a, b], within: 20 }\n")]
    [InlineData("suppressions", "- { id: a, rule: b, source: c, reason: d, owner: e, until: 2026-12-31 }\n")]
    [InlineData("suppressions", "- { id: a, rule: b, reason: d, owner: e, until: soon }\n")]
    [InlineData("scorecard", "items: [{ name: a, rules: b }]\n")]
    [InlineData("scorecard", "items: [{ name: a, take: 1 }]\n")]
    [InlineData("scorecard", "veto: [{ rules: b }]\n")]
    [InlineData("scorecard", "levels: { good: high }\n")]
    public void A_file_of_the_wrong_structure_is_refused(string schema, string yaml) => EditorView.Faults(schema, yaml).Should().NotBeEmpty();

    [Theory]
    [InlineData("pack", "name: x\nversion: 1.0\nnotices:\nslots: { brand: , hours: 24 }\n")]
    [InlineData("rules", "")]
    [InlineData("rules", "rules:\nconcepts: { x: 您好 }\n")]
    [InlineData("suppressions", "")]
    [InlineData("suppressions", "{ id: a, rule: b, reason: d, owner: e, until: 2026-12-31 }\n")]
    [InlineData("scorecard", "start: 0\nfull: 12.5\nitems: { name: a, tags: b, give: 2, per: rule }\n")]
    public void What_the_reader_takes_the_schema_takes(string schema, string yaml) => EditorView.Faults(schema, yaml).Should().BeEmpty();

    [GeneratedRegex("^# yaml-language-server: \\$schema=(\\S+)\n")]
    private static partial Regex Header();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Word();

    [GeneratedRegex("^\\| `([^`]+)` \\| (.*) \\|$")]
    private static partial Regex Row();
}
