using ScriptRules.Formats;

namespace ScriptRules.Documents.Office;

/// <summary>The small file, named <c>~$…</c>, that tells other users that a document is open; it holds a name and no text.</summary>
internal static class OfficeLock
{
    private const int LongestLock = 1024;

    /// <summary>A note when the file is such a one; else null.</summary>
    internal static InputNote? NoteOf(ReadOnlyMemory<byte> bytes, string path) =>
        Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal) && bytes.Length <= LongestLock
            ? new InputNote(InputErrorCode.NotRead, new InputPlace(path), "not read: it only says that the document is open somewhere")
            : null;
}
