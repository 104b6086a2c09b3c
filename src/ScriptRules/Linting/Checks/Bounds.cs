using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Linting.Checks;

/// <summary>What is measured can be on either side of a bound.</summary>
internal sealed class Bounds : ILintCheck
{
    private const int WholeShare = 10_000; // hundredths of a percent

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        for (var i = 0; i < subject.Rules.Count; i++)
        {
            var (entry, ranges) = (subject.Rules[i], subject.Breaches(i).Select(p => Range.Of(p, subject.Pack.Measures)).OfType<Range>().ToList());
            foreach (var range in ranges.Where(r => r.IsEmpty))
            {
                yield return LintSubject.Say(LintCodes.VainBound, Severity.Error, entry, $"nothing can be beyond this bound: {Why(range.Measure)}",
                    "raise or lower it", At(entry.Body, range.Key));
            }

            foreach (var same in ranges.Where(r => !r.IsEmpty).GroupBy(r => r.Measure))
            {
                var keys = same.Select(r => r.Key).ToList();
                if (Range.Leaves(same)) continue;
                yield return LintSubject.Say(LintCodes.VainBound, Severity.Error, entry,
                    $"everything is beyond {(keys.Count == 1 ? "this bound" : $"one of these bounds ({string.Join(", ", keys)})")}, so the rule is broken whatever is measured",
                    keys.Count == 1 ? "raise it, or take the rule out" : "gt is the upper bound and lt the lower one: what is right lies between them", At(entry.Body, keys[0]));
            }
        }
    }

    private static string Why(Measure measure) =>
        measure.Per == MeasuredPer.Share ? "a share lies between 0 and 100 %"
        : Range.Least(measure) > 0 ? "what is shorter does not count"
        : "nothing is below 0";

    private static YamlNode? At(YamlMappingNode body, string key) => LintSubject.Part(body, key);

    /// <summary>The amounts for which one production is broken, of those that there can be.</summary>
    /// <param name="Measure">What is measured.</param>
    /// <param name="Key">The key that has the bound.</param>
    /// <param name="From">The least.</param>
    /// <param name="To">The greatest.</param>
    private sealed record Range(Measure Measure, string Key, long From, long To)
    {
        internal bool IsEmpty => From > To;

        /// <summary>Null when the production judges nothing that is measured, or something else too.</summary>
        internal static Range? Of(Production production, ImmutableArray<Measure> measures)
        {
            if (production.Clauses[0] is not { Kind: ClauseKind.Match, Fact: FactKind.Measured } measured) return null;
            if (measured.Where.FirstOrDefault(c => c.Field == FactField.Measure) is not { Value.IsConstant: true } which) return null;
            var measure = measures[which.Value.Offset];
            var (from, to) = (Least(measure), Greatest(measure));
            foreach (var bound in measured.Where.Where(c => c.Field == FactField.Amount))
            {
                (from, to) = bound.Is switch
                {
                    Comparison.More => (Math.Max(from, bound.Value.Offset + 1L), to),
                    Comparison.AtLeast => (Math.Max(from, bound.Value.Offset), to),
                    Comparison.Less => (from, Math.Min(to, bound.Value.Offset - 1L)),
                    Comparison.AtMost => (from, Math.Min(to, bound.Value.Offset)),
                    _ => (from, to),
                };
            }

            return new Range(measure, production.Reason, from, to);
        }

        /// <summary>Whether there is an amount that none of them has.</summary>
        internal static bool Leaves(IEnumerable<Range> ranges)
        {
            var measure = ranges.First().Measure;
            var (reached, greatest) = (Possible(measure), Greatest(measure));
            foreach (var range in ranges.OrderBy(r => r.From))
                if (range.From <= reached && range.To >= reached) reached = range.To == greatest ? greatest : range.To + 1;
            return reached < greatest;
        }

        /// <summary>The least amount that counts.</summary>
        internal static long Least(Measure measure) => Math.Max(Possible(measure),
            measure is { Per: MeasuredPer.Event, Kind: MeasureKind.Silence or MeasureKind.Overlap or MeasureKind.TurnLength } ? measure.Minimum : 0);

        /// <summary>The least that there is: nobody speaks for no time.</summary>
        private static long Possible(Measure measure) => measure is { Per: MeasuredPer.Event, Kind: MeasureKind.Silence } ? 1 : 0;

        private static long Greatest(Measure measure) => measure.Per == MeasuredPer.Share ? WholeShare : long.MaxValue;
    }
}
