namespace ScriptRules.Text.Matching;

/// <summary>Which sounds count as one when words are compared by their sound. Tones never count.</summary>
[Flags]
public enum Accents
{
    /// <summary>None: syllables are equal or they are not.</summary>
    Same = 0,

    /// <summary>zh and z, ch and c, sh and s.</summary>
    ZhZ = 1,

    /// <summary>n and l.</summary>
    NL = 2,

    /// <summary>ang and an, eng and en, ing and in.</summary>
    AngAn = 4,

    /// <summary>h and f.</summary>
    HF = 8,

    /// <summary>What speakers of the south and speech recognition confuse most.</summary>
    Usual = ZhZ | NL | AngAn,
}

/// <summary>Ways to write words so that they are not found; a concept names those that it reads through.</summary>
[Flags]
public enum Disguises
{
    /// <summary>None: only what folding takes away.</summary>
    None = 0,

    /// <summary>Latin letters or digits strewn between Han characters: 你a烦b不c烦.</summary>
    Letters = 1,

    /// <summary>Pinyin or its initials in the place of characters: 你ta妈的, tmd.</summary>
    Pinyin = 2,

    /// <summary>Characters that look like others, or are split in two: 自已 for 自己, 女子 for 好.</summary>
    LookAlikes = 4,

    /// <summary>A character said several times: 烦不不不烦.</summary>
    Repeats = 8,
}
