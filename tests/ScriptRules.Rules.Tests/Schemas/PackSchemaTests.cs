using System.Text.RegularExpressions;
using ScriptRules.Rules.Kinds;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Tests.Yaml;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Rules.Tests.Schemas;

/// <summary>The schemas in the repository are those of the code, and see what the reader of packs sees of a file's structure.</summary>
public partial class PackSchemaTests
{
    private static readonly string Rules = Path.GetDirectoryName(Path.GetDirectoryName(Repository.File("rules", "service", "pack.yaml"))!)!;

    public static TheoryData<string> Names => [.. PackSchemas.Names];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Rules, "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Rules, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_in_the_repository_is_that_of_the_code(string name) =>
        File.ReadAllText(Repository.File("schemas", $"{name}.json")).ReplaceLineEndings("\n")
            .Should().Be(PackSchemas.Get(name), "`scriptrules schema {0} > schemas/{0}.json` brings it up to date", name);

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
    [InlineData("unless-within: 2 s")]
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
    public void A_file_of_the_wrong_structure_is_refused(string schema, string yaml) => EditorView.Faults(schema, yaml).Should().NotBeEmpty();

    [Theory]
    [InlineData("pack", "name: x\nversion: 1.0\nnotices:\nslots: { brand: , hours: 24 }\n")]
    [InlineData("rules", "")]
    [InlineData("rules", "rules:\nconcepts: { x: 您好 }\n")]
    public void What_the_reader_takes_the_schema_takes(string schema, string yaml) => EditorView.Faults(schema, yaml).Should().BeEmpty();

    [GeneratedRegex("^# yaml-language-server: \\$schema=(\\S+)\n")]
    private static partial Regex Header();

    [GeneratedRegex("^\\| `([^`]+)` \\| (.*) \\|$")]
    private static partial Regex Row();
}
