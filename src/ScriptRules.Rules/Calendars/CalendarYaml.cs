using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Calendars;

/// <summary>A mistake in a calendar file.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">In UTF-16 units, counted from 1.</param>
/// <param name="Length">How far the words at fault go on that line; at least 1.</param>
/// <param name="Message">What is wrong, and what to do.</param>
public sealed record CalendarMistake(int Line, int Column, int Length, string Message)
{
    /// <summary>As in 14:18: unknown key "festval": did you mean "festival"?</summary>
    public override string ToString() => $"{Line}:{Column}: {Message}";
}

/// <summary>What came of reading a calendar file.</summary>
/// <param name="Calendar">Null when there are mistakes.</param>
/// <param name="Data">All that could be read.</param>
/// <param name="Mistakes">All of them, from top to bottom; the first hundred, when there are more.</param>
public sealed record CalendarReading(
    FestivalCalendar? Calendar, FestivalCalendarData Data, ImmutableArray<CalendarMistake> Mistakes);

/// <summary>Reads a calendar such as <c>rules/calendars/cn.yaml</c>, whose head describes the form.</summary>
/// <remarks>Strict, and all mistakes come at once. Bad content is never an exception. Reads YAML nodes only, so it may be compiled
/// ahead of time.</remarks>
public static class CalendarYaml
{
    /// <summary>Reads a whole calendar.</summary>
    public static CalendarReading Read(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var reader = new CalendarYamlReader();
        var parser = new ShallowParser(new Parser(new StringReader(yaml)));
        var stream = new YamlStream();
        try
        {
            stream.Load(parser);
        }
        catch (YamlException exception)
        {
            // At the end of the text the parser may already be on the line after it.
            var lines = yaml.Split('\n');
            var past = exception.Start.Line > lines.Length;
            reader.Report(
                past ? lines.Length : (int)exception.Start.Line,
                past ? lines[^1].Length + 1 : (int)exception.Start.Column,
                1,
                exception.Message);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // YamlDotNet 16.3 meets a few broken texts, such as "- :" and "!![", with an exception that knows no place.
            var at = parser.Current?.Start ?? Mark.Empty;
            reader.Report((int)at.Line, (int)at.Column, 1, "what stands here or next is no YAML.");
        }

        if (reader.IsClean)
        {
            if (stream.Documents.Count == 0) reader.Report(1, 1, 1, "the calendar is empty.");
            else if (stream.Documents.Count > 1) reader.Report(stream.Documents[1].RootNode, "a calendar is one document.");
            else reader.ReadCalendar(stream.Documents[0].RootNode);
        }

        return reader.Finish();
    }

    /// <summary>Reads a whole calendar from a node that is already there.</summary>
    public static CalendarReading Read(YamlNode calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var reader = new CalendarYamlReader();
        reader.ReadCalendar(calendar);
        return reader.Finish();
    }

    /// <summary>Reads house notices, as a pack has them under <c>notices:</c>, on top of a calendar.</summary>
    /// <param name="notices">The list of notices.</param>
    /// <param name="calendar">The calendar that they speak of; its own notices count as given.</param>
    /// <returns>The calendar with the notices added, or the mistakes made in them.</returns>
    public static CalendarReading ReadNotices(YamlNode notices, FestivalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(calendar);
        var reader = new CalendarYamlReader(calendar.Data);
        reader.ReadNotices(notices);
        return reader.Finish();
    }

    // The node model is loaded by recursion, and compares keys by recursion through aliases. A calendar is five deep and needs
    // none, so a thousand brackets or a list that holds itself need not end the process.
    private sealed class ShallowParser(IParser inner) : IParser
    {
        private const int Deepest = 16;
        private int _depth;

        public ParsingEvent? Current => inner.Current;

        public bool MoveNext()
        {
            var moved = inner.MoveNext();
            if (inner.Current is { } at && (_depth += at.NestingIncrease) > Deepest)
                throw new YamlException(at.Start, at.End, $"this is nested deeper than a calendar can be ({Deepest}).");
            if (inner.Current is AnchorAlias alias)
                throw new YamlException(alias.Start, alias.End, "an alias cannot stand in a calendar: write it out.");
            return moved;
        }
    }
}

/// <summary>One reading of one file: it collects what it finds, right or wrong.</summary>
internal sealed class CalendarYamlReader(FestivalCalendarData? onTopOf = null)
{
    private const int MostMistakes = 100;

    private readonly ImmutableArray<FestivalDefinition>.Builder _festivals = (onTopOf?.Festivals ?? []).ToBuilder();
    private readonly ImmutableArray<OfficialNotice>.Builder _official = (onTopOf?.Official ?? []).ToBuilder();
    private readonly ImmutableArray<HouseNotice>.Builder _notices = (onTopOf?.Notices ?? []).ToBuilder();

    private readonly List<CalendarMistake> _mistakes = [];

    // Where each record was read, to place what is only found in the whole; and festivals read in part, which nothing is said of.
    private readonly Dictionary<object, YamlNode> _places = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _broken = new(StringComparer.Ordinal);

