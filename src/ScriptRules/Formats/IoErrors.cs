using System.Security;

namespace ScriptRules.Formats;

/// <summary>Says in plain words why the system did not let a file or folder be read.</summary>
internal static class IoErrors
{
    public static bool Covers(Exception e) =>
        e is IOException or UnauthorizedAccessException or SecurityException or NotSupportedException or ObjectDisposedException;

    public static InputError Describe(Exception e, string path) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => NotFound(path),
        UnauthorizedAccessException or SecurityException => CannotRead(path, "no permission to read it"),
        PathTooLongException => CannotRead(path, "the path is too long"),
        _ => CannotRead(path, "reading it failed: " + FirstLine(e.Message)),
    };

    public static InputError NotFound(string path) => new(InputErrorCode.NotFound, new InputPlace(path), "no such file or folder");

    private static InputError CannotRead(string path, string message) =>
        new(InputErrorCode.CannotRead, new InputPlace(path), message);

    private static string FirstLine(string message) => message.Split('\n', '\r')[0];
}
