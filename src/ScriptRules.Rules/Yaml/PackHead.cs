using ScriptRules.Rules.Calendars;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>What <c>pack.yaml</c> says of the pack as a whole.</summary>
internal sealed class PackHead
{
    internal static readonly string[] Keys =
    [
        "name", "version", "title", "language", "time-zone", "include", "calendar", "notices", "where-festivals-meet",
        "windows", "slots", "scenarios", "acknowledgement", "greeting", "farewell",
        "sound-like-in-speech", "disguises", "handbook",
        "extends", "disable", "tune", "settings-for", "suppressions", "scorecard",
    ];

    private static readonly string[] SlotKeys = ["value", "about"];

    internal string Name { get; private set; } = "";

    internal string Version { get; private set; } = "";

    internal string Title { get; private set; } = "";

    /// <summary>Null when the pack does not say it.</summary>
    internal SiteClock? Clock { get; private set; }

    /// <summary>The files to read; null: all in the folder.</summary>
    internal IReadOnlyList<(string Path, YamlNode Node)>? Include { get; private set; }

    internal (string Path, YamlNode Node)? Calendar { get; private set; }

    internal YamlNode? Notices { get; private set; }

    /// <summary>The file with the handbook's sentences.</summary>
    internal (string Path, YamlNode Node)? Handbook { get; private set; }

    internal bool? FirstFestivalOnly { get; private set; }

    internal DayWindows? Windows { get; private set; }

    internal Dictionary<string, (string? Value, YamlNode Node)> Slots { get; private set; } = new(StringComparer.Ordinal);

    /// <summary>What the customer says, by the name of the scenario.</summary>
    internal Dictionary<string, string> Scenarios { get; } = new(StringComparer.Ordinal);

    internal string? Acknowledgement { get; private set; }

    internal string? Greeting { get; private set; }

    internal string? Farewell { get; private set; }

    /// <summary>Which sounds count as one in every concept that does not say for itself, where speech recognition has written; null: none are compared.</summary>
    internal Accents? SoundLikeInSpeech { get; private set; }

    /// <summary>The disguises of every concept that does not say for itself.</summary>
    internal Disguises Disguises { get; private set; }

    /// <summary>A concept with what the pack asks for all of them.</summary>
    internal Concept Apply(Concept concept, IReadOnlySet<string> given) => concept with
    {
        SoundLikeInSpeech = given.Contains("sound-like") ? null : SoundLikeInSpeech,
        Disguises = given.Contains("disguises") ? concept.Disguises : Disguises,
    };

    /// <summary>The packs that this one builds on, in order.</summary>
    internal IReadOnlyList<(string Name, YamlNode Node)> Extends { get; private set; } = [];

    internal YamlNode? Disable { get; private set; }

    internal YamlNode? Tune { get; private set; }

    internal YamlNode? SettingsFor { get; private set; }

    internal YamlNode? Suppressions { get; private set; }

    internal YamlNode? Scorecard { get; private set; }

