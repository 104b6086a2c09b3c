using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Examples;

/// <summary>The figures that a pack must reach on its labelled cases, so that a change that costs some of them does not go unseen.</summary>
/// <remarks>They lie beside the cases, in a file that is written by <c>scriptrules test PACK --update-floors</c>. Immutable.</remarks>
public sealed class EvaluationFloors
{
    /// <summary>The file in the folder of the cases.</summary>
    public const string FileName = "floors.yaml";

    private const string Head = """
        # What the rules must reach on the cases beside this file: scriptrules test PACK --report fails when a figure is lower.
        # Written by scriptrules test PACK --update-floors, which adds and raises, and by --lower-floors, which lowers too and says what.
        # Percentages are rounded down; what is known are the noisy and missing cases, so that the report can name the new ones. docs/evaluation.md tells more.

        """;

    private const string KnownKey = "known";

    private readonly ImmutableSortedDictionary<FloorKey, int> _floors;
    private readonly ImmutableSortedSet<(string Set, string Fingerprint)>? _known;

    private EvaluationFloors(IEnumerable<KeyValuePair<FloorKey, int>> floors, IEnumerable<(string Set, string Fingerprint)>? known) =>
        (_floors, _known) = (floors.ToImmutableSortedDictionary(), known?.ToImmutableSortedSet(Comparer<(string Set, string Fingerprint)>.Create((a, b) =>
            string.CompareOrdinal(a.Set, b.Set) is not 0 and var order ? order : string.CompareOrdinal(a.Fingerprint, b.Fingerprint))));

    /// <summary>No floors at all.</summary>
    public static EvaluationFloors None { get; } = new([], null);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _floors.IsEmpty;

    /// <summary>The floors at the figures of <paramref name="report"/>.</summary>
    public static EvaluationFloors Of(EvaluationReport report) => None.RaisedTo(report);

    /// <summary>Reads a file.</summary>
    /// <param name="path">What it is called in diagnostics.</param>
    /// <param name="text">What is in it.</param>
    /// <exception cref="PackException">It is not what floors look like; the exception says where.</exception>
    public static EvaluationFloors Parse(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        var diagnostics = new DiagnosticBag();
        var floors = new Dictionary<FloorKey, int>();
        List<(string, string)>? known = null;
        if (YamlFile.Parse(path, text, diagnostics) is { Root: { } root } file) Read(root, new NodeReader(file, diagnostics), floors, ref known);
        return diagnostics.HasErrors ? throw new PackException(diagnostics.Sorted()) : new EvaluationFloors(floors, known);
    }

    /// <summary>Where <paramref name="report"/> is below, a set, source or rule each; empty when nothing fell.</summary>
    public ImmutableArray<FloorLoss> LossesOf(EvaluationReport report)
    {
        var measured = Measured(report);
        var names = report.Sets.Select(s => (FloorPart.Set, s.Name)).Concat(report.Sources.Select(s => (FloorPart.Source, s.Name))).Concat(report.Rules.Select(r => (FloorPart.Rule, r.Rule.Id))).ToHashSet();
        return [.. _floors.Where(Fell).GroupBy(f => (f.Key.Part, f.Key.Name)).Select(g => new FloorLoss(g.Key.Part, g.Key.Name, Losses(g)))];

        // The precision of a set or source ends when nothing is found in it any more, which its recall tells.
        bool Fell(KeyValuePair<FloorKey, int> floor) => measured.TryGetValue(floor.Key, out var m)
            ? m.Value < floor.Value
            : floor.Key is not { Part: not FloorPart.Rule, Measure: FloorMeasure.Precision } || !names.Contains((floor.Key.Part, floor.Key.Name));

        ImmutableArray<string> Losses(IGrouping<(FloorPart Part, string Name), KeyValuePair<FloorKey, int>> floors)
        {
            if (!names.Contains(floors.Key)) return ["is gone"];
            if (floors.Key.Part == FloorPart.Rule && floors.All(f => !measured.ContainsKey(f.Key))) return ["fires in no case any more"];
            return [.. floors.Select(f => $"{Words(f.Key.Measure)} {(measured.TryGetValue(f.Key, out var m) ? m.Words : "–")}, floor {Written(f.Key.Measure, f.Value)}")];
        }
    }

