using System.Buffers;
using ScriptRules.Text;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Matching.Index;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Benchmarks;

/// <summary>Scanning against a loop over <see cref="SearchValues{T}"/> of strings: CPU time, interleaved, the median of nine rounds.</summary>
internal static class ScanningRatios
{
    internal static void Run(string[] transcripts)
    {
        var characters = transcripts.Sum(t => (long)t.Length);
        Console.WriteLine($"{transcripts.Length} transcripts, {characters:N0} characters; folding, matching and spans as sent.\n");
        Console.WriteLine("| phrases | hits per 1,000 characters | SearchValues loop, Mchar/s | ScriptRules, Mchar/s | ratio | automaton alone | build, ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Row("rare, 100", Corpus.Phrases(100));
        Row("rare, 1,000", Corpus.Phrases(1000));
        Row("rare, 10,000", Corpus.Phrases(10_000));
        Row("rare, 100,000", Corpus.Phrases(100_000));
        Row("common, 1,000", Corpus.CommonPhrases(transcripts, 1000));

        var foldOnly = Rounds.Median(new Measure(() => Fold(transcripts)));
        Console.WriteLine($"\nFolding alone: {characters / foldOnly[0] / 1e6:F0} Mchar/s.\n");
        Console.WriteLine("| draft, characters | 1,000 phrases, ns | 10,000 phrases, ns | bytes allocated |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var length in new[] { 20, 60, 200 })
        {
            var drafts = Corpus.Drafts(transcripts, length, 4000);
            var (small, large) = (new Scan(Corpus.Phrases(1000), ScanPath.Best), new Scan(Corpus.Phrases(10_000), ScanPath.Best));
            var times = Rounds.Median(new Measure(() => small.Run(drafts)), new Measure(() => large.Run(drafts)));
            var before = GC.GetAllocatedBytesForCurrentThread();
            small.Run(drafts);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine($"| {length} | {times[0] / drafts.Length * 1e9:F0} | {times[1] / drafts.Length * 1e9:F0} | {allocated} |");
        }

        Console.WriteLine("\n| hostile pack and text | ns per character |");
        Console.WriteLine("|---|---|");
        Hostile("4,096 phrases, all of twelve 啊 and 哈; text of both", [.. Enumerable.Range(0, 4096).Select(n => TwoLetters(n, 12))], TwoLetters(0x5A3C9F17, 4000));
        Hostile("2,000 phrases of twenty 啊 and another character; text of 啊", [.. Enumerable.Range(0, 2000).Select(n => new string('啊', 20) + (char)('一' + n))], new string('啊', 4000));
        Hostile("200 phrases of 啊, of every length; text of 啊 (hits are cut)", [.. Enumerable.Range(1, 200).Select(n => new string('啊', n))], new string('啊', 4000));

        static void Hostile(string name, string[] phrases, string text)
        {
            var scan = new Scan(phrases, ScanPath.Best);
            Console.WriteLine($"| {name} | {Rounds.Median(new Measure(() => scan.Run([text])))[0] / text.Length * 1e9:F0} |");
        }

        static string TwoLetters(int seed, int length)
        {
            var letters = new char[length];
            for (var i = 0; i < length; i++, seed = length > 32 ? (seed * 1103515245) + 12345 : seed >> 1) letters[i] = (seed & (length > 32 ? 0x10000 : 1)) == 0 ? '啊' : '哈';
            return new string(letters);
        }

        void Row(string name, string[] phrases)
        {
            var (best, automaton) = (new Scan(phrases, ScanPath.Best), new Scan(phrases, ScanPath.Automaton));
            var loop = SearchValues.Create(phrases, StringComparison.Ordinal);
            var folded = Array.ConvertAll(phrases, FoldTable.FoldPhrase);
            var times = Rounds.Median(
                new Measure(() => Loop(transcripts, loop)), new Measure(() => best.Run(transcripts)),
                new Measure(() => automaton.Run(transcripts)), new Measure(() => PhraseIndex.Build(folded)));
            var speeds = times.Select(t => characters / t / 1e6).ToArray();
            Console.WriteLine($"| {name} | {1000.0 * best.Hits / characters:F1} | {speeds[0]:F0} | {speeds[1]:F0} | {speeds[1] / speeds[0]:F1} | {speeds[2]:F0} | {times[3] * 1e3:F1} |");
        }
    }

    private static void Loop(string[] texts, SearchValues<string> phrases)
    {
        var found = 0;
        foreach (var text in texts)
        {
            for (int at = 0, step; (step = text.AsSpan(at).IndexOfAny(phrases)) >= 0; at += step + 1) found++;
        }
        GC.KeepAlive(found);
    }

    private static void Fold(string[] texts)
    {
        var folded = FoldedText.ToRefill();
        foreach (var text in texts) folded.Refill(text);
    }

    /// <summary>What a checker does with every turn: fold it, find the phrases, tell where they stand in the text as sent.</summary>
    private sealed class Scan(string[] phrases, ScanPath path)
    {
        private readonly PhraseIndex _index = PhraseIndex.Build(Array.ConvertAll(phrases, FoldTable.FoldPhrase), path);
        private readonly FoldedText _text = FoldedText.ToRefill();
        private readonly List<PhraseHit> _hits = [];

        internal long Hits { get; private set; }

        internal long Units { get; private set; }

        internal void Run(string[] texts)
        {
            (Hits, Units) = (0, 0);
            foreach (var text in texts)
            {
                _text.Refill(text);
                _hits.Clear();
                _index.Find(_text.Chars, _hits);
                Hits += _hits.Count;
                foreach (var hit in _hits) Units += _text.Span(hit.Start, hit.End).Length;
            }
        }
    }
}
