using System.Collections.Immutable;
using ScriptRules.Rules.Calendars;
using ScriptRules.Rules.Kinds;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>Reads a pack and compiles it, or says all that is wrong with it.</summary>
internal sealed class PackReader(IPackSource source, IReadOnlyDictionary<string, string> settings)
{
    private const string HeadFile = "pack.yaml";
    private const string ExampleFolder = "examples/";

    // Slots that a conversation fills: they mean something in every pack.
    private static readonly string[] ContextSlots = ["customer_surname", "customer_name", "honorific", "agent_name", "agent_surname"];

    private readonly DiagnosticBag _diagnostics = new();
    private readonly List<ConceptReference> _references = [];
    private readonly List<ConceptReference> _citations = [];
    private readonly Dictionary<string, ConceptEntry> _concepts = new(StringComparer.Ordinal);
    private readonly List<RuleEntry> _rules = [];
    private bool _isPartial; // a file is not YAML or not there, so what it may define is not known

    /// <summary>The pack; null when <paramref name="diagnostics"/> has errors.</summary>
    internal RulePack? Read(out ImmutableArray<PackDiagnostic> diagnostics)
    {
        var pack = Read();
        diagnostics = _diagnostics.Sorted();
        return _diagnostics.HasErrors ? null : pack;
    }

    private RulePack? Read()
    {
        if (ReadFile(HeadFile, null) is not { } headFile) return null;
        var headNodes = new NodeReader(headFile, _diagnostics);
        var head = PackHead.Read(headFile.Root, new FieldReader(headNodes, _references, _citations));
        foreach (var (path, node) in Paths(head))
            if (ReadFile(path, node is null ? null : (headNodes, node)) is { } file) ReadTopics(file, head);
            else _isPartial = true;
        var calendar = ReadCalendar(head, headNodes);
        var handbook = ReadHandbook(head, headNodes);
        if (_rules.Count == 0 && !_diagnostics.HasErrors) _diagnostics.Add(DiagnosticCodes.NoRules, new Place(Named(HeadFile), 0, 0), "the pack has no rules");
        CheckReferences();

        var slots = Slots(head, headNodes);
        var own = _rules.SelectMany(r => r.Kind.OwnConcepts(r.Rule, r.Fields)).DistinctBy(o => o.Concept.Id).Where(o => !_concepts.ContainsKey(o.Concept.Id)).ToList();
        var lexicon = BuildLexicon(slots, own);
        CheckUse(head, headNodes);
        var festivals = calendar.Openings.Select(f => f.Id).ToImmutableArray();
        var windows = head.Windows.All.Select(w => w.Name).ToImmutableArray();
        foreach (var rule in _rules) rule.Kind.Check(rule, windows, festivals);
        if (lexicon is null || _diagnostics.HasErrors) return null;

        var productions = ImmutableArray.CreateBuilder<Production>();
        for (var i = 0; i < _rules.Count; i++)
        {
            var context = new CompileContext(i, lexicon, windows, festivals, head.FirstFestivalOnly);
            var compiled = _rules[i].Kind.Compile(_rules[i].Rule, _rules[i].Fields, context).ToList();
            CheckMessages(_rules[i], compiled);
            productions.AddRange(compiled.Select(p => p with { Origin = _rules[context.Rule].Rule }));
        }

        return new RulePack
        {
            Name = head.Name,
            Version = head.Version,
            Title = head.Title,
            Rules = [.. _rules.Select(r => r.Rule)],
            Productions = productions.ToImmutable(),
            Lexicon = lexicon,
            ConceptTitles = _concepts.Values.Where(c => c.Title.Length > 0).ToImmutableDictionary(c => c.Concept.Id, c => c.Title, StringComparer.Ordinal),
            Handbook = handbook,
            Slots = slots.ToImmutableDictionary(StringComparer.Ordinal),
            Windows = head.Windows,
            Calendar = calendar,
            Clock = head.Clock,
            Acknowledgement = lexicon.IdOf(head.Acknowledgement ?? ""),
            Greeting = lexicon.IdOf(head.Greeting ?? ""),
            Farewell = lexicon.IdOf(head.Farewell ?? ""),
            Warnings = _diagnostics.Sorted(),
        };
    }

