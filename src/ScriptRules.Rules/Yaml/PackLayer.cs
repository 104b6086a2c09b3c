using System.Collections.Concurrent;
using ScriptRules.Rules.Calendars;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>One pack as its own files have it, before it is merged with those that it extends.</summary>
internal sealed class PackLayer
{
    internal const string HeadFile = "pack.yaml";
    private const string SuppressionFile = "suppressions.yaml";
    private const string ScorecardFile = "scorecard.yaml";
    private const string ExampleFolder = "examples/";

    private readonly DiagnosticBag _diagnostics;
    private IReadOnlyList<string>? _files;
    private Task<(string Text, CalendarReading Reading)>? _calendar; // null as well when its file cannot be read

    private PackLayer(IPackSource source, bool isOwn, YamlFile head, DiagnosticBag diagnostics)
    {
        (Source, IsOwn, _diagnostics) = (source, isOwn, diagnostics);
        Nodes = new NodeReader(head, diagnostics);
        var references = new List<ConceptReference>();
        Head = PackHead.Read(head.Root, new FieldReader(Nodes, references, []));
        References = references;
    }

    internal IPackSource Source { get; }

    /// <summary>Whether it is the pack that was asked for, not one that it extends.</summary>
    internal bool IsOwn { get; }

    internal PackHead Head { get; }

    /// <summary>Of <c>pack.yaml</c>.</summary>
    internal NodeReader Nodes { get; }

    /// <summary>The concepts that <c>pack.yaml</c> names.</summary>
    internal IReadOnlyList<ConceptReference> References { get; }

    internal Dictionary<string, ConceptEntry> Concepts { get; } = new(StringComparer.Ordinal);

    internal List<RuleEntry> Rules { get; } = [];

    /// <summary>Whether a file is not YAML or not there, so that what it may define is not known.</summary>
    internal bool IsPartial { get; set; }

    /// <summary>The pack in <paramref name="source"/>; null when it has no head that can be read, which is then said.</summary>
    internal static PackLayer? Open(IPackSource source, bool isOwn, DiagnosticBag diagnostics) =>
        ReadFile(source, HeadFile, null, diagnostics) is { } head ? new PackLayer(source, isOwn, head, diagnostics) : null;

