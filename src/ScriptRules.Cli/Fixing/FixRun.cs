using ScriptRules.Cli.Checking;
using ScriptRules.Cli.Hosting;
using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Fixing;

/// <summary>Mends files one after the other, each whole or not at all.</summary>
internal sealed class FixRun(RulePack pack, CheckInput input, FileFixer files, FixText report, Terminal terminal)
{
    private readonly CheckTally _tally = new(pack);
    private bool _hasRefused;
    private bool _hasChanges;

    /// <summary>Shows what would change, in place of writing it; null to write.</summary>
    internal UnifiedDiff? Diff { get; init; }

    /// <param name="failOn">The least severity that makes the exit code 1; null for none.</param>
    internal int Run(Severity? failOn)
    {
        var items = new List<ReadResult>();
        foreach (var item in input.Read(() => Stream.Null))
        {
            if (items.Count > 0 && items[0].Origin.Path != item.Origin.Path) Take(items);
            items.Add(item);
        }

        if (items.Count > 0) Take(items);
        report.Finish(_tally.Suppressed.Values.Sum());
        terminal.Flush();
        foreach (var note in Notes()) terminal.Error.WriteLine(note);
        var code = _tally.ToExitCode(failOn);
        if (_hasRefused) return ExitCode.BadInput;
        if (code == ExitCode.NothingChecked) terminal.Error.WriteLine("scriptrules: nothing was checked: there is no line of script and no draft");
        return code == ExitCode.Clean && Diff is not null && _hasChanges ? ExitCode.Violations : code;
    }

    /// <summary>What is to be said of suppressions, by what the files hold now; nothing when no file was taken.</summary>
    private IEnumerable<string> Notes() => _tally.Conversations == 0 ? [] : SuppressionNotes.OfUncorrected(pack.Suppressions, _tally).Concat(SuppressionNotes.Of(pack.Suppressions, _tally));

    /// <summary>Takes the items of one file, and empties the list.</summary>
    private void Take(List<ReadResult> items)
    {
        var path = items[0].Origin.Path;
        if (items.Exists(i => i.Conversation is not null))
        {
            Take(path);
        }
        else
        {
            items.ForEach(Say);
        }

        items.Clear();
    }

    private void Take(string path)
    {
        if (ReadBytes(path) is not { } bytes) return;
        // What is corrected is what these bytes hold, whatever the file held a moment ago.
        var items = input.Read(bytes, path).ToList();
        items.ForEach(Say);
        if (FileFixer.Refusal(items) is { } refusal)
        {
            Refuse(path, refusal);
            return;
        }

        if (files.Fix(path, bytes, items) is not { } file)
        {
            if (items.Exists(i => i.Conversation is not null)) Refuse(path, "of drafts, only one alone in a .txt file is mended");
            return;
        }

        if (Diff is null && file.IsChanged && file.Write() is { } why)
        {
            Refuse(path, $"not written: {why}");
            file = file with { Lines = [.. file.Lines.Select(l => l.IsChanged ? l.Kept(why) : l)] };
        }

        _hasChanges |= file.IsChanged;
        foreach (var line in file.Lines) _tally.Add(line.Report, line.Item.Conversation!);
        Diff?.Write(file);
        report.Write(file);
    }

    private byte[]? ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Refuse(path, $"it cannot be read: {e.Message}");
            return null;
        }
    }

    private void Refuse(string path, string why)
    {
        _hasRefused = true;
        terminal.Flush();
        terminal.Error.WriteLine($"{path}: {why}");
    }

    private void Say(ReadResult item)
    {
        _tally.Add(item);
        if (item.Errors.IsEmpty && item.Notes.IsEmpty) return;
        terminal.Flush();
        foreach (var problem in item.Errors) terminal.Error.WriteLine(problem.ToString());
        foreach (var note in item.Notes.Where(n => n.Code != InputErrorCode.NotRead)) terminal.Error.WriteLine(note.ToString());
    }
}
