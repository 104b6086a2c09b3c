using System.Diagnostics.CodeAnalysis;

namespace ScriptRules.Rules.Calendars;

/// <summary>The time of day at a contact centre.</summary>
/// <remarks>
/// Turns moments into local dates and times by the zone's own rules, daylight saving included. The other way is not offered,
/// since a local time can come twice or not at all. Immutable, and safe to share between threads.
/// </remarks>
public sealed class SiteClock
{
    private const string Shanghai = "Asia/Shanghai";

    private readonly TimeZoneInfo _zone;

    private SiteClock(string zoneId, TimeZoneInfo zone, string? note)
    {
        ZoneId = zoneId;
        _zone = zone;
        Note = note;
    }

    /// <summary>The zone as asked for: Asia/Shanghai.</summary>
    public string ZoneId { get; }

    /// <summary>What a reader of a report should know of this clock; null when there is nothing to say. It is said when the
    /// machine has no time zone data, and Asia/Shanghai is read as UTC+08:00, as it has been since 1991-09-15.</summary>
    public string? Note { get; }

    /// <summary>A clock of a time zone.</summary>
    /// <param name="zoneId">An IANA name, such as Asia/Shanghai, which every machine has; or a name that the system knows.</param>
    /// <exception cref="ArgumentException">The machine knows no such zone.</exception>
    public static SiteClock Create(string zoneId) =>
        TryCreate(zoneId, out var clock)
            ? clock
            : throw new ArgumentException($"This machine knows no time zone \"{zoneId}\".", nameof(zoneId));

    /// <summary>A clock of a time zone; false when the machine knows no such zone.</summary>
    public static bool TryCreate(string zoneId, [NotNullWhen(true)] out SiteClock? clock) =>
        TryCreate(zoneId, id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null, out clock);

    /// <summary>The local date and time at <paramref name="moment"/>.</summary>
    /// <param name="moment">Any instant; its own offset is looked through.</param>
    public LocalMoment At(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, _zone);
        return new LocalMoment(DateOnly.FromDateTime(local.DateTime), TimeOnly.FromDateTime(local.DateTime), local.Offset);
    }

    /// <summary>A clock of a time zone that the host looks up; false when it finds none.</summary>
    /// <param name="zoneId">As in <see cref="Create"/>: Asia/Shanghai is always found.</param>
    /// <param name="find">Gives the zone of a name, null when it knows none.</param>
    /// <param name="clock">The clock.</param>
    public static bool TryCreate(string zoneId, Func<string, TimeZoneInfo?> find, [NotNullWhen(true)] out SiteClock? clock)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        ArgumentNullException.ThrowIfNull(find);
        clock = zoneId.Length == 0 ? null
            : find(zoneId) is { } zone ? new SiteClock(zoneId, zone, null)
            : zoneId != Shanghai ? null
            : find("China Standard Time") is { } windows ? new SiteClock(zoneId, windows, null) // Windows without ICU has no IANA names
            : new SiteClock(
                zoneId,
                TimeZoneInfo.CreateCustomTimeZone(Shanghai, TimeSpan.FromHours(8), Shanghai, Shanghai),
                "This machine has no time zone data: Asia/Shanghai is read as UTC+08:00 throughout, which is right since 1991-09-15.");
        return clock is not null;
    }
}

/// <summary>A moment as a clock on the wall shows it.</summary>
/// <param name="Day">The local date.</param>
/// <param name="Time">The local time of day.</param>
/// <param name="Offset">What it is ahead of UTC, which tells apart the two passes of an hour when clocks go back.</param>
public readonly record struct LocalMoment(DateOnly Day, TimeOnly Time, TimeSpan Offset);