    /// <summary>Reads the topic files, and begins with the calendar.</summary>
    /// <param name="offset">Of the site's clock, for the times of examples.</param>
    internal void ReadTopics(TimeSpan offset)
    {
        _calendar = BeginCalendar();
        var paths = Paths().ToList();
        var texts = paths.ConvertAll(p => ReadText(Source, p.Path, p.Node is null ? null : (Nodes, p.Node), _diagnostics));
        var files = new TopicFile?[paths.Count];
        // The longest first and one at a time, so that no thread is left with a long one at the end.
        var order = Partitioner.Create(Enumerable.Range(0, files.Length).OrderByDescending(i => texts[i]?.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(order, i => files[i] = texts[i] is { } text ? TopicFile.Read(Named(Source, paths[i].Path), text, offset, _diagnostics) : null);
        foreach (var file in files)
        {
            if (file is null) IsPartial = true;
            else Add(file);
        }
    }

    private void Add(TopicFile file)
    {
        foreach (var concept in file.Concepts)
        {
            if (!Concepts.TryAdd(concept.Concept.Id, concept))
                concept.Reader.Fail(DiagnosticCodes.DuplicateId, concept.Node, $"concept \"{concept.Concept.Id}\" is defined twice", $"first at {Concepts[concept.Concept.Id].Place}");
        }

        foreach (var rule in file.Rules)
        {
            if (Rules.Find(r => r.Rule.Id == rule.Rule.Id) is { } first)
                rule.Reader.Fail(DiagnosticCodes.DuplicateId, rule.Node, $"rule \"{rule.Rule.Id}\" is defined twice", $"first at {first.Rule.Place}");
            else Rules.Add(rule with { Rule = rule.Rule with { IsInherited = !IsOwn } });
        }
    }

    /// <summary>The handbook's sentences by id; null when the pack brings none.</summary>
    internal Dictionary<string, string>? ReadHandbook()
    {
        if (Head.Handbook is not { } where) return null;
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        if (ReadFile(where.Path, where.Node) is not { Root: { } root } file) return null;
        var nodes = new NodeReader(file, _diagnostics);
        foreach (var (id, _, value) in nodes.Entries(root, "the handbook"))
            if (nodes.Text(value, id, out var sentence)) sentences[id] = sentence.Trim();
        return sentences;
    }

    /// <summary>The calendar without house notices; null when the pack names none, or none that can be read.</summary>
    internal FestivalCalendar? ReadCalendar()
    {
        if (Head.Calendar is not { } where) return null;
        if ((_calendar ?? BeginCalendar()) is not { } begun)
        {
            Nodes.Fail(DiagnosticCodes.Unreadable, where.Node, $"the calendar \"{where.Path}\" is not there or cannot be read");
            return null;
        }

        var (text, reading) = begun.GetAwaiter().GetResult();
        var lines = reading.Mistakes.IsEmpty ? [] : YamlFile.Lines(text);
        foreach (var m in reading.Mistakes)
        {
            var line = m.Line >= 1 && m.Line <= lines.Length ? lines[m.Line - 1] : null;
            _diagnostics.Add(DiagnosticCodes.Calendar, YamlFile.Place(Named(Source, where.Path), m.Line, m.Column, m.Length, line), m.Message, line);
        }

        return reading.Calendar;
    }

    private Task<(string Text, CalendarReading Reading)>? BeginCalendar()
    {
        if (Head.Calendar is not { } where) return null;
        try
        {
            var text = Source.Read(where.Path);
            return Task.Run(() => (text, CalendarYaml.Read(text)));
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The house's notices of festivals that <paramref name="calendar"/> has.</summary>
    internal IEnumerable<HouseNotice> ReadNotices(FestivalCalendar calendar)
    {
        if (Head.Notices is not { } notices || NodeReader.IsNull(notices)) return [];
        var reading = CalendarYaml.ReadNotices(notices, calendar);
        foreach (var mistake in reading.Mistakes) Nodes.FailAt(DiagnosticCodes.Calendar, mistake.Line, mistake.Column, mistake.Length, mistake.Message);
        return reading.Calendar?.Notices.Skip(calendar.Notices.Length) ?? [];
    }

    /// <summary>The lists of suppressions, in <c>pack.yaml</c> and beside it.</summary>
    internal IEnumerable<(YamlNode Node, NodeReader Nodes)> Suppressions() => Parts(Head.Suppressions, SuppressionFile);

    /// <summary>The scorecard, in <c>pack.yaml</c> or beside it; more than one is wrong.</summary>
    internal IEnumerable<(YamlNode Node, NodeReader Nodes)> Scorecards() => Parts(Head.Scorecard, ScorecardFile);

    private IEnumerable<(YamlNode Node, NodeReader Nodes)> Parts(YamlNode? inHead, string beside)
    {
        if (inHead is not null && !NodeReader.IsNull(inHead)) yield return (inHead, Nodes);
        if (Files().Contains(beside) && ReadFile(beside, null) is { Root: { } root } file) yield return (root, new NodeReader(file, _diagnostics));
    }

    private IEnumerable<(string Path, YamlNode? Node)> Paths()
    {
        if (Head.Include is { } include) return include.Select(i => (i.Path, (YamlNode?)i.Node));
        // A folder with a head of its own is another pack.
        var others = Files().Where(f => f.EndsWith("/" + HeadFile, StringComparison.Ordinal)).Select(f => f[..^HeadFile.Length]).ToList();
        string[] known = [HeadFile, SuppressionFile, ScorecardFile, Head.Handbook?.Path ?? HeadFile];
        return Files().Where(f => !known.Contains(f) && !others.Append(ExampleFolder).Any(o => f.StartsWith(o, StringComparison.Ordinal))).Select(f => (f, (YamlNode?)null));
    }

    private IReadOnlyList<string> Files()
    {
        try
        {
            return _files ??= Source.Files();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _diagnostics.Add(DiagnosticCodes.Unreadable, new Place(Source.Name, 0, 0), $"the folder cannot be read: {e.Message}");
            return _files = [];
        }
    }

    private YamlFile? ReadFile(string path, YamlNode? from) => ReadFile(Source, path, from is null ? null : (Nodes, from), _diagnostics);

    private static YamlFile? ReadFile(IPackSource source, string path, (NodeReader Nodes, YamlNode Node)? from, DiagnosticBag diagnostics) =>
        ReadText(source, path, from, diagnostics) is { } text ? YamlFile.Parse(Named(source, path), text, diagnostics) : null;

    private static string? ReadText(IPackSource source, string path, (NodeReader Nodes, YamlNode Node)? from, DiagnosticBag diagnostics)
    {
        try
        {
            return source.Read(path);
        }
        catch (Exception e) when (e is IOException or ArgumentException)
        {
            var reason = e is FileNotFoundException or DirectoryNotFoundException ? "is not there" : $"cannot be read: {e.Message}";
            if (from is { } f) f.Nodes.Fail(DiagnosticCodes.Unreadable, f.Node, $"the file \"{path}\" {reason}");
            else diagnostics.Add(DiagnosticCodes.Unreadable, new Place(Named(source, path), 0, 0), $"the file {reason}", help: path == HeadFile ? "a pack is a folder with a pack.yaml" : null);
            return null;
        }
    }

    /// <summary>How a file of the pack is named in diagnostics.</summary>
    internal static string Named(IPackSource source, string path) => source.Name.Length == 0 ? path : $"{source.Name}/{path}";
}
