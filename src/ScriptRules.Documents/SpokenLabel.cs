using System.Collections.Immutable;
using ScriptRules.Formats.PlainText;
using ScriptRules.Text;

namespace ScriptRules.Documents;

/// <summary>What stands before the colon at the beginning of a line: <c>客户:谢谢</c>, <c>客服小林:不客气</c>, <c>场景:客户致谢</c>.</summary>
internal static class SpokenLabel
{
    private const int Longest = 12;

    /// <summary>The role of the label, and where the words begin; none and 0 when the line has no label.</summary>
    internal static (ScriptRole Role, int Words) Of(ReadOnlySpan<char> line)
    {
        var colon = line.IndexOfAny(':', '：');
        if (colon <= 0) return default;
        var words = colon + 1;
        while (words < line.Length && char.IsWhiteSpace(line[words])) words++;
        var name = line[..colon].Trim();
        if (name is ['Q' or 'q']) return (ScriptRole.Customer, words);
        if (name is ['A' or 'a']) return (ScriptRole.Line, words);
        if (colon <= Longest + 2 && ScriptNames.Of(name.Trim("【】[]*").ToString(), []) is not ScriptRole.None and var role) return (role, words);

        var head = LineHead.Of(line);
        if (head.Role is not { } speaker || head.TextStart <= colon) return default;
        return (speaker switch { SpeakerRole.Customer => ScriptRole.Customer, SpeakerRole.System => ScriptRole.None, _ => ScriptRole.Line }, head.TextStart);
    }
}
