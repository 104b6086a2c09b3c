using ScriptRules.Examples;
using ScriptRules.Linting.Checks;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Linting;

/// <summary>A pack under the linter, with what several checks need of it.</summary>
internal sealed class LintSubject
{
    private readonly Checker _quick;
    private readonly HashSet<string> _unfinished;
    private readonly Lazy<IReadOnlyList<ExampleOutcome>> _outcomes;
    private readonly Lazy<IReadOnlyList<Occasion>> _occasions;

    internal LintSubject(RulePack pack, PackReader reader, string packFile, LintOptions options)
    {
        PackFile = packFile;
        (Pack, Options, Concepts, Rules) = (pack, options, [.. reader.Concepts], reader.Rules);
        var settings = new CheckerOptions { Settings = options.Settings };
        Checker = Checker.Of(pack, settings);
        _quick = Checker.Of(pack, settings with { Suggest = false });
        _unfinished = [.. Rules.Where(r => LeftToFill.IsLeft(r.Body)).Select(r => r.Rule.Id)];
        Meanings = new Meanings(Concepts.Select(c => c.Concept));
        Models = ModelSentence.AllOf(this);
        Templates = LexiconBuilder.Parse([.. Concepts.Select(c => c.Concept)], pack.Slots);
        HasOwnCalendar = options.Inherited || reader.HasOwnCalendar;
        _outcomes = new(() => [.. ExampleRunner.Run(Checker, options.Inherited).Where(o => IsFinished(o.Rule.Id))]);
        _occasions = new(() => Occasion.AllOf(pack));
    }

    internal RulePack Pack { get; }

    internal LintOptions Options { get; }

    /// <summary>How <c>pack.yaml</c> is named in findings.</summary>
    internal string PackFile { get; }

    internal Checker Checker { get; }

    /// <summary>Concepts and words, as written.</summary>
    internal IReadOnlyList<ConceptEntry> Concepts { get; }

    /// <summary>The rules as written, in the order of the pack.</summary>
    internal IReadOnlyList<RuleEntry> Rules { get; }

    internal Meanings Meanings { get; }

    /// <summary>Whether the calendar is one that the pack answers for.</summary>
    internal bool HasOwnCalendar { get; }

    /// <summary>The model sentences of all rules.</summary>
    internal IReadOnlyList<ModelSentence> Models { get; }

    /// <summary>The templates of <see cref="Concepts"/>, as trees.</summary>
    internal IReadOnlyList<IReadOnlyList<PatternNode>> Templates { get; }

    /// <summary>The examples as they came out.</summary>
    internal IReadOnlyList<ExampleOutcome> Outcomes => _outcomes.Value;

    /// <summary>The windows and festivals in which the pack can be used.</summary>
    internal IReadOnlyList<Occasion> Occasions => _occasions.Value;

    /// <summary>Whether nothing of a rule is left to fill; what an unfinished one says is not judged.</summary>
    internal bool IsFinished(string rule) => !_unfinished.Contains(rule);

    /// <summary>The violations of finished rules, without rewrites.</summary>
    internal IEnumerable<Violation> Violations(Conversation conversation) => _quick.Check(conversation).Violations.Where(v => IsFinished(v.Rule));

    /// <summary>The violation productions of the rule at <paramref name="index"/>.</summary>
    internal IEnumerable<Production> Breaches(int index) => Pack.Productions.Where(p => p.Rule == index && p.Meaning == Meaning.Violation);

    internal static PackDiagnostic Say(string code, Severity level, RuleEntry rule, string message, string help, YamlNode? at = null) =>
        rule.Reader.Describe(code, level, at ?? rule.Node, message, help);

    internal static PackDiagnostic Say(string code, Severity level, ConceptEntry concept, string message, string help, YamlNode? at = null) =>
        concept.Reader.Describe(code, level, at ?? concept.Node, message, help);

    /// <summary>What stands behind a key of a mapping; null when it is not there.</summary>
    internal static YamlNode? Part(YamlMappingNode? body, string key) => body is not null && body.Children.TryGetValue(new YamlScalarNode(key), out var part) ? part : null;

    /// <summary>The key itself.</summary>
    internal static YamlNode? Key(YamlMappingNode? body, string key) => body?.Children.Keys.FirstOrDefault(k => k is YamlScalarNode { Value: var name } && name == key);
}
