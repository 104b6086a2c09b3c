using System.Collections.Immutable;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching.Channels;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>The concepts of a pack, compiled: it finds who says what in a turn.</summary>
/// <remarks>Immutable, and safe to share between threads. The cost follows the text and its hits, not the number of concepts.</remarks>
public sealed class Lexicon
{
    /// <summary>The most sayings that are read in one turn; a turn with more is hostile, and is said to be cut.</summary>
    public const int HitLimit = 20_000;

    private readonly CompiledConcept[] _concepts;      // by id; ids start at 1
    private readonly CompiledConcept[] _composites;    // those that refer to others, after what they refer to
    private readonly int[][] _composes;                // by concept: the places in _composites of those that hang on it
    private readonly RegexGates _regexes;
    private readonly ChannelSet? _channels;
    private readonly Task<(PhraseIndex Index, GateTargets Targets)> _gates; // begun when the lexicon is built, and waited for when it is first used
    private readonly Dictionary<string, int> _ids;

    [ThreadStatic]
    private static TurnScan? t_scan;

    internal Lexicon(CompiledConcept[] concepts, CompiledConcept[] composites, Task<(PhraseIndex Index, GateTargets Targets)> gates, ChannelSet? channels, ImmutableArray<ConceptWarning> warnings)
    {
        (_concepts, _composites, _gates) = (concepts, composites, gates);
        _regexes = RegexGates.Of(concepts);
        (_channels, Warnings) = (channels, warnings);
        _composes = Composes(concepts.Length, composites);
        _ids = concepts.ToDictionary(c => c.Definition.Id, c => c.Id, StringComparer.Ordinal);
    }

    /// <summary>Compiles <paramref name="concepts"/>.</summary>
    /// <param name="slots">Slot values by name; null for a slot that may hold anything.</param>
    /// <param name="errors">What is wrong with the concepts, all at once; when it is not empty, the lexicon is null.</param>
    public static Lexicon? Build(IReadOnlyList<Concept> concepts, IReadOnlyDictionary<string, string?> slots, out ImmutableArray<ConceptError> errors) =>
        LexiconBuilder.Build(concepts, slots, out errors);

    /// <summary>The number of the concept called <paramref name="id"/>; 0 when there is none.</summary>
    public int IdOf(string id) => _ids.GetValueOrDefault(id);

    /// <summary>The name of a concept.</summary>
    /// <exception cref="IndexOutOfRangeException">No concept has this number.</exception>
    public string NameOf(int concept) => _concepts[concept - 1].Definition.Id;

    /// <summary>How many concepts there are; they are numbered from 1.</summary>
    public int Count => _concepts.Length;

    /// <summary>What is doubtful about the concepts.</summary>
    public ImmutableArray<ConceptWarning> Warnings { get; }

    /// <summary>Everything that is said in <paramref name="text"/>, by place and concept.</summary>
    public IReadOnlyList<ConceptHit> Scan(FoldedText text) => Scan(text, false, out _);

    /// <summary>Everything that is said in <paramref name="text"/>, by place and concept; no speech recognition has written it.</summary>
    public IReadOnlyList<ConceptHit> Scan(FoldedText text, out bool isCut) => Scan(text, false, out isCut);

    /// <summary>Everything that is said in <paramref name="text"/>, by place and concept.</summary>
    /// <param name="text">The turn.</param>
    /// <param name="fromSpeech">Whether speech recognition has written it.</param>
    /// <param name="isCut">Whether there was more than <see cref="HitLimit"/> or the index's own limit, so that something may be missing.</param>
    public IReadOnlyList<ConceptHit> Scan(FoldedText text, bool fromSpeech, out bool isCut)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text, fromSpeech, out isCut);
    }

    /// <param name="wanted">By number, which concepts are looked for, with all that they are made of; null for all.</param>
    internal ConceptHit[] Find(FoldedText text, bool fromSpeech, out bool isCut, bool[]? wanted = null)
    {
        isCut = false;
        if (text.Length == 0) return [];

        var scan = t_scan ??= new TurnScan();
        scan.Begin(text, _composes, wanted);
        var (index, targets) = _gates.GetAwaiter().GetResult();
        var chars = text.Chars;
        isCut = !index.Find(chars, scan.Gates);
        foreach (var gate in scan.Gates)
        {
            foreach (ref var target in targets.Of(gate.Phrase))
            {
                if (wanted is not null && !wanted[target.Concept]) continue;
                for (var start = target.NextStart(text, chars, gate.Start, 0); start >= 0; start = target.NextStart(text, chars, gate.Start, start + 1))
                {
                    if (!scan.Attempts.IsNew(target.Number, start)) continue;
                    var end = target.Program.Match(text, start, scan.Scratch);
                    if (end > start) scan.Offer(_concepts[target.Concept - 1], start, end);
                }
            }

            if (scan.IsFull) break;
        }

        _regexes.Scan(text, scan);
        if (_channels is not null) isCut |= !_channels.Scan(text, scan, _concepts, fromSpeech);

        for (var at = scan.NextComposite(0); at >= 0; at = scan.NextComposite(at + 1))
            if (scan.Wants(_composites[at])) scan.Compose(_composites[at]);
        isCut |= scan.IsFull;
        return scan.Result();
    }

    /// <summary>Marks a concept by its number in <paramref name="marks"/>, with all that it is made of.</summary>
    internal void AddWithParts(int concept, bool[] marks)
    {
        if (marks[concept]) return;
        marks[concept] = true;
        var parts = _concepts[concept - 1];
        foreach (var part in parts.AnyOf) AddWithParts(part, marks);
        foreach (var part in parts.AllOf) AddWithParts(part, marks);
        foreach (var part in parts.NoneOf) AddWithParts(part, marks);
    }

    private static int[][] Composes(int concepts, CompiledConcept[] composites)
    {
        var composes = new List<int>[concepts + 1];
        for (var id = 0; id <= concepts; id++) composes[id] = [];
        for (var at = 0; at < composites.Length; at++)
        {
            var concept = composites[at];
            foreach (var part in concept.AnyOf) Add(part, at);
            foreach (var part in concept.AllOf) Add(part, at);
            Add(concept.Id, at);
        }

        return [.. composes.Select(c => c.ToArray())];

        void Add(int part, int at)
        {
            if (composes[part] is not [.., var last] || last != at) composes[part].Add(at);
        }
    }
}

/// <summary>A concept that is said in a turn.</summary>
/// <param name="Concept">Its number in the lexicon.</param>
/// <param name="Span">The place in the turn as sent.</param>
/// <param name="Traits">How it is said.</param>
public readonly record struct ConceptHit(int Concept, TextSpan Span, MentionTraits Traits);
