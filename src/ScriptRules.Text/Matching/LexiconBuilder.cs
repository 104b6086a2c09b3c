using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ScriptRules.Text.Matching.Channels;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>Compiles concepts and says everything that is wrong with them.</summary>
internal sealed class LexiconBuilder
{
    private const int SlotLimit = 12;
    private const int InlineDepth = 8;
    private const int ShortRegex = 1000;
    private const int SizeLimit = 5000; // parts of one template, with the words that it names

    private readonly IReadOnlyList<Concept> _concepts;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string?> _slots;
    private readonly ImmutableArray<ConceptError>.Builder _errors = ImmutableArray.CreateBuilder<ConceptError>();
    private readonly Dictionary<string, PatternNode> _inlined = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inlining = new(StringComparer.Ordinal);
    private string? _inlineFault;
    private readonly GateTargets.Builder _targets = new();
    private readonly ChannelBuilder _channels = new();
    private readonly ImmutableArray<ConceptWarning>.Builder _warnings = ImmutableArray.CreateBuilder<ConceptWarning>();

    private LexiconBuilder(IReadOnlyList<Concept> concepts, IReadOnlyDictionary<string, string?> slots)
    {
        (_concepts, _slots) = (concepts, slots);
        for (var i = 0; i < concepts.Count; i++) _ids.TryAdd(concepts[i].Id, i + 1);
    }

    internal static Lexicon? Build(IReadOnlyList<Concept> concepts, IReadOnlyDictionary<string, string?> slots, out ImmutableArray<ConceptError> errors)
    {
        var builder = new LexiconBuilder(concepts, slots);
        var lexicon = builder.Build();
        errors = builder._errors.ToImmutable();
        return errors.IsEmpty ? lexicon : null;
    }

    /// <summary>The templates of each concept as trees, with the words that they name; for those who examine a pack that loads.</summary>
    internal static IReadOnlyList<IReadOnlyList<PatternNode>> Parse(IReadOnlyList<Concept> concepts, IReadOnlyDictionary<string, string?> slots)
    {
        var builder = new LexiconBuilder(concepts, slots);
        return [.. concepts.Select(c => c.Says.Select((template, i) => builder.Parse(c, "says", i, template) ?? throw new ArgumentException($"\"{template}\" is no template", nameof(concepts))).ToList())];
    }

    private Lexicon Build()
    {
        var compiled = new CompiledConcept[_concepts.Count];
        for (var i = 0; i < compiled.Length; i++) compiled[i] = Compile(i + 1, _concepts[i]);
        var composites = Ordered(compiled);

        var targets = _targets.Build(out var gates);
        return new Lexicon(compiled, composites, gates, targets, _channels.Build(), _warnings.ToImmutable());
    }

    private CompiledConcept Compile(int id, Concept concept)
    {
        var compiled = new CompiledConcept(id, concept)
        {
            NotInside = Programs(concept, "not-inside", concept.NotInside),
            After = Programs(concept, "after", concept.After),
            NotAfter = Programs(concept, "not-after", concept.NotAfter),
            Before = Programs(concept, "before", concept.Before),
            NotBefore = Programs(concept, "not-before", concept.NotBefore),
            AnyOf = References(concept, "any-of", concept.AnyOf),
            AllOf = References(concept, "all-of", concept.AllOf),
            NoneOf = References(concept, "none-of", concept.NoneOf),
            Regexes = Expressions(concept),
        };
        var unread = new List<(string Key, int Index, PatternNode Node)>();
        for (var i = 0; i < concept.Says.Length; i++)
        {
            if (Parse(concept, "says", i, concept.Says[i]) is not { } node || concept.IsWord) continue;
            AddTemplate(compiled, i, PatternProgram.Compile(node, concept.IgnoresPunctuation), node as PatternNode.Words);
            foreach (var key in _channels.Add(id, concept, node)) unread.Add((key, i, node));
        }

        WarnOfUnread(concept, unread);

        for (var i = 0; i < concept.Similar.Length; i++) AddSample(id, concept, i);

        return compiled;
    }

    private void AddTemplate(CompiledConcept concept, int index, PatternProgram program, PatternNode.Words? plain)
    {
        var guarded = program.IsGuarded || concept.Definition.At != PositionGuard.Anywhere || concept.NotInside.Length > 0
            || concept.After.Length > 0 || concept.Before.Length > 0 || concept.NotAfter.Length > 0 || concept.NotBefore.Length > 0;
        if (program.Gate.Count == 0)
            Fail(concept.Definition, "says", index, "nothing here must be said: every part is optional or open");
        else if (program.MinLength < 2 && !guarded)
            Fail(concept.Definition, "says", index, "one character alone matches inside other words; say where it must stand (^ $ at: not-inside:)");
        else if (plain is { Folded.Length: 2 } && !guarded)
            Warn(concept.Definition, "says", index, ConceptDoubt.Short, "two characters alone match inside other words; say where they stand (^ $ not-inside: after: before: at:, also at: anywhere)");
        _targets.Add(concept.Id, program);
    }

