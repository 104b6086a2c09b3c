using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>All channels that the concepts of a pack ask for. What is found as written is not found again.</summary>
internal sealed class ChannelSet(ChannelIndex[] channels, TypedPinyin? typed, SimilarSentences? similar)
{
    /// <summary>Offers what is found to <paramref name="scan"/>.</summary>
    /// <param name="text">A turn, folded.</param>
    /// <param name="scan">Has what was found as written.</param>
    /// <param name="concepts">By number, from 1.</param>
    /// <param name="fromSpeech">Whether speech recognition has written the text.</param>
    /// <returns>False when there was more than is read.</returns>
    internal bool Scan(FoldedText text, TurnScan scan, CompiledConcept[] concepts, bool fromSpeech)
    {
        var complete = true;
        foreach (var channel in channels)
            if (fromSpeech || !channel.IsForSpeech) complete &= channel.Scan(text, scan, concepts);
        if (typed is not null) complete &= typed.Scan(text, scan, concepts);
        if (similar is not null) complete &= similar.Scan(text, scan, concepts);
        return complete;
    }
}
