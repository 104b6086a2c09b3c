using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Formats.Documents;

/// <summary>A line of script whose blanks hold sample values, so that it reads as an agent would say it, and the way back.</summary>
/// <param name="Text">With the blanks filled.</param>
/// <param name="Fills">The blanks, by place.</param>
public sealed record FilledText(string Text, ImmutableArray<Fill> Fills)
{
    /// <summary>What is written, with its blanks filled.</summary>
    public static FilledText Of(string written, ScriptOptions options)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(options);
        return new Blanks(options).Fill(written);
    }

    /// <summary>The place in what is written of a place in <see cref="Text"/>; inside a value, the beginning of its blank, or its end when <paramref name="isEnd"/>.</summary>
    public int ToWritten(int at, bool isEnd = false)
    {
        var shift = 0;
        foreach (var fill in Fills)
        {
            if (at <= fill.Text.Start) break;
            if (at < fill.Text.End) return isEnd ? fill.Written.End : fill.Written.Start;
            shift = fill.Written.End - fill.Text.End;
        }

        return at + shift;
    }

    /// <summary>The span in what is written of a span of <see cref="Text"/>; a blank that is touched is taken whole.</summary>
    public TextSpan ToWritten(TextSpan span) => ToWritten(span.Start) is var start && span.Length == 0 ? new TextSpan(start, start) : new TextSpan(start, ToWritten(span.End, isEnd: true));

    /// <summary>An edit of <see cref="Text"/> as an edit of what is written.</summary>
    /// <param name="edit">In places of <see cref="Text"/>.</param>
    /// <param name="written">What is written.</param>
    /// <returns>Null when it would cut a blank or drop one, or when nobody can tell where in the replacement a blank belongs.</returns>
    public Edit? ToWritten(Edit edit, string written)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(written);
        var touched = Fills.Where(f => Touches(edit.Span, f.Text)).ToList();
        if (touched.Exists(f => f.Text.Length == 0 || f.Text.Start < edit.Span.Start || f.Text.End > edit.Span.End)) return null;
        foreach (var value in touched.GroupBy(f => f.Text.Of(Text), StringComparer.Ordinal))
            if (Count(edit.Replacement, value.Key) != value.Count()) return null;

        var replacement = edit.Replacement;
        var from = 0;
        foreach (var fill in touched)
        {
            var value = fill.Text.Of(Text);
            var at = replacement.IndexOf(value, from, StringComparison.Ordinal);
            if (at < 0) return null;
            var blank = fill.Written.Of(written);
            replacement = string.Concat(replacement.AsSpan(0, at), blank, replacement.AsSpan(at + value.Length));
            from = at + blank.Length;
        }

        return new Edit(ToWritten(edit.Span), replacement);
    }

    /// <summary>Whether they share a character, or one lies in the other; a blank without a value is touched by what ends at it, too.</summary>
    private static bool Touches(TextSpan edit, TextSpan fill) =>
        fill.Length == 0 ? edit.Length > 0 && edit.Start <= fill.Start && fill.Start <= edit.End : fill.End > edit.Start && fill.Start < edit.End;

    private static int Count(string text, string value)
    {
        var count = 0;
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }
}

/// <summary>A blank that holds a sample value.</summary>
/// <param name="Name">Of the blank, without its brackets.</param>
/// <param name="Written">Where the blank stands in what is written, brackets included.</param>
/// <param name="Text">Where the value stands in the filled text.</param>
public sealed record Fill(string Name, TextSpan Written, TextSpan Text);
