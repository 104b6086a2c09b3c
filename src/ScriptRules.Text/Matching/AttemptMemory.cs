namespace ScriptRules.Text.Matching;

/// <summary>Which templates were tried where in a turn. Used again; one owner.</summary>
/// <remarks>A template is met once for each word of its gate; one with a wide gap often several times from the same place. Some of it is forgotten, so that a template is tried twice.</remarks>
internal sealed class AttemptMemory
{
    private const int Places = 256; // a power of two
    private const int StartBits = 16;
    private const int NumberBits = 24;
    private const int TurnBits = 64 - StartBits - NumberBits;

    private readonly ulong[] _tried = new ulong[Places]; // the turn, the template and the start
    private ulong _turn = 1;

    /// <summary>Forgets the last turn.</summary>
    internal void Forget()
    {
        if (++_turn < 1UL << TurnBits) return;
        Array.Clear(_tried);
        _turn = 1;
    }

    /// <summary>Remembers that a template is tried at <paramref name="start"/>; false when it is known to have been.</summary>
    internal bool IsNew(int template, int start)
    {
        if (start >= 1 << StartBits || template >= 1 << NumberBits) return true;
        var attempt = (((_turn << NumberBits) | (uint)template) << StartBits) | (uint)start;
        ref var last = ref _tried[((template * 31) + start) & (Places - 1)];
        if (last == attempt) return false;
        last = attempt;
        return true;
    }
}
