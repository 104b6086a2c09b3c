namespace ScriptRules.Text.Facts;

/// <summary>How many turns and sentences there have been, of all speakers and of either side.</summary>
/// <param name="Turns">Turns of all.</param>
/// <param name="AgentTurns">Turns of the agent.</param>
/// <param name="CustomerTurns">Turns of the customer.</param>
/// <param name="Sentences">Sentences of all; 0 throughout when the finder does not count them.</param>
/// <param name="AgentSentences">Sentences of the agent.</param>
/// <param name="CustomerSentences">Sentences of the customer.</param>
public readonly record struct Progress(int Turns, int AgentTurns, int CustomerTurns, int Sentences, int AgentSentences, int CustomerSentences)
{
    /// <summary>More than any conversation has: nothing comes after it.</summary>
    public static Progress Complete { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue);

    /// <summary>With one more turn of <paramref name="speaker"/>, up to its <paramref name="sentences"/>th sentence.</summary>
    public Progress With(SpeakerRole speaker, int sentences) => Add(speaker, 1, sentences);

    /// <summary>Before sentence <paramref name="sentence"/>, counted from 0, of the turn of <paramref name="speaker"/> that comes next.</summary>
    public Progress Within(SpeakerRole speaker, int sentence) => Add(speaker, 0, sentence);

    private Progress Add(SpeakerRole speaker, int turns, int sentences) => new(
        Turns + turns,
        AgentTurns + (speaker == SpeakerRole.Agent ? turns : 0),
        CustomerTurns + (speaker == SpeakerRole.Customer ? turns : 0),
        Sentences + sentences,
        AgentSentences + (speaker == SpeakerRole.Agent ? sentences : 0),
        CustomerSentences + (speaker == SpeakerRole.Customer ? sentences : 0));
}
