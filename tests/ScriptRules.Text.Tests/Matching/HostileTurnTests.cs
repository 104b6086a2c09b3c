using System.Diagnostics;
using ScriptRules.Text.Matching;
using ScriptRules.Text.Normalization;
using Xunit.Abstractions;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>A turn that is nothing but sayings, for every way to compose concepts.</summary>
public class HostileTurnTests(ITestOutputHelper output)
{
    private static readonly Concept A = new() { Id = "a", Says = ["退款"] };
    private static readonly Concept B = new() { Id = "b", Says = ["抱歉"] };

    [Theory]
    [InlineData("退款抱歉", "", 9_000)]
    [InlineData("退款。", "抱歉。", 9_000)]
    public void Composed_concepts_are_found(string first, string second, int times)
    {
        var text = FoldedText.Of(string.Concat(Enumerable.Repeat(first, times)) + string.Concat(Enumerable.Repeat(second, times)));
        foreach (var composed in new[]
        {
            new Concept { Id = "c", AllOf = ["a", "b"], Within = TextUnit.Turn },
            new Concept { Id = "c", AllOf = ["a", "b"], Ordered = true },
            new Concept { Id = "c", AnyOf = ["a", "b"], AtLeast = 2 },
            new Concept { Id = "c", AnyOf = ["a"], NoneOf = ["b"] },
            new Concept { Id = "c", AnyOf = ["a", "b"] },
        })
        {
            var watch = Stopwatch.StartNew();
            var hits = Sample.Lexicon(A, B, composed).Scan(text);
            output.WriteLine($"{first}{second} {string.Join('+', composed.AllOf)}{string.Join('|', composed.AnyOf)} at least {composed.AtLeast}, {composed.NoneOf.Length} none-of: {hits.Count} hits, {watch.ElapsedMilliseconds} ms");
            hits.Count.Should().BeInRange(2 * times, Lexicon.HitLimit + 1);
        }
    }
}
