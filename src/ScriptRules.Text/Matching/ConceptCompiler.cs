using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ScriptRules.Text.Matching;

/// <summary>Compiles one concept after another by itself: what it needs of the others is their numbers and words. Not for several threads.</summary>
internal sealed class ConceptCompiler(TemplateReader reader, IReadOnlyList<Concept> concepts, Dictionary<string, int> ids)
{
    private List<ConceptError> _errors = [];
    private List<ConceptWarning> _warnings = [];

    /// <param name="id">From 1.</param>
    internal ConceptDraft Compile(int id)
    {
        var concept = concepts[id - 1];
        (_errors, _warnings) = ([], []);
        var compiled = new CompiledConcept(id, concept)
        {
            NotInside = Attempts(concept, "not-inside", concept.NotInside),
            After = Attempts(concept, "after", concept.After),
            NotAfter = Attempts(concept, "not-after", concept.NotAfter),
            Before = Attempts(concept, "before", concept.Before),
            NotBefore = Attempts(concept, "not-before", concept.NotBefore),
            AnyOf = References(concept, "any-of", concept.AnyOf),
            AllOf = References(concept, "all-of", concept.AllOf),
            NoneOf = References(concept, "none-of", concept.NoneOf),
            Regexes = Expressions(concept),
        };
        var templates = new List<(int, PatternNode, PatternProgram)>();
        for (var i = 0; i < concept.Says.Length; i++)
        {
            if (Parse(concept, "says", i, concept.Says[i]) is not { } node || concept.IsWord) continue;
            var program = PatternProgram.Compile(node, concept.IgnoresPunctuation);
            Judge(compiled, i, program, node as PatternNode.Words);
            templates.Add((i, node, program));
        }

        return new ConceptDraft(compiled, templates, _errors, _warnings);
    }

    /// <summary>The tree of a template; null when something is wrong with it.</summary>
    internal PatternNode? Parse(Concept concept, string part, int index, string template)
    {
        var errors = new List<PatternError>();
        var node = reader.Read(template, errors);
        foreach (var error in errors) _errors.Add(new ConceptError(concept.Id, part, index, error));
        return node;
    }

    /// <summary>Says whether a template is found too easily, or never.</summary>
    private void Judge(CompiledConcept concept, int index, PatternProgram program, PatternNode.Words? plain)
    {
        var guarded = program.IsGuarded || concept.Definition.At != PositionGuard.Anywhere || concept.NotInside.Length > 0
            || concept.After.Length > 0 || concept.Before.Length > 0 || concept.NotAfter.Length > 0 || concept.NotBefore.Length > 0;
        if (program.Gate.Count == 0)
            Fail(concept.Definition, "says", index, "nothing here must be said: every part is optional or open");
        else if (program.MinLength < 2 && !guarded)
            Fail(concept.Definition, "says", index, "one character alone matches inside other words; say where it must stand (^ $ at: not-inside:)");
        else if (plain is { Folded.Length: 2 } && !guarded)
            Warn(concept.Definition, "says", index, ConceptDoubt.Short, "two characters alone match inside other words; say where they stand (^ $ not-inside: after: before: at:, also at: anywhere)");
    }

    private Attempt[] Attempts(Concept concept, string part, ImmutableArray<string> templates)
    {
        var attempts = new List<Attempt>();
        for (var i = 0; i < templates.Length; i++)
            if (Parse(concept, part, i, templates[i]) is { } node) attempts.Add(new Attempt(PatternProgram.Compile(node)));
        return [.. attempts];
    }

    private int[] References(Concept concept, string part, ImmutableArray<string> names)
    {
        var references = new List<int>();
        for (var i = 0; i < names.Length; i++)
        {
            if (ids.TryGetValue(names[i], out var id) && !concepts[id - 1].IsWord) references.Add(id);
            else Fail(concept, part, i, ids.ContainsKey(names[i]) ? $"\"{names[i]}\" is a word, not a concept: it is never said by itself" : $"unknown concept \"{names[i]}\"");
        }

        return [.. references];
    }

    private Lazy<Regex>[] Expressions(Concept concept)
    {
        var regexes = new List<Lazy<Regex>>();
        for (var i = 0; i < concept.Regexes.Length; i++)
        {
            var pattern = concept.Regexes[i];
            try
            {
                regexes.Add(RegexCompiler.Compile(pattern, out var refusal));
                if (refusal is not null) Fail(concept, "regex", i, refusal);
                if (RegexLiterals.Of(pattern).Count == 0) Warn(concept, "regex", i, ConceptDoubt.Ungated, "no words must stand in what this matches, so it runs on every turn");
            }
            catch (RegexParseException e)
            {
                _errors.Add(new ConceptError(concept.Id, "regex", i, new PatternError(Math.Min(e.Offset, pattern.Length), $"not a regular expression: {e.Error}")));
            }
        }

        return [.. regexes];
    }

    private void Warn(Concept concept, string part, int index, ConceptDoubt doubt, string message) =>
        _warnings.Add(new ConceptWarning(concept.Id, part, index, doubt, message));

    private void Fail(Concept concept, string part, int index, string message) =>
        _errors.Add(new ConceptError(concept.Id, part, index, new PatternError(0, message)));
}

/// <summary>A concept compiled by itself.</summary>
/// <param name="Concept">The concept.</param>
/// <param name="Templates">Of what it says, those without mistakes, with their places among all.</param>
/// <param name="Errors">What is wrong with it.</param>
/// <param name="Warnings">What is doubtful.</param>
internal sealed record ConceptDraft(
    CompiledConcept Concept, IReadOnlyList<(int Index, PatternNode Node, PatternProgram Program)> Templates, IReadOnlyList<ConceptError> Errors, IReadOnlyList<ConceptWarning> Warnings);