    internal static PackHead Read(YamlNode? root, FieldReader fields)
    {
        var head = new PackHead();
        var nodes = fields.Nodes;
        if (root is null)
        {
            nodes.FailAt(DiagnosticCodes.MissingKey, 1, 1, 1, "pack.yaml needs \"name\"");
            return head;
        }

        foreach (var (key, keyNode, value) in nodes.Entries(root, "pack.yaml"))
        {
            switch (key)
            {
                case "name":
                    if (nodes.Text(value, key, out var name)) head.Name = name;
                    break;
                case "version":
                    if (nodes.Text(value, key, out var version)) head.Version = version;
                    break;
                case "title":
                    if (nodes.Text(value, key, out var title)) head.Title = title;
                    break;
                case "language":
                    if (nodes.Text(value, key, out var language) && !language.StartsWith("zh", StringComparison.Ordinal))
                        nodes.Fail(DiagnosticCodes.WrongValue, value, "language is Chinese, such as zh-CN; no other is read");
                    break;
                case "time-zone":
                    if (!nodes.Text(value, key, out var zone)) break;
                    if (SiteClock.TryCreate(zone, out var clock)) head.Clock = clock;
                    else nodes.Fail(DiagnosticCodes.WrongValue, value, $"unknown time zone \"{zone}\"", "use an IANA name such as Asia/Shanghai");
                    break;
                case "include":
                    head.Include = Named(value, key, nodes);
                    break;
                case "calendar":
                    if (nodes.Text(value, key, out var calendar)) head.Calendar = (calendar, value);
                    break;
                case "handbook":
                    if (nodes.Text(value, key, out var handbook)) head.Handbook = (handbook, value);
                    break;
                case "notices":
                    head.Notices = value;
                    break;
                case "where-festivals-meet":
                    if (nodes.Choice<WhereFestivalsMeet>(value, key, out var meet)) head.FirstFestivalOnly = meet == WhereFestivalsMeet.First;
                    break;
                case "windows":
                    head.ReadWindows(value, nodes);
                    break;
                case "slots":
                    head.Slots = ReadSlots(value, nodes);
                    break;
                case "scenarios":
                    foreach (var (scenario, _, words) in nodes.Entries(value, key))
                        if (nodes.Text(words, scenario, out var said)) head.Scenarios[scenario] = said;
                    break;
                case "acknowledgement":
                    if (!nodes.Text(value, key, out var acknowledgement)) break;
                    head.Acknowledgement = acknowledgement;
                    fields.Refer(acknowledgement, value);
                    break;
                case "greeting":
                    if (!nodes.Text(value, key, out var greeting)) break;
                    head.Greeting = greeting;
                    fields.Refer(greeting, value);
                    break;
                case "farewell":
                    if (!nodes.Text(value, key, out var farewell)) break;
                    head.Farewell = farewell;
                    fields.Refer(farewell, value);
                    break;
                case "sound-like-in-speech":
                    if (ConceptReader.ReadSounds(nodes, value, key, out var accents)) head.SoundLikeInSpeech = accents;
                    break;
                case "disguises":
                    if (ConceptReader.ReadDisguises(nodes, value, key, out var disguises)) head.Disguises = disguises;
                    break;
                case "extends":
                    head.Extends = Named(value, key, nodes);
                    break;
                case "disable":
                    head.Disable = value;
                    break;
                case "tune":
                    head.Tune = value;
                    break;
                case "settings-for":
                    head.SettingsFor = value;
                    break;
                case "suppressions":
                    head.Suppressions = value;
                    break;
                case "scorecard":
                    head.Scorecard = value;
                    break;
                default:
                    nodes.UnknownKey(keyNode, key, Keys, "pack.yaml");
                    break;
            }
        }

        if (head.Name.Length == 0 && root is YamlMappingNode mapping && !mapping.Children.Keys.Any(k => k is YamlScalarNode { Value: "name" })) nodes.Fail(DiagnosticCodes.MissingKey, root, "pack.yaml needs \"name\"");
        return head;
    }

    private static List<(string Name, YamlNode Node)> Named(YamlNode node, string key, NodeReader nodes)
    {
        var named = new List<(string, YamlNode)>();
        foreach (var item in nodes.Items(node))
            if (nodes.Text(item, key, out var name)) named.Add((name, item));
        return named;
    }

    private void ReadWindows(YamlNode node, NodeReader nodes)
    {
        var windows = new List<DayWindow>();
        var complete = node is YamlMappingNode;
        foreach (var (name, _, value) in nodes.Entries(node, "windows"))
        {
            if (nodes.Text(value, name, out var span) && DayWindow.TryParse(name, span, out var window))
            {
                windows.Add(window);
                continue;
            }

            complete = false;
            if (span.Length > 0) nodes.Fail(DiagnosticCodes.WrongValue, value, "a window is written 00:00-12:00");
        }

        if (!complete) return;
        var faults = DayWindows.FindFaults(windows);
        foreach (var fault in faults) nodes.Fail(DiagnosticCodes.Windows, node, fault.Message.TrimEnd('.'));
        if (windows.Count > 0 && faults.IsEmpty) Windows = DayWindows.Create(windows);
    }

    /// <summary>Values by slot, null for one that is open, with the nodes of the names.</summary>
    internal static Dictionary<string, (string? Value, YamlNode Node)> ReadSlots(YamlNode node, NodeReader nodes)
    {
        var slots = new Dictionary<string, (string? Value, YamlNode Node)>(StringComparer.Ordinal);
        foreach (var (name, nameNode, value) in nodes.Entries(node, "slots"))
        {
            string? text = null;
            if (value is YamlMappingNode)
            {
                foreach (var (key, keyNode, item) in nodes.Entries(value, "a slot"))
                {
                    if (!SlotKeys.Contains(key)) nodes.UnknownKey(keyNode, key, SlotKeys, "a slot");
                    else if (nodes.Text(item, key, out var said) && key == "value") text = said;
                }
            }
            else if (!NodeReader.IsNull(value)) nodes.Text(value, name, out text);

            slots[name] = (text, nameNode);
        }

        return slots;
    }

    private enum WhereFestivalsMeet
    {
        Either,
        First,
    }
}