    /// <summary>What <paramref name="report"/> measures without a floor: a set, source or rule each.</summary>
    public IEnumerable<(FloorPart Part, string Name)> Unguarded(EvaluationReport report) =>
        Measured(report).Where(m => !_floors.ContainsKey(m.Key)).Select(m => (m.Key.Part, m.Key.Name)).Distinct();

    /// <summary>The cases that were not noisy or missing when the floors were written; of sets that have floors, in a file that tells what is known.</summary>
    public IEnumerable<CaseOutcome> NewIn(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Cases.Where(c => (c.IsNoisy || c.IsMissing) && HasSet(c.Case.Set) && _known?.Contains((c.Case.Set, c.Case.Fingerprint)) == false);
    }

    /// <summary>With what <paramref name="report"/> measures besides or better; nothing is lowered.</summary>
    public EvaluationFloors RaisedTo(EvaluationReport report)
    {
        var floors = _floors.ToBuilder();
        foreach (var (key, (value, _)) in Measured(report)) floors[key] = Math.Max(value, floors.GetValueOrDefault(key));
        // While something is below, the cases that are new stay so.
        var known = report.Cases.Where(c => c.IsNoisy || c.IsMissing);
        if (!LossesOf(report).IsEmpty) known = known.Except(NewIn(report));
        return new EvaluationFloors(floors, known.Select(c => (c.Case.Set, c.Case.Fingerprint)));
    }

    /// <summary>The text of the file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var part in _floors.GroupBy(f => f.Key.Part))
        {
            text.Append(CultureInfo.InvariantCulture, $"{KeyOf(part.Key)}:\n");
            foreach (var row in part.GroupBy(f => f.Key.Name))
                text.Append(CultureInfo.InvariantCulture, $"  {Quoted(row.Key)}: {{ {string.Join(", ", row.Select(f => $"{KeyOf(f.Key.Measure)}: {Written(f.Key.Measure, f.Value)}"))} }}\n");
        }

