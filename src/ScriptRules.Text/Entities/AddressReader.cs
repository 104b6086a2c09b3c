using System.Buffers;
using System.Text.RegularExpressions;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Entities;

/// <summary>Reads postal addresses that lead to a door: a street or an estate, and a number.</summary>
/// <remarks>A town or a street alone is no address of a person.</remarks>
internal static class AddressReader
{
    private const string Number = "[0-9零〇一二三四五六七八九十百]{1,5}";
    private const string Word = "[一-龥a-z0-9-[是在到为于寄送的给址对您你我说去]]";

    private static readonly SearchValues<char> Doors = SearchValues.Create("号室栋弄幢座");

    private static readonly Regex Pattern = new(
        $"(?:{Word}{{2,7}}(?:省|自治区|市|区|县|旗|镇|乡|街道)){{0,5}}"
        + $"(?:{Word}{{1,10}}(?:路|街|大道|巷|弄|胡同|村|小区|花园|苑|公寓|家园|新城|庄|社区)(?:{Word}{{0,4}}{Number}(?:号楼|号院|号|弄|栋|幢|座|单元|室|房)){{1,5}}|{Word}{{2,10}}{Number}(?:栋|幢|号楼|座)(?:{Number}(?:单元|号|室|房|层)){{1,4}})",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    internal static void Read(FoldedText text, List<EntityHit> into)
    {
        if (text.Chars.IndexOfAny(Doors) < 0) return;
        foreach (var match in Pattern.EnumerateMatches(text.Chars))
        {
            var (from, to) = (match.Index, match.Index + match.Length);
            if (text.SentenceEnd(from) < to) continue;
            into.Add(new EntityHit(EntityKind.Address, text.Span(from, to), NumberReader.Key(text.Chars[from..to])));
        }
    }
}
