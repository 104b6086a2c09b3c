namespace ScriptRules.Cli;

/// <summary>What the tool's exit codes mean; the same in every command and every format.</summary>
internal static class ExitCode
{
    /// <summary>Everything was checked, and nothing is wrong.</summary>
    internal const int Clean = 0;

    /// <summary>Violations at or above <c>--fail-on</c>; noisy or missing examples.</summary>
    internal const int Violations = 1;

    /// <summary>Bad usage, a broken pack, or input that could not be read. Outranks <see cref="Violations"/>, which are printed all the same.</summary>
    internal const int BadInput = 2;

    /// <summary>Nothing was checked: no conversation, no example, no rule that could be decided, or not the rules of <c>--require-evaluated</c>.</summary>
    internal const int NothingChecked = 3;

    /// <summary>A fault of the tool.</summary>
    internal const int Internal = 70;
}
