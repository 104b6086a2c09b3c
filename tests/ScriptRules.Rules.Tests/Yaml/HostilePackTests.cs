using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ScriptRules.Rules.Yaml;
using Xunit.Abstractions;

namespace ScriptRules.Rules.Tests.Yaml;

/// <summary>Whatever a file holds, a pack is read or its mistakes are said; nothing is thrown.</summary>
public class HostilePackTests(ITestOutputHelper output)
{
    private const string Marks = "[]{}:-\"'&*!|>,?#%\n\t…<($^\\0";

    private static readonly Dictionary<string, string> Valid = new()
    {
        ["pack.yaml"] = """
            name: example
            version: 1.0.0
            time-zone: Asia/Shanghai
            calendar: calendar.yaml
            notices:
              - { festival: new-year, from: 2026-01-01, to: 2026-01-03, source: 通知 }
            include: [rules.yaml]
            windows:
              morning: 00:00-12:00
              day: 12:00-24:00
            slots:
              brand: { about: 品牌, value: 小鹿 }
            acknowledgement: ack
            greeting: greeting
            sound-like-in-speech: [n-l]
            disguises: repeats
            """,
        ["calendar.yaml"] = """
            festivals:
              - id: new-year
                name: 元旦
                on: 01-01
                opening: true
                statutory:
                  - { since: 1950, days: 01-01, law: 办法 }
            """,
        ["rules.yaml"] = """
            words:
              verb: [查, 办]
            concepts:
              ack: { says: [好的, 嗯嗯], at: [clause-start] }
              greeting: [您好, "{brand}欢迎您"]
              refusal: { says: ["<verb>不了!(解)", "没…{0,3}办法"], not-inside: [有没有办法], none-of: apology, within: turn, regex: "没法[查办]" }
              apology: { says: 抱歉, title: 道歉, allow: [quoted], in-question: false }
              both: { all-of: [refusal, apology], ordered: true }
              heard: { says: ["这事不归(我|咱)管", "^你他妈的"], sound-like: [zh-z, ang-an], disguises: [letters, pinyin, look-alikes, repeats], refuse: [shape] }
              near: { similar: 感谢您的来电祝您生活愉快, coverage: 0.7, only: [similar, folded] }
              close: { all-of: [apology, heard], within: 9 characters }
            rules:
              - id: never
                kind: never-say
                say: [refusal, both, near, close]
                unless: apology
                unless-within: 1 turn
                severity: warning
                confidence: 0.8
                message: { '': "不要说“{said}”" }
                suggest: ["非常抱歉，{customer_surname}{honorific}"]
                applies-when: { channel: [chat, voice], direction: inbound }
                examples:
                  pass: [好的, [客户: 谢谢, 客服: 不客气]]
                  fail: ["[办不了]", { at: 2026-02-17T09:00, say: "[没办法]", rewrite: 抱歉 }]
              - id: opening
                kind: opening
                say: [{ text: "您好，{brand}欢迎您" }]
                windows: { morning: { text: 早上好, instead-of: 您好 } }
                festivals: { new-year: 新年好，请问有什么可以帮您 }
                promptly: 3 s
            """,
    };

    [Fact]
    public void The_pack_that_is_mutated_is_good() => new MemoryPack(Valid).Diagnostics().Should().BeEmpty();

