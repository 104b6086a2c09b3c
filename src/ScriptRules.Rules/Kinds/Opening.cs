using System.Collections.Immutable;
using System.Text;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;
using static ScriptRules.Rules.Kinds.Clauses;

namespace ScriptRules.Rules.Kinds;

/// <summary>The agent's first words: their wording, by window of the day and by festival.</summary>
/// <remarks>
/// Openings are held to the wording; punctuation, spacing, width and script variants aside. On a festival its own opening is asked for;
/// the lead of a window may stand before it. Where festivals meet, the pack says which opening is right.
/// </remarks>
/// <example><code language="yaml">
/// - id: opening.inbound
///   kind: opening
///   say:
///     - { text: "您好,请问有什么可以帮您!", source: H-OPEN-03 }
///   windows:
///     morning: { text: 早上好!, instead-of: 您好, source: H-OPEN-01 }
///   festivals:
///     mid-autumn: { text: "中秋节快乐!请问有什么可以帮您!", source: H-HOL-03 }
///   outside: H-HOL-07
/// </code></example>
internal sealed class Opening : RuleKind
{
    private const string Fillers = "[喂|嗯|呃|额|哎|诶]";

    private static readonly Field<ImmutableArray<Wording>> Say = Field.Optional<ImmutableArray<Wording>>("say", [], "the openings of an ordinary day; any of them", FieldTypes.Wordings);
    private static readonly Field<ImmutableArray<(string Name, YamlNode Node, Wording Wording)>> Leads =
        Field.Optional<ImmutableArray<(string, YamlNode, Wording)>>("windows", [], "what stands in front in a window of the day", FieldTypes.NamedWordings);
    private static readonly Field<ImmutableArray<(string Name, YamlNode Node, Wording Wording)>> Days =
        Field.Optional<ImmutableArray<(string, YamlNode, Wording)>>("festivals", [], "the opening of each festival", FieldTypes.NamedWordings);
    private static readonly Field<ImmutableArray<string>> Outside = Field.Optional<ImmutableArray<string>>("outside", [], "the source that forbids a festival's opening on other days", TextList);
    private static readonly Field<TimeSpan?> Promptly = Field.Optional<TimeSpan?>("promptly", null, "how long after pick-up it must begin", FieldTypes.Time);

    internal override string Name => "opening";

    internal override ImmutableArray<Field> Fields { get; } = [Say, Leads, Days, Outside, Promptly];

