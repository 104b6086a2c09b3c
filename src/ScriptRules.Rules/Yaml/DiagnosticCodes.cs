using System.Collections.Frozen;

namespace ScriptRules.Rules.Yaml;

/// <summary>Every code that a pack's diagnostic can have, with what it means; <c>docs/errors.md</c> shows an example of each.</summary>
public static class DiagnosticCodes
{
    internal const string Unreadable = "SR0001";
    internal const string Syntax = "SR0002";
    internal const string Alias = "SR0003";
    internal const string UnknownKey = "SR0010";
    internal const string MissingKey = "SR0011";
    internal const string WrongValue = "SR0012";
    internal const string DuplicateId = "SR0013";
    internal const string NoRules = "SR0014";
    internal const string UnknownKind = "SR0101";
    internal const string UnknownConcept = "SR0102";
    internal const string UnknownSlot = "SR0103";
    internal const string Template = "SR0104";
    internal const string UnusedConcept = "SR0105";
    internal const string UnknownWindow = "SR0106";
    internal const string UnknownFestival = "SR0107";
    internal const string Windows = "SR0108";
    internal const string Calendar = "SR0109";
    internal const string UnusedSlot = "SR0110";
    internal const string UnknownSource = "SR0111";
    internal const string UnknownPack = "SR0701";
    internal const string PackCircle = "SR0702";
    internal const string UnknownRule = "SR0703";
    internal const string GivenTwice = "SR0704";

    /// <summary>The codes and their meanings.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [Unreadable] = "A file or folder of the pack cannot be read.",
        [Syntax] = "The file is not YAML.",
        [Alias] = "Anchors, aliases and very deep nesting are not allowed in packs.",
        [UnknownKey] = "A key that means nothing here.",
        [MissingKey] = "A key that must be there is not.",
        [WrongValue] = "A value of the wrong form.",
        [DuplicateId] = "Two rules or two concepts have one id.",
        [NoRules] = "The pack has no rules, so nothing would be checked.",
        [UnknownKind] = "A rule kind that does not exist.",
        [UnknownConcept] = "A concept that is not defined.",
        [UnknownSlot] = "A slot that the pack does not declare.",
        [Template] = "A template, or a regular expression, that cannot be read.",
        [UnusedConcept] = "A concept that no rule and no template uses.",
        [UnknownWindow] = "A window of the day that the pack does not declare.",
        [UnknownFestival] = "A festival that the calendar does not have.",
        [Windows] = "The windows of the day leave a gap or overlap.",
        [Calendar] = "The calendar cannot be read.",
        [UnusedSlot] = "A slot that nothing uses.",
        [UnknownSource] = "A rule cites a sentence that the handbook does not have.",
        [UnknownPack] = "A pack that is to be extended is not there.",
        [PackCircle] = "Packs extend each other in a circle.",
        [UnknownRule] = "What is to be disabled, tuned, suppressed or scored does not exist.",
        [GivenTwice] = "Two suppressions have one id, or the scorecard is given twice.",
    }.ToFrozenDictionary();
}
