using System.Collections.Immutable;
using ScriptRules.Checking;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules;

/// <summary>Checks what agents say against a rule pack.</summary>
/// <remarks>Immutable, and safe to share between threads: load one and keep it.</remarks>
public sealed class Checker
{
    private readonly Judge _judge;
    private readonly FactFinder _finder;
    private readonly Rewriter? _rewriter;

    private Checker(RulePack pack, CheckerOptions options)
    {
        Pack = pack;
        var festivals = pack.Calendar.Openings;
        _finder = new FactFinder(pack.Lexicon, pack.Acknowledgement, pack.Greeting, pack.Farewell, TimeOf)
        {
            FindsEntities = pack.Productions.Any(p => p.Clauses.Any(c => c.Fact == FactKind.Entity)),
            Promises = pack.Promises,
            LocalTime = moment => pack.Clock.At(moment) is var local ? local.Day.ToDateTime(local.Time) : default,
        };
        _judge = new Judge(pack, options.Engine.Compile(pack.Productions));
        _rewriter = options.Suggest ? new Rewriter(pack, _judge, _finder) : null;

        (int Window, int Festivals)? TimeOf(DateTimeOffset moment)
        {
            var local = pack.Clock.At(moment);
            if (!Rules.Calendars.FestivalCalendar.Covers(local.Day)) return null;
            var bits = 0;
            foreach (var festival in pack.Calendar.On(local.Day)) bits |= 1 << festivals.IndexOf(festival);
            return (pack.Windows.All.IndexOf(pack.Windows.At(local.Time)), bits);
        }
    }

    /// <summary>The rules that are checked.</summary>
    public RulePack Pack { get; }

    /// <summary>A checker with the pack that travels inside the library.</summary>
    /// <exception cref="PackException">A setting names a slot that the pack does not have.</exception>
    public static Checker Load(CheckerOptions? options = null) => Load(BuiltInPack.Service, options);

    /// <summary>A checker with the pack in <paramref name="folder"/>.</summary>
    /// <exception cref="PackException">Something is wrong with the pack; the exception holds all of it.</exception>
    public static Checker Load(string folder, CheckerOptions? options = null) => Load(new FolderPackSource(folder), options);

    /// <summary>A checker with the pack that <paramref name="source"/> holds.</summary>
    /// <exception cref="PackException">Something is wrong with the pack; the exception holds all of it.</exception>
    public static Checker Load(IPackSource source, CheckerOptions? options = null) =>
        Of(RulePack.Load(source, (options ?? new CheckerOptions()).Settings), options);

    /// <summary>A checker with a pack that is already loaded.</summary>
    public static Checker Of(RulePack pack, CheckerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new Checker(pack, options ?? new CheckerOptions());
    }

    /// <summary>Checks a reply before it is sent.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="context">What was said before, and what is known of the parties and the clock.</param>
    /// <param name="at">When it would be sent; null takes the context's clock.</param>
    public CheckReport CheckDraft(string text, Conversation? context = null, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Check((context ?? new Conversation()) with { Draft = new Draft(text, at) });
    }

    /// <summary>Checks a finished conversation, or its draft when it has one.</summary>
    public CheckReport Check(Conversation conversation)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var facts = _finder.Find(conversation, _finder.Read(conversation));
        var report = _judge.Report(conversation, facts);
        return _rewriter is null || report.Violations.IsEmpty ? report : report with { Violations = _rewriter.Suggest(conversation, facts, report.Violations) };
    }
}
