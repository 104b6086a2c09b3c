using ScriptRules.Formats.Documents;

namespace ScriptRules.Cli.Git;

/// <summary>Follows the lines of script documents, to see what changed between them. One owner.</summary>
internal sealed class ScriptPlace
{
    private string _path = "";
    private int _last;
    private string _scenario = "";
    private string? _changedScenario;

    /// <summary>Whether a line of script has changed, or what stands above it in its scenario without being a line of script, or whether lines are gone beside it.</summary>
    /// <param name="path">Of the document.</param>
    /// <param name="line">The lines of a document come in their order.</param>
    /// <param name="next">The line of script after it; null at the end of the document.</param>
    /// <param name="changed">In that document.</param>
    internal bool Counts(string path, ScriptLine line, ScriptLine? next, ChangedLines changed)
    {
        if (path != _path) (_path, _last, _scenario, _changedScenario) = (path, 0, "", null);
        var (first, last) = (FirstOf(line), line.PlaceOf(line.Written.Length).Line);
        if (line.Scenario != _changedScenario) _changedScenario = null;
        var isLostAbove = changed.Lose(_last, first - 1);
        if (changed.Change(_last + 1, first - 1) ? line.Scenario.Length > 0 : isLostAbove && MayHaveBeenFor(line, first, changed)) _changedScenario = line.Scenario;
        (_last, _scenario) = (Math.Max(_last, last), line.Scenario);
        return _changedScenario is not null || isLostAbove || changed.Touch(first, last) || changed.Lose(first, next is null ? int.MaxValue : Math.Max(last, FirstOf(next) - 1));
    }

    /// <summary>Whether what is gone above a line may have been for all of its scenario, as a heading is.</summary>
    private bool MayHaveBeenFor(ScriptLine line, int first, ChangedLines changed)
    {
        if (_last == 0) return true;
        // Right below the last line of another scenario it stood above the heading of this one.
        return line.Scenario.Length > 0 && (line.Scenario == _scenario || changed.Lose(_last + 1, first - 1));
    }

    private static int FirstOf(ScriptLine line) => line.PlaceOf(0).Line;
}