        if (_known is null) return text.ToString();
        text.Append(CultureInfo.InvariantCulture, $"{KnownKey}:{(_known.IsEmpty ? " {}" : "")}\n");
        foreach (var set in _known.GroupBy(k => k.Set)) text.Append(CultureInfo.InvariantCulture, $"  {Quoted(set.Key)}: [{string.Join(", ", set.Select(k => k.Fingerprint))}]\n");
        return text.ToString();
    }

    private bool HasSet(string name) => _floors.ContainsKey(new FloorKey(FloorPart.Set, name, FloorMeasure.Cases));

    private static void Read(YamlDotNet.RepresentationModel.YamlNode root, NodeReader nodes, Dictionary<FloorKey, int> floors, ref List<(string, string)>? known)
    {
        var parts = Enum.GetValues<FloorPart>().ToDictionary(KeyOf);
        var measures = Enum.GetValues<FloorMeasure>().ToDictionary(KeyOf);
        foreach (var (part, partNode, rows) in nodes.Entries(root, "the file"))
        {
            if (part == KnownKey)
            {
                known = [];
                foreach (var (set, _, list) in nodes.Entries(rows, part)) known.AddRange(nodes.Texts(list, set).Select(f => (set, f)));
                continue;
            }

            if (!parts.TryGetValue(part, out var kind))
            {
                nodes.UnknownKey(partNode, part, [.. parts.Keys, KnownKey], "a file of floors");
                continue;
            }

            foreach (var (name, _, row) in nodes.Entries(rows, part))
            {
                foreach (var (measure, node, value) in nodes.Entries(row, name))
                {
                    if (!measures.TryGetValue(measure, out var what) || !MeasuresOf(kind).Contains(what)) nodes.UnknownKey(node, measure, [.. MeasuresOf(kind).Select(KeyOf)], part);
                    else if (what == FloorMeasure.Cases)
                    {
                        if (nodes.Number(value, measure, 0, int.MaxValue, out var count)) floors[new FloorKey(kind, name, what)] = (int)count;
                    }
                    else if (nodes.Quantity(value, measure, new Dictionary<string, double> { ["%"] = 1 }, 100, out var percent)) floors[new FloorKey(kind, name, what)] = (int)Math.Round(percent * 10);
                }
            }
        }
    }

    /// <summary>Everything that a floor can be set for: the count or share in tenths of a percent, and how it is told.</summary>
    private static Dictionary<FloorKey, (int Value, string Words)> Measured(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var measured = new Dictionary<FloorKey, (int, string)>();
        foreach (var set in report.Sets) AddCounts(FloorPart.Set, set);
        foreach (var source in report.Sources) AddCounts(FloorPart.Source, source);
        foreach (var rule in report.Rules)
        {
            Add(FloorPart.Rule, rule.Rule.Id, FloorMeasure.Precision, rule.Precision);
            if (rule.Fired > 0) Add(FloorPart.Rule, rule.Rule.Id, FloorMeasure.Found, rule.Found);
        }

        return measured;

        void AddCounts(FloorPart part, EvaluationRow row)
        {
            measured[new FloorKey(part, row.Name, FloorMeasure.Cases)] = (row.Counts.Cases, row.Counts.Cases.ToString(CultureInfo.InvariantCulture));
            Add(part, row.Name, FloorMeasure.Recall, row.Counts.Recall);
            Add(part, row.Name, FloorMeasure.Precision, row.Counts.Precision);
            Add(part, row.Name, FloorMeasure.LeftAlone, row.Counts.LeftAlone);
        }

        void Add(FloorPart part, string name, FloorMeasure measure, Share share)
        {
            if (share.PerMille is { } value) measured[new FloorKey(part, name, measure)] = (value, $"{share} ({share.Part} of {share.Whole})");
        }
    }

    private static FloorMeasure[] MeasuresOf(FloorPart part) =>
        part == FloorPart.Rule ? [FloorMeasure.Precision, FloorMeasure.Found] : [FloorMeasure.Cases, FloorMeasure.Recall, FloorMeasure.Precision, FloorMeasure.LeftAlone];

    private static string Written(FloorMeasure measure, int value) => measure == FloorMeasure.Cases ? value.ToString(CultureInfo.InvariantCulture) : Share.Percent(value);

    private static string KeyOf(FloorPart part) => $"{NodeReader.Hyphenated(part.ToString())}s";

    private static string KeyOf(FloorMeasure measure) => NodeReader.Hyphenated(measure.ToString());

    private static string Words(FloorMeasure measure) => KeyOf(measure).Replace('-', ' ');

    private static string Quoted(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_') && char.IsLetterOrDigit(name[0]) ? name : $"\"{System.Text.Json.JsonEncodedText.Encode(name)}\"";

    private enum FloorMeasure
    {
        Cases,
        Recall,
        Precision,
        LeftAlone,
        Found,
    }

    private readonly record struct FloorKey(FloorPart Part, string Name, FloorMeasure Measure) : IComparable<FloorKey>
    {
        public int CompareTo(FloorKey other)
        {
            if (Part != other.Part) return Part.CompareTo(other.Part);
            return string.CompareOrdinal(Name, other.Name) is not 0 and var order ? order : Measure.CompareTo(other.Measure);
        }
    }
}

/// <summary>What a floor is set for.</summary>
public enum FloorPart
{
    /// <summary>A file of cases.</summary>
    Set,

    /// <summary>A row of the handbook.</summary>
    Source,

    /// <summary>A rule.</summary>
    Rule,
}

/// <summary>A set, source or rule that is below its floors.</summary>
/// <param name="Part">Which of them.</param>
/// <param name="Name">Its name or id.</param>
/// <param name="What">Each figure that fell, with its floor; one that there is nothing to measure by any more has fallen.</param>
public sealed record FloorLoss(FloorPart Part, string Name, ImmutableArray<string> What)
{
    /// <summary>Such as <c>set talk: recall 96.6 % (116 of 120), floor 97.5 %</c>.</summary>
    public override string ToString() => $"{Part.ToString().ToLowerInvariant()} {Name}: {string.Join("; ", What)}";
}