    internal override IEnumerable<Field> Start => [Say];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        CheckNames(Leads.In(rule.Fields), windows, DiagnosticCodes.UnknownWindow, "window");
        CheckNames(Days.In(rule.Fields), festivals, DiagnosticCodes.UnknownFestival, "festival");
        if (!rule.Fields.Has(Say) && (!rule.Fields.Has(Promptly) || rule.Fields.Has(Leads) || rule.Fields.Has(Days)))
            rule.Reader.Fail(DiagnosticCodes.MissingKey, rule.Node, $"rule \"{rule.Rule.Id}\" needs \"say\": {Say.About}");
    }

    internal override IEnumerable<OwnConcept> OwnConcepts(Rule rule, RuleFields fields)
    {
        var leads = Leads.In(fields);
        foreach (var (key, wordings) in Groups(fields).Where(g => !g.Wordings.IsEmpty))
        {
            yield return Own(Id(rule, key, ""), wordings.SelectMany(w => new[] { (w, w.Text) }));
            foreach (var (window, _, lead) in leads)
                yield return Own(Id(rule, key, window), wordings.SelectMany(w => Led(lead, w).Select(text => (lead with { Node = w.Node, Reader = w.Reader }, text))));
        }
    }

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var (say, leads, days) = (Say.In(fields), Leads.In(fields), Days.In(fields));
        var opens = Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Opens, 1));
        var all = Ids(["", .. days.Select(d => d.Name)], ["", .. leads.Select(l => l.Name)]);
        var suggest = Models(say).Concat(days.SelectMany(d => Models([d.Wording]))).ToImmutableArray();

        yield return new Production { Rule = context.Rule, Meaning = Meaning.Applies, Clauses = [opens] };
        if (Promptly.In(fields) is { } limit)
        {
            yield return new Production
            {
                Rule = context.Rule,
                Reason = "late",
                Clauses = [Match(FactKind.Utterance, By(SpeakerRole.Agent), Is(FactField.Opens, 1), Is(FactField.AnswerDelay, Comparison.More, (int)limit.TotalMilliseconds))],
                ShownAt = ShownAt.TurnStart,
                Needs = Needs.Times,
                Rewrite = RewriteWay.None,
            };
        }

        if (say.IsEmpty) yield break;
        yield return Violation("wording", Sources(say), [NotExists(FactKind.Mention, InTurn(all))], Needs.None);

        for (var window = 0; window < context.Windows.Length; window++)
        {
            var clock = Exists(FactKind.Clock, Is(FactField.Window, window), Is(FactField.Festivals, 0));
            var here = leads.FirstOrDefault(l => l.Name == context.Windows[window]);
            if (here.Name is not null)
            {
                yield return Violation("window", here.Wording.Sources,
                    [clock, Exists(FactKind.Mention, InTurn(Ids([""], ["", .. leads.Select(l => l.Name).Where(n => n != here.Name)]))),
                        NotExists(FactKind.Mention, InTurn(Ids([""], [here.Name])))], Needs.Clock);
            }

            var anyDay = Exists(FactKind.Clock, Is(FactField.Window, window));
            foreach (var other in leads.Where(l => l.Name != context.Windows[window]))
            {
                yield return Violation("window", other.Wording.Sources,
                    [anyDay, Exists(FactKind.Mention, InTurn(Ids(["", .. days.Select(d => d.Name)], [other.Name])))], Needs.Clock);
            }
        }

        foreach (var (own, others, names) in Meetings(days.Select(d => d.Name).ToList(), context))
        {
            var right = days.Where(d => names.Contains(d.Name)).ToList();
            yield return Violation("festival", [.. right.SelectMany(d => d.Wording.Sources).Distinct()],
                [Exists(FactKind.Clock, [.. own.Select(bit => Is(FactField.Festivals, Comparison.HasAny, bit)), Is(FactField.Festivals, Comparison.HasNone, others)]), Exists(FactKind.Mention, InTurn(all)),
                    NotExists(FactKind.Mention, InTurn(Ids([.. right.Select(d => d.Name)], ["", .. leads.Select(l => l.Name)])))], Needs.Clock);
        }

        // Festivals may share a wording, as 元旦 and 春节 do: it is out of place only when none of them is on.
        foreach (var same in days.GroupBy(d => d.Wording.Text, StringComparer.Ordinal))
        {
            var bits = same.Aggregate(0, (mask, day) => mask | 1 << context.Festivals.IndexOf(day.Name));
            yield return Violation("outside", Outside.In(fields),
                [Exists(FactKind.Clock, Is(FactField.Festivals, Comparison.HasNone, bits)),
                    Exists(FactKind.Mention, InTurn(Ids([same.First().Name], ["", .. leads.Select(l => l.Name)])))], Needs.Clock);
        }

        yield return Violation("repeated", [],
            [], Needs.None) with
        {
            Clauses = [Match(FactKind.Mention, Said(all, SpeakerRole.Agent, Is(FactField.AgentRun, Comparison.More, 1))),
                Exists(FactKind.Mention, Said(all, SpeakerRole.Agent, Is(FactField.AgentRun, Comparison.AtMost, 1)))],
            ShownAt = ShownAt.Anchor,
            Suggest = [],
            Rewrite = RewriteWay.None,
        };

        Production Violation(string reason, ImmutableArray<string> sources, ImmutableArray<Clause> clauses, Needs needs) => new()
        {
            Rule = context.Rule,
            Reason = reason,
            Sources = sources,
            Clauses = [opens, .. clauses],
            ShownAt = ShownAt.Opening,
            Needs = needs,
            Suggest = suggest,
            Rewrite = RewriteWay.ReplaceOpening,
        };

        ImmutableArray<Condition> InTurn(ImmutableArray<int> ids) => Said(ids, SpeakerRole.Agent, ToAnchor(FactField.Turn, Comparison.Equal));

        ImmutableArray<int> Ids(IReadOnlyList<string> keys, IReadOnlyList<string> windows) =>
            context.Ids(keys.SelectMany(_ => windows, (key, window) => Id(rule, key, window)));

        // Every model sentence as such, and with the leads of the windows; the check of each in its context picks the right ones.
        IEnumerable<string> Models(ImmutableArray<Wording> wordings) =>
            wordings.SelectMany(w => leads.Select(l => Led(l.Wording, w)[^1]).Prepend(w.Text));
    }

    private static void CheckNames(ImmutableArray<(string Name, YamlNode Node, Wording Wording)> named, ImmutableArray<string> known, string code, string what)
    {
        foreach (var (name, node, wording) in named)
            if (!known.Contains(name)) wording.Reader.Fail(code, node, $"unknown {what} \"{name}\"", NodeReader.DidYouMean(name, known) ?? (known.IsEmpty ? null : $"the {what}s are {string.Join(", ", known)}"));
    }

    /// <summary>The festivals that can fall on one day, alone or two together, as bits; the others of the rule; and those whose opening is then right.</summary>
    private static IEnumerable<(int[] Own, int Others, IReadOnlyCollection<string> Right)> Meetings(List<string> names, CompileContext context)
    {
        var all = names.Sum(Bit);
        for (var i = 0; i < names.Count; i++)
        {
            yield return ([Bit(names[i])], all & ~Bit(names[i]), [names[i]]);
            for (var j = i + 1; j < names.Count; j++)
            {
                var first = context.Festivals.IndexOf(names[i]) < context.Festivals.IndexOf(names[j]) ? names[i] : names[j];
                yield return ([Bit(names[i]), Bit(names[j])], all & ~Bit(names[i]) & ~Bit(names[j]), context.FirstFestivalOnly ? [first] : [names[i], names[j]]);
            }
        }

        int Bit(string name) => 1 << context.Festivals.IndexOf(name);
    }

    private static IEnumerable<(string Key, ImmutableArray<Wording> Wordings)> Groups(RuleFields fields)
    {
        yield return ("", Say.In(fields));
        foreach (var (name, _, wording) in Days.In(fields)) yield return (name, [wording]);
    }

    /// <summary>The wordings of <paramref name="wording"/> with a lead in front; the fullest last.</summary>
    private static string[] Led(Wording lead, Wording wording) =>
        lead.InsteadOf.Length > 0 && wording.Text.StartsWith(lead.InsteadOf, StringComparison.Ordinal)
            ? [lead.Text + wording.Text[lead.InsteadOf.Length..].TrimStart(',', '，', '!', '！'), lead.Text + wording.Text]
            : [lead.Text + wording.Text];

    private static OwnConcept Own(string id, IEnumerable<(Wording From, string Text)> wordings)
    {
        var list = wordings.ToList();
        return new OwnConcept(new Concept { Id = id, Says = [.. list.Select(w => $"^^{Fillers}{Escaped(w.Text)}$")], IgnoresPunctuation = true }, list[0].From);
    }

    private static string Id(Rule rule, string key, string window) => $"{rule.Id}/{key}/{window}";

    /// <summary>A model sentence as a template: only its slots mean anything.</summary>
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in text)
        {
            if ("()[]<>|^$!…\\,，、".Contains(c, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static ImmutableArray<string> Sources(ImmutableArray<Wording> wordings) => [.. wordings.SelectMany(w => w.Sources).Distinct()];

    [ValueSchema(ValueSchemas.Texts)]
    private static bool TextList(YamlNode node, string what, FieldReader reader, out ImmutableArray<string> value)
    {
        value = reader.Sources(node, what);
        return !value.IsEmpty;
    }
}
