namespace ScriptRules.Text.Matching.Channels;

/// <summary>Collects the templates that are read through channels.</summary>
internal sealed class ChannelBuilder
{
    private readonly Dictionary<(Accents Accents, bool IsForSpeech), List<(int, PatternProgram)>> _sounds = [];
    private readonly Dictionary<Disguises, List<(int, PatternProgram)>> _disguised = [];
    private readonly Dictionary<Accents, SoundChannel> _soundChannels = [];
    private readonly List<TypedPinyin.Entry> _typed = [];
    private readonly List<SimilarSentences.Sample> _samples = [];

    private static readonly (Disguises Disguise, Channel Channel)[] Channels =
        [(Disguises.Letters, new LetterChannel()), (Disguises.LookAlikes, new LookAlikeChannel()), (Disguises.Repeats, new RepeatChannel())];

    internal void AddSample(int id, string sentence, double coverage) => _samples.Add(new SimilarSentences.Sample(id, sentence, coverage));

    /// <summary>Takes a template in for all channels that its concept asks for.</summary>
    /// <returns>The keys under which none of its wordings can be read; empty when all is well.</returns>
    internal IReadOnlyList<string> Add(int id, Concept concept, PatternNode template)
    {
        var unread = new List<string>();
        if (concept.SoundLike is { } accents && !AddTo(List(_sounds, (accents, false)), id, concept, template, Sound(accents))) unread.Add("sound-like");
        if (concept is { SoundLike: null, SoundLikeInSpeech: { } heard }) AddTo(List(_sounds, (heard, true)), id, concept, template, Sound(heard));
        var isRead = concept.Disguises == Disguises.None;
        foreach (var (disguise, channel) in Channels)
            if ((concept.Disguises & disguise) != 0) isRead |= AddTo(List(_disguised, disguise), id, concept, template, channel);
        if ((concept.Disguises & Disguises.Pinyin) != 0) isRead |= AddTyped(id, concept, template);
        if (!isRead) unread.Add("disguises");
        return unread;
    }

    /// <summary>Null when nothing asks for a channel.</summary>
    internal ChannelSet? Build()
    {
        var channels = new List<ChannelIndex>();
        foreach (var ((accents, isForSpeech), programs) in _sounds.OrderBy(s => s.Key))
            if (programs.Count > 0) channels.Add(ChannelIndex.Build(Sound(accents), programs, isForSpeech));
        foreach (var (disguise, channel) in Channels)
            if (_disguised.TryGetValue(disguise, out var programs) && programs.Count > 0) channels.Add(ChannelIndex.Build(channel, programs, false));
        return channels.Count + _typed.Count + _samples.Count == 0 ? null
            : new ChannelSet([.. channels], _typed.Count > 0 ? TypedPinyin.Build(_typed) : null, _samples.Count > 0 ? SimilarSentences.Build(_samples) : null);
    }

    private static bool AddTo(List<(int, PatternProgram)> programs, int id, Concept concept, PatternNode template, Channel channel)
    {
        var before = programs.Count;
        foreach (var branch in TemplateParts.Of(template))
        {
            if (Speller.Spell(branch, HasPlace(concept), channel) is not { } spelled) continue;
            var program = PatternProgram.Compile(spelled, concept.IgnoresPunctuation);
            if (program.Gate.Count > 0) programs.Add((id, program));
        }

        return programs.Count > before;
    }

    private bool AddTyped(int id, Concept concept, PatternNode template)
    {
        var before = _typed.Count;
        foreach (var branch in TemplateParts.Of(template))
        {
            var (lead, tail) = (Program(branch.Lead), Program(branch.Tail));
            foreach (var words in branch.Words ?? [])
                if (TypedPinyin.CanType(words)) _typed.Add(new TypedPinyin.Entry(id, words, lead, tail, HasPlace(concept) || branch.HasPlace));
        }

        return _typed.Count > before;

        PatternProgram? Program(IReadOnlyList<PatternNode> conditions) =>
            conditions.Count == 0 ? null : PatternProgram.Compile(new PatternNode.Sequence(conditions), concept.IgnoresPunctuation);
    }

    private static bool HasPlace(Concept concept) => concept.At != PositionGuard.Anywhere || concept.After.Length > 0 || concept.Before.Length > 0;

    private SoundChannel Sound(Accents accents)
    {
        if (!_soundChannels.TryGetValue(accents, out var channel)) _soundChannels.Add(accents, channel = new SoundChannel(accents));
        return channel;
    }

    private static List<(int, PatternProgram)> List<TKey>(Dictionary<TKey, List<(int, PatternProgram)>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        return list;
    }
}
