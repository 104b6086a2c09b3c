using ScriptRules.Formats.Documents;

namespace ScriptRules.Cli.Git;

/// <summary>Follows the lines of script documents, to see what changed between them. One owner.</summary>
internal sealed class ScriptPlace
{
    private string _path = "";
    private int _last;
    private string? _changedScenario;

    /// <summary>Whether the next line of script has changed, or what stands above it in its scenario without being a line of script.</summary>
    internal bool Counts(string path, ScriptLine line, ChangedLines changed)
    {
        if (path != _path) (_path, _last, _changedScenario) = (path, 0, null);
        var (first, last) = (line.PlaceOf(0).Line, line.PlaceOf(line.Written.Length).Line);
        if (line.Scenario != _changedScenario) _changedScenario = null;
        if (line.Scenario.Length > 0 && changed.Touch(_last + 1, first - 1)) _changedScenario = line.Scenario;
        _last = Math.Max(_last, last);
        return _changedScenario is not null || changed.Touch(first, last);
    }
}
