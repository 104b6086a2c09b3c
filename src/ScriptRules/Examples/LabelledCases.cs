using System.Collections.Immutable;
using ScriptRules.Formats;

namespace ScriptRules.Examples;

/// <summary>The labelled cases of a pack, as far as they can be read.</summary>
/// <param name="Cases">By file, in ordinal order of the names, and line.</param>
/// <param name="Errors">Why others could not be read; nothing is left out unsaid.</param>
public sealed record LabelledCases(ImmutableArray<LabelledCase> Cases, ImmutableArray<InputError> Errors)
{
    /// <summary>The folder of a pack that its cases lie in.</summary>
    public const string Folder = "examples";

    /// <summary>The cases of the pack in a folder: all lines of <c>examples/*.jsonl</c>.</summary>
    /// <param name="pack">The folder that holds <c>pack.yaml</c>.</param>
    /// <returns>Nothing when the pack has no such folder.</returns>
    public static LabelledCases Of(string pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var folder = $"{pack.TrimEnd('/', '\\')}/{Folder}";
        try
        {
            if (!Directory.Exists(folder)) return new LabelledCases([], []);
            var read = Directory.GetFiles(folder, "*.jsonl").Select(f => $"{folder}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal).Select(Read).ToList();
            return new LabelledCases([.. read.SelectMany(r => r.Cases)], [.. read.SelectMany(r => r.Errors)]);
        }
        catch (Exception e) when (IoErrors.Covers(e))
        {
            return new LabelledCases([], [IoErrors.Describe(e, folder)]);
        }
    }

    /// <summary>The cases of one file.</summary>
    public static LabelledCases Read(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        return new LabelledCaseReader(file).Read();
    }

    /// <summary>The cases that say the same as an earlier one, upper and lower case aside, each with the first that does.</summary>
    /// <remarks>The same reply in another context, at another time or to another customer is another case.</remarks>
    public IEnumerable<(LabelledCase Case, LabelledCase First)> Repeated()
    {
        var first = new Dictionary<string, LabelledCase>(StringComparer.Ordinal);
        foreach (var item in Cases)
            if (!first.TryAdd(item.Content, item)) yield return (item, first[item.Content]);
    }
}
