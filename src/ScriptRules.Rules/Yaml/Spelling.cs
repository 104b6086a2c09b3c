namespace ScriptRules.Rules.Yaml;

/// <summary>Finds the name that was probably meant.</summary>
public static class Spelling
{
    // Longer names are no slips of the pen, and comparing them would take time.
    private const int Longest = 80;

    /// <summary>The nearest of <paramref name="known"/>; null when none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        if (written.Length > Longest) return null;
        var limit = Math.Max(1, written.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var name in known.Order(StringComparer.Ordinal))
        {
            var distance = Distance(written, name, limit);
            if (distance < bestDistance) (best, bestDistance) = (name, distance);
        }

        return best;
    }

    /// <summary>Edits, with a swap of neighbours as one; more than <paramref name="limit"/> when it is more.</summary>
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[a.Length, b.Length];
    }
}
