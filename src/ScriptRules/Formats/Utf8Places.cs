namespace ScriptRules.Formats;

/// <summary>Turns offsets in UTF-8 text into lines and columns. Cheap when the offsets come in order, as they nearly do.</summary>
/// <remarks>One owner: it remembers where it was asked last, so that a whole file is walked only once.</remarks>
internal sealed class Utf8Places(string path, int firstLine)
{
    private int _offset;
    private int _line = firstLine;
    private int _column = 1;

    /// <summary>The place of the byte at <paramref name="offset"/> of <paramref name="text"/>, which is the same text at every call.</summary>
    public InputPlace At(ReadOnlySpan<byte> text, int offset)
    {
        if (offset >= _offset)
            Forward(text, offset);
        else
            Back(text, offset);

        _offset = offset;
        return new InputPlace(path, _line, _column);
    }

    private void Forward(ReadOnlySpan<byte> text, int offset)
    {
        var between = text[_offset..offset];
        var breaks = between.Count((byte)'\n');
        if (breaks == 0)
        {
            _column += Characters(between);
            return;
        }

        _line += breaks;
        _column = 1 + Characters(between[(between.LastIndexOf((byte)'\n') + 1)..]);
    }

    private void Back(ReadOnlySpan<byte> text, int offset)
    {
        var between = text[offset.._offset];
        var breaks = between.Count((byte)'\n');
        if (breaks == 0)
        {
            _column -= Characters(between);
            return;
        }

        _line -= breaks;
        var before = text[..offset];
        _column = 1 + Characters(before[(before.LastIndexOf((byte)'\n') + 1)..]);
    }

    private static int Characters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
            count += (b & 0xC0) != 0x80 ? 1 : 0;

        return count;
    }
}