    // In nodes that are given, an alias is the anchored node itself. Each is read once, so aliases to aliases cost no more than they are long.
    private readonly HashSet<YamlNode> _read = new(ReferenceEqualityComparer.Instance);

    public bool IsClean => _mistakes.Count == 0;

    public void Report(int line, int column, int length, string message) =>
        _mistakes.Add(new CalendarMistake(Math.Max(1, line), Math.Max(1, column), Math.Max(1, length), message));

    public void Report(YamlNode node, string message)
    {
        var (start, end) = (node.Start, node.End);
        Report((int)start.Line, (int)start.Column, end.Line == start.Line ? (int)(end.Column - start.Column) : 1, message);
    }

    public CalendarReading Finish()
    {
        var data = new FestivalCalendarData(_festivals.ToImmutable(), _official.ToImmutable(), _notices.ToImmutable());
        foreach (var fault in data.FindFaults())
        {
            if (fault.Item is FestivalDefinition { Festival.Id: var id } && _broken.Contains(id)) continue;
            if (fault.Item is HouseNotice { FestivalId: var of } && _broken.Contains(of)) continue;
            if (!_places.TryGetValue(fault.Item, out var place)) Report(1, 1, 1, fault.Message);
            else Report(fault.Field is null ? place : Child(place, fault.Field) ?? place, fault.Message);
        }

        ImmutableArray<CalendarMistake> mistakes =
            [.. _mistakes.OrderBy(mistake => mistake.Line).ThenBy(mistake => mistake.Column).Distinct().Take(MostMistakes)];
        return new CalendarReading(mistakes.IsEmpty ? FestivalCalendar.Create(data) : null, data, mistakes);
    }

    public void ReadCalendar(YamlNode root)
    {
        if (Fields(root, "a calendar", [], ["festivals", "official", "notices"]) is not { } fields) return;
        foreach (var node in Items(fields, "festivals")) ReadFestival(node);
        foreach (var node in Items(fields, "official")) ReadOfficial(node);
        if (fields.TryGetValue("notices", out var notices)) ReadNotices(notices);
    }

    public void ReadNotices(YamlNode list)
    {
        foreach (var node in Items(list, "notices")) ReadNotice(node);
    }

    private void ReadFestival(YamlNode node)
    {
        if (Fields(node, "a festival", ["id", "name", "on"], ["opening", "statutory"]) is not { } fields) return;
        var mistakes = _mistakes.Count;
        var id = Text(fields, "id");
        var name = Text(fields, "name");
        var on = Text(fields, "on") is { } text ? Rule(fields["on"], text) : null;
        var opening = Text(fields, "opening");
        if (opening is not (null or "true" or "false")) Report(fields["opening"], $"\"{opening}\" is neither true nor false.");

        var statutory = ImmutableArray.CreateBuilder<StatutoryDays>();
        foreach (var item in Items(fields, "statutory"))
            if (ReadStatutory(item) is { } days) statutory.Add(days);

        if (id is null) return;
        if (name is null || on is null || _mistakes.Count > mistakes) _broken.Add(id);
        var definition = new FestivalDefinition(new Festival(id, name ?? id), on ?? new CivilMonthDay(1, 1), opening == "true", statutory.ToImmutable());
        _festivals.Add(definition);
        _places[definition] = node;
    }

    private StatutoryDays? ReadStatutory(YamlNode node)
    {
        if (Fields(node, "statutory days", ["since", "days", "law"], []) is not { } fields) return null;
        var since = Year(fields, "since");
        var law = Text(fields, "law");
        if (Text(fields, "days") is not { } text) return null;

        var ends = text.Split(" to ");
        if (ends.Length > 2)
        {
            Report(fields["days"], $"\"{text}\" is no day, nor two with \"to\" between them.");
            return null;
        }

        var (first, last) = (Rule(fields["days"], ends[0]), ends.Length == 2 ? Rule(fields["days"], ends[1]) : null);
        if (since is null || law is null || first is null || (ends.Length == 2 && last is null)) return null;
        var days = new StatutoryDays(since.Value, first, last ?? first, law);
        _places[days] = node;
        return days;
    }

    private void ReadOfficial(YamlNode node)
    {
        if (Fields(node, "an official notice", ["year", "source", "days"], ["url"]) is not { } fields) return;
        var (year, source, url) = (Year(fields, "year"), Text(fields, "source"), Text(fields, "url"));
        if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            Report(fields["url"], $"\"{url}\" is no web address.");

        var breaks = ImmutableArray.CreateBuilder<OfficialBreak>();
        foreach (var item in Items(fields, "days"))
            if (ReadBreak(item, year ?? 2000) is { } read) breaks.Add(read);
        if (year is null || source is null) return;
        var notice = new OfficialNotice(year.Value, source, url, breaks.ToImmutable());
        _official.Add(notice);
        _places[notice] = node;
    }

