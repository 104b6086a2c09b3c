namespace ScriptRules.Tools.FoldTable;

/// <summary>Traditional to simplified characters: ICU's transliterator and Unihan's kSimplifiedVariant, united.</summary>
/// <remarks>
/// ICU decides where both speak. A character that Unihan lists among its own simplified forms is left alone; of several
/// forms the first is taken. Characters outside the basic plane are left out: none is in use in modern text.
/// </remarks>
internal static class Simplified
{
    internal static Dictionary<int, int> Read(UnicodeFiles files)
    {
        var pairs = new Dictionary<int, int>();
        foreach (var line in files.Unihan("Unihan_Variants.txt").Where(line => line[1] == "kSimplifiedVariant"))
        {
            var from = UnicodeFiles.Hex(line[0]);
            var to = line[2].Split(' ').Select(UnicodeFiles.Hex).Where(p => p <= 0xFFFF).ToArray();
            if (from <= 0xFFFF && to.Length > 0 && !to.Contains(from)) pairs[from] = to[0];
        }
        var han = Enumerable.Range(0x3400, 0x4DC0 - 0x3400).Concat(Enumerable.Range(0x4E00, 0xA000 - 0x4E00)).ToArray();
        var icu = files.Transliterate("Traditional-Simplified", string.Concat(han.Select(c => (char)c + "\n")));
        for (var i = 0; i < han.Length; i++)
        {
            if (icu[i].EnumerateRunes().Count() == 1 && icu[i].EnumerateRunes().First().Value is var to && to != han[i]) pairs[han[i]] = to;
        }
        return pairs;
    }
}
