namespace ScriptRules.Formats.PlainText;

/// <summary>Consecutive lines of a file, with their place in it.</summary>
/// <param name="Path">The file as the caller named it.</param>
/// <param name="FirstLine">The number of the first line in the file, from 1.</param>
/// <param name="Lines">The lines without their ends.</param>
internal sealed record TextLines(string Path, int FirstLine, List<string> Lines)
{
    public bool IsBlank => Lines.All(string.IsNullOrWhiteSpace);

    /// <summary>The place of a UTF-16 unit of the line at <paramref name="index"/>.</summary>
    public InputPlace At(int index, int unit = 0)
    {
        var characters = Lines[index][..unit].EnumerateRunes().Count();
        return new InputPlace(Path, FirstLine + index, 1 + characters);
    }

    /// <summary>The place of the first character of the line that is not white space.</summary>
    public InputPlace AtText(int index) => At(index, Lines[index].Length - Lines[index].TrimStart().Length);

    /// <summary>The lines as one text, without the blank ones around it.</summary>
    public static string Join(IReadOnlyList<string> lines)
    {
        var first = 0;
        var last = lines.Count - 1;
        while (first <= last && string.IsNullOrWhiteSpace(lines[first]))
            first++;
        while (last >= first && string.IsNullOrWhiteSpace(lines[last]))
            last--;

        return string.Join('\n', lines.Skip(first).Take(last - first + 1));
    }
}
