namespace ScriptRules.Cli.Comparing;

/// <summary>A bound that a change of a pack may not exceed.</summary>
/// <param name="Name">The option.</param>
/// <param name="Limit">The most that is let through.</param>
/// <param name="Actual">What there was.</param>
/// <param name="Rule">The rule that it is about; empty when it is the whole.</param>
internal sealed record Gate(string Name, int Limit, int Actual, string Rule = "")
{
    internal bool IsBroken => Actual > Limit;
}
