using System.Runtime.CompilerServices;
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
    private readonly SuppressionFilter _suppressions;
    private readonly Scorer? _scorer;
    private readonly CheckerOptions _options;
    private readonly ConditionalWeakTable<RulePack, Checker> _variants = [];

    private Checker(RulePack pack, CheckerOptions options)
    {
        (Pack, _options) = (pack, options);
        var festivals = pack.Calendar.Openings;
        _finder = new FactFinder(pack.Lexicon, pack.Acknowledgement, pack.Greeting, pack.Farewell, TimeOf);
        _judge = new Judge(pack, options.Engine.Compile(pack.Productions));
        _rewriter = options.Suggest ? new Rewriter(pack, _judge, _finder) : null;
        _suppressions = new SuppressionFilter(pack, options.Time);
        _scorer = pack.Scorecard is null ? null : new Scorer(pack);

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
        if (For(conversation) is var other && other != this) return other.Check(conversation);
        var facts = _finder.Find(conversation, _finder.Read(conversation));
        var report = _judge.Report(conversation, facts);
        if (_rewriter is not null && !report.Violations.IsEmpty) report = report with { Violations = _rewriter.Suggest(conversation, facts, report.Violations) };
        report = _suppressions.Apply(report, conversation, facts);
        return _scorer is null ? report : report with { Score = _scorer.Score(report) };
    }

    /// <summary>The checker with the pack's settings for the channel, direction and attributes of <paramref name="conversation"/>.</summary>
    private Checker For(Conversation conversation)
    {
        var pack = Pack.For(conversation);
        return pack == Pack ? this : _variants.GetValue(pack, p => new Checker(p, _options));
    }
}