    private OfficialBreak? ReadBreak(YamlNode node, int year)
    {
        if (Fields(node, "a holiday", ["for"], ["off", "work", "source"]) is not { } fields) return null;
        var mistakes = _mistakes.Count;
        ImmutableArray<string> festivals = [.. TextOrList(fields, "for").Select(item => item.Text)];
        var off = ImmutableArray.CreateBuilder<DayRange>();
        foreach (var (text, at) in TextOrList(fields, "off"))
            if (Range(at, text, year) is { } range) off.Add(range);
        var work = ImmutableArray.CreateBuilder<DateOnly>();
        foreach (var (text, at) in TextOrList(fields, "work"))
            if (Date(at, text, year) is { } day) work.Add(day);

        var source = Text(fields, "source");
        if (_mistakes.Count > mistakes) return null;
        var read = new OfficialBreak(festivals, off.ToImmutable(), work.ToImmutable(), source);
        _places[read] = node;
        return read;
    }

    private void ReadNotice(YamlNode node)
    {
        if (Fields(node, "a notice", ["festival", "from", "to", "source"], []) is not { } fields) return;
        var (festival, source) = (Text(fields, "festival"), Text(fields, "source"));
        var from = Text(fields, "from") is { } first ? Date(fields["from"], first, null) : null;
        var to = Text(fields, "to") is { } last ? Date(fields["to"], last, null) : null;
        if (festival is null || source is null || from is null || to is null) return;
        var notice = new HouseNotice(festival, from.Value, to.Value, source);
        _notices.Add(notice);
        _places[notice] = node;
    }

    private DayRange? Range(YamlNode node, string text, int year)
    {
        var ends = text.Split(" to ");
        if (ends.Length > 2)
        {
            Report(node, $"\"{text}\" is no date, nor two with \"to\" between them.");
            return null;
        }

        var first = Date(node, ends[0], year);
        var last = ends.Length == 2 ? Date(node, ends[1], year) : first;
        return first is { } from && last is { } to ? new DayRange(from, to) : null;
    }

    // A date without a year is one of the notice's.
    private DateOnly? Date(YamlNode node, string text, int? year)
    {
        var whole = year is { } known && text.Length == 5 ? $"{known:0000}-{text}" : text;
        if (DateOnly.TryParseExact(whole, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Report(node, $"\"{text}\" is no date: write one as 2026-02-17{(year is null ? "" : " or 02-17")}.");
        return null;
    }

    private FestivalRule? Rule(YamlNode node, string text)
    {
        if (FestivalRule.TryParse(text, out var rule)) return rule;
        Report(node, $"\"{text}\" is no day of the year: write 10-01, lunar 08-15, lunar eve, solar qingming or solar winter-solstice.");
        return null;
    }

    private int? Year(Dictionary<string, YamlNode> fields, string key)
    {
        if (Text(fields, key) is not { } text) return null;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0) return year;
        Report(fields[key], $"\"{text}\" is no year.");
        return null;
    }

    private string? Text(Dictionary<string, YamlNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? Text(node, key) : null;

    private string? Text(YamlNode node, string key)
    {
        if (node is YamlScalarNode { Value: { } value } scalar && (value.Length > 0 || scalar.Style is not ScalarStyle.Plain))
        {
            if (!string.IsNullOrWhiteSpace(value)) return value;
            Report(node, $"\"{key}\" is blank.");
            return null;
        }

        Report(node, node is YamlScalarNode ? $"\"{key}\" has no value." : $"\"{key}\" is one value, not a list or a mapping.");
        return null;
    }

    private List<(string Text, YamlNode Node)> TextOrList(Dictionary<string, YamlNode> fields, string key)
    {
        if (!fields.TryGetValue(key, out var node)) return [];
        var texts = new List<(string, YamlNode)>();
        foreach (var item in node is YamlSequenceNode ? Items(node, key) : [node])
            if (Text(item, key) is { } text) texts.Add((text, item));
        return texts;
    }

    private IEnumerable<YamlNode> Items(Dictionary<string, YamlNode> fields, string key) =>
        fields.TryGetValue(key, out var node) ? Items(node, key) : [];

    private IEnumerable<YamlNode> Items(YamlNode node, string key)
    {
        if (!IsNew(node)) return [];
        if (node is YamlSequenceNode list) return list.Children;
        Report(node, $"\"{key}\" is a list.");
        return [];
    }

    // The values by key, or null when this is no mapping. Unknown and missing keys are reported.
    private Dictionary<string, YamlNode>? Fields(YamlNode node, string what, string[] required, string[] optional)
    {
        if (!IsNew(node)) return null;
        if (node is not YamlMappingNode mapping)
        {
            Report(node, $"{what} has keys and values: {string.Join(", ", required.Concat(optional))}.");
            return null;
        }

        var fields = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (required.Contains(name) || optional.Contains(name)) fields[name] = value;
            else Report(key, $"unknown key \"{name}\" in {what}{CalendarFault.DidYouMean(name, required.Concat(optional))}");
        }

        foreach (var key in required.Where(key => !fields.ContainsKey(key))) Report(node, $"{what} needs \"{key}\".");
        return fields;
    }

    private bool IsNew(YamlNode node)
    {
        if (_read.Add(node)) return true;
        Report(node, "an alias cannot stand for a list or a mapping here: write it out.");
        return false;
    }

    private static YamlNode? Child(YamlNode node, string key) =>
        node is YamlMappingNode mapping
            ? mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: var name } && name == key).Value
            : null;
}