    /// <summary>Words that are too short are said one by one; templates with gaps only where none of the concept's is read otherwise.</summary>
    private void WarnOfUnread(Concept concept, List<(string Key, int Index, PatternNode Node)> unread)
    {
        foreach (var (key, index, node) in unread)
        {
            if (node.Wordings is null && unread.Count(u => u.Key == key) < concept.Says.Length) continue;
            Warn(concept, key, index, ConceptDoubt.Unread, $"\"{concept.Says[index]}\" is found only as written: too short, or not of a kind, to be read otherwise");
        }
    }

    private void AddSample(int id, Concept concept, int index)
    {
        var sentence = FoldTable.FoldPhrase(concept.Similar[index]);
        if (sentence.Length is >= SimilarSentences.ShortestSentence and <= SimilarSentences.LongestSentence) _channels.AddSample(id, sentence, concept.Coverage);
        else Fail(concept, "similar", index, $"a sentence to be near has {SimilarSentences.ShortestSentence} to {SimilarSentences.LongestSentence} characters, spaces and punctuation aside; this one has {sentence.Length}");
    }

    private PatternProgram[] Programs(Concept concept, string part, ImmutableArray<string> templates)
    {
        var programs = new List<PatternProgram>();
        for (var i = 0; i < templates.Length; i++)
            if (Parse(concept, part, i, templates[i]) is { } node) programs.Add(PatternProgram.Compile(node));
        return [.. programs];
    }

    private PatternNode? Parse(Concept concept, string part, int index, string template)
    {
        var errors = new List<PatternError>();
        _inlineFault = null;
        var node = PatternParser.Parse(template, Inline, Slot, errors);
        if (_inlineFault is { } fault) errors.Add(new PatternError(Math.Max(0, template.IndexOf('<', StringComparison.Ordinal)), fault));
        if (errors.Count == 0 && Size(node, SizeLimit) > SizeLimit) errors.Add(new PatternError(0, $"more than {SizeLimit} parts, with the words that it names"));
        if (errors.Count == 0 && node!.MaxWidth == 0) errors.Add(new PatternError(0, "no words are left when spaces and punctuation are set aside"));
        foreach (var error in errors) _errors.Add(new ConceptError(concept.Id, part, index, error));
        return errors.Count == 0 ? node : null;
    }

    /// <summary>The words of a concept, to stand inside a template of another; conditions on where they stand are left behind.</summary>
    private PatternNode? Inline(string name)
    {
        if (_inlined.TryGetValue(name, out var known)) return known;
        if (!_ids.TryGetValue(name, out var id)) return null;
        if (_inlining.Count >= InlineDepth || !_inlining.Add(name))
        {
            _inlineFault ??= _inlining.Contains(name) ? $"\"{name}\" is made of itself" : $"words in words more than {InlineDepth} deep";
            return PatternNode.Sequence.Empty;
        }

        var concept = _concepts[id - 1];
        var branches = new List<PatternNode>();
        foreach (var template in concept.Says) branches.Add(PatternParser.Parse(template, Inline, Slot, []));
        foreach (var other in concept.AnyOf)
            if (Inline(other) is { } node) branches.Add(node);
        _inlining.Remove(name);
        if (branches.Count == 0)
        {
            _inlineFault ??= $"\"{name}\" has no wording that could stand in a template";
            branches.Add(PatternNode.Sequence.Empty);
        }

        var whole = branches.Count == 1 ? branches[0] : new PatternNode.Choice(branches);
        if (Size(whole, SizeLimit) > SizeLimit)
        {
            _inlineFault ??= $"\"{name}\" has more than {SizeLimit} parts";
            whole = PatternNode.Sequence.Empty;
        }

        _inlined[name] = whole;
        return whole;
    }

    /// <summary>How many parts a template has; more than <paramref name="limit"/> when it is more.</summary>
    private static int Size(PatternNode node, int limit)
    {
        var size = 1;
        IReadOnlyList<PatternNode> parts = node switch
        {
            PatternNode.Sequence sequence => sequence.Parts,
            PatternNode.Choice choice => choice.Branches,
            PatternNode.NotNext not => [not.Inner],
            PatternNode.NotPrevious not => [not.Inner],
            _ => [],
        };
        foreach (var part in parts)
        {
            if (size > limit) break;
            size += Size(part, limit - size);
        }

        return size;
    }

