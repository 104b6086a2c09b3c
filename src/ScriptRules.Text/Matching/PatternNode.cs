namespace ScriptRules.Text.Matching;

/// <summary>A piece of a parsed template.</summary>
/// <remarks>Immutable. Words that many templates name are one piece in all of them, so it keeps what is asked of it again and again.</remarks>
internal abstract class PatternNode(int minWidth, int maxWidth, int size = 1)
{
    /// <summary>The most wordings that are written out.</summary>
    internal const int WordingLimit = 400;

    private const int ProductLimit = 48;
    private const int SizeLimit = 1 << 20;

    private static readonly IReadOnlyList<string> NotWords = [];

    private IReadOnlyList<string>? _wordings;
    private LiteralSet? _literals;

    /// <summary>The fewest characters that it covers.</summary>
    internal int MinWidth { get; } = minWidth;

    /// <summary>The most characters that it covers.</summary>
    internal int MaxWidth { get; } = maxWidth;

    /// <summary>How many parts it has, itself included; counted to a million.</summary>
    internal int Size { get; } = size;

    /// <summary>Every wording when it is words only; null when it is not, or when there are more than <see cref="WordingLimit"/>.</summary>
    internal IReadOnlyList<string>? Wordings
    {
        get
        {
            var wordings = _wordings ??= Expand() ?? NotWords;
            return ReferenceEquals(wordings, NotWords) ? null : wordings;
        }
    }

    /// <summary>Its wordings, to be looked up at a place; null when it is not words only, or may be nothing at all.</summary>
    internal LiteralSet? Literals => _literals ??= MinWidth > 0 && Wordings is { } words ? new LiteralSet(words) : null;

    private protected virtual IReadOnlyList<string>? Expand() => null;

    private static int SizeOf(IReadOnlyList<PatternNode> parts)
    {
        var size = 1;
        for (var i = 0; i < parts.Count; i++) size = Math.Min(size + parts[i].Size, SizeLimit);
        return size;
    }

    /// <summary>Words as they are written; spaces and punctuation in them do not count.</summary>
    internal sealed class Words(string folded) : PatternNode(folded.Length, folded.Length)
    {
        internal string Folded { get; } = folded;

        private protected override IReadOnlyList<string> Expand() => [Folded];
    }

    /// <summary>One after the other.</summary>
    internal sealed class Sequence(IReadOnlyList<PatternNode> parts) : PatternNode(Sum(parts, isMax: false), Sum(parts, isMax: true), SizeOf(parts))
    {
        /// <summary>No words at all: as a branch, it makes the others optional.</summary>
        internal static Sequence Empty { get; } = new([]);

        internal IReadOnlyList<PatternNode> Parts { get; } = parts;

        private protected override IReadOnlyList<string>? Expand()
        {
            IReadOnlyList<string> product = [""];
            foreach (var part in Parts)
            {
                // Products grow fast and are matched as well part by part.
                if (part.Wordings is not { } inner || product.Count * inner.Count > ProductLimit) return null;
                if (product.Count == 1 && product[0].Length == 0)
                {
                    product = inner;
                    continue;
                }

                var longer = new List<string>(product.Count * inner.Count);
                foreach (var head in product)
                    foreach (var tail in inner) longer.Add(head + tail);
                product = longer;
            }

            return product;
        }

        private static int Sum(IReadOnlyList<PatternNode> parts, bool isMax)
        {
            var sum = 0;
            foreach (var part in parts) sum += isMax ? part.MaxWidth : part.MinWidth;
            return sum;
        }
    }

    /// <summary>One of several; an empty sequence among them makes it optional.</summary>
    internal sealed class Choice(IReadOnlyList<PatternNode> branches) : PatternNode(Least(branches), Most(branches), SizeOf(branches))
    {
        internal IReadOnlyList<PatternNode> Branches { get; } = branches;

        private protected override IReadOnlyList<string>? Expand()
        {
            var all = new List<string>();
            foreach (var branch in Branches)
            {
                if (branch.Wordings is not { } inner || all.Count + inner.Count > WordingLimit) return null;
                all.AddRange(inner);
            }

            return all;
        }

        private static int Least(IReadOnlyList<PatternNode> branches)
        {
            var least = int.MaxValue;
            foreach (var branch in branches) least = Math.Min(least, branch.MinWidth);
            return least;
        }

        private static int Most(IReadOnlyList<PatternNode> branches)
        {
            var most = 0;
            foreach (var branch in branches) most = Math.Max(most, branch.MaxWidth);
            return most;
        }
    }

    /// <summary>Up to <paramref name="max"/> characters of anything, inside the clause or, when <paramref name="wide"/>, inside the sentence.</summary>
    internal sealed class Gap(int min, int max, bool wide) : PatternNode(min, max)
    {
        internal int Min => MinWidth;

        internal int Max => MaxWidth;

        internal bool Wide { get; } = wide;
    }

    /// <summary>A place where a comma may stand between two words.</summary>
    internal sealed class Pause() : PatternNode(0, 0);

    /// <summary>The start or end of a clause or of the turn.</summary>
    internal sealed class Edge(EdgeKind kind) : PatternNode(0, 0)
    {
        internal EdgeKind Kind { get; } = kind;
    }

    /// <summary>What must not follow here.</summary>
    internal sealed class NotNext(PatternNode inner) : PatternNode(0, 0, inner.Size + 1)
    {
        internal PatternNode Inner { get; } = inner;
    }

    /// <summary>What must not stand just before here.</summary>
    internal sealed class NotPrevious(PatternNode inner) : PatternNode(0, 0, inner.Size + 1)
    {
        internal PatternNode Inner { get; } = inner;
    }
}

/// <summary>The places that a template can ask for.</summary>
internal enum EdgeKind
{
    ClauseStart,
    ClauseEnd,
    TurnStart,
    TurnEnd,
}
