using System.Collections.Immutable;
using System.Text;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Facts.Names;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Checking;

/// <summary>Plans the edits that could mend a turn, the smallest change first.</summary>
internal sealed class EditPlanner(RulePack pack)
{
    // A turn with more findings is not mended piece by piece: it would read badly, and trying costs the square of them.
    private const int MendedAtMost = 20;

    /// <summary>Ways to mend <paramref name="finding"/>: alone, then with what is wrong beside it, then the whole turn anew.</summary>
    internal IEnumerable<Plan> Plans(Finding finding, IReadOnlyList<Finding> all, FactSet facts)
    {
        var reading = facts.Readings[finding.Turn];
        var others = all.Where(f => f.Turn == finding.Turn && f != finding).ToList();
        var own = others.Count < MendedAtMost ? Alternatives(finding, facts).ToList() : [];
        foreach (var edits in own)
            if (!Leaves(others, edits)) yield return new Plan(edits, Applicability.Automatic);
        if (others.Count > 0)
        {
            var atLeast = others.Max(f => pack.Rules[f.Rule].Applicability);
            if (own.Count > 0)
            {
                foreach (var edits in OneForAll([finding, .. others], facts)) yield return new Plan(edits, Applicability.Confirm);
            }

            foreach (var edits in own)
            {
                // One model sentence for all reads better than one behind the other, when it is enough.
                if (!IsWord(finding)) yield return new Plan(Together(finding, edits, others, facts, 0, clear: true), Applicability.Confirm);
                if (IsSentence(finding)) yield return new Plan(Together(finding, [.. edits.Select(Cleared)], others, facts, 0, clear: false), Applicability.Confirm);
                for (var choice = 0; choice < 3; choice++) yield return new Plan(Together(finding, edits, others, facts, choice, clear: false), atLeast);
            }
        }

        foreach (var model in Models(finding, facts).Where(_ => finding.Standing[0].Production.Rewrite != RewriteWay.None))
            yield return new Plan([new Edit(new TextSpan(0, reading.Turn.Text.Length), model)], Applicability.Confirm); // what else was said is lost
    }

    /// <summary>Replies for a turn that nobody answered.</summary>
    internal IEnumerable<Plan> NewReplies(Finding finding, FactSet facts)
    {
        var models = finding.Standing.Select(s => s.Production).Distinct().SelectMany(p => Models(finding, facts, p)).Distinct(StringComparer.Ordinal);
        foreach (var model in models) yield return new Plan([new Edit(default, model)], Applicability.Automatic);
    }

