using System.Text.Json;
using ScriptRules.Cli.Checking;
using ScriptRules.Reports;

namespace ScriptRules.Cli.Reports;

/// <summary>One JSON document: the object of the one conversation, or an array of all when there are several or none.</summary>
internal sealed class JsonReport(Stream stream, ReportContext context) : ICheckReportWriter
{
    private readonly Utf8JsonWriter _writer = new(stream, CheckReportJson.OptionsFor(indented: true));
    private CheckedItem? _first;
    private bool _isArray;

    public bool IsForPrograms => true;

    public void Write(CheckedItem item)
    {
        if (!_isArray && _first is null)
        {
            _first = item; // whether an array is due shows with the second
            return;
        }

        BeginArray();
        WriteReport(item);
        _writer.Flush();
    }

    public void Flush()
    {
    }

    public void Finish(CheckTally tally)
    {
        if (!_isArray && _first is { } only) WriteReport(only);
        else
        {
            BeginArray();
            _writer.WriteEndArray();
        }

        _writer.Flush();
        _writer.Dispose();
        stream.WriteByte((byte)'\n');
        stream.Flush();
    }

    private void WriteReport(CheckedItem item) => CheckReportJson.Write(_writer, item.Report, item.Conversation, context.Named(item.Origin));

    private void BeginArray()
    {
        if (_isArray) return;
        _isArray = true;
        _writer.WriteStartArray();
        if (_first is { } first) WriteReport(first);
        _first = null;
    }
}
