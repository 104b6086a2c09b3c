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
    internal const string Unread = "SR0481";
    internal const string Ungated = "SR0482";
    internal const string ShortPhrase = "SR0483";
    internal const string WrongUnit = "SR0601";
    internal const string KeyInVain = "SR0602";
    internal const string WrongSteps = "SR0603";
    internal const string Expression = "SR0901";
    internal const string UnknownCondition = "SR0902";
    internal const string ConditionCircle = "SR0903";
    internal const string ConstantExpression = "SR0904";
    internal const string UnusedCondition = "SR0905";
    internal const string TooManyCases = "SR0906";
    internal const string CannotBeJudged = "SR0907";
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
        [WrongUnit] = "A bound whose unit is not that of what is measured.",
        [KeyInVain] = "A key that says nothing beside the others of the rule.",
        [WrongSteps] = "Steps that make no sequence.",
        [UnknownSource] = "A rule cites a sentence that the handbook does not have.",
        [Unread] = "A template that is too short to be read by its sound or through a disguise.",
        [Ungated] = "A regular expression without words that must be there.",
        [ShortPhrase] = "One or two characters with nothing that says where they stand.",
        [Expression] = "An expression of conditions that cannot be read.",
        [UnknownCondition] = "A condition that the rule does not have.",
        [ConditionCircle] = "Conditions look from each other in a circle.",
        [ConstantExpression] = "An expression of conditions that always or never holds.",
        [UnusedCondition] = "A condition that the rule's expression does not use.",
        [TooManyCases] = "An expression of conditions with too many cases.",
        [CannotBeJudged] = "A condition that cannot be judged as it is joined.",
        [UnknownPack] = "A pack that is to be extended is not there.",
        [PackCircle] = "Packs extend each other in a circle.",
        [UnknownRule] = "What is to be disabled, tuned, suppressed or scored does not exist.",
        [GivenTwice] = "Two suppressions have one id, or the scorecard is given twice.",
    }.ToFrozenDictionary();
}
