using ScriptRules.Text;

namespace ScriptRules;

/// <summary>Something that the agent promised, with the time that was named.</summary>
/// <param name="Turn">The index of the turn; the number of context turns for a draft.</param>
/// <param name="Span">The words that promise.</param>
/// <param name="Text">Those words, as sent.</param>
/// <param name="Time">Where the time is named, in the same turn; null when none is.</param>
/// <param name="DeadlineMinutes">How many minutes after the turn it is due at the latest; null when no time is named, or it is one of the calendar and the clock is not known.</param>
/// <param name="Due">When it is due at the latest; null when <paramref name="DeadlineMinutes"/> is, or the clock is not known.</param>
public sealed record PromiseMade(int Turn, TextSpan Span, string Text, TextSpan? Time, int? DeadlineMinutes, DateTimeOffset? Due);
