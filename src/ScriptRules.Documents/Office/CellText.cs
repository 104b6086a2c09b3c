using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ScriptRules.Documents.Office;

/// <summary>The text of a spreadsheet's cell: plain, or in runs of different styles (CT_Rst of ECMA-376, part 1).</summary>
internal static partial class CellText
{
    /// <summary>The words under a <c>si</c> or <c>is</c> element, without those that tell how they are read aloud.</summary>
    internal static StyledText Of(XElement item)
    {
        var text = new StyledText(Encode);
        foreach (var child in item.Elements())
        {
            if (child.Name.LocalName == "t") text.Add(child, Decode(child.Value));
            else if (child.Name.LocalName == "r")
                foreach (var words in child.Elements().Where(e => e.Name.LocalName == "t")) text.Add(words, Decode(words.Value));
        }

        return text;
    }

    /// <summary><c>_x000D_</c> stands for a character that XML could not hold, or not keep.</summary>
    internal static string Decode(string written) =>
        written.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(written, m => ((char)int.Parse(m.ValueSpan.Slice(2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
            : written;

    private static string Encode(string text)
    {
        var written = new StringBuilder(EscapeBegin().Replace(text, "_x005F_"));
        for (var i = written.Length - 1; i >= 0; i--)
        {
            if (written[i] is (< ' ' and not ('\t' or '\n')) and var c) written.Remove(i, 1).Insert(i, string.Create(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_"));
        }

        return written.ToString();
    }

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    // Two can share an underscore.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.CultureInvariant)]
    private static partial Regex EscapeBegin();
}
