using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>The ways to rewrite that a rule may choose. The others belong to a kind of their own, which alone has the facts for them.</summary>
internal static class SentenceRewrite
{
    private enum Choice
    {
        None = RewriteWay.None,
        ReplaceSentence = RewriteWay.ReplaceSentence,
        ReplaceSpan = RewriteWay.ReplaceSpan,
        ReplaceClause = RewriteWay.ReplaceClause,
        InsertAtStart = RewriteWay.InsertAtStart,
        Append = RewriteWay.Append,
    }

    [ValueSchema(typeof(Choice), Sample = "replace-sentence")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out RewriteWay? value)
    {
        var isGood = reader.Nodes.Choice<Choice>(node, what, out var way);
        value = isGood ? (RewriteWay)way : null;
        return isGood;
    }
}
