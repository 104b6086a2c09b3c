namespace ScriptRules.Formats.PlainText;

/// <summary>Turns the times of a transcript into times from its first. One owner, one conversation.</summary>
/// <param name="zone">The zone of dates without offset.</param>
internal sealed class TranscriptClock(TimeZoneInfo zone)
{
    private DateTime? _first;
    private DateTime _last;
    private DateOnly? _day;

    /// <summary>The instant of the first time, if its date was given in full.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>The time from the first; null when seconds are not given. Negative when the clock goes back.</summary>
    public TimeSpan? Next(Timestamp time)
    {
        var at = InstantOf(time);
        if (_first is null)
        {
            (_first, _last) = (at, at);
            StartedAt = time.HasYear ? new DateTimeOffset(LocalOf(time), OffsetOf(time)) : null;
            return time.HasSeconds ? TimeSpan.Zero : null;
        }

        if (at < _last)
            return at - _last;

        _last = at;
        return time.HasSeconds ? at - _first : null;
    }

    /// <summary>A moment comparable to the others of this transcript: in UTC when the date is known.</summary>
    private DateTime InstantOf(Timestamp time)
    {
        if (time.Date is { } date)
        {
            _day = date;
            var at = LocalOf(time) - OffsetOf(time);

            // Without years, a transcript goes on from December to January.
            return !time.HasYear && _first is not null && _last - at > TimeSpan.FromDays(180) ? at.AddYears(1) : at;
        }

        // Without dates, a transcript goes on past midnight.
        var day = _day ?? new DateOnly(2000, 1, 1);
        var clock = day.ToDateTime(TimeOnly.FromTimeSpan(time.Clock)) - OffsetOf(time);
        if (_first is not null && _last - clock > TimeSpan.FromHours(12))
        {
            day = day.AddDays(1);
            clock = clock.AddDays(1);
        }

        _day = day;
        return clock;
    }

    private DateTime LocalOf(Timestamp time) => (time.Date ?? _day ?? new DateOnly(2000, 1, 1)).ToDateTime(TimeOnly.FromTimeSpan(time.Clock));

    private TimeSpan OffsetOf(Timestamp time) => time.Offset ?? zone.GetUtcOffset(LocalOf(time));
}
