using System.Globalization;

namespace ScriptRules.Formats;

/// <summary>A piece of an input, as editors and code hosts point at it.</summary>
/// <param name="Path">The file as the caller named it.</param>
/// <param name="Part">What of the file, where lines do not tell: <c>售后!C12</c>, <c>paragraph 12</c>; empty in text files.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters (Unicode code points); 0 when the line as a whole is meant.</param>
/// <param name="EndLine">From 1.</param>
/// <param name="EndColumn">The column after the last, from 1; 0 when the line as a whole is meant.</param>
public readonly record struct SourceRegion(string Path, string Part, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Such as <c>scripts/after-sales.md:3:5</c>, or <c>scripts.xlsx 售后!C12</c>.</summary>
    public override string ToString() => Part.Length > 0 ? $"{Path} {Part}" : new InputPlace(Path, Line, Column).ToString();

    /// <summary>Without the path: <c>3:5</c>, or <c>售后!C12</c>.</summary>
    public string InFile => Part.Length > 0 ? Part : Column == 0 ? Line.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
