using ScriptRules.Text.Normalization;

namespace ScriptRules.Text.Matching.Channels;

/// <summary>The templates that one channel reads, found in one more scan of a text.</summary>
internal sealed class ChannelIndex
{
    private readonly Channel _channel;
    private readonly PhraseIndex _gates;
    private readonly GateTargets _targets;

    private ChannelIndex(Channel channel, PhraseIndex gates, GateTargets targets, bool isForSpeech) =>
        (_channel, _gates, _targets, IsForSpeech) = (channel, gates, targets, isForSpeech);

    /// <summary>Whether it is only for what speech recognition has written.</summary>
    internal bool IsForSpeech { get; }

    /// <param name="programs">Templates as the channel spells them, each with its concept; none is without a word.</param>
    internal static ChannelIndex Build(Channel channel, IEnumerable<(int Concept, PatternProgram Program)> programs, bool isForSpeech)
    {
        var builder = new GateTargets.Builder();
        foreach (var (concept, program) in programs) builder.Add(concept, program);
        var targets = builder.Build(out var gates);
        return new ChannelIndex(channel, gates, targets, isForSpeech);
    }

    /// <summary>Offers what is found to <paramref name="scan"/>, which has what was found as written.</summary>
    /// <returns>False when there was more than is read.</returns>
    internal bool Scan(FoldedText text, TurnScan scan, CompiledConcept[] concepts)
    {
        if (_channel.Read(text) is not { } view) return true;
        var gates = new List<PhraseHit>();
        var chars = view.Text.Chars;
        var complete = _gates.Find(chars, gates);
        foreach (var gate in gates)
        {
            foreach (ref var target in _targets.Of(gate.Phrase))
            {
                for (var start = target.NextStart(view.Text, chars, gate.Start, 0); start >= 0; start = target.NextStart(view.Text, chars, gate.Start, start + 1))
                {
                    var end = target.Program.Match(view.Text, start, scan.Scratch);
                    if (end <= start) continue;
                    var (from, to) = view.Folded(start, end);
                    scan.Offer(concepts[target.Concept - 1], from, to, _channel.Mark);
                }
            }

            if (scan.IsFull) break;
        }

        return complete;
    }
}
