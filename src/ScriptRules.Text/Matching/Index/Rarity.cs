namespace ScriptRules.Text.Matching.Index;

/// <summary>How often a character is met in Chinese text, in steps of two.</summary>
internal static class Rarity
{
    private const int Most = 10;
    private const int OfLettersAndDigits = 5;

    private static readonly byte[] Commonness = Build();

    /// <summary>0 for a rare character, up to 10: each step is about twice as often.</summary>
    internal static int Of(char c) => Commonness[c];

    // Frequency is near to one over the rank.
    private static byte[] Build()
    {
        var commonness = new byte[0x10000];
        for (var c = '0'; c <= '9'; c++) commonness[c] = OfLettersAndDigits;
        for (var c = 'a'; c <= 'z'; c++) commonness[c] = OfLettersAndDigits;
        for (var rank = 0; rank < CommonCharacters.MostFirst.Length; rank++)
        {
            commonness[CommonCharacters.MostFirst[rank]] = (byte)(Most - int.Log2(rank + 1));
        }
        return commonness;
    }
}
