namespace ScriptRules.Formats.Documents;

/// <summary>Reads one form of script documents, and writes corrected ones.</summary>
public interface IDocumentFormat
{
    /// <summary>How files of this form end, in lower case with the dot. A file with such an ending is read by this format, whatever is in it.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether a text whose ending other forms share, such as <c>.txt</c> or <c>.json</c>, is a script document of this form.</summary>
    bool Recognizes(SourceHead head);

    /// <summary>As <see cref="Recognizes(SourceHead)"/>, for forms in which the options decide as well.</summary>
    bool Recognizes(SourceHead head, ScriptOptions options) => Recognizes(head);

    /// <summary>The lines of script in the order of the document, with what could not be read. Nothing about the bytes makes it throw.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="path">What to call it in messages.</param>
    /// <param name="options">How to read.</param>
    ScriptDocument Read(ReadOnlyMemory<byte> bytes, string path, ReaderOptions options);

    /// <summary>The same file with edits made, and everything else as it was.</summary>
    /// <param name="bytes">The bytes that the lines were read from.</param>
    /// <param name="edits">By line, in any order.</param>
    /// <exception cref="DocumentEditException">An edit cannot be written in this form; the file is left alone.</exception>
    byte[] Apply(ReadOnlyMemory<byte> bytes, IReadOnlyList<LineEdits> edits);
}

/// <summary>An edit that a form of documents cannot take, such as one across two styles that must be kept.</summary>
public sealed class DocumentEditException : Exception
{
    /// <inheritdoc/>
    public DocumentEditException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public DocumentEditException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public DocumentEditException()
    {
    }
}
