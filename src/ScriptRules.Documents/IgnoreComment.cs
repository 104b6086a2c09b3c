using System.Globalization;
using System.Text.RegularExpressions;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Documents;

/// <summary>Reads <c>scriptrules-ignore never.say reason="…" owner="…" until=2026-12-31</c>.</summary>
internal static partial class IgnoreComment
{
    /// <summary>With what a comment begins that is meant for the checker.</summary>
    internal const string Mark = "scriptrules-";

    private const string Word = "ignore";
    private const string Form = "write scriptrules-ignore RULE reason=\"…\" owner=\"…\" until=2026-12-31";

    /// <summary>Whether a comment is meant for the checker.</summary>
    internal static bool IsMeant(ReadOnlySpan<char> comment) => comment.TrimStart().StartsWith(Mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>The suppression that a comment asks for.</summary>
    /// <param name="comment">Without the marks of a comment; with or without <c>scriptrules-ignore</c> in front.</param>
    /// <param name="offset">Where it stands in the document.</param>
    /// <param name="text">The document.</param>
    /// <exception cref="BrokenDocumentException">Something is wrong with it.</exception>
    internal static Suppression Read(string comment, int offset, DocumentText text)
    {
        var (line, column) = text.PlaceOf(offset);
        return Read(comment, offset, string.Create(CultureInfo.InvariantCulture, $"{text.Name}:{line}:{column}"), new Place(text.Name, line, column));
    }

    /// <summary>The suppression that a comment asks for.</summary>
    /// <param name="comment">As in <see cref="Read(string, int, DocumentText)"/>.</param>
    /// <param name="offset">Where it stands in the document or a part of it.</param>
    /// <param name="id">Names the place.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="BrokenDocumentException">Something is wrong with it.</exception>
    internal static Suppression Read(string comment, int offset, string id, Place place)
    {
        var begin = comment.Length - comment.TrimStart().Length;
        if (IsMeant(comment))
        {
            var word = comment.AsSpan(begin + Mark.Length);
            var length = word.IndexOfAny(" \t\r\n") is var at and >= 0 ? at : word.Length;
            if (!word[..length].SequenceEqual(Word)) throw Broken(begin, $"\"{Mark}{word[..length]}\" is nothing that a comment can ask for");
            begin += Mark.Length + length;
        }

        if (Whole().Match(comment, begin) is not { Success: true } match) throw Broken(begin, "this is no suppression");
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < match.Groups["key"].Captures.Count; i++)
        {
            var key = match.Groups["key"].Captures[i];
            if (key.Value is not ("reason" or "owner" or "until")) throw Broken(key.Index, $"unknown key \"{key.Value}\" in a suppression");
            if (!given.TryAdd(key.Value, match.Groups["value"].Captures[i].Value.Trim('"', '“', '”', '\'').Trim())) throw Broken(key.Index, $"\"{key.Value}\" is there twice");
        }

        foreach (var key in (string[])["reason", "owner", "until"])
            if (given.GetValueOrDefault(key, "").Length == 0) throw Broken(begin, $"a suppression needs \"{key}\"");
        if (!DateOnly.TryParseExact(given["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)) throw Broken(begin, $"\"until\" is a day, such as 2026-12-31, not {given["until"]}");

        var rule = match.Groups["rule"];
        return new Suppression
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{id}{(begin == 0 && rule.Index > 0 ? $"+{rule.Index}" : "")}"),
            Rule = char.IsAsciiLetterUpper(rule.Value[0]) ? null : rule.Value,
            Source = char.IsAsciiLetterUpper(rule.Value[0]) ? rule.Value : null,
            Reason = given["reason"],
            Owner = given["owner"],
            Until = until,
            Place = place,
        };

        BrokenDocumentException Broken(int at, string message) => new(Formats.InputErrorCode.BadSuppression, offset + at, message, Form);
    }

    [GeneratedRegex("""\G\s*(?<rule>[^\s="]+)(?:\s+(?<key>\w+)\s*=\s*(?<value>"[^"]*"|“[^”]*”|'[^']*'|[^\s"“']+))*\s*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
