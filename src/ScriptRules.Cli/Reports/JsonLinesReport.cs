using System.Buffers;
using System.Text.Json;
using ScriptRules.Cli.Checking;
using ScriptRules.Reports;

namespace ScriptRules.Cli.Reports;

/// <summary>One JSON object a line, in the order of the input; each is sent as soon as it is known.</summary>
internal sealed class JsonLinesReport(Stream stream, ReportContext context) : ICheckReportWriter
{
    private readonly ArrayBufferWriter<byte> _line = new();

    public bool IsForPrograms => true;

    public void Write(CheckedItem item)
    {
        _line.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_line, CheckReportJson.OptionsFor(indented: false))) CheckReportJson.Write(writer, item.Report, item.Conversation, context.Named(item.Origin));
        _line.Write("\n"u8);
        stream.Write(_line.WrittenSpan);
    }

    public void Flush() => stream.Flush();

    public void Finish(CheckTally tally) => stream.Flush();
}