    private PatternNode? Slot(string name)
    {
        if (!_slots.TryGetValue(name, out var value)) return null;
        var values = (value ?? "").Split('|').Select(FoldTable.FoldPhrase).Where(v => v.Length > 0).Select(v => new PatternNode.Words(v)).ToList();
        return values.Count switch
        {
            0 => new PatternNode.Gap(1, SlotLimit, false),
            1 => values[0],
            _ => new PatternNode.Choice(values),
        };
    }

    private int[] References(Concept concept, string part, ImmutableArray<string> names)
    {
        var ids = new List<int>();
        for (var i = 0; i < names.Length; i++)
        {
            if (_ids.TryGetValue(names[i], out var id) && !_concepts[id - 1].IsWord) ids.Add(id);
            else Fail(concept, part, i, _ids.ContainsKey(names[i]) ? $"\"{names[i]}\" is a word, not a concept: it is never said by itself" : $"unknown concept \"{names[i]}\"");
        }

        return [.. ids];
    }

    private Lazy<Regex>[] Expressions(Concept concept)
    {
        var regexes = new List<Lazy<Regex>>();
        for (var i = 0; i < concept.Regexes.Length; i++)
        {
            var pattern = concept.Regexes[i];
            try
            {
                // Interpreted and without running: shows mistakes in the notation at once, for little.
                _ = new Regex(pattern, RegexOptions.CultureInvariant);
                if (Refusal(pattern) is { } reason) Fail(concept, "regex", i, reason);
                if (RegexLiterals.Of(pattern).Count == 0) Warn(concept, "regex", i, ConceptDoubt.Ungated, "no words must stand in what this matches, so it runs on every turn");
                regexes.Add(new Lazy<Regex>(() => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)));
            }
            catch (RegexParseException e)
            {
                _errors.Add(new ConceptError(concept.Id, "regex", i, new PatternError(Math.Min(e.Offset, pattern.Length), $"not a regular expression: {e.Error}")));
            }
        }

        return [.. regexes];
    }

    /// <summary>Why a regular expression cannot run without backtracking; null when it can.</summary>
    private static string? Refusal(string pattern)
    {
        try
        {
            // The constructor tells, but costs; only patterns that could fail are built early.
            if (IsPlainAndShort(pattern)) return null;
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (NotSupportedException e)
        {
            return e.Message.Contains("automat", StringComparison.Ordinal)
                ? "too large: counted repeats multiply"
                : "lookaround, backreferences and atomic groups need backtracking and are not taken";
        }
    }

    /// <summary>Whether a pattern has nothing that would be refused: what is counted is one character or class, so that repeats add up and do not multiply.</summary>
    private static bool IsPlainAndShort(string pattern)
    {
        if (pattern.Contains("(?", StringComparison.Ordinal) || pattern.Contains('\\', StringComparison.Ordinal)) return false;
        var size = pattern.Length;
        for (var open = pattern.IndexOf('{', StringComparison.Ordinal); open >= 0; open = pattern.IndexOf('{', open + 1))
        {
            var bounds = pattern.AsSpan(open + 1);
            var most = bounds[..Math.Max(0, bounds.IndexOf('}'))];
            if (most.Contains(',')) most = most[(most.IndexOf(',') + 1)..];
            if (open == 0 || pattern[open - 1] == ')' || !int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > ShortRegex) return false;
            size += count;
        }

        return size <= ShortRegex;
    }

    /// <summary>The concepts that refer to others, each after what it refers to.</summary>
    private CompiledConcept[] Ordered(CompiledConcept[] compiled)
    {
        var order = new List<CompiledConcept>();
        var state = new byte[compiled.Length + 1]; // 1: being visited, 2: done
        foreach (var concept in compiled) Visit(concept);
        return [.. order.Where(c => c.AnyOf.Length + c.AllOf.Length + c.NoneOf.Length > 0)];

        void Visit(CompiledConcept concept)
        {
            if (state[concept.Id] == 2) return;
            if (state[concept.Id] == 1)
            {
                Fail(concept.Definition, "any-of", 0, $"concept \"{concept.Definition.Id}\" is made of itself");
                return;
            }

            state[concept.Id] = 1;
            foreach (var part in concept.AnyOf) Visit(compiled[part - 1]);
            foreach (var part in concept.AllOf) Visit(compiled[part - 1]);
            foreach (var part in concept.NoneOf) Visit(compiled[part - 1]);
            state[concept.Id] = 2;
            order.Add(concept);
        }
    }

    private void Warn(Concept concept, string part, int index, ConceptDoubt doubt, string message) =>
        _warnings.Add(new ConceptWarning(concept.Id, part, index, doubt, message));

    private void Fail(Concept concept, string part, int index, string message) =>
        _errors.Add(new ConceptError(concept.Id, part, index, new PatternError(0, message)));
}
