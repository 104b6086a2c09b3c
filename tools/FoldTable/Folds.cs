namespace ScriptRules.Tools.FoldTable;

/// <summary>What every code point folds to.</summary>
/// <remarks>
/// The steps, repeated until nothing changes: the hand list; compatibility decomposition without its marks, so that
/// é, ｅ and e with an accent are one; decimal digits of any script; simple case folding; a radical's ideograph;
/// traditional to simplified. Marks, punctuation, symbols, spaces, controls and what Unicode calls ignorable are then
/// skipped. Private use stays as it is, since Han characters of the supplementary planes fold to it; so do fractions,
/// since ½ without its bar would be 12.
/// </remarks>
internal sealed class Folds(UnicodeFiles unicode, Dictionary<int, int> simplified, Dictionary<int, int[]> byHand)
{
    private const int MostCharacters = 4;
    private const int FractionSlash = 0x2044;
    private const int PrivateUseStart = 0xE000;
    private const int PrivateUseEnd = 0xF8FF;

    /// <summary>Empty when skipped.</summary>
    internal int[] Of(int point)
    {
        int[] now = [point], before;
        var rounds = 0;
        do
        {
            before = now;
            now = now.SelectMany(Step).ToArray();
            if (++rounds > 20) throw new InvalidDataException($"U+{point:X4} folds in a circle.");
        }
        while (!now.SequenceEqual(before));
        var kept = now.Where(p => !IsSkipped(p)).ToArray();
        return kept.Length <= MostCharacters ? kept : IsSkipped(point) ? [] : [point];
    }

    internal bool IsHan(int point) => point is >= 0x20000 and < 0x40000 && unicode.CodePoints.ContainsKey(point);

    private int[] Step(int point)
    {
        if (byHand.TryGetValue(point, out var hand)) return hand;
        if (!unicode.CodePoints.TryGetValue(point, out var entry) || unicode.Ignorable.Contains(point)) return [];
        if (entry.Digit >= 0 && point != '0' + entry.Digit) return ['0' + entry.Digit];
        if (entry.Decomposition.Length > 0 && !Decompose(point).Contains(FractionSlash)) return entry.Decomposition;
        if (unicode.CaseFolding.TryGetValue(point, out var lower)) return [lower];
        if (unicode.Ideographs.TryGetValue(point, out var ideograph)) return [ideograph];
        return simplified.TryGetValue(point, out var simple) ? [simple] : [point];
    }

    private IEnumerable<int> Decompose(int point) =>
        unicode.CodePoints.TryGetValue(point, out var entry) && entry.Decomposition.Length > 0 ? entry.Decomposition.SelectMany(Decompose) : [point];

    private bool IsSkipped(int point) => point is < PrivateUseStart or > PrivateUseEnd && (
        !unicode.CodePoints.TryGetValue(point, out var entry) || unicode.Ignorable.Contains(point) || entry.Category[0] is 'M' or 'P' or 'S' or 'Z' or 'C');
}
