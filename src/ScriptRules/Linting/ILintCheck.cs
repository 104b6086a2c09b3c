using ScriptRules.Rules;

namespace ScriptRules.Linting;

/// <summary>Looks for one sort of mistake in a pack that loads. It says only what it can prove.</summary>
internal interface ILintCheck
{
    /// <summary>What it finds, in any order.</summary>
    IEnumerable<PackDiagnostic> Run(LintSubject subject);
}
