using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ScriptRules.Tools.FoldTable;

/// <summary>One assigned code point of UnicodeData.txt.</summary>
/// <param name="Category">Two letters, as Lo or Mn.</param>
/// <param name="Decomposition">One step, canonical or compatible; empty when it has none.</param>
/// <param name="Digit">0 to 9, or -1.</param>
internal sealed record CodePoint(string Category, int[] Decomposition, int Digit);

/// <summary>The data files, with what identifies them.</summary>
internal sealed class UnicodeFiles
{
    private readonly string _folder;

    private UnicodeFiles(string folder) => _folder = folder;

    internal Dictionary<int, CodePoint> CodePoints { get; } = [];

    /// <summary>Simple case folding: status C and S.</summary>
    internal Dictionary<int, int> CaseFolding { get; } = [];

    /// <summary>The unified ideograph that a radical or stroke looks like.</summary>
    internal Dictionary<int, int> Ideographs { get; } = [];

    /// <summary>Default_Ignorable_Code_Point: zero-width characters, fillers, variation selectors.</summary>
    internal HashSet<int> Ignorable { get; } = [];

    /// <summary>Every input by name, with the SHA-256 of its text.</summary>
    internal SortedDictionary<string, string> Inputs { get; } = new(StringComparer.Ordinal);

    internal string UnicodeVersion { get; private set; } = "";

    internal string IcuVersion { get; private set; } = "";

    internal static UnicodeFiles Read(string folder)
    {
        var files = new UnicodeFiles(folder);
        files.ReadCodePoints();
        foreach (var fields in files.Fields("CaseFolding.txt"))
        {
            if (fields[1] is "C" or "S") files.CaseFolding[Hex(fields[0])] = Hex(fields[2]);
        }
        foreach (var fields in files.Fields("EquivalentUnifiedIdeograph.txt"))
        {
            foreach (var point in Points(fields[0])) files.Ideographs[point] = Hex(fields[1]);
        }
        foreach (var fields in files.Fields("DerivedCoreProperties.txt").Where(f => f[1] == "Default_Ignorable_Code_Point"))
        {
            files.Ignorable.UnionWith(Points(fields[0]));
        }
        // "# CaseFolding-15.0.0.txt"
        files.UnicodeVersion = File.ReadLines(Path.Combine(folder, "CaseFolding.txt")).First().Split('-', '.') is [_, var a, var b, var c, _]
            ? $"{a}.{b}.{c}" : throw new InvalidDataException("CaseFolding.txt does not name its version.");
        // "uconv v2.1  ICU 72.1"
        files.IcuVersion = Run("uconv", ["--version"], "").Trim().Split("ICU ")[^1];
        return files;
    }

    /// <summary>Lines of a Unihan file, as code point, property and value.</summary>
    internal IEnumerable<string[]> Unihan(string name)
    {
        var text = Run("bzcat", [Path.Combine(_folder, name + ".bz2")], "");
        Record(name, text);
        return text.Split('\n').Where(line => line.StartsWith("U+", StringComparison.Ordinal)).Select(line => line.Split('\t'));
    }

    /// <summary>Every line of <paramref name="text"/> through an ICU transliterator.</summary>
    internal string[] Transliterate(string transliterator, string text)
    {
        var result = Run("uconv", ["-f", "utf-8", "-t", "utf-8", "-x", transliterator], text);
        Record("uconv -x " + transliterator, result);
        return result.Split('\n');
    }

    internal static int Hex(string hex) => int.Parse(hex.Trim().Replace("U+", ""), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void ReadCodePoints()
    {
        var first = 0;
        foreach (var fields in Fields("UnicodeData.txt"))
        {
            var point = Hex(fields[0]);
            var steps = fields[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(s => !s.StartsWith('<')).Select(Hex).ToArray();
            var entry = new CodePoint(fields[2], steps, int.TryParse(fields[7], NumberStyles.None, CultureInfo.InvariantCulture, out var digit) ? digit : -1);
            if (fields[1].EndsWith(", First>", StringComparison.Ordinal)) first = point;
            var from = fields[1].EndsWith(", Last>", StringComparison.Ordinal) ? first : point;
            for (var p = from; p <= point; p++) CodePoints[p] = entry;
        }
    }

    private IEnumerable<string[]> Fields(string name)
    {
        var text = File.ReadAllText(Path.Combine(_folder, name));
        Record(name, text);
        return text.Split('\n').Select(line => line.Split('#')[0]).Where(line => line.Contains(';'))
            .Select(line => line.Split(';').Select(field => field.Trim()).ToArray());
    }

    private void Record(string name, string text) => Inputs[name] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<int> Points(string range)
    {
        var ends = range.Split("..");
        return Enumerable.Range(Hex(ends[0]), Hex(ends[^1]) - Hex(ends[0]) + 1);
    }

    private static string Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Result : throw new InvalidOperationException($"{program} failed with {process.ExitCode}.");
    }
}
