namespace ScriptRules.Formats;

/// <summary>How conversations are read.</summary>
public sealed record ReaderOptions
{
    /// <summary>The defaults.</summary>
    public static ReaderOptions Default { get; } = new();

    /// <summary>What is too much.</summary>
    public ReaderLimits Limits { get; init; } = new();

    /// <summary>The zone of the dates in a plain-text transcript, which name none. Chinese time unless set.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.CreateCustomTimeZone("UTC+08:00", TimeSpan.FromHours(8), "UTC+08:00", "UTC+08:00");

    /// <summary>How script documents are read.</summary>
    public Documents.ScriptOptions Scripts { get; init; } = Documents.ScriptOptions.Default;
}

/// <summary>What is too much for a reader. Anything beyond is an error; nothing is cut off silently.</summary>
public sealed record ReaderLimits
{
    /// <summary>The largest file, and the longest line of a stream of lines, in bytes.</summary>
    public int Bytes { get; init; } = 64 << 20;

    /// <summary>The most turns of a conversation.</summary>
    public int Turns { get; init; } = 10_000;

    /// <summary>The longest single text, in UTF-16 units.</summary>
    public int TextLength { get; init; } = 100_000;

    /// <summary>The deepest nesting of JSON, counted from the conversation.</summary>
    public int Depth { get; init; } = 16;

    /// <summary>The longest conversation. A time beyond is a mistake, such as milliseconds for seconds.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromDays(366);

    /// <summary>The most mistakes that are listed for one conversation; the rest are counted.</summary>
    public int Errors { get; init; } = 25;
}
