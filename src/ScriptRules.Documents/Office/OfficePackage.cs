using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ScriptRules.Formats;

namespace ScriptRules.Documents.Office;

/// <summary>The parts of an Office file: an archive of XML files that refer to each other (ECMA-376, part 2). One owner.</summary>
/// <remarks>
/// What is read counts against <see cref="ReaderLimits.Bytes"/> as it is unpacked, whatever the archive says of its size. Elements are told by
/// their local names, since strict files have other namespaces than the usual ones.
/// </remarks>
internal sealed class OfficePackage : IDisposable
{
    private const int PartsAtMost = 10_000;
    private const int DepthAtMost = 200;

    private readonly ReaderLimits _limits;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _unpacked;

    private OfficePackage(ZipArchive archive, ReaderLimits limits)
    {
        (_archive, _limits) = (archive, limits);
        if (archive.Entries.Count > PartsAtMost) throw OfficeException.Broken($"its archive has {archive.Entries.Count} parts");
        foreach (var entry in archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (!_entries.TryAdd(name, entry)) throw OfficeException.Broken($"its archive holds {name} twice");
        }
    }

    /// <exception cref="OfficeException">It is none, or it is encrypted.</exception>
    /// <exception cref="InvalidDataException">The archive is broken.</exception>
    internal static OfficePackage Open(ReadOnlyMemory<byte> bytes, ReaderLimits limits)
    {
        var head = bytes.Span;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw head.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
                ? new OfficeException(InputErrorCode.EncryptedOffice, "it is protected by a password", "save it without one")
                : new OfficeException(InputErrorCode.OldOffice, "it is in the old Office format", "save it as .xlsx or .docx");
        }

        if (!head.StartsWith("PK"u8)) throw OfficeException.Broken("it is no archive, as .xlsx and .docx files are");
        return new OfficePackage(new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read), limits);
    }

    /// <summary>The part that holds the workbook or the text, with the name of its root element.</summary>
    internal (string Part, string Root) Main()
    {
        var part = Relations("").FirstOrDefault(r => r.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target;
        if (part is null) throw OfficeException.Broken("its archive is that of no document");
        if (!_entries.ContainsKey(part)) throw new OfficeException(InputErrorCode.OldOffice, $"its main part {part} is not there");
        if (part.EndsWith(".bin", StringComparison.OrdinalIgnoreCase)) throw new OfficeException(InputErrorCode.OldOffice, "it is a binary workbook", "save it as .xlsx");
        using var reader = Read(part);
        reader.MoveToContent();
        return (part, reader.LocalName);
    }

    internal bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>What a part refers to inside the file; the file itself for an empty name. Targets are names of parts.</summary>
    internal List<(string Id, string Type, string Target)> Relations(string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var name = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        if (!Has(name)) return [];
        return
        [
            .. Load(name).Root!.Elements()
                .Where(r => r.Attribute("TargetMode")?.Value != "External")
                .Select(r => (r.Attribute("Id")?.Value ?? "", r.Attribute("Type")?.Value ?? "", Resolve(folder, r.Attribute("Target")?.Value ?? ""))),
        ];
    }

    /// <summary>The XML of a part, with its white space.</summary>
    internal XDocument Load(string part)
    {
        using var reader = Read(part);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The XML of a part, nested no deeper than can be handled.</summary>
    internal XmlReader Read(string part)
    {
        var bytes = Unpack(part);
        using (var look = XmlReader.Create(new MemoryStream(bytes), Settings()))
        {
            while (look.Read())
                if (look.Depth > DepthAtMost) throw OfficeException.Broken($"its part {part} is nested too deeply");
        }

        return XmlReader.Create(new MemoryStream(bytes), Settings());
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>The same file with parts replaced; the others are not even unpacked.</summary>
    internal static byte[] Replace(ReadOnlyMemory<byte> bytes, IReadOnlyDictionary<string, XDocument> parts)
    {
        using var file = new MemoryStream();
        file.Write(bytes.Span);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries)
            {
                if (!parts.TryGetValue(entry.FullName.Replace('\\', '/').TrimStart('/'), out var xml)) continue;
                var date = entry.LastWriteTime;
                using (var stream = entry.Open())
                {
                    stream.SetLength(0);
                    using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize });
                    xml.Save(writer);
                }

                // The same edits give the same bytes.
                entry.LastWriteTime = date;
            }
        }

        return file.ToArray();
    }

    private byte[] Unpack(string part)
    {
        if (!_entries.TryGetValue(part, out var entry)) throw OfficeException.Broken($"its part {part} is missing");
        using var stream = entry.Open();
        using var all = new MemoryStream();
        var chunk = new byte[64 << 10];
        int count;
        while ((count = stream.Read(chunk)) > 0)
        {
            _unpacked += count;
            if (_unpacked > _limits.Bytes)
                throw new OfficeException(InputErrorCode.TooLarge, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"unpacked, it is larger than the limit of {_limits.Bytes:N0} bytes"), "split it");
            all.Write(chunk, 0, count);
        }

        return all.ToArray();
    }

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target.TrimStart('/');
        var path = folder.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var step in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0) path.RemoveAt(path.Count - 1);
            else if (step is not ("." or "..")) path.Add(step);
        }

        return string.Join('/', path);
    }
}
