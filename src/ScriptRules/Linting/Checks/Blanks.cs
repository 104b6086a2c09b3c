using ScriptRules.Rules;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Linting.Checks;

/// <summary>The blanks of suggestions are filled by the pack or by the conversation, or by a person who knows that they are open.</summary>
internal sealed class Blanks : ILintCheck
{
    // What a conversation tells.
    private static readonly string[] Told = ["customer_surname", "customer_name", "honorific", "agent_name", "agent_surname"];

    public IEnumerable<PackDiagnostic> Run(LintSubject subject)
    {
        foreach (var model in subject.Models)
        {
            foreach (var name in SlotText.Names(model.Text).Distinct(StringComparer.Ordinal).Where(n => !Told.Contains(n)))
            {
                if (subject.Pack.Slots.GetValueOrDefault(name)?.Contains('|', StringComparison.Ordinal) != true) continue;
                var at = (model.Node as YamlScalarNode)?.Value?.IndexOf($"{{{name}}}", StringComparison.Ordinal) ?? -1;
                yield return subject.Rules[model.Rule].Reader.Describe(LintCodes.EmptyBlank, Severity.Warning, model.Node,
                    $"nothing fills {{{name}}}: it has several values ({subject.Pack.Slots[name]}), and no conversation tells which", "write out the right one, or write a sentence for each", Math.Max(0, at), at < 0 ? 0 : name.Length + 2);
            }
        }

        foreach (var models in subject.Models.GroupBy(m => m.Rule))
        {
            var open = models.Select(m => SlotText.Names(m.Text).Where(n => !Told.Contains(n) && subject.Pack.Slots.GetValueOrDefault(n) is null or "").Distinct(StringComparer.Ordinal).ToList()).ToList();
            if (open.Exists(o => o.Count == 0)) continue;
            var names = open.MinBy(o => o.Count)!;
            yield return LintSubject.Say(LintCodes.EmptyBlank, Severity.Info, subject.Rules[models.Key],
                $"every suggestion of \"{subject.Rules[models.Key].Rule.Id}\" is left for a person to fill in: {string.Join(", ", names.Select(n => $"{{{n}}}"))}", "give the slots a value in pack.yaml, or set them, as in --set brand=云杉");
        }
    }
}
