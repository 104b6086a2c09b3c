using System.Buffers;
using System.Text;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Benchmarks;

/// <summary>Writes what other programs are to search, and measures our own scan of the same.</summary>
internal static class PeerFiles
{
    private static readonly int[] Counts = [100, 1000, 10_000];
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <c>text.txt</c>, a transcript a line, and <c>phrases-N.txt</c>, a phrase a line.</summary>
    /// <param name="folder">Made if it is not there.</param>
    internal static void Run(string folder)
    {
        Directory.CreateDirectory(folder);

        // One line a transcript, as all programs take lines; a stop says the same as the line break did.
        var transcripts = Corpus.Invent(transcripts: 1000).Select(t => t.Replace('\n', '。')).ToArray();
        Write("text.txt", transcripts);
        var characters = transcripts.Sum(t => (long)t.Length);
        foreach (var count in Counts)
        {
            var phrases = Corpus.Phrases(count);
            Write($"phrases-{count}.txt", phrases);
            var index = PhraseIndex.Build(Array.ConvertAll(phrases, FoldTable.FoldPhrase));
            var values = SearchValues.Create(phrases, StringComparison.Ordinal);
            var (text, hits, found, starts) = (FoldedText.ToRefill(), new List<PhraseHit>(), 0, 0);
            var times = Rounds.Median(Scan, Loop);
            Report("scriptrules", times[0], $"{found} hits");
            Report("searchvalues", times[1], $"{starts} starts");

            void Scan()
            {
                found = 0;
                foreach (var transcript in transcripts)
                {
                    text.Refill(transcript);
                    hits.Clear();
                    index.Find(text.Chars, hits);
                    foreach (var hit in hits) found += text.Span(hit.Start, hit.End).Length > 0 ? 1 : 0;
                }
            }

            void Loop()
            {
                starts = 0;
                foreach (var transcript in transcripts)
                {
                    for (int at = 0, step; (step = transcript.AsSpan(at).IndexOfAny(values)) >= 0; at += step + 1) starts++;
                }
            }

            void Report(string name, double seconds, string result) => Console.WriteLine($"{name,-12} {count,6} phrases  {characters / seconds / 1e6,7:F1} Mchar/s  {result}");
        }

        void Write(string name, string[] lines) => File.WriteAllText(Path.Combine(folder, name), string.Join('\n', lines) + "\n", Utf8);
    }
}