    /// <summary><paramref name="text"/> with the edits made.</summary>
    internal static string Apply(string text, ImmutableArray<Edit> edits)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var edit in edits)
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.Replacement);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Equal for plans that do the same.</summary>
    internal static string Key(ImmutableArray<Edit> edits) => string.Join('\n', edits.Select(e => $"{e.Span.Start},{e.Span.End},{e.Replacement}"));

    private IEnumerable<ImmutableArray<Edit>> Alternatives(Finding finding, FactSet facts)
    {
        var production = finding.Standing[0].Production;
        var reading = facts.Readings[finding.Turn];
        if (production.Rewrite == RewriteWay.ReplaceName)
        {
            if (NameAt(finding.Turn, facts) is { } name) yield return [new Edit(finding.Span, Fill("{customer_surname}{honorific}", facts, name))];
            yield break;
        }

        if (production.Rewrite == RewriteWay.SayPolitely)
        {
            var anchor = finding.Standing[0].Anchor;
            yield return
            [
                .. from said in facts.Facts.OfType<Mention>()
                   where said.Turn == anchor.Turn && said.Concept == anchor.Concept
                   orderby said.Span.Start
                   select new Edit(said.Span, production.Words[0]),
            ];
            yield break;
        }

        foreach (var (standing, anchor) in finding.Standing)
        {
            foreach (var edit in OwnWords.Edits(standing, anchor, reading.Turn.Text, words => Fill(words, facts, NameAt(finding.Turn, facts)))) yield return [edit];
        }

        foreach (var model in Models(finding, facts))
        {
            if (Place(production.Rewrite, finding, reading, model) is not { } edit) continue;
            if (LastWords(finding.Turn, production.Instead, facts) is { } last) yield return [new Edit(last, model)];
            else yield return [edit];
        }
    }

    /// <summary>The turn from the clause on in which its last sentence begins to say one of <paramref name="concepts"/>; null when it says none.</summary>
    private static TextSpan? LastWords(int turn, ImmutableArray<int> concepts, FactSet facts)
    {
        var (text, length) = (facts.Readings[turn].Text, facts.Readings[turn].Turn.Text.Length);
        if (concepts.IsEmpty || text.Length == 0) return null;
        var sentence = text.SourceStart(text.SentenceStart(text.Length - 1));
        int? from = null;
        foreach (var said in facts.Facts.OfType<Mention>())
        {
            if (said.Turn != turn || said.Span.Start < sentence || !concepts.Contains(said.Concept)) continue;
            var clause = Unit(RewriteWay.ReplaceClause, said.Span, facts.Readings[turn]).Start;
            from = Math.Min(from ?? clause, clause);
        }

        return from is { } start ? new TextSpan(start, length) : null;
    }

    /// <summary>Whether the words of another finding stay as they are: an apology in front may excuse them, but nobody should be offered them.</summary>
    private static bool Leaves(List<Finding> others, ImmutableArray<Edit> edits) => others.Exists(o => IsSentence(o) && !edits.Any(e => e.Span.Overlaps(o.Span)));

    /// <summary>What mends one of the findings, where it may do for all, since two apologies behind each other read badly; what says most comes first.</summary>
    private IEnumerable<ImmutableArray<Edit>> OneForAll(IReadOnlyList<Finding> findings, FactSet facts) =>
        from lead in findings
        where !IsWord(lead) && lead.Standing[0].Production.Rewrite != RewriteWay.Append // what ends a reply does not make one
        let edits = Alternatives(lead, facts).FirstOrDefault()
        where !edits.IsDefaultOrEmpty
        orderby edits.Sum(e => e.Replacement.Length) descending
        select Together(lead, edits, [.. findings.Where(f => f != lead)], facts, 0, clear: true, insert: false);

    /// <summary>The edits of one finding with those of its neighbours, where they do not overlap.</summary>
    /// <param name="clear">Whether the sentences of neighbours are left out and nothing is put in their place.</param>
    /// <param name="insert">Whether what neighbours lack is put in.</param>
    private ImmutableArray<Edit> Together(Finding finding, ImmutableArray<Edit> own, List<Finding> others, FactSet facts, int choice, bool clear, bool insert = true)
    {
        var edits = own.ToList();
        var words = IsWord(finding) ? own : [];
        foreach (var other in others)
        {
            var alternatives = Alternatives(other, facts).Take(choice + 1).ToList();
            if (alternatives.Count == 0) continue;
            foreach (var planned in alternatives[^1])
            {
                if (!insert && IsInsertion(other)) continue;
                var edit = clear && IsSentence(other) ? Cleared(planned) : planned;
                edits.RemoveAll(e => words.Contains(e) && e.Span.Overlaps(edit.Span)); // a word goes with the sentence that it stands in
                if (edits.Exists(e => Conflict(e.Span, edit.Span))) continue;
                var isSaid = !IsWord(other) && edits.Exists(e => e.Replacement.Contains(edit.Replacement, StringComparison.Ordinal));
                var same = edit.Span.Length == 0 ? edits.FindIndex(e => e.Span == edit.Span) : -1;
                // The same sentence is not said twice: the second place is only cleared.
                if (isSaid && edit.Span.Length > 0) edits.Add(Cleared(edit with { Span = WithComma(edit.Span, facts.Readings[other.Turn].Turn.Text) }));
                else if (same >= 0 && !isSaid) edits[same] = edit with { Replacement = Joined(edits[same].Replacement, edit.Replacement) };
                else if (!isSaid) edits.Add(edit);
            }
        }

        return [.. WithoutSecondStop(edits.OrderBy(e => e.Span), facts.Readings[others[0].Turn].Turn.Text)];
    }

    /// <summary>The stop before an appended sentence was owed to words that another edit has put something else for.</summary>
    private static IEnumerable<Edit> WithoutSecondStop(IEnumerable<Edit> edits, string text)
    {
        Edit? before = null;
        foreach (var edit in edits)
        {
            var follows = before is not null && before.Span.End == edit.Span.Start && edit.Span.Length == 0 && edit.Replacement.StartsWith('。');
            var ends = !follows || before!.Replacement.Length > 0 ? before?.Replacement : text[..before.Span.Start];
            yield return before = follows && !NeedsStop(ends!) ? edit with { Replacement = edit.Replacement[1..] } : edit;
        }
    }

    /// <summary>What is left out takes the comma behind it along.</summary>
    private static TextSpan WithComma(TextSpan span, string text) =>
        span.End < text.Length && text[span.End] is '，' or ',' ? span with { End = span.End + 1 } : span;

    /// <summary>Two insertions at one place; what ends in a comma, as a form of address does, leads.</summary>
    private static string Joined(string first, string second) =>
        second.EndsWith('，') && !first.EndsWith('，') ? second + first : first + second;

    /// <summary>Whether what is mended is a whole sentence, which can be left out; a name or an opening cannot.</summary>
    private static bool IsSentence(Finding finding) => finding.Standing[0].Production.Rewrite == RewriteWay.ReplaceSentence;

    /// <summary>Whether what is mended is that a sentence is missing.</summary>
    private static bool IsInsertion(Finding finding) => finding.Standing[0].Production.Rewrite is RewriteWay.InsertAtStart or RewriteWay.Append;

    /// <summary>Whether words are mended wherever the turn says them.</summary>
    private static bool IsWord(Finding finding) => finding.Standing[0].Production.Rewrite == RewriteWay.SayPolitely;

    private static Edit Cleared(Edit edit) => edit with { Replacement = "" };

    /// <summary>Whether two edits cannot both be made. Insertions at one place can, one behind the other.</summary>
    private static bool Conflict(TextSpan a, TextSpan b) => a.Length > 0 && b.Length > 0
        ? a.Overlaps(b)
        : (a.Start < b.Start && b.End < a.End) || (b.Start < a.Start && a.End < b.End);

    private static Edit? Place(RewriteWay way, Finding finding, TurnReading reading, string model)
    {
        var text = reading.Turn.Text;
        switch (way)
        {
            case RewriteWay.None or RewriteWay.NewTurn:
                return null;
            case RewriteWay.InsertAtStart:
                return new Edit(default, Closed(model));
            case RewriteWay.Append or RewriteWay.NameTime:
                return new Edit(new TextSpan(text.Length, text.Length), NeedsStop(text) ? "。" + model : model);
            case RewriteWay.ReplaceSpan:
                return new Edit(finding.Span, model);
            case RewriteWay.ReplaceOpening:
                var end = SaidUntil(reading, Past(text, finding.Span.End), model);
                return new Edit(finding.Span with { End = end }, end < text.Length ? Closed(model) : model);
            default:
                var unit = Unit(way, finding.Span, reading);
                return new Edit(unit, unit.End < text.Length && way == RewriteWay.ReplaceSentence ? Closed(model) : model);
        }
    }

    /// <summary>The sentence, with its stop, or the clause around <paramref name="span"/>.</summary>
    private static TextSpan Unit(RewriteWay way, TextSpan span, TurnReading reading)
    {
        var folded = reading.Text;
        var (first, last) = (-1, -1);
        for (var i = 0; i < folded.Length; i++)
        {
            if (folded.SourceEnd(i) <= span.Start || folded.SourceStart(i) >= span.End) continue;
            if (first < 0) first = i;
            last = i;
        }

        if (first < 0) return span;
        var (from, to) = way == RewriteWay.ReplaceClause
            ? (folded.ClauseStart(first), folded.ClauseEnd(last))
            : (folded.SentenceStart(first), folded.SentenceEnd(last));
        var end = folded.SourceEnd(to - 1);
        return new TextSpan(from == 0 ? 0 : folded.SourceStart(from), way == RewriteWay.ReplaceSentence ? Past(reading.Turn.Text, end) : end);
    }

    /// <summary>Where the sentences from <paramref name="end"/> on stop saying, near enough, what <paramref name="model"/> says too.</summary>
    private static int SaidUntil(TurnReading reading, int end, string model)
    {
        var text = reading.Text;
        var said = FoldedText.Of(model).Chars;
        for (var at = 0; at < text.Length; at++)
        {
            if (text.SourceStart(at) < end) continue;
            var (to, common) = (text.SentenceEnd(at), 0);
            for (var i = at; i + 1 < to; i++)
                if (said.IndexOf(text.Chars.Slice(i, 2), StringComparison.Ordinal) >= 0) common++;
            if (common * 2 <= to - at) break;
            end = Past(reading.Turn.Text, text.SourceEnd(to - 1));
        }

        return end;
    }

    /// <summary>Past the punctuation that closes a sentence.</summary>
    private static int Past(string text, int end)
    {
        while (end < text.Length && "。！？!?.…~～”\"’'」』）) ".Contains(text[end], StringComparison.Ordinal)) end++;
        return end;
    }

    private static bool NeedsStop(string text) => text.Length > 0 && char.IsLetterOrDigit(text[^1]);

    private static string Closed(string model) => NeedsStop(model) || model.EndsWith('}') ? model + "。" : model;

    private IEnumerable<string> Models(Finding finding, FactSet facts) =>
        finding.Standing.Select(s => s.Production).Distinct().SelectMany(p => Models(finding, facts, p))
            .Select(m => BlanksFromDraft.Fill(m, facts.Readings[finding.Turn].Turn.Text)).Distinct(StringComparer.Ordinal);

    private IEnumerable<string> Models(Finding finding, FactSet facts, Production production)
    {
        var models = production.Suggest.IsEmpty ? pack.Rules[finding.Rule].Suggest : production.Suggest;
        return models.Select(m => Fill(m, facts, NameAt(finding.Turn, facts)));
    }

    /// <summary>The customer's name, when it is known by then.</summary>
    private static PartyName? NameAt(int turn, FactSet facts) => facts.Name is { } name && name.Turn <= turn ? name : null;

    /// <summary>Fills the slots that the pack or the conversation knows.</summary>
    private string Fill(string model, FactSet facts, PartyName? name) => SlotText.Fill(model, slot => slot switch
    {
        "customer_surname" => name?.Surname,
        "customer_name" => name?.FullName,
        "honorific" => facts.Honorific,
        "agent_name" => facts.AgentName,
        "agent_surname" => facts.AgentName is { } agent && Surnames.LengthIn(agent) is > 0 and var length ? agent[..length] : null,
        _ => pack.Slots.GetValueOrDefault(slot) is { } value && !value.Contains('|', StringComparison.Ordinal) ? value : null,
    });
}

/// <summary>A way to mend a turn.</summary>
/// <param name="Edits">By place.</param>
/// <param name="AtLeast">What applying it needs, whatever its own rule says.</param>
internal readonly record struct Plan(ImmutableArray<Edit> Edits, Applicability AtLeast);
