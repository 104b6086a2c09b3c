using System.Globalization;

namespace ScriptRules.Formats;

/// <summary>A place in an input.</summary>
/// <param name="Path">The file as the caller named it, or <c>&lt;stdin&gt;</c>.</param>
/// <param name="Line">From 1; 0 when the input as a whole is meant.</param>
/// <param name="Column">From 1, in characters (Unicode code points); 0 when the line as a whole is meant.</param>
public readonly record struct InputPlace(string Path, int Line = 0, int Column = 0)
{
    /// <summary>Such as <c>calls.jsonl:3:18</c>.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => Path,
        (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Path}:{Line}:{Column}"),
    };
}

/// <summary>Why something that came in could not be read.</summary>
/// <param name="Code">What is wrong, as a stable code.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">What is wrong, in words.</param>
/// <param name="Hint">What to do, when that can be told.</param>
/// <param name="JsonPath">The member meant, such as <c>turns[3].speaker</c>; null outside JSON.</param>
public sealed record InputError(InputErrorCode Code, InputPlace Place, string Message, string? Hint = null, string? JsonPath = null)
{
    /// <summary>Such as <c>calls.jsonl:3:18: error SRI104: unknown member "speeker" in turns[0]; did you mean "speaker"?</c></summary>
    public override string ToString() => $"{Place}: error {Code}: {Message}{(Hint is null ? "" : "; " + Hint)}";
}

/// <summary>Something that a reader passed over, and that the user should know of. It keeps nothing from being checked.</summary>
/// <param name="Code">What was noticed, as a stable code.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">What was noticed, in words.</param>
public sealed record InputNote(InputErrorCode Code, InputPlace Place, string Message)
{
    /// <summary>Such as <c>samples/logo.svg: note SRI192: not read: …</c></summary>
    public override string ToString() => $"{Place}: note {Code}: {Message}";
}
