using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScriptRules.Cli.Hosting;

/// <summary>Memory for a process that ends soon: not collected until much is used, and taken from the system in large pieces where it gives them.</summary>
/// <remarks>A pack is all alive, so that collecting while it is read finds little; and of a start a quarter went into memory that came in pages of 4 KB. docs/performance.md has the figures.</remarks>
internal static class ShortRun
{
    private const long ToBeginWith = 320 << 20; // bytes; reading the built-in pack takes about 60 MB, a line of script some 20 KB
    private const nuint Advised = 96 << 20;     // bytes; enough for the pack
    private const int HugePage = 2 << 20;
    private const int MadvHugePage = 14;        // of madvise(2) on Linux

    internal static void Prepare()
    {
        if (OperatingSystem.IsLinux()) AskForHugePages();
        try
        {
            GC.TryStartNoGCRegion(ToBeginWith);
        }
        catch (ArgumentOutOfRangeException)
        {
            // More than this process may have.
        }
    }

    /// <summary>For what comes behind the first object. Only advice: where it cannot be followed, nothing changes.</summary>
    private static void AskForHugePages()
    {
        try
        {
            var fresh = new object();
            var from = Unsafe.As<object, nint>(ref fresh) & -HugePage;
            _ = Advise(from, Advised, MadvHugePage);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library.
        }
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint from, nuint length, int advice);
}
