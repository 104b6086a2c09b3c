using System.Collections.Immutable;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Lists the promises of a conversation, or those of its draft.</summary>
internal static class PromiseList
{
    internal static ImmutableArray<PromiseMade> Of(Conversation conversation, FactSet facts)
    {
        var promises = new List<Promise>();
        foreach (var fact in facts.Facts)
            if (fact is Promise promise) promises.Add(promise);
        if (promises.Count == 0) return [];

        var list = ImmutableArray.CreateBuilder<PromiseMade>();
        var last = (Turn: -1, Sentence: default(TextSpan));
        foreach (var promise in promises.OrderBy(p => p.Turn).ThenBy(p => p.Sentence).ThenByDescending(p => p.NamesTime).ThenBy(p => p.Span))
        {
            if (conversation.Draft is not null && promise.Turn != conversation.Turns.Length) continue;
            if (last == (promise.Turn, promise.Sentence)) continue; // said in two ways
            last = (promise.Turn, promise.Sentence);
            var text = facts.Readings[promise.Turn].Turn.Text;
            list.Add(new PromiseMade(promise.Turn, promise.Span, promise.Span.Of(text),
                promise.NamesTime == 1 ? promise.TimeSpan : null, promise.DueIn < 0 ? null : promise.DueIn,
                promise.DueIn < 0 ? null : promise.SaidAt?.AddMinutes(promise.DueIn)));
        }

        return list.ToImmutable();
    }
}
