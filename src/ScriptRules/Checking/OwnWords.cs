using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Entities;
using ScriptRules.Text.Facts;

namespace ScriptRules.Checking;

/// <summary>Edits that keep the agent's own sentence: a number is masked, a time is put where it belongs.</summary>
internal static class OwnWords
{
    /// <param name="production">What stands.</param>
    /// <param name="anchor">For what.</param>
    /// <param name="text">The turn as sent.</param>
    /// <param name="fill">Fills slots.</param>
    internal static IEnumerable<Edit> Edits(Production production, Fact anchor, string text, Func<string, string> fill) => (production.Rewrite, anchor) switch
    {
        (RewriteWay.NameTime, Promise promise) => production.Words.Select(w => Named(promise.TimeSpan, fill(w), text)),
        (RewriteWay.Mask, Entity entity) => Masked(entity, text),
        _ => [],
    };

    private static Edit Named(TextSpan place, string words, string text)
    {
        var isSaid = words.StartsWith('在') && place.Start > 0 && text[place.Start - 1] == '在';
        return new Edit(place, isSaid ? words[1..] : words);
    }

    private static IEnumerable<Edit> Masked(Entity entity, string text)
    {
        var stars = new Edit(entity.Span, entity.Span.Of(PersonalData.Mask(text, [new EntityHit(entity.What, entity.Span, entity.Value)])));
        if (PersonalData.Tail(text, entity.Span, entity.What) is not { } digits) return [stars];
        var tail = new Edit(entity.Span, "尾号" + digits);
        return entity.Span.Of(text).All(char.IsAsciiDigit) ? [stars, tail] : [tail, stars]; // stars cannot be read out
    }
}
