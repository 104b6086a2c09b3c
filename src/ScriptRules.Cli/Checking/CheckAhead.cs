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
        Batch? running = null;
        var ahead = new List<(ReadResult Item, bool Counts, bool IsChecked)>();
        foreach (var item in items)
        {
            ahead.Add(item);
            var isAwaited = item.Item.Origin.Path == ConversationSource.StandardInputName;
            if (ahead.Count < ItemsAhead && !isAwaited) continue;
            // While these are checked, those before are written and the next are read.
            var next = new Batch(ahead, check, isAlone: isAwaited);
            foreach (var done in running?.Reports() ?? []) yield return done;
            (running, ahead) = (next, []);
            if (!isAwaited) continue;
            foreach (var done in running.Reports()) yield return done;
            running = null;
        }

        var last = new Batch(ahead, check, isAlone: running is null);
        foreach (var done in running?.Reports() ?? []) yield return done;
        foreach (var done in last.Reports()) yield return done;
    }

    /// <summary>Items that are checked together.</summary>
    private sealed class Batch
    {
        private readonly List<(ReadResult Item, bool Counts, bool IsChecked)> _items;
        private readonly Func<ReadResult, CheckReport> _check;
        private readonly CheckReport?[] _reports;
        private readonly Exception?[] _faults;
        private readonly Task? _running; // null: all are checked when they are asked for

        /// <summary>Begins to check.</summary>
        /// <param name="isAlone">Whether nothing else is to be done meanwhile.</param>
        internal Batch(List<(ReadResult Item, bool Counts, bool IsChecked)> items, Func<ReadResult, CheckReport> check, bool isAlone)
        {
            (_items, _check, _reports, _faults) = (items, check, new CheckReport?[items.Count], new Exception?[items.Count]);
            if (!isAlone) _running = Task.Run(CheckAll);
        }

        internal IEnumerable<(ReadResult Item, bool Counts, CheckReport? Report)> Reports()
        {
            if (_running is null) CheckAll();
            else _running.Wait();
            for (var i = 0; i < _items.Count; i++)
            {
                if (_faults[i] is { } fault) throw fault;
                yield return (_items[i].Item, _items[i].Counts, _reports[i]);
            }
        }

        private void CheckAll()
        {
            if (_items.Count > 1) Parallel.For(0, _items.Count, Check);
            else if (_items.Count == 1) Check(0);
        }

        private void Check(int i)
        {
            if (!_items[i].IsChecked) return;
            try
            {
                _reports[i] = _check(_items[i].Item);
            }
#pragma warning disable CA1031 // It is thrown when its turn comes, behind the reports before it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                _faults[i] = e;
            }
        }
    }
}
