using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Comparing;

/// <summary>What became of a violation from one version of a pack to the next.</summary>
internal enum ChangeKind
{
    /// <summary>Only the new version finds it.</summary>
    Gained,

    /// <summary>Only the old version found it.</summary>
    Lost,

    /// <summary>Both find it by the same rule, with other severity, words or message.</summary>
    Changed,

    /// <summary>Both find it, by another rule.</summary>
    Moved,
}

/// <summary>A difference between what two versions of a pack find at one place.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Old">As the old version finds it; null when it does not.</param>
/// <param name="New">As the new version finds it; null when it does not.</param>
internal sealed record ViolationChange(ChangeKind Kind, Violation? Old, Violation? New)
{
    /// <summary>Where it is: as the new version has it, if it does.</summary>
    internal Violation Place => New ?? Old!;

    /// <summary>The differences in one conversation, by turn and place.</summary>
    internal static IReadOnlyList<ViolationChange> Of(IEnumerable<Violation> before, IEnumerable<Violation> after)
    {
        var (old, @new) = (before.ToList(), after.ToList());
        var changes = new List<ViolationChange>();
        Pair(null, (a, b) => a.Rule == b.Rule && a.Span == b.Span && IsSame(a, b));
        Pair(ChangeKind.Changed, (a, b) => a.Rule == b.Rule && a.Span == b.Span);
        Pair(ChangeKind.Changed, (a, b) => a.Rule == b.Rule && Meets(a.Span, b.Span));
        Pair(ChangeKind.Moved, (a, b) => Meets(a.Span, b.Span));
        changes.AddRange(old.Select(v => new ViolationChange(ChangeKind.Lost, v, null)));
        changes.AddRange(@new.Select(v => new ViolationChange(ChangeKind.Gained, null, v)));
        return [.. changes.OrderBy(c => c.Place.Turn).ThenBy(c => c.Place.Span).ThenBy(c => c.Place.Rule, StringComparer.Ordinal)];

        void Pair(ChangeKind? kind, Func<Violation, Violation, bool> fits)
        {
            for (var i = 0; i < old.Count;)
            {
                var one = old[i];
                var at = @new.FindIndex(v => v.Turn == one.Turn && fits(one, v));
                if (at < 0)
                {
                    i++;
                    continue;
                }

                if (kind is { } difference) changes.Add(new ViolationChange(difference, one, @new[at]));
                old.RemoveAt(i);
                @new.RemoveAt(at);
            }
        }
    }

    private static bool IsSame(Violation a, Violation b) =>
        a.Severity == b.Severity && a.Confidence.Equals(b.Confidence) && a.Message == b.Message && a.Sources.SequenceEqual(b.Sources);

    private static bool Meets(TextSpan a, TextSpan b) => a.Overlaps(b) || a.Start == b.Start;
}
