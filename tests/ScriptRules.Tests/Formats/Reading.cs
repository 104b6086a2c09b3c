using System.Text;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Tests.Formats;

/// <summary>Reads an input that a test has at hand.</summary>
internal static class Reading
{
    public static List<ReadResult> Of(string text, string name, ReaderOptions? options = null) =>
        Of(new UTF8Encoding(false).GetBytes(text), name, options);

    public static List<ReadResult> Of(byte[] bytes, string name, ReaderOptions? options = null) =>
        [.. new ConversationSource(options).Read(new MemoryStream(bytes), name)];

    public static Conversation One(string text, string name = "c.json", ReaderOptions? options = null) =>
        One(new UTF8Encoding(false).GetBytes(text), name, options);

    public static Conversation One(byte[] bytes, string name = "c.json", ReaderOptions? options = null)
    {
        var result = Of(bytes, name, options).Should().ContainSingle().Subject;
        result.Errors.Should().BeEmpty();
        return result.Conversation!;
    }

    /// <summary>The errors of an input as the user sees them.</summary>
    public static List<string> Errors(string text, string name, ReaderOptions? options = null) =>
        [.. Of(text, name, options).SelectMany(r => r.Errors).Select(e => e.ToString())];

    /// <summary>What every result must keep: it is read, or says why not, or is a file passed over.</summary>
    public static void ShouldBeHonest(IReadOnlyCollection<ReadResult> results)
    {
        results.Should().NotBeEmpty();
        foreach (var result in results)
        {
            if (result.Conversation is { } conversation)
            {
                result.Errors.Should().BeEmpty();
                var said = conversation.Draft is { } draft ? draft.Text : string.Concat(conversation.Turns.Select(t => t.Text));
                string.IsNullOrWhiteSpace(said).Should().BeFalse();
            }
            else
            {
                (result.Errors.Length + result.Notes.Length).Should().BePositive();
            }
        }
    }
}
