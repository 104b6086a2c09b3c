namespace ScriptRules.Text.Facts;

/// <summary>How often each of many things has come up. A thread uses the same one again for conversation after conversation.</summary>
internal sealed class SayingCounts
{
    [ThreadStatic]
    private static SayingCounts? t_counts;

    private readonly List<int> _counted = [];
    private int[] _counts = [];

    private SayingCounts()
    {
    }

    /// <summary>The one of this thread, with nothing counted; whoever had it before has no more use of it.</summary>
    internal static SayingCounts ForThread()
    {
        var counts = t_counts ??= new SayingCounts();
        foreach (var what in counts._counted) counts._counts[what] = 0;
        counts._counted.Clear();
        return counts;
    }

    /// <summary>How often <paramref name="what"/> has come up, this time included.</summary>
    internal int Next(int what)
    {
        if (what >= _counts.Length) Array.Resize(ref _counts, Math.Max(what + 1, 2 * _counts.Length));
        if (_counts[what] == 0) _counted.Add(what);
        return ++_counts[what];
    }
}
