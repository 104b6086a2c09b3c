using BenchmarkDotNet.Attributes;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Benchmarks;

/// <summary>Folding and scanning one draft of an agent while it is typed.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class DraftBenchmarks
{
    private const int Drafts = 4000;

    private readonly FoldedText _text = FoldedText.ToRefill();
    private readonly List<PhraseHit> _hits = new(64);
    private PhraseIndex _index = PhraseIndex.Build([]);
    private string[] _drafts = [];
    private int _next;

    /// <summary>Characters of the draft.</summary>
    [Params(20, 60, 200)]
    public int Length { get; set; }

    /// <summary>Phrases of the pack.</summary>
    [Params(1000, 10_000)]
    public int Phrases { get; set; }

    /// <summary>Builds the index and the drafts.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _index = PhraseIndex.Build(Array.ConvertAll(Corpus.Phrases(Phrases), FoldTable.FoldPhrase));
        _drafts = Corpus.Drafts(Corpus.Invent(transcripts: 100), Length, Drafts);
    }

    /// <summary>Folds the next draft and finds its phrases.</summary>
    [Benchmark]
    public int Scan()
    {
        _text.Refill(_drafts[_next = (_next + 1) % Drafts]);
        _hits.Clear();
        _index.Find(_text.Chars, _hits);
        return _hits.Count;
    }
}
