using System.Collections.Frozen;

namespace ScriptRules.Linting;

/// <summary>Every code that the linter gives beside those of loading, with what it means; <c>docs/lint.md</c> shows an example of each.</summary>
public static class LintCodes
{
    internal const string BreaksRule = "SR0501";
    internal const string NothingFits = "SR0502";
    internal const string NeverOffered = "SR0503";
    internal const string NoSuggestion = "SR0504";
    internal const string EmptyBlank = "SR0505";
    internal const string DeadConcept = "SR0510";
    internal const string DeadRule = "SR0511";
    internal const string ShadowedRule = "SR0512";
    internal const string Contradiction = "SR0513";
    internal const string CoveredTemplate = "SR0514";
    internal const string IdleKey = "SR0515";
    internal const string VainBound = "SR0516";
    internal const string NoExample = "SR0520";
    internal const string IdleExample = "SR0521";
    internal const string Unfounded = "SR0522";
    internal const string OpenMessage = "SR0523";
    internal const string Overconfident = "SR0524";
    internal const string LeftToFill = "SR0525";
    internal const string DeadRegex = "SR0530";
    internal const string CostlyRegex = "SR0531";
    internal const string CostlyTemplate = "SR0532";
    internal const string CalendarGap = "SR0540";

    /// <summary>The codes and their meanings.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [BreaksRule] = "A model sentence of the pack breaks a rule of the pack.",
        [NothingFits] = "At some time of day or on some festival, no model sentence of a rule is right.",
        [NeverOffered] = "None of a rule's suggestions is ever offered for its own failing examples.",
        [NoSuggestion] = "A rule says what is wrong, and not what to say instead.",
        [EmptyBlank] = "A blank of a suggestion that nothing fills.",
        [DeadConcept] = "A concept, or a way to say it, that nothing can ever say.",
        [DeadRule] = "A rule that can never be broken.",
        [ShadowedRule] = "A rule that is only broken where another rule is broken too.",
        [Contradiction] = "A rule asks for what another rule forbids, or for what nobody can say.",
        [CoveredTemplate] = "A template that finds nothing which another of the same concept does not find.",
        [IdleKey] = "A condition that does nothing where it stands.",
        [VainBound] = "A bound that nothing, or everything, is beyond.",
        [NoExample] = "A rule without a passing or without a failing example.",
        [IdleExample] = "An example that does not show what it says.",
        [Unfounded] = "A rule without source, description or message.",
        [OpenMessage] = "A message with a blank that nothing fills.",
        [Overconfident] = "A rule of severity error that is not sure.",
        [LeftToFill] = "Something that was left to fill.",
        [DeadRegex] = "A part of a regular expression that folded text never has.",
        [CostlyRegex] = "A regular expression that could be a template, or that runs long.",
        [CostlyTemplate] = "A template that is tried almost everywhere.",
        [CalendarGap] = "Years whose official days the calendar does not know.",
    }.ToFrozenDictionary();
}
