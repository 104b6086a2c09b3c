namespace ScriptRules.Text.Matching.Index;

/// <summary>Takes hits until there are too many.</summary>
internal struct HitSink(PhraseList phrases, List<PhraseHit> hits, long most)
{
    private readonly bool _areDistinct = phrases.AreDistinct; // these need not be looked up
    private long _left = most;

    /// <summary>Whether a hit was refused.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>Adds a hit for every place of a distinct phrase in the pack's list.</summary>
    internal void Add(int distinct, int start, int end)
    {
        if (_areDistinct)
        {
            AddOne(distinct, start, end);
            return;
        }
        for (var place = phrases.First(distinct); place >= 0 && !IsFull; place = phrases.Next(place)) AddOne(place, start, end);
    }

    private void AddOne(int place, int start, int end)
    {
        if (--_left < 0) IsFull = true;
        else hits.Add(new PhraseHit(place, start, end));
    }
}
