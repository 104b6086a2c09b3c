using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching;

/// <summary>What is wrong with a template, and where in it.</summary>
/// <param name="Offset">UTF-16 units from the start of the template.</param>
/// <param name="Message">A sentence for the pack's author.</param>
public readonly record struct PatternError(int Offset, string Message);

/// <summary>Reads the notation in which a pack writes what people say.</summary>
/// <remarks>
/// <code>
/// 你好                words; spaces and width do not count
/// (查|办|退)不了      one of several          [请]稍等  请?稍等  (麻烦您)?稍等      optional
/// 您(就|还是|得)+问    one to three of them     您(就|先)*问    none to three
/// 你…吗               a gap of up to 8 characters inside the clause
/// 不是……了吗          a gap of up to 24 inside the sentence      …{2,5}  a gap with its own bounds
/// &lt;verb&gt;不了          the words of another concept            {brand}  a slot of the pack
/// 好的，再见          a place where a comma may stand
/// ^ $ ^^ $$           start and end of the clause, of the turn
/// 不了!(解|起)        not followed by          !&lt;(想|要)干什么  not preceded by
/// \(                  the character itself
/// </code>
/// </remarks>
internal sealed class PatternParser
{
    internal const int GapLimit = 60;
    private const int DepthLimit = 32;
    private const int NarrowGap = 8;
    private const int WideGap = 24;
    private const int RepeatLimit = 3;

    private readonly string _text;
    private readonly Func<string, PatternNode?> _word;
    private readonly Func<string, PatternNode?> _slot;
    private readonly List<PatternError> _errors;
    private readonly List<PatternNode> _open = [];    // of groups that are not closed yet, the innermost last
    private readonly StringBuilder _words = new();    // likewise: words that are not a node yet
    private int _at;
    private int _depth;
    private bool _gaveUp;

    private PatternParser(string text, Func<string, PatternNode?> word, Func<string, PatternNode?> slot, List<PatternError> errors) =>
        (_text, _word, _slot, _errors) = (text, word, slot, errors);

    /// <summary>The template as a tree; what is wrong goes to <paramref name="errors"/>.</summary>
    /// <param name="word">Finds the words behind <c>&lt;name&gt;</c>; null when there is no such name.</param>
    /// <param name="slot">Finds what may stand in <c>{slot}</c>; null when there is no such slot.</param>
    internal static PatternNode Parse(string text, Func<string, PatternNode?> word, Func<string, PatternNode?> slot, List<PatternError> errors)
    {
        var parser = new PatternParser(text, word, slot, errors);
        var node = parser.Choices('\0');
        if (parser._at < text.Length) parser.Fail($"unexpected \"{text[parser._at]}\"");
        return node;
    }

    private PatternNode Choices(char close)
    {
        var from = _open.Count;
        _open.Add(Sequence(close));
        while (Peek == '|')
        {
            _at++;
            _open.Add(Sequence(close));
        }

        var branches = Taken(from);
        return branches.Length == 1 ? branches[0] : new PatternNode.Choice(branches);
    }

    private PatternNode Sequence(char close)
    {
        var (from, words) = (_open.Count, _words.Length);
        while (_at < _text.Length && Peek != '|' && !(close != '\0' && Peek == close))
        {
            var start = _at;
            var part = Part(words);
            if (part is null) continue;
            Flush(words);
            _open.Add(part);
            if (_at == start) break; // an error that could not be skipped
        }

        Flush(words);
        if (_open.Count == from) return PatternNode.Sequence.Empty;
        var parts = Taken(from);
        return parts.Length == 1 ? parts[0] : new PatternNode.Sequence(parts);
    }

    private PatternNode[] Taken(int from)
    {
        var taken = CollectionsMarshal.AsSpan(_open)[from..].ToArray();
        _open.RemoveRange(from, taken.Length);
        return taken;
    }

    private void Flush(int from)
    {
        if (_words.Length == from) return;
        var folded = FoldTable.FoldPhrase(_words.ToString(from, _words.Length - from));
        _words.Length = from;
        if (folded.Length > 0) _open.Add(new PatternNode.Words(folded));
    }

    /// <param name="from">Where the words of the innermost sequence begin.</param>
    private PatternNode? Part(int from)
    {
        var c = _text[_at];
        switch (c)
        {
            case '(':
                return Repeated(Group('(', ')'), false);
            case '[':
                return Repeated(Group('[', ']'), true);
            case '?' when _words.Length > from:
                _at++;
                return OptionalLast();
            case '<':
                return Name('>', _word, "concept");
            case '{':
                return Name('}', _slot, "slot");
            case '…':
                return Gap();
            case '^':
            case '$':
                return Edge(c);
            case '!':
                return Not();
            case ',' or '，' or '、':
                _at++;
                return new PatternNode.Pause();
            case ')' or ']' or '}' or '>':
                Fail($"\"{c}\" closes nothing; write \"\\{c}\" for the character itself");
                _at++;
                return null;
            case '\\' when _at + 1 == _text.Length:
                Fail("nothing follows \"\\\"; write \"\\\\\" for the character itself");
                _at++;
                return null;
            case '\\':
                _words.Append(_text[_at + 1]);
                _at += 2;
                return null;
            default:
                _words.Append(c);
                _at++;
                return null;
        }
    }

