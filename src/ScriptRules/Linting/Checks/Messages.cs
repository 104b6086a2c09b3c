using ScriptRules.Authoring;
using ScriptRules.Rules;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Linting.Checks;

/// <summary>What agents were told in the failing examples has no blanks left in it.</summary>
internal sealed class Messages : ILintCheck
{
    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        var told = subject.Outcomes.Where(o => o.Example.Breaks).SelectMany(o => o.Report.Violations).ToLookup(v => v.Rule, v => v.Message);
        foreach (var entry in subject.Rules)
        {
            var texts = entry.Rule.Messages.Values.SelectMany(m => SlotText.Names(m)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
            foreach (var name in texts.Where(n => told[entry.Rule.Id].Any(m => m.Contains($"{{{n}}}", StringComparison.Ordinal))))
            {
                var node = LintSubject.Part(entry.Body, "message") ?? entry.Node;
                var at = (node as YamlScalarNode)?.Value?.IndexOf($"{{{name}}}", StringComparison.Ordinal) ?? -1;
                yield return entry.Reader.Describe(LintCodes.OpenMessage, Severity.Warning, node, $"nothing fills {{{name}}} in a message", $"{RuleSkeleton.Filled(entry.Kind)} are filled in", Math.Max(0, at), at < 0 ? 0 : name.Length + 2);
            }
        }
    }
}
