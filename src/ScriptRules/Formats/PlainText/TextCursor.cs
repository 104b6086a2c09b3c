using System.Globalization;

namespace ScriptRules.Formats.PlainText;

/// <summary>A position in a line. A copy keeps the place to come back to.</summary>
internal ref struct TextCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    public int Position { get; set; }

    public readonly ReadOnlySpan<char> Rest => _text[Position..];

    public readonly bool AtEnd => Position >= _text.Length;

    public void SkipSpaces()
    {
        while (!AtEnd && char.IsWhiteSpace(_text[Position]))
            Position++;
    }

    public bool Skip(char c)
    {
        if (AtEnd || _text[Position] != c)
            return false;

        Position++;
        return true;
    }

    public bool SkipAny(string characters)
    {
        if (AtEnd || !characters.Contains(_text[Position], StringComparison.Ordinal))
            return false;

        Position++;
        return true;
    }

    public bool Skip(string word)
    {
        if (!Rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return false;

        Position += word.Length;
        return true;
    }

    /// <summary>Takes a number of so many digits, not followed by a further one.</summary>
    public bool Digits(int min, int max, out int value)
    {
        var digits = TakeDigits(min, max);
        value = digits.IsEmpty ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return !digits.IsEmpty;
    }

    /// <summary>The digits of such a number; empty, and nothing taken, when there is none.</summary>
    public ReadOnlySpan<char> TakeDigits(int min, int max)
    {
        var length = 0;
        while (Position + length < _text.Length && char.IsAsciiDigit(_text[Position + length]))
            length++;
        if (length < min || length > max)
            return default;

        Position += length;
        return _text.Slice(Position - length, length);
    }
}
