using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Yaml;

/// <summary>The rules of a pack by what they can be called: their ids, the handbook rows that they cite, their tags.</summary>
/// <param name="rules">All that there are.</param>
/// <param name="isPartial">Whether there may be more, in a file that could not be read.</param>
internal sealed class RuleNames(IReadOnlyList<RuleEntry> rules, bool isPartial)
{
    private readonly HashSet<string> _rules = rules.Select(r => r.Rule.Id).ToHashSet(StringComparer.Ordinal);
    private readonly HashSet<string> _sources = rules.SelectMany(r => r.Citations).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);

    internal bool HasRule(string id) => _rules.Contains(id);

    internal bool HasSource(string id) => _sources.Contains(id);

    internal IEnumerable<RuleEntry> Rules => rules;

    /// <summary>Says that nothing is called <paramref name="name"/>, unless that cannot be known; always false.</summary>
    internal bool SayUnknown(string name, YamlNode node, NodeReader nodes, bool onlyRules = false)
    {
        var near = NodeReader.DidYouMean(name, onlyRules ? _rules : _rules.Concat(_sources));
        if (near is not null || !isPartial)
            nodes.Fail(DiagnosticCodes.UnknownRule, node, onlyRules ? $"no rule is called \"{name}\"" : $"no rule is called \"{name}\" or cites it", near ?? (onlyRules && HasSource(name) ? "this is a row of the handbook; name the rules that cite it" : null));
        return false;
    }
}
