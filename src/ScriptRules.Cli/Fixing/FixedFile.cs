using System.Collections.Immutable;

namespace ScriptRules.Cli.Fixing;

/// <summary>A file with what is to change in it.</summary>
/// <param name="Path">As the caller named it.</param>
/// <param name="Before">As it was read.</param>
/// <param name="After">As it is to be; the same bytes when nothing changes.</param>
/// <param name="Lines">Its lines, in their order.</param>
internal sealed record FixedFile(string Path, byte[] Before, byte[] After, ImmutableArray<FixedLine> Lines)
{
    internal bool IsChanged => Lines.Any(l => l.IsChanged);

    /// <summary>Puts the new file in the place of the old one, whole, with the same rights.</summary>
    /// <returns>Why it could not; null when it is done.</returns>
    internal string? Write()
    {
        string? draft = null;
        try
        {
            // The name may be a link: what it leads to is replaced, not the link.
            var target = File.ResolveLinkTarget(Path, returnFinalTarget: true)?.FullName ?? System.IO.Path.GetFullPath(Path);
            using (File.Open(target, FileMode.Open, FileAccess.ReadWrite))
            {
            }

            draft = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $".{System.IO.Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
            File.WriteAllBytes(draft, After);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(draft, File.GetUnixFileMode(target));
            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(Before)) return "it was changed by somebody else in the meantime";
            File.Move(draft, target, overwrite: true);
            draft = null;
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e is UnauthorizedAccessException ? "no permission to write it" : e.Message;
        }
        finally
        {
            if (draft is not null) File.Delete(draft);
        }
    }
}
