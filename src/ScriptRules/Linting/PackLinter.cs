using System.Collections.Immutable;
using ScriptRules.Linting.Checks;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Linting;

/// <summary>Finds what is wrong with a pack though it loads: sentences that break its own rules, rules that can never fire, and the like.</summary>
/// <remarks>
/// A finding is a proof or an observation of the pack's own examples and sentences; what merely looks odd is not said. The same pack gives
/// the same findings on every machine. Of a pack that extends others, only what concerns its own files is said.
/// </remarks>
public static class PackLinter
{
    private static readonly ImmutableArray<ILintCheck> Checks =
    [
        new ModelSentences(), new FittingOpenings(), new OfferedSuggestions(), new Suggestions(), new Blanks(),
        new DeadConcepts(), new DeadRules(), new ShadowedRules(), new Contradictions(), new CoveredTemplates(), new IdleKeys(), new Bounds(),
        new ExampleCheck(), new RuleProse(), new Messages(), new LeftToFill(),
        new Regexes(), new TemplateCost(), new CalendarYears(),
    ];

    /// <summary>Lints the pack in <paramref name="folder"/>.</summary>
    public static LintReport Lint(string folder, LintOptions? options = null) => Lint(new FolderPackSource(folder), options);

    /// <summary>Lints the pack that <paramref name="source"/> holds.</summary>
    public static LintReport Lint(IPackSource source, LintOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new LintOptions();
        var reader = new PackReader(source, options.Settings);
        if (reader.Read(out var diagnostics) is not { } pack) return new LintReport { Findings = diagnostics };

        var subject = new LintSubject(pack, reader, source.Name.Length == 0 ? "pack.yaml" : $"{source.Name}/pack.yaml", options);
        var found = Checks.SelectMany(c => c.Run(subject)).ToList();
        return new LintReport
        {
            Pack = pack,
            Findings =
            [
                .. diagnostics.Concat(found).Distinct().Where(d => options.Inherited || !reader.IsInherited(d.Place.File))
                    .OrderBy(d => d.Place.File, StringComparer.Ordinal)
                    .ThenBy(d => d.Place.Line)
                    .ThenBy(d => d.Place.Column)
                    .ThenBy(d => d.Code, StringComparer.Ordinal)
                    .ThenBy(d => d.Message, StringComparer.Ordinal),
            ],
            ModelSentences = subject.Models.Count,
            Examples = subject.Outcomes.Count,
            Occasions = [.. subject.Occasions.Select(o => o.Name)],
        };
    }
}
