using System.Security.Cryptography;
using System.Text;
using ScriptRules.Rules;
using ScriptRules.Text.Normalization;

namespace ScriptRules.Checking;

/// <summary>Names violations by what they are, not where: rule, words and the turn they stand in, folded.</summary>
internal sealed class Fingerprints
{
    private const int Bytes = 8;
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    /// <summary>Sixteen hexadecimal digits; a second equal breach in the same conversation gets <c>-2</c>.</summary>
    internal string Of(string rule, Finding finding, string said, string turn)
    {
        var reasons = finding.Standing.Count == 1 ? Why(finding.Standing[0].Production) : string.Join(',', finding.Standing.Select(s => Why(s.Production)).Distinct(StringComparer.Ordinal));
        var name = $"{rule}\n{reasons}\n{FoldTable.FoldPhrase(said)}\n{FoldTable.FoldPhrase(turn)}";
        var print = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, Bytes));
        var count = _seen[print] = _seen.GetValueOrDefault(print) + 1;
        return count == 1 ? print : $"{print}-{count}";
    }

    /// <summary>The name without the count of equal breaches; in a document every line is a conversation of its own, so equal ones have none.</summary>
    internal static string WithoutCount(string fingerprint) => fingerprint.IndexOf('-', StringComparison.Ordinal) is >= 0 and var at ? fingerprint[..at] : fingerprint;

    private static string Why(Production production) => production.Subject.Length == 0 ? production.Reason : $"{production.Reason} {production.Subject}";
}
