using System.Collections.Immutable;
using ScriptRules.Formats;

namespace ScriptRules.Baselines;

/// <summary>The violations accepted on a date; only new ones count.</summary>
/// <remarks>
/// A file of JSON with one entry a line, sorted, so that a change of it reads well. Immutable, and safe to share between threads;
/// <see cref="BaselineRun"/> holds a run of checks against it.
/// </remarks>
public sealed record Baseline
{
    /// <summary>The version of the file's form; one that is higher is refused.</summary>
    public const int Version = 1;

    /// <summary>The day on which the violations were accepted, at the site.</summary>
    public DateOnly Created { get; init; }

    /// <summary>The name of the pack that found them.</summary>
    public string Pack { get; init; } = "";

    /// <summary>The version of that pack; empty when it has none.</summary>
    public string PackVersion { get; init; } = "";

    /// <summary>By path, rule and fingerprint, in ordinal order; no two are alike in all three.</summary>
    public ImmutableArray<BaselineEntry> Entries { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="BaselineException">It is not a baseline, or of a version that is not known.</exception>
    public static Baseline Read(ReadOnlyMemory<byte> utf8, string name) => new BaselineReader(utf8, name).Read();

    /// <summary>Writes the file as UTF-8, with line feeds; the same baseline gives the same bytes.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        BaselineWriter.Write(stream, this);
    }
}

/// <summary>Equal violations of one file that were accepted.</summary>
/// <param name="Path">The file, relative to that of the baseline, with <c>/</c>.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Fingerprint">That of the violations, without the count of equal ones in a conversation.</param>
/// <param name="Count">How many; at least 1.</param>
/// <param name="Line">Where the first stood when it was accepted, from 1; 0 in documents without lines. For people; it is never compared.</param>
/// <param name="Text">The turn around it, with personal data masked. For people; it is never compared.</param>
public sealed record BaselineEntry(string Path, string Rule, string Fingerprint, int Count, int Line, string Text)
{
    /// <summary>The line of the baseline's file on which it was read; 0 for one that was not read.</summary>
    public int EntryLine { get; init; }

    internal (string Path, string Rule, string Fingerprint) Key => (Path, Rule, Fingerprint);

    internal static ImmutableArray<BaselineEntry> Sorted(IEnumerable<BaselineEntry> entries) =>
    [
        .. entries.OrderBy(e => e.Path, StringComparer.Ordinal).ThenBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal),
    ];
}

/// <summary>A file is not a baseline that can be read.</summary>
public sealed class BaselineException : Exception
{
    /// <inheritdoc/>
    public BaselineException()
    {
    }

    /// <inheritdoc/>
    public BaselineException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public BaselineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal BaselineException(InputPlace place, string what, string? hint = null)
        : base($"{place}: {what}{(hint is null ? "" : "; " + hint)}") => Place = place;

    /// <summary>Where in the file.</summary>
    public InputPlace Place { get; }
}
