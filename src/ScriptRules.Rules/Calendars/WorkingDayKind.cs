namespace ScriptRules.Rules.Calendars;

/// <summary>What the State Council's notices make of a day.</summary>
public enum WorkingDayKind
{
    /// <summary>No notice covers the day, so nobody can tell.</summary>
    Unknown,

    /// <summary>Monday to Friday, worked.</summary>
    Workday,

    /// <summary>Saturday or Sunday, and no part of a holiday.</summary>
    Weekend,

    /// <summary>A day off by a notice, the weekend that it takes in included.</summary>
    Holiday,

    /// <summary>Saturday or Sunday, worked to make up for a holiday (调休上班).</summary>
    MakeUpWorkday,
}

/// <summary>The question most ask of a <see cref="WorkingDayKind"/>.</summary>
public static class WorkingDayKindExtensions
{
    /// <summary>Whether the day is worked; null when it is not known.</summary>
    public static bool? IsWorked(this WorkingDayKind kind) => kind switch
    {
        WorkingDayKind.Workday or WorkingDayKind.MakeUpWorkday => true,
        WorkingDayKind.Weekend or WorkingDayKind.Holiday => false,
        _ => null,
    };
}
