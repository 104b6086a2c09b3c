using System.Collections.Immutable;
using System.CommandLine;
using ScriptRules.Cli.Hosting;
using ScriptRules.Formats.Documents;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Checking;

/// <summary>The options that say how script documents are read.</summary>
internal sealed class ScriptArguments
{
    private readonly Option<string> _as = new("--as") { Description = "What a text without speakers is: one reply, unless it begins with a heading (auto), or a line of script on each line (script).", DefaultValueFactory = _ => "auto" };
    private readonly Option<string[]> _blank = new("--blank") { Description = "How blanks are written in script documents, besides {name}, [name] and XX: with a * where the name stands, such as <<*>>; can be repeated.", HelpName = "PATTERN" };
    private readonly Option<string[]> _lineColumn = new("--line-column") { Description = "The heading of a column, or the key of a tree, that holds lines of script; can be repeated.", HelpName = "NAME" };

    internal ScriptArguments() => _as.AcceptOnlyFromAmong("auto", "script");

    internal Option[] All => [_as, _blank, _lineColumn];

    /// <summary>The options, with what the pack and the command line know of blanks and scenarios.</summary>
    /// <exception cref="UsageException">A pattern does not have one <c>*</c> with something around it.</exception>
    internal ScriptOptions Of(ParseResult arguments, RulePack pack, ImmutableDictionary<string, string> settings)
    {
        var blanks = arguments.GetValue(_blank) ?? [];
        foreach (var blank in blanks)
            if (blank.Count(c => c == '*') != 1 || blank.StartsWith('*') || blank.EndsWith('*')) throw UsageException.Of($"--blank {blank}: a blank has one * where the name stands, and something on both sides", "write it as --blank '<<*>>'");
        var names = arguments.GetValue(_lineColumn) ?? [];
        if (names.Any(string.IsNullOrWhiteSpace)) throw UsageException.Of("--line-column needs a heading");
        var values = pack.Slots.Where(s => s.Value is not null).ToImmutableDictionary(s => s.Key, s => s.Value!.Split('|')[0], StringComparer.Ordinal);
        return new ScriptOptions { TextIsScript = arguments.GetValue(_as) == "script", Blanks = [.. blanks], LineNames = [.. names], Values = values.SetItems(settings), Scenarios = pack.Scenarios };
    }
}