    private IEnumerable<(string Path, YamlNode? Node)> Paths(PackHead head)
    {
        if (head.Include is { } include) return include.Select(i => (i.Path, (YamlNode?)i.Node));
        return Files().Where(f => f != HeadFile && f != head.Handbook?.Path && !f.StartsWith(ExampleFolder, StringComparison.Ordinal)).Select(f => (f, (YamlNode?)null));
    }

    private IReadOnlyList<string> Files()
    {
        try
        {
            return source.Files();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _diagnostics.Add(DiagnosticCodes.Unreadable, new Place(source.Name, 0, 0), $"the folder cannot be read: {e.Message}");
            return [];
        }
    }

    private YamlFile? ReadFile(string path, (NodeReader Nodes, YamlNode Node)? from)
    {
        try
        {
            return YamlFile.Parse(Named(path), source.Read(path), _diagnostics);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            var reason = e is FileNotFoundException or DirectoryNotFoundException ? "is not there" : $"cannot be read: {e.Message}";
            if (from is { } f) f.Nodes.Fail(DiagnosticCodes.Unreadable, f.Node, $"the file \"{path}\" {reason}");
            else _diagnostics.Add(DiagnosticCodes.Unreadable, new Place(Named(path), 0, 0), $"the file {reason}", help: path == HeadFile ? "a pack is a folder with a pack.yaml" : null);
            return null;
        }
    }

    private string Named(string path) => source.Name.Length == 0 ? path : $"{source.Name}/{path}";

