using System.Collections.Immutable;
using ScriptRules.Formats.Json;
using ScriptRules.Formats.PlainText;

namespace ScriptRules.Formats;

/// <summary>The forms of conversations that can be read.</summary>
internal static class ConversationReaders
{
    /// <summary>In the order in which they are asked whether they recognise an input.</summary>
    public static readonly ImmutableArray<IConversationReader> All =
    [
        new JsonLinesReader(),
        new JsonReader(),
        new PlainTextReader(),
    ];

    /// <summary>The reader for an input: by its content, else by its extension; null when neither tells.</summary>
    public static IConversationReader? For(SourceHead head) =>
        All.FirstOrDefault(r => r.Recognizes(head)) ?? All.FirstOrDefault(r => r.Extensions.Contains(head.Extension));

    /// <summary>Whether a file found in a folder is taken for conversations.</summary>
    public static bool Takes(string path) => ExtensionOf(path) is { Length: > 0 } ending && All.Any(r => r.Extensions.Contains(ending));

    /// <summary>In lower case with its dot; empty when there is none, as for standard input.</summary>
    public static string ExtensionOf(string path) => Path.GetExtension(path).ToLowerInvariant();
}
