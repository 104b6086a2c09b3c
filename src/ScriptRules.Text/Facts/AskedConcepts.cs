using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Facts;

/// <summary>Of whom it is asked whether they say a concept, so that nothing else need be looked for or told.</summary>
/// <remarks>Immutable. Half of what a pack knows is what customers say, which nobody asks of an agent's turn.</remarks>
public sealed class AskedConcepts
{
    private static readonly SpeakerRole[] Roles = Enum.GetValues<SpeakerRole>();

    private readonly bool[][] _asked; // by speaker and concept
    private readonly bool[][] _found; // likewise, with what those are made of

    /// <param name="lexicon">What the numbers of concepts mean.</param>
    /// <param name="asked">Each concept that is asked for, and of whom; null for of anybody. Numbers that the lexicon does not know are passed over.</param>
    public AskedConcepts(Lexicon lexicon, IEnumerable<(int Concept, SpeakerRole? Speaker)> asked)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(asked);
        (_asked, _found) = (Array.ConvertAll(Roles, _ => new bool[lexicon.Count + 1]), Array.ConvertAll(Roles, _ => new bool[lexicon.Count + 1]));
        foreach (var (concept, speaker) in asked)
        {
            if (concept < 1 || concept > lexicon.Count) continue;
            foreach (var role in Roles)
                if (speaker is null || speaker == role) _asked[(int)role][concept] = true;
        }

        foreach (var role in Roles)
            for (var concept = 1; concept <= lexicon.Count; concept++)
                if (_asked[(int)role][concept]) lexicon.AddWithParts(concept, _found[(int)role]);
    }

    /// <summary>By concept, whether it is asked of <paramref name="speaker"/>.</summary>
    internal ReadOnlySpan<bool> Of(SpeakerRole speaker) => _asked[(int)speaker];

    /// <summary>By concept, whether it must be looked for in what <paramref name="speaker"/> says: what is asked, and what that is made of.</summary>
    internal bool[] ToFind(SpeakerRole speaker) => _found[(int)speaker];
}