    private void ReadTopics(YamlFile file, PackHead head)
    {
        if (file.Root is null) return;
        var nodes = new NodeReader(file, _diagnostics);
        var fields = new FieldReader(nodes, _references, _citations);
        var offset = head.Clock.At(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Offset;
        foreach (var (key, keyNode, value) in nodes.Entries(file.Root, "a topic file"))
        {
            switch (key)
            {
                case "words" or "concepts":
                    foreach (var concept in new ConceptReader(fields).Read(value, key == "words"))
                    {
                        if (!_concepts.TryAdd(concept.Concept.Id, concept))
                            nodes.Fail(DiagnosticCodes.DuplicateId, concept.Node, $"concept \"{concept.Concept.Id}\" is defined twice", $"first at {PlaceOf(_concepts[concept.Concept.Id])}");
                    }

                    break;
                case "rules":
                    foreach (var rule in new RuleReader(fields, offset).Read(value))
                    {
                        if (_rules.Find(r => r.Rule.Id == rule.Rule.Id) is { } first)
                            nodes.Fail(DiagnosticCodes.DuplicateId, rule.Node, $"rule \"{rule.Rule.Id}\" is defined twice", $"first at {first.Rule.Place}");
                        else _rules.Add(rule);
                    }

                    break;
                default:
                    nodes.UnknownKey(keyNode, key, ["words", "concepts", "rules"], "a topic file");
                    break;
            }
        }
    }

    private FestivalCalendar ReadCalendar(PackHead head, NodeReader headNodes)
    {
        var calendar = FestivalCalendar.Create(FestivalCalendarData.Empty);
        if (head.Calendar is not { } where)
        {
            if (head.Notices is { } vain && !NodeReader.IsNull(vain))
                headNodes.Fail(DiagnosticCodes.MissingKey, vain, "notices need a \"calendar\" that has their festivals");
            return calendar;
        }

        string text;
        try
        {
            text = source.Read(where.Path);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            headNodes.Fail(DiagnosticCodes.Unreadable, where.Node, $"the calendar \"{where.Path}\" is not there or cannot be read");
            return calendar;
        }

        var lines = YamlFile.Lines(text);
        var reading = CalendarYaml.Read(text);
        Report(reading, where.Path, lines);
        if (reading.Calendar is null) return calendar;
        if (head.Notices is not { } notices || NodeReader.IsNull(notices)) return reading.Calendar;

        var withNotices = CalendarYaml.ReadNotices(notices, reading.Calendar);
        foreach (var mistake in withNotices.Mistakes)
            headNodes.FailAt(DiagnosticCodes.Calendar, mistake.Line, mistake.Column, mistake.Length, mistake.Message);
        return withNotices.Calendar ?? reading.Calendar;
    }

    /// <summary>The handbook's sentences by id; a rule that cites another id is wrong.</summary>
    private ImmutableDictionary<string, string> ReadHandbook(PackHead head, NodeReader headNodes)
    {
        var sentences = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (head.Handbook is not { } where) return sentences.ToImmutable();
        if (ReadFile(where.Path, (headNodes, where.Node)) is not { Root: { } root } file) return sentences.ToImmutable();
        var nodes = new NodeReader(file, _diagnostics);
        foreach (var (id, _, value) in nodes.Entries(root, "the handbook"))
            if (nodes.Text(value, id, out var sentence)) sentences[id] = sentence.Trim();
        foreach (var cited in _citations.Where(c => !sentences.ContainsKey(c.Name)))
            cited.Reader.Fail(DiagnosticCodes.UnknownSource, cited.Node, $"the handbook has no \"{cited.Name}\"", NodeReader.DidYouMean(cited.Name, sentences.Keys));

        return sentences.ToImmutable();
    }

    private void Report(CalendarReading reading, string path, string[] lines)
    {
        foreach (var m in reading.Mistakes)
        {
            var line = m.Line >= 1 && m.Line <= lines.Length ? lines[m.Line - 1] : null;
            _diagnostics.Add(DiagnosticCodes.Calendar, YamlFile.Place(Named(path), m.Line, m.Column, m.Length, line), m.Message, line);
        }
    }

    private Dictionary<string, string?> Slots(PackHead head, NodeReader headNodes)
    {
        var slots = ContextSlots.ToDictionary(s => s, string? (_) => null, StringComparer.Ordinal);
        foreach (var (name, (value, _)) in head.Slots) slots[name] = value;
        foreach (var (name, value) in settings.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (slots.ContainsKey(name)) slots[name] = value;
            else _diagnostics.Add(DiagnosticCodes.UnknownSlot, new Place(Named(HeadFile), 0, 0), $"a value is set for the slot \"{name}\", which the pack does not declare", help: NodeReader.DidYouMean(name, slots.Keys) ?? $"the slots are {string.Join(", ", slots.Keys.Order(StringComparer.Ordinal))}");
        }

        foreach (var rule in _rules)
        {
            foreach (var item in Part(rule, "suggest") is { } suggest ? rule.Reader.Items(suggest) : [])
            {
                var text = (item as YamlScalarNode)?.Value ?? "";
                foreach (var slot in SlotText.Names(text).Where(n => !slots.ContainsKey(n)).Distinct())
                    rule.Reader.FailIn(DiagnosticCodes.UnknownSlot, item, text.IndexOf(slot, StringComparison.Ordinal), slot.Length, $"unknown slot \"{slot}\" in a suggestion of rule \"{rule.Rule.Id}\"", NodeReader.DidYouMean(slot, slots.Keys));
            }
        }

        return slots;
    }

    private Lexicon? BuildLexicon(Dictionary<string, string?> slots, List<OwnConcept> own)
    {
        var ownById = own.ToDictionary(o => o.Concept.Id, StringComparer.Ordinal);
        var lexicon = Lexicon.Build([.. _concepts.Values.Select(c => c.Concept), .. own.Select(o => o.Concept)], slots, out var errors);
        foreach (var error in errors)
        {
            var code = error.Error.Message.StartsWith("unknown slot", StringComparison.Ordinal) ? DiagnosticCodes.UnknownSlot
                : error.Error.Message.StartsWith("unknown concept", StringComparison.Ordinal) ? DiagnosticCodes.UnknownConcept : DiagnosticCodes.Template;
            if (ownById.TryGetValue(error.Concept, out var made))
            {
                made.From.Reader.Fail(code, made.From.Node, error.Error.Message);
                continue;
            }

            var entry = _concepts[error.Concept];
            var node = entry.Items.TryGetValue(error.Part, out var items) && error.Index < items.Count ? items[error.Index] : entry.Node;
            if (error.Part is "any-of" or "all-of" or "none-of" && node is YamlScalarNode { Value: { } part } && (!_concepts.TryGetValue(part, out var whole) || whole.Concept.IsWord)) continue; // said already
            var name = error.Error.Message.Split('"') is [_, var quoted, ..] ? quoted : "";
            var help = code == DiagnosticCodes.Template ? null : NodeReader.DidYouMean(name, code == DiagnosticCodes.UnknownSlot ? slots.Keys : _concepts.Keys);
            if (code == DiagnosticCodes.UnknownConcept && help is null && _isPartial) continue;
            var (offset, length) = Part(node, error.Error.Offset);
            entry.Reader.FailIn(code, node, offset, length, error.Error.Message, help);
        }

        return lexicon;
    }

    /// <summary>What is meant in a template: a name with its brackets, a character, or all of it.</summary>
    private static (int Offset, int Length) Part(YamlNode node, int offset)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (offset >= text.Length) return (0, text.Length);
        var close = text[offset] switch { '<' => text.IndexOf('>', offset), '{' => text.IndexOf('}', offset), _ => -1 };
        if (close > 0) return (offset, close + 1 - offset);
        return offset == 0 ? (0, text.Length) : (offset, 1);
    }

