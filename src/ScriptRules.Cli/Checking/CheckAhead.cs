using ScriptRules.Formats;

namespace ScriptRules.Cli.Checking;

/// <summary>Checks the items that follow each other on all cores, and hands them on in their order.</summary>
/// <remarks>
/// Files are read some items ahead, so that memory stays bounded. Standard input is not: who writes it may wait for the answer to the last item before writing the next.
/// </remarks>
/// <param name="check">Checks one item; safe to call on several threads.</param>
internal sealed class CheckAhead(Func<ReadResult, CheckReport> check)
{
    private const int ItemsAhead = 256;

    /// <summary>The items with their reports; null for what is not to be checked.</summary>
    /// <param name="items">Read on this thread alone, each with whether it is to be checked.</param>
    internal IEnumerable<(ReadResult Item, bool Counts, CheckReport? Report)> Of(IEnumerable<(ReadResult Item, bool Counts, bool IsChecked)> items)
    {
        var ahead = new List<(ReadResult Item, bool Counts, bool IsChecked)>(ItemsAhead);
        foreach (var item in items)
        {
            ahead.Add(item);
            if (ahead.Count < ItemsAhead && item.Item.Origin.Path != ConversationSource.StandardInputName) continue;
            foreach (var done in All(ahead)) yield return done;
            ahead.Clear();
        }

        foreach (var done in All(ahead)) yield return done;
    }

    private IEnumerable<(ReadResult Item, bool Counts, CheckReport? Report)> All(List<(ReadResult Item, bool Counts, bool IsChecked)> ahead)
    {
        var reports = new CheckReport?[ahead.Count];
        var faults = new Exception?[ahead.Count];
        if (ahead.Count > 1) Parallel.For(0, ahead.Count, Check);
        else if (ahead.Count == 1) Check(0);
        for (var i = 0; i < ahead.Count; i++)
        {
            if (faults[i] is { } fault) throw fault;
            yield return (ahead[i].Item, ahead[i].Counts, reports[i]);
        }

        void Check(int i)
        {
            if (!ahead[i].IsChecked) return;
            try
            {
                reports[i] = check(ahead[i].Item);
            }
#pragma warning disable CA1031 // It is thrown when its turn comes, behind the reports before it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                faults[i] = e;
            }
        }
    }
}
