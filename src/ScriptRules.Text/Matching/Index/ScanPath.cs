namespace ScriptRules.Text.Matching.Index;

/// <summary>How an index scans. All paths find the same.</summary>
internal enum ScanPath
{
    /// <summary>Vectors where the processor has AVX2, otherwise scalar.</summary>
    Best,

    /// <summary>The gram index without vectors.</summary>
    Scalar,

    /// <summary>The automaton alone.</summary>
    Automaton,
}