    /// <summary>Messages are told apart by the reasons that a rule can be broken for.</summary>
    private static void CheckMessages(RuleEntry rule, IEnumerable<Production> compiled)
    {
        if (Part(rule, "message") is not YamlMappingNode messages) return;
        var reasons = compiled.Where(p => p.Meaning == Meaning.Violation).Select(p => p.Reason).Append("").Distinct().ToList();
        foreach (var (reason, node, _) in rule.Reader.Entries(messages, "message"))
            if (!reasons.Contains(reason)) rule.Reader.UnknownKey(node, reason, [.. reasons.Select(r => r.Length == 0 ? "''" : r)], $"the messages of rule \"{rule.Rule.Id}\"");
    }

    private static YamlNode? Part(RuleEntry rule, string key) =>
        rule.Body.Children.TryGetValue(new YamlScalarNode(key), out var part) ? part : null;

    private void CheckReferences()
    {
        foreach (var reference in _references)
        {
            if (_concepts.TryGetValue(reference.Name, out var entry) && !entry.Concept.IsWord) continue;
            if (entry is not null)
            {
                reference.Reader.Fail(DiagnosticCodes.UnknownConcept, reference.Node, $"\"{reference.Name}\" is a word for templates, not a concept");
                continue;
            }

            var near = Spelling.Nearest(reference.Name, _concepts.Keys);
            if (near is null && _isPartial) continue;
            reference.Reader.Fail(DiagnosticCodes.UnknownConcept, reference.Node, $"unknown concept \"{reference.Name}\"",
                near is null ? null : $"did you mean \"{near}\", defined at {PlaceOf(_concepts[near])}?");
        }
    }

    /// <summary>Concepts, words and slots that nothing uses are probably misspelt somewhere.</summary>
    private void CheckUse(PackHead head, NodeReader headNodes)
    {
        if (_isPartial) return;
        var used = _references.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);
        var templates = _concepts.Values.SelectMany(c => c.Concept.Says.Concat(c.Concept.NotInside).Concat(c.Concept.After)
            .Concat(c.Concept.NotAfter).Concat(c.Concept.Before).Concat(c.Concept.NotBefore)).ToList();
        foreach (var template in templates) used.UnionWith(SlotText.Between(template, '<', '>'));
        foreach (var entry in _concepts.Values.Where(c => !used.Contains(c.Concept.Id)))
            entry.Reader.Warn(DiagnosticCodes.UnusedConcept, entry.Node, $"nothing uses \"{entry.Concept.Id}\"");

        var texts = templates.Concat(_rules.SelectMany(r => r.Rule.Suggest)).Concat(_rules.SelectMany(r => r.Kind.OwnConcepts(r.Rule, r.Fields)).SelectMany(o => o.Concept.Says));
        var usedSlots = texts.SelectMany(SlotText.Names).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, (_, node)) in head.Slots)
            if (!usedSlots.Contains(name)) headNodes.Warn(DiagnosticCodes.UnusedSlot, node, $"nothing uses the slot \"{name}\"");
    }

    private static Place PlaceOf(ConceptEntry entry) => entry.Reader.PlaceOf(entry.Node);
}
