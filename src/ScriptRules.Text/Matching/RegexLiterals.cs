using System.Buffers;
using System.Text;

namespace ScriptRules.Text.Matching;

/// <summary>Reads from a regular expression which words and letters a match cannot do without.</summary>
/// <remarks>Reads what can be read simply, and gives up elsewhere: too few words are found rather than a wrong one.</remarks>
internal sealed class RegexLiterals
{
    private const int MostWords = 64;

    private readonly string _pattern;
    private int _at;
    private int _depth;             // of groups
    private bool _hasBranches;      // outside of groups
    private bool _gaveUp;
    private string? _class;         // the last that was read; null when it is not of Latin letters and digits only
    private string? _needed;        // the first of those that must stand outside of groups

    private RegexLiterals(string pattern) => _pattern = pattern;

    /// <summary>Words of which every match has one, at least two characters each or one Han character; empty when none are sure.</summary>
    internal static IReadOnlyList<string> Of(string pattern)
    {
        var reader = new RegexLiterals(pattern);
        var words = reader.Branches();
        return reader._gaveUp || reader._at < pattern.Length || words is null ? [] : [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Latin letters and digits of which every match has one; null when none are sure.</summary>
    internal static SearchValues<char>? Letters(string pattern)
    {
        var reader = new RegexLiterals(pattern);
        reader.Branches();
        return reader._gaveUp || reader._hasBranches || reader._at < pattern.Length || reader._needed is not { } needed ? null : SearchValues.Create(Members(needed));
    }

    /// <summary>Null: a match may have none.</summary>
    private List<string>? Branches()
    {
        List<string>? all = [];
        while (true)
        {
            var words = Sequence();
            if (words is null || all is null || all.Count + words.Count > MostWords) all = null;
            else all.AddRange(words);
            if (_gaveUp || _at == _pattern.Length || _pattern[_at] != '|') return all;
            _hasBranches |= _depth == 0;
            _at++;
        }
    }

    private List<string>? Sequence()
    {
        List<string>? best = null;
        var run = new StringBuilder();
        while (!_gaveUp && _at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var isClass = _pattern[_at] == '[';
            var (literal, words) = Atom();
            var (least, isOnce) = Quantifier();
            if (isClass && _depth == 0 && least > 0) _needed ??= _class;
            if (literal is { } c && least > 0)
            {
                run.Append(c);
                if (!isOnce) best = Better(best, Taken(run));
            }
            else
            {
                best = Better(best, Taken(run));
                if (least > 0) best = Better(best, words);
            }
        }

        return Better(best, Taken(run));
    }

    private static List<string>? Taken(StringBuilder run)
    {
        var word = run.ToString();
        run.Clear();
        return word.Length > 1 || (word.Length == 1 && word[0] >= '\u3400') ? [word] : null;
    }

    // The set whose shortest word is longest stands in the fewest texts.
    private static List<string>? Better(List<string>? a, List<string>? b)
    {
        if (a is null || b is null) return a ?? b;
        return b.Min(w => w.Length) > a.Min(w => w.Length) || (b.Min(w => w.Length) == a.Min(w => w.Length) && b.Count < a.Count) ? b : a;
    }

    /// <summary>One character that stands for itself, or the words of a group; neither for anything else.</summary>
    private (char? Literal, List<string>? Words) Atom()
    {
        var c = _pattern[_at++];
        switch (c)
        {
            case '(':
                return (null, Group());
            case '[':
                Class();
                return (null, null);
            case '.' or '^' or '$':
                return (null, null);
            case '\\':
                return (Escape(), null);
            case '*' or '+' or '?' or '{':
                _gaveUp = true;
                return (null, null);
            default:
                return (c, null);
        }
    }

    private List<string>? Group()
    {
        if (Next("?"))
        {
            // (?:…) and (?<name>…); options and the rest are not read.
            if (!Next("?:"))
            {
                var close = _pattern.IndexOf('>', _at);
                if (!Next("?<") || close < 0 || !_pattern.AsSpan()[_at..close].ContainsAnyExceptInRange('0', '9') || _pattern[_at] is '=' or '!') _gaveUp = true;
                else _at = close + 1;
            }
        }

        if (_gaveUp) return null;
        _depth++;
        var words = Branches();
        _depth--;
        if (_at < _pattern.Length && _pattern[_at] == ')') _at++;
        else _gaveUp = true;
        return words;

        bool Next(string text)
        {
            if (string.CompareOrdinal(_pattern, _at, text, 0, text.Length) != 0) return false;
            if (text.Length > 1) _at += text.Length;
            return true;
        }
    }

    private void Class()
    {
        var from = _at;
        if (_at < _pattern.Length && _pattern[_at] == '^') _at++;
        if (_at < _pattern.Length && _pattern[_at] == ']') _at++;
        while (_at < _pattern.Length && _pattern[_at] != ']')
        {
            if (_pattern[_at] is '[') _gaveUp = true; // a class taken from a class
            _at += _pattern[_at] == '\\' ? 2 : 1;
        }

        if (_at >= _pattern.Length) _gaveUp = true;
        _class = _gaveUp ? null : Plain(_pattern[from.._at]);
        _at = Math.Min(_at + 1, _pattern.Length);
    }

    /// <summary>A class when it is of Latin letters and digits only, alone or as ranges.</summary>
    private static string? Plain(string inside)
    {
        for (var i = 0; i < inside.Length; i++)
            if (!char.IsAsciiLetterOrDigit(inside[i]) && (inside[i] != '-' || i == 0 || i == inside.Length - 1)) return null;
        return inside.Length == 0 ? null : inside;
    }

    private static string Members(string plain)
    {
        var members = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            var isRange = i + 2 < plain.Length && plain[i + 1] == '-';
            for (int c = plain[i]; c <= plain[isRange ? i + 2 : i]; c++) members.Append((char)c);
            if (isRange) i += 2;
        }

        return members.ToString();
    }

    private char? Escape()
    {
        if (_at == _pattern.Length)
        {
            _gaveUp = true;
            return null;
        }

        var c = _pattern[_at++];
        if (!char.IsAsciiLetterOrDigit(c)) return c;
        if (c is not ('d' or 'D' or 'w' or 'W' or 's' or 'S' or 'b' or 'B')) _gaveUp = true;
        return null;
    }

    /// <summary>How often the last atom stands at least, and whether exactly once.</summary>
    private (int Least, bool IsOnce) Quantifier()
    {
        var (least, isOnce) = (1, true);
        switch (_at < _pattern.Length ? _pattern[_at] : '\0')
        {
            case '*' or '?':
                (least, isOnce, _at) = (0, false, _at + 1);
                break;
            case '+':
                (isOnce, _at) = (false, _at + 1);
                break;
            case '{':
                var end = _pattern.IndexOf('}', _at);
                var bounds = end < 0 ? [] : _pattern[(_at + 1)..end].Split(',');
                if (bounds.Length is 0 or > 2 || !int.TryParse(bounds[0], out least)) _gaveUp = true;
                (isOnce, _at) = (false, Math.Max(_at, end + 1));
                break;
        }

        if (!isOnce && _at < _pattern.Length && _pattern[_at] == '?') _at++;
        return (least, isOnce);
    }
}
