using ScriptRules.Text;

namespace ScriptRules.Formats.PlainText;

/// <summary>What the names in the labels of a transcript tell of the parties.</summary>
internal static class PartyName
{
    private static readonly string[] Honorifics = ["先生", "女士", "小姐"];

    public static bool EndsWithHonorific(string name) => Honorifics.Any(h => name.Length > h.Length && name.EndsWith(h, StringComparison.Ordinal));

    /// <summary>The agent, when all labels give the same name; a number is a staff number.</summary>
    public static Party Agent(IReadOnlyCollection<string> names)
    {
        if (names.Count != 1)
            return Party.Unknown;

        var name = names.First();
        return name.All(char.IsAsciiDigit) ? new Party(Id: name) : new Party(Name: name);
    }

    /// <summary>The customer, when all labels give the same surname and honorific. Any other name may be a nickname.</summary>
    public static Party Customer(IReadOnlyCollection<string> names)
    {
        if (names.Count != 1)
            return Party.Unknown;

        var name = names.First();
        var honorific = Array.Find(Honorifics, h => name.EndsWith(h, StringComparison.Ordinal));
        return honorific is not null && name.Length > honorific.Length
            ? new Party(Name: name[..^honorific.Length], Honorific: honorific)
            : Party.Unknown;
    }
}
