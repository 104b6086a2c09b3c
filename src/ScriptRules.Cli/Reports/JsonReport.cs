using System.Text.Json;
using ScriptRules.Cli.Checking;
using ScriptRules.Reports;

namespace ScriptRules.Cli.Reports;

/// <summary>One JSON document: the object of the one conversation, or an array of all when there are several or none.</summary>
internal sealed class JsonReport(Stream stream) : ICheckReportWriter
{
    private readonly Utf8JsonWriter _writer = new(stream, CheckReportJson.OptionsFor(indented: true));
    private CheckReport? _first;
    private bool _isArray;

    public bool IsForPrograms => true;

    public void Write(CheckedItem item)
    {
        if (!_isArray && _first is null)
        {
            _first = item.Report; // whether an array is due shows with the second
            return;
        }

        BeginArray();
        CheckReportJson.Write(_writer, item.Report);
        _writer.Flush();
    }

    public void Flush()
    {
    }

    public void Finish(CheckTally tally)
    {
        if (!_isArray && _first is { } only) CheckReportJson.Write(_writer, only);
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

    private void BeginArray()
    {
        if (_isArray) return;
        _isArray = true;
        _writer.WriteStartArray();
        if (_first is { } first) CheckReportJson.Write(_writer, first);
        _first = null;
    }
}
