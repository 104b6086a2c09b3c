namespace ScriptRules.Cli.Comparing;

/// <summary>Writes a comparison in one format.</summary>
internal interface ICompareReport
{
    void Write(Comparison comparison, IReadOnlyList<Gate> gates);
}
