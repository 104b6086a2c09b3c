using System.Text;

namespace ScriptRules.Tools.FoldTable;

/// <summary>Folds written by hand, over all others. An empty target skips; a target equal to its source keeps.</summary>
internal static class HandList
{
    internal static Dictionary<int, int[]> Read(string path)
    {
        var list = new Dictionary<int, int[]>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var (from, to) = line.Split(" → ") is [var left, var right] ? (left, right) : throw new InvalidDataException(line);
            foreach (var rune in from.EnumerateRunes())
            {
                list.Add(rune.Value, to switch
                {
                    "skip" => [],
                    "keep" => [rune.Value],
                    _ => to.EnumerateRunes().Select((Rune r) => r.Value).ToArray(),
                });
            }
        }
        return list;
    }
}
