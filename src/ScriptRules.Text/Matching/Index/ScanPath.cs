namespace ScriptRules.Text.Matching.Index;

/// <summary>How an index scans. Both paths find the same.</summary>
internal enum ScanPath
{
    /// <summary>The gram index, and the automaton for what does not fit.</summary>
    Best,

    /// <summary>The automaton alone.</summary>
    Automaton,
}
