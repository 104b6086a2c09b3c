using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>Small lexicons.</summary>
internal static class Sample
{
    internal static readonly Dictionary<string, string?> Slots = new() { ["brand"] = "小鹿商城", ["hours"] = null, ["bank"] = "工行|建行" };

    /// <summary>A concept called <c>said</c> with these templates.</summary>
    internal static Concept Said(params string[] says) => new() { Id = Marked.Unnamed, Says = [.. says] };

    internal static Concept Word(string id, params string[] says) => new() { Id = id, Says = [.. says], IsWord = true };

    internal static Lexicon Lexicon(params Concept[] concepts)
    {
        var lexicon = Text.Matching.Lexicon.Build(concepts, Slots, out var errors);
        errors.Should().BeEmpty();
        return lexicon!;
    }

    internal static void ShouldFind(this Lexicon lexicon, string marked)
    {
        var (text, expected) = Marked.Parse(marked);
        Marked.Show(text, lexicon).Should().Equal(expected, "that is marked in {0}", marked);
    }

    internal static IReadOnlyList<(string Part, int Offset, string Message)> Errors(params Concept[] concepts)
    {
        Text.Matching.Lexicon.Build(concepts, Slots, out var errors).Should().BeNull();
        return [.. errors.Select(e => (e.Part, e.Error.Offset, e.Error.Message))];
    }
}