    [Fact]
    public void Any_text() => ForAll(1_500, random =>
    {
        var characters = "abc:-[]{}\"'|>&*!#%@`,?\\ \n\n\t0123没办法\u0000\uFEFF\u2028\uD800<…$^()";
        var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => characters[random.Next(characters.Length)])]);
        Read(new Dictionary<string, string>(Valid) { [random.Next(3) switch { 0 => "pack.yaml", 1 => "calendar.yaml", _ => "rules.yaml" }] = text });
    });

    [Fact]
    public void Any_bytes() => ForAll(500, random =>
    {
        var bytes = new byte[random.Next(80)];
        random.NextBytes(bytes);
        Read(new Dictionary<string, string>(Valid) { ["rules.yaml"] = Encoding.UTF8.GetString(bytes) });
    });

    [Fact]
    public void A_good_pack_with_something_changed() => ForAll(4_000, random =>
    {
        var files = new Dictionary<string, string>(Valid);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var file = random.Next(5) switch { 0 => "pack.yaml", 1 => "calendar.yaml", _ => "rules.yaml" };
            files[file] = Change(files[file], random);
        }

        Read(files);
    });

    [Fact]
    public void Bytes_that_are_not_UTF_8_in_a_folder()
    {
        var folder = Directory.CreateTempSubdirectory("pack-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "pack.yaml"), "name: example\n");
            File.WriteAllBytes(Path.Combine(folder.FullName, "rules.yaml"), [0x72, 0x3A, 0x20, 0xB2, 0xE9, 0xD1, 0xAF]);

            RulePack.TryLoad(new FolderPackSource(folder.FullName), null, out var diagnostics).Should().BeNull();

            diagnostics.Should().ContainSingle().Which.Message.Should().Be("the file cannot be read: it is not UTF-8");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there()
    {
        RulePack.TryLoad(new FolderPackSource(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())), null, out var diagnostics).Should().BeNull();

        diagnostics.Should().ContainSingle().Which.Code.Should().Be("SR0001");
    }

    [Fact]
    public void A_broken_pack_is_an_exception_that_says_all_where_it_must_load()
    {
        var load = () => RulePack.Load(new MemoryPack("rules:\n  - id: a\n    kind: b\n  - id: c\n    kind: d\n"));

        load.Should().Throw<PackException>().Which.Diagnostics.Should().HaveCount(2);
        load.Should().Throw<PackException>().WithMessage("*rules.yaml:3:11*rules.yaml:5:11*");
    }

    [Fact]
    public void A_thousand_rules_and_a_thousand_concepts_load()
    {
        var text = new StringBuilder("concepts:\n");
        for (var i = 0; i < 1000; i++)
            text.Append(CultureInfo.InvariantCulture, $"  concept-{i}: [\"{Word(i)}没办法\", \"这…{{0,4}}{Word(i)}(办|查)不了\", \"{Word(i + 1000)}吧\"]\n");
        text.Append("rules:\n");
        for (var i = 0; i < 1000; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - id: never.{i}\n    kind: never-say\n    say: concept-{i}\n    message: 不要这样说。\n    suggest: 非常抱歉，我马上为您核实。\n    examples:\n      fail: \"[{Word(i)}没办法]\"\n");
        new MemoryPack("concepts: { a: [甲乙] }\nrules: [{ id: a, kind: never-say, say: a }]").TryLoad(out _);

        var watch = System.Diagnostics.Stopwatch.StartNew();
        var pack = new MemoryPack(text.ToString()).TryLoad(out var diagnostics);
        output.WriteLine($"1,000 rules and 1,000 concepts, {text.Length:N0} characters: {watch.ElapsedMilliseconds} ms");

        diagnostics.Should().BeEmpty();
        (pack!.Rules.Length, pack.Lexicon.Count).Should().Be((1000, 1000));

        static string Word(int i) => $"{(char)(0x4E00 + (i / 40))}{(char)(0x5100 + (i % 40))}";
    }

    private static void Read(Dictionary<string, string> files)
    {
        var pack = RulePack.TryLoad(new MemoryPack(files), null, out var diagnostics);

        (pack is null).Should().Be(diagnostics.Any(d => d.Level == Severity.Error));
        foreach (var diagnostic in diagnostics)
        {
            DiagnosticCodes.All.Should().ContainKey(diagnostic.Code);
            DiagnosticText.Format(diagnostic).Should().Contain(diagnostic.Message);
            diagnostic.Place.Line.Should().BeGreaterOrEqualTo(0);
            if (diagnostic.Place.Line > 0) (diagnostic.Place.Column, diagnostic.Place.Length).Should().Match<(int Column, int Length)>(p => p.Column >= 1 && p.Length >= 1);
        }
    }

    private static string Change(string text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        var lines = text.Split('\n');
        switch (random.Next(6))
        {
            case 0:
                return text.Remove(at, length);
            case 1:
                return text.Insert(at, text.Substring(random.Next(text.Length - length), length));
            case 2:
                return text.Insert(at, Marks[random.Next(Marks.Length)].ToString());
            case 3:
                return string.Join('\n', lines.Where((_, i) => i != at % lines.Length));
            case 4:
                var (a, b) = (at % lines.Length, random.Next(lines.Length));
                (lines[a], lines[b]) = (lines[b], lines[a]);
                return string.Join('\n', lines);
            default:
                var values = new[] { "[]", "{}", "", "\"\"", "null", "[[x]]", "{ a: b }", "-1", "99999999999999999999 h", "\"(\"", "- -", "never", "{ agent: never }" };
                var line = lines[at % lines.Length];
                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                lines[at % lines.Length] = colon < 0 ? line + values[random.Next(values.Length)] : line[..(colon + 2)] + values[random.Next(values.Length)];
                return string.Join('\n', lines);
        }
    }

    private static void ForAll(int cases, Action<Random> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => property(new Random(seed))));
}
