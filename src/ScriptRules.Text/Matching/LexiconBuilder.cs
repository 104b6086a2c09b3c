using System.Collections.Concurrent;
using System.Collections.Immutable;
using ScriptRules.Text.Matching.Channels;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>Compiles concepts and says everything that is wrong with them.</summary>
internal sealed class LexiconBuilder
{
    private readonly IReadOnlyList<Concept> _concepts;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string?> _slots;
    private readonly ImmutableArray<ConceptError>.Builder _errors = ImmutableArray.CreateBuilder<ConceptError>();
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
        var compiler = new LexiconBuilder(concepts, slots).Compiler([]);
        return [.. concepts.Select(c => c.Says.Select((template, i) => compiler.Parse(c, "says", i, template) ?? throw new ArgumentException($"\"{template}\" is no template", nameof(concepts))).ToList())];
    }

    private Lexicon Build()
    {
        var drafts = Drafts();
        foreach (var draft in drafts)
        {
            _errors.AddRange(draft.Errors);
            _warnings.AddRange(draft.Warnings);
        }

        CompiledConcept[] compiled = [.. drafts.Select(d => d.Concept)];
        var composites = Ordered(compiled);
        // What a pack does with its concepts next does not need the index.
        var gates = Task.Run(() => Gates(drafts));
        return new Lexicon(compiled, composites, gates, Channels(drafts), _warnings.ToImmutable());
    }

    private ConceptDraft[] Drafts()
    {
        var (drafts, words) = (new ConceptDraft[_concepts.Count], new ConcurrentDictionary<string, InlinedWords>(StringComparer.Ordinal));
        Parallel.For(0, drafts.Length, () => Compiler(words), (i, _, compiler) =>
        {
            drafts[i] = compiler.Compile(i + 1);
            return compiler;
        }, _ => { });
        if (Array.TrueForAll(drafts, d => d.Errors.Count == 0)) return drafts;

        // A mistake in words is told of the first template that names them, which must not depend on who was faster.
        var inOrder = Compiler([]);
        return [.. Enumerable.Range(1, drafts.Length).Select(inOrder.Compile)];
    }

    private ConceptCompiler Compiler(ConcurrentDictionary<string, InlinedWords> words) => new(new TemplateReader(_concepts, _ids, _slots, words), _concepts, _ids);

    private static (PhraseIndex Index, GateTargets Targets) Gates(ConceptDraft[] drafts)
    {
        var builder = new GateTargets.Builder();
        foreach (var draft in drafts)
            foreach (var (_, _, program) in draft.Templates) builder.Add(draft.Concept.Id, program);
        var targets = builder.Build(out var index);
        return (index, targets);
    }

    /// <summary>What is read otherwise than as written.</summary>
    private ChannelSet? Channels(ConceptDraft[] drafts)
    {
        var channels = new ChannelBuilder();
        foreach (var draft in drafts)
        {
            var (id, concept) = (draft.Concept.Id, draft.Concept.Definition);
            var unread = new List<(string Key, int Index, PatternNode Node)>();
            foreach (var (index, node, _) in draft.Templates)
                foreach (var key in channels.Add(id, concept, node)) unread.Add((key, index, node));
            WarnOfUnread(concept, unread);
            for (var i = 0; i < concept.Similar.Length; i++) AddSample(channels, id, concept, i);
        }

        return channels.Build();
    }

    /// <summary>Words that are too short are said one by one; templates with gaps only where none of the concept's is read otherwise.</summary>
    private void WarnOfUnread(Concept concept, List<(string Key, int Index, PatternNode Node)> unread)
    {
        foreach (var (key, index, node) in unread)
        {
            if (node.Wordings is null && unread.Count(u => u.Key == key) < concept.Says.Length) continue;
            _warnings.Add(new ConceptWarning(concept.Id, key, index, ConceptDoubt.Unread, $"\"{concept.Says[index]}\" is found only as written: too short, or not of a kind, to be read otherwise"));
        }
    }

    private void AddSample(ChannelBuilder channels, int id, Concept concept, int index)
    {
        var sentence = FoldTable.FoldPhrase(concept.Similar[index]);
        if (sentence.Length is >= SimilarSentences.ShortestSentence and <= SimilarSentences.LongestSentence) channels.AddSample(id, sentence, concept.Coverage);
        else Fail(concept, "similar", index, $"a sentence to be near has {SimilarSentences.ShortestSentence} to {SimilarSentences.LongestSentence} characters, spaces and punctuation aside; this one has {sentence.Length}");
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

    private void Fail(Concept concept, string part, int index, string message) =>
        _errors.Add(new ConceptError(concept.Id, part, index, new PatternError(0, message)));
}
