using System.Collections.Immutable;
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
    private readonly SuppressionFilter _suppressions;
    private readonly Scorer? _scorer;
    private readonly CheckerOptions _options;
    private readonly ConditionalWeakTable<RulePack, Checker> _variants = [];

    private Checker(RulePack pack, CheckerOptions options)
    {
        (Pack, _options) = (pack, options);
        var festivals = pack.Calendar.Openings;
        Finder = new FactFinder(pack.Lexicon, pack.Acknowledgement, pack.Greeting, pack.Farewell, TimeOf, pack.Measures)
        {
            Asked = pack.Asked,
            Tests = pack.Tests,
            CountsSentences = pack.CountsSentences,
            FindsEntities = pack.Productions.Any(p => p.Clauses.Any(c => c.Fact == FactKind.Entity)),
            Promises = pack.Promises,
            LocalTime = moment => pack.Clock.At(moment) is var local ? local.Day.ToDateTime(local.Time) : default,
        };
        Judge = new Judge(pack, options.Engine.Compile(pack.Productions));
        Rewriter = options.Suggest ? new Rewriter(pack, Judge, Finder) : null;
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

    internal FactFinder Finder { get; }

    internal Judge Judge { get; }

    /// <summary>Null when no rewrites are to be looked for.</summary>
    internal Rewriter? Rewriter { get; }

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
        var checker = For(conversation);
        return checker.Check(conversation, checker.Finder.Read(conversation));
    }

    /// <summary>As <see cref="Check(Conversation)"/>, with suppressions besides those of the pack, such as those written beside a line of a script document.</summary>
    public CheckReport Check(Conversation conversation, ImmutableArray<Suppression> suppressions)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var checker = For(conversation);
        return checker.Check(conversation, checker.Finder.Read(conversation), suppressions);
    }

    /// <summary>Begins to follow a conversation, turn by turn.</summary>
    /// <param name="start">What is known when it begins; turns that it has count as said.</param>
    /// <exception cref="ArgumentException"><paramref name="start"/> has a draft.</exception>
    public LiveSession Start(Conversation? start = null) => new(For(start ?? new Conversation()), start ?? new Conversation());

    /// <summary>Checks a conversation whose turns have been read, the draft last, by this checker's own settings.</summary>
    internal CheckReport Check(Conversation conversation, IReadOnlyList<TurnReading> readings, ImmutableArray<Suppression> suppressions = default)
    {
        var facts = Finder.Find(conversation, readings);
        var report = Judge.Report(conversation, facts, out var findings);
        if (Rewriter is not null && findings.Count > 0) report = report with { Violations = Rewriter.Suggest(conversation, facts, findings, report.Violations) };
        report = Suppress(report, conversation, facts, suppressions);
        return _scorer is null ? report : report with { Score = _scorer.Score(report) };
    }

    /// <summary>The report with the violations set aside that the pack excuses, or one of <paramref name="besides"/>.</summary>
    internal CheckReport Suppress(CheckReport report, Conversation conversation, FactSet facts, ImmutableArray<Suppression> besides = default) =>
        _suppressions.Apply(report, conversation, facts, besides);

    /// <summary>The checker with the pack's settings for the channel, direction and attributes of <paramref name="conversation"/>.</summary>
    private Checker For(Conversation conversation)
    {
        var pack = Pack.For(conversation);
        return pack == Pack ? this : _variants.GetValue(pack, p => new Checker(p, _options));
    }
}