    /// <summary>A group with the sign behind it that says how often it stands: <c>?</c>, <c>*</c> or <c>+</c>.</summary>
    private PatternNode Repeated(PatternNode group, bool isOptional)
    {
        var sign = Peek;
        if (sign is '?' or '*' or '+') _at++;
        var (min, max) = sign switch
        {
            '*' => (0, RepeatLimit),
            '+' => (1, RepeatLimit),
            '?' => (0, 1),
            _ => (isOptional ? 0 : 1, 1),
        };
        var node = Once(max);
        for (var n = max - 1; n > 0; n--) node = Once(n, node);
        return node;

        PatternNode Once(int n, PatternNode? more = null)
        {
            var one = more is null ? group : new PatternNode.Sequence([group, more]);
            return n > min ? new PatternNode.Choice([one, PatternNode.Sequence.Empty]) : one;
        }
    }

    /// <summary>The last character of the words, which the sign behind it makes optional; the others stay.</summary>
    private PatternNode OptionalLast()
    {
        var last = FoldTable.FoldPhrase(_words[^1].ToString());
        _words.Length--;
        PatternNode one = last.Length > 0 ? new PatternNode.Words(last) : PatternNode.Sequence.Empty;
        return new PatternNode.Choice([one, PatternNode.Sequence.Empty]);
    }

    private PatternNode Group(char open, char close)
    {
        var start = _at++;
        if (_depth == DepthLimit)
        {
            Fail($"nested more than {DepthLimit} deep", start);
            (_at, _gaveUp) = (_text.Length, true);
            return PatternNode.Sequence.Empty;
        }

        _depth++;
        var inner = Choices(close);
        _depth--;
        if (Peek == close) _at++;
        else if (!_gaveUp) Fail($"\"{open}\" is not closed", start);
        return inner;
    }

    private PatternNode Name(char close, Func<string, PatternNode?> find, string what)
    {
        var start = _at++;
        var end = _text.IndexOf(close, _at);
        if (end < 0)
        {
            Fail($"\"{_text[start]}\" is not closed", start);
            _at = _text.Length;
            return PatternNode.Sequence.Empty;
        }

        var name = _text[_at..end].Trim();
        _at = end + 1;
        if (find(name) is { } node) return node;
        Fail($"unknown {what} \"{name}\"", start);
        return PatternNode.Sequence.Empty;
    }

    private PatternNode Gap()
    {
        var start = _at;
        while (Peek == '…') _at++;
        var wide = _at - start > 1;
        if (Peek != '{') return new PatternNode.Gap(0, wide ? WideGap : NarrowGap, wide);

        var close = _text.IndexOf('}', _at);
        var bounds = close < 0 ? [] : _text[(_at + 1)..close].Split(',', StringSplitOptions.TrimEntries);
        if (bounds.Length is < 1 or > 2 || !Bound(bounds[0], out var min) || !Bound(bounds[^1], out var max) || min > max)
        {
            Fail($"a gap is written …{{least,most}} or …{{most}}, with at most {GapLimit} characters", start);
            _at = close < 0 ? _text.Length : close + 1;
            return new PatternNode.Gap(0, NarrowGap, wide);
        }

        _at = close + 1;
        return new PatternNode.Gap(bounds.Length == 1 ? 0 : min, max, wide);

        static bool Bound(string text, out int value) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= GapLimit;
    }

    private PatternNode Edge(char c)
    {
        _at++;
        var twice = Peek == c;
        if (twice) _at++;
        return new PatternNode.Edge((c, twice) switch
        {
            ('^', false) => EdgeKind.ClauseStart,
            ('^', true) => EdgeKind.TurnStart,
            ('$', false) => EdgeKind.ClauseEnd,
            _ => EdgeKind.TurnEnd,
        });
    }

    private PatternNode? Not()
    {
        var start = _at++;
        var before = Peek == '<';
        if (before) _at++;
        if (Peek != '(')
        {
            Fail("write !(…) for what must not follow, !<(…) for what must not stand before, \\! for the character itself", start);
            return null;
        }

        var inner = Group('(', ')');
        if (!before) return new PatternNode.NotNext(inner);
        if (inner is { MinWidth: > 0, Wordings: not null }) return new PatternNode.NotPrevious(inner);
        Fail($"only words stand in !<(…), at most {PatternNode.WordingLimit} of them", start);
        return null;
    }

    private char Peek => _at < _text.Length ? _text[_at] : '\0';

    private void Fail(string message, int? at = null) => _errors.Add(new PatternError(at ?? _at, message));
}
