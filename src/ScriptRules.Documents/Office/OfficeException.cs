using ScriptRules.Formats;

namespace ScriptRules.Documents.Office;

/// <summary>An Office file that cannot be read any further; never leaves the format that reads it.</summary>
internal sealed class OfficeException(InputErrorCode code, string message, string? hint = null) : Exception(message)
{
    /// <summary>As an error of the file at <paramref name="path"/>.</summary>
    internal InputError At(string path) => new(code, new InputPlace(path), Message, hint);

    internal static OfficeException Broken(string message) => new(InputErrorCode.BrokenOffice, message, "open it in Office and save it anew");

    /// <summary>What a reader of broken bytes may meet: in the archive, in its XML, or in what we ask of them.</summary>
    internal static InputError? Describe(Exception e, string path) => e switch
    {
        OfficeException office => office.At(path),
        System.Xml.XmlException xml => Broken($"its XML is broken: {FirstLine(xml.Message)}").At(path),
        InvalidDataException or IOException or NotSupportedException or ArgumentException or System.Text.DecoderFallbackException =>
            Broken($"its archive is broken: {FirstLine(e.Message)}").At(path),
        _ => null,
    };

    private static string FirstLine(string message) => message.Split('\n', '\r')[0];
}
