using System.CommandLine;
using ScriptRules.Cli.Baselines;
using ScriptRules.Cli.Git;
using ScriptRules.Cli.Hosting;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Cli.Checking;

/// <summary>The options that say what of the input counts.</summary>
internal sealed class ScopeOptions
{
    private readonly Option<string?> _baseline = new("--baseline") { Description = "The file of accepted violations; only others count. scriptrules baseline create writes it.", HelpName = "FILE" };
    private readonly Option<string> _stale = new("--stale-baseline") { Description = "Whether accepted violations that are gone make the exit code 1.", DefaultValueFactory = _ => "note" };
    private readonly Option<string?> _since = new("--changed-since") { Description = "Check only what differs from a git revision: changed files, and in texts the changed lines.", HelpName = "REVISION" };
    private readonly Option<string[]> _required = new("--require-evaluated") { Description = "A rule that must have been evaluated at least once, else the exit code is 3; can be repeated.", HelpName = "RULE" };

    internal ScopeOptions(Command command)
    {
        _stale.AcceptOnlyFromAmong("error", "note");
        command.Add(_baseline);
        command.Add(_stale);
        command.Add(_since);
        command.Add(_required);
    }

    /// <param name="arguments">What the user wrote.</param>
    /// <param name="paths">What is checked.</param>
    /// <param name="pack">By which rules.</param>
    /// <param name="folder">The pack as the user named it; null for the built-in one.</param>
    /// <param name="error">Told when all is checked after all.</param>
    /// <exception cref="UsageException">A rule, file or revision is not known.</exception>
    internal CheckScope Read(ParseResult arguments, string[] paths, RulePack pack, string? folder, TextWriter error)
    {
        var baseline = arguments.GetValue(_baseline);
        if (baseline is { Length: 0 }) throw UsageException.Of("--baseline needs the name of a file");
        if (baseline is null && arguments.GetResult(_stale) is { Implicit: false }) throw UsageException.Of("--stale-baseline is about a baseline, which --baseline names");
        var since = arguments.GetValue(_since);
        var changes = since is null ? null : Changes.Since(since, paths.Where(p => p != Formats.ConversationSource.StandardInput));
        return new CheckScope
        {
            Deleted = changes is null ? [] : [.. paths.Where(changes.IsDeleted)],
            Baseline = baseline is null ? null : new BaselineCheck(new BaselineFile(baseline), since is null ? paths : []),
            StaleFails = arguments.GetValue(_stale) == "error",
            Revision = since,
            Changes = changes is null ? null : UnlessJudgeDiffers(changes, since!, folder, baseline, error),
            Required = [.. (arguments.GetValue(_required) ?? []).Distinct(StringComparer.Ordinal).Select(id => Find(pack, id))],
        };
    }

    private static Rule Find(RulePack pack, string id) => pack.Rules.FirstOrDefault(r => r.Id == id)
        ?? throw UsageException.Of($"--require-evaluated {id}: the pack has no such rule", Spelling.Nearest(id, pack.Rules.Select(r => r.Id)) is { } meant ? $"did you mean \"{meant}\"?" : null);

    /// <summary>What differs; null when that is not all that must be looked at, since what judges it differs itself.</summary>
    private static Changes? UnlessJudgeDiffers(Changes changes, string revision, string? folder, string? baseline, TextWriter error)
    {
        if (baseline is not null && changes.Differs(baseline) == true) return All($"the baseline {baseline}");
        if (folder is null || !Directory.Exists(folder)) return changes;
        if (PackFiles.Of(folder).FirstChanged(changes, out var unknown) is { } changed) return All($"the pack {changed}");
        foreach (var pack in unknown) error.WriteLine($"scriptrules: whether the pack {pack} has changed since {revision} is not known: no git repository that knows the revision holds it");
        return changes;

        Changes? All(string what)
        {
            error.WriteLine($"scriptrules: {what} has changed since {revision}, so everything is checked");
            return null;
        }
    }
}
