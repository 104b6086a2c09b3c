using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Tells what became of every rule, the unbroken ones too.</summary>
internal sealed class RuleVerdicts
{
    private const string Cut = "too much in one turn: not all of it was read";
    private const string NoName = "the customer's name is not known";
    private const string NoClock = "no clock: the conversation does not say when it began";
    private const string NoDueTime = "no clock: a promise names a day, and the conversation does not say when it began";
    private const string NoTurnTimes = "no times: it is not known of every turn when it began and ended";
    private const string NoEnd = "no end: it is not known when the contact ended";
    private const string NoTimes = "no times: it is not known when the call was answered and when the agent began";

    private readonly RulePack _pack;
    private readonly Needs[] _needs;             // of all productions of a rule
    private readonly bool[] _isConditional;      // whether a rule has occasions
    private readonly int[] _special;             // the rules that need to know more than words, or are not for every conversation
    private readonly RuleVerdict[] _passed;      // by rule: they are the same in every report
    private readonly RuleVerdict[] _violated;
    private readonly RuleVerdict[] _notApplicable;
    private readonly RuleVerdict[] _untouched;   // as long as nothing is found
    private readonly bool _isAlwaysDecided;

    internal RuleVerdicts(RulePack pack)
    {
        _pack = pack;
        _needs = new Needs[pack.Rules.Length];
        _isConditional = new bool[pack.Rules.Length];
        foreach (var production in pack.Productions)
        {
            _needs[production.Rule] |= production.Needs;
            _isConditional[production.Rule] |= production.Meaning == Meaning.Applies;
        }

        _special = [.. Enumerable.Range(0, pack.Rules.Length).Where(i => _needs[i] != Needs.None || pack.Rules[i].AppliesWhen != AppliesWhen.Always)];
        _isAlwaysDecided = _special.Length < pack.Rules.Length;
        _passed = All(Verdict.Passed);
        _violated = All(Verdict.Violated);
        _notApplicable = All(Verdict.NotApplicable);
        _untouched = [.. _passed.Select((passed, i) => _isConditional[i] ? _notApplicable[i] : passed)];
        NothingSaid = [.. pack.Rules.Select(r => new RuleVerdict(r.Id, Verdict.NotEvaluable, "the agent says nothing that can be read"))];

        RuleVerdict[] All(Verdict verdict) => [.. pack.Rules.Select(r => new RuleVerdict(r.Id, verdict))];
    }

    /// <summary>The verdicts on a conversation in which there is nothing to judge.</summary>
    internal ImmutableArray<RuleVerdict> NothingSaid { get; }

    /// <param name="isDecided">Whether a rule passed or had no occasion.</param>
    internal ImmutableArray<RuleVerdict> Of(Conversation conversation, FactSet facts, IReadOnlyCollection<Standing> standing, IReadOnlyList<Finding> findings, out bool isDecided)
    {
        var verdicts = (RuleVerdict[])_untouched.Clone();
        List<int>? unknown = null; // productions
        foreach (var one in standing)
        {
            var production = _pack.Productions[one.Production];
            if (production.Meaning == Meaning.Applies) verdicts[production.Rule] = _passed[production.Rule];
            else if (production.Meaning == Meaning.Unknown) (unknown ??= []).Add(one.Production);
        }

        var missing = _special.Length == 0 ? Needs.None : Missing(facts);
        foreach (var rule in _special) verdicts[rule] = Special(rule, verdicts[rule], conversation, missing);
        isDecided = _isAlwaysDecided || Array.Exists(verdicts, v => v.Verdict != Verdict.NotEvaluable);

        unknown?.Sort();
        foreach (var production in (unknown ?? []).Select(index => _pack.Productions[index]))
            if (verdicts[production.Rule].Verdict != Verdict.NotEvaluable && Covers(production.Rule, conversation) == true) verdicts[production.Rule] = new RuleVerdict(_pack.Rules[production.Rule].Id, Verdict.NotEvaluable, production.Reason);

        if (facts.Readings.Any(r => r.IsCut))
        {
            isDecided = false;
            for (var i = 0; i < verdicts.Length; i++)
                if (Covers(i, conversation) == true) verdicts[i] = new RuleVerdict(_pack.Rules[i].Id, Verdict.NotEvaluable, Cut);
                else isDecided |= verdicts[i].Verdict != Verdict.NotEvaluable;
        }

        foreach (var finding in findings) verdicts[finding.Rule] = _violated[finding.Rule];
        return ImmutableCollectionsMarshal.AsImmutableArray(verdicts);
    }

    /// <param name="otherwise">The verdict if words are enough.</param>
    private RuleVerdict Special(int rule, RuleVerdict otherwise, Conversation conversation, Needs missing)
    {
        var lacking = _needs[rule] & missing;
        var covers = Covers(rule, conversation);
        if (covers == false) return _notApplicable[rule];
        if (covers is null) return new RuleVerdict(_pack.Rules[rule].Id, Verdict.NotEvaluable, _pack.Rules[rule].AppliesWhen.Lacks(conversation));
        if (conversation.Draft is not null && (_needs[rule] & (Needs.TurnTimes | Needs.EndTime)) != 0) return _notApplicable[rule]; // what was not sent took no time
        // Without the name, nobody can tell whether there was an occasion.
        if ((lacking & Needs.Name) == 0 && otherwise.Verdict == Verdict.NotApplicable) return otherwise;
        return lacking == Needs.None ? otherwise : new RuleVerdict(_pack.Rules[rule].Id, Verdict.NotEvaluable, Why(lacking));
    }

    private bool? Covers(int rule, Conversation conversation) => _pack.Rules[rule].AppliesWhen.Covers(conversation, _pack.Clock);

    private static string Why(Needs lacking) =>
        (lacking & Needs.Name) != 0 ? NoName : (lacking & Needs.DueTime) != 0 ? NoDueTime : (lacking & Needs.Clock) != 0 ? NoClock
        : (lacking & Needs.TurnTimes) != 0 ? NoTurnTimes : (lacking & Needs.EndTime) != 0 ? NoEnd : NoTimes;

    private static Needs Missing(FactSet facts)
    {
        var missing = Needs.Clock | Needs.Name | Needs.Times | Needs.EndTime;
        foreach (var fact in facts.Facts)
        {
            if (fact is Clock) missing &= ~Needs.Clock;
            else if (fact is PartyName) missing &= ~Needs.Name;
            else if (fact is Utterance { Opens: 1, AnswerDelay: >= 0 }) missing &= ~Needs.Times;
            else if (fact is Silence { Next: Silence.End }) missing &= ~Needs.EndTime;
            else if (fact is Promise { NamesTime: 1, Minutes: < 0 }) missing |= Needs.DueTime;
            if (fact is Utterance { Speaker: not SpeakerRole.System, Length: > 0 } turn && (turn.StartsAt < 0 || turn.EndsAt < 0)) missing |= Needs.TurnTimes;
        }

        return missing;
    }
}
