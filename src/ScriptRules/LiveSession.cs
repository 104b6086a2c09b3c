using System.Collections.Immutable;
using ScriptRules.Checking;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules;

/// <summary>A conversation that is followed while it goes on.</summary>
/// <remarks>
/// What an agent may still say is not missed yet: a violation by omission is raised when its time is over, and what the agent owes until then is
/// in <see cref="Obligations"/>. A violation is withdrawn when what follows mends it. Whatever was raised and not withdrawn, with the step that
/// <see cref="End"/> makes, is what a check of the finished conversation finds. It grows and has one owner: one thread at a time.
/// </remarks>
public sealed class LiveSession
{
    private readonly Checker _checker;
    private readonly List<Turn> _turns;
    private readonly List<TurnReading> _readings = [];
    private Conversation _head;
    private FactSet? _facts;
    private IReadOnlyList<Finding> _findings = [];
    private ImmutableArray<Violation> _found = []; // of _findings, those that the pack excuses too
    private bool _isEnded;

    internal LiveSession(Checker checker, Conversation start)
    {
        if (start.Draft is not null) throw new ArgumentException("a conversation with a draft cannot go on; the draft is checked by itself", nameof(start));
        (_checker, _head) = (checker, start with { Turns = [] });
        _turns = [.. start.Turns];
        foreach (var turn in _turns) _readings.Add(checker.Finder.Read(turn, start.Channel));
        if (_turns.Count > 0) Step();
    }

    /// <summary>What has been said so far.</summary>
    public Conversation Conversation => _head with { Turns = [.. _turns] };

    /// <summary>The violations that stand now, by turn, place and rule.</summary>
    public ImmutableArray<Violation> Violations { get; private set; } = [];

    /// <summary>What the agent owes now, the most urgent first; empty once the conversation has ended.</summary>
    public ImmutableArray<Obligation> Obligations => _isEnded || _facts is null ? [] : _checker.Judge.Owed(_head, _facts, _checker.Finder.Find(_head, _readings));

    /// <summary>Takes what was said next.</summary>
    /// <exception cref="InvalidOperationException">The conversation has ended.</exception>
    public LiveStep Add(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ThrowIfEnded();
        var reading = _checker.Finder.Read(turn, _head.Channel);
        _turns.Add(turn);
        _readings.Add(reading);
        return Step();
    }

    /// <summary>Checks a reply before it is sent, as if it came next.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="at">When it would be sent; null takes the conversation's clock.</param>
    /// <exception cref="InvalidOperationException">The conversation has ended.</exception>
    public CheckReport CheckDraft(string text, DateTimeOffset? at = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ThrowIfEnded();
        var reading = _checker.Finder.Read(new Turn(SpeakerRole.Agent, text), _head.Channel);
        return _checker.Check(Conversation with { Draft = new Draft(text, at) }, [.. _readings, reading]);
    }

    /// <summary>Ends the conversation: what is still owed is missed.</summary>
    /// <param name="endedAt">Seconds from the start to the end of the call; null when it is not known.</param>
    /// <returns>The report on the whole conversation.</returns>
    /// <exception cref="InvalidOperationException">The conversation has ended.</exception>
    public CheckReport End(TimeSpan? endedAt = null)
    {
        ThrowIfEnded();
        _isEnded = true;
        _head = _head with { EndedAt = endedAt ?? _head.EndedAt };
        var report = _checker.Check(Conversation, _readings);
        Violations = report.Violations;
        return report;
    }

    private LiveStep Step()
    {
        _facts = _checker.Finder.Find(_head, _readings, isOngoing: true);
        var findings = _checker.Judge.Findings(_head, _facts);
        var isSame = findings.Count == _findings.Count && findings.Zip(_findings).All(f => f.First.IsSame(f.Second));
        _findings = findings;
        if (isSame) return LiveStep.Nothing;
        var written = _checker.Judge.Write(_head, _facts, findings);
        // Those that are known keep the rewrites that they got when they were raised.
        _found = [.. written.Select(v => _found.FirstOrDefault(old => IsSame(old, v)) ?? v)];
        if (_checker.Rewriter is { } rewriter) _found = rewriter.Suggest(Conversation, _facts, findings, _found);
        var before = Violations;
        Violations = _checker.Suppress(new CheckReport { Violations = _found }, _head, _facts).Violations;
        var raised = Violations.Where(v => !before.Any(old => IsSame(old, v))).ToImmutableArray();
        var withdrawn = before.Where(old => !Violations.Any(v => IsSame(old, v))).ToImmutableArray();
        return raised.IsEmpty && withdrawn.IsEmpty ? LiveStep.Nothing : new LiveStep(raised, withdrawn);
    }

    /// <summary>Whether two steps speak of the same breach, told in the same words by the same evidence.</summary>
    private static bool IsSame(Violation a, Violation b) =>
        a.Rule == b.Rule && a.Turn == b.Turn && a.Span == b.Span && a.Message == b.Message && a.Fingerprint == b.Fingerprint
        && a.Sources.AsSpan().SequenceEqual(b.Sources.AsSpan()) && a.Evidence.AsSpan().SequenceEqual(b.Evidence.AsSpan());

    private void ThrowIfEnded()
    {
        if (_isEnded) throw new InvalidOperationException("the conversation has ended");
    }
}

/// <summary>What a turn changed.</summary>
/// <param name="Raised">Violations that stand from now on; by turn, place and rule.</param>
/// <param name="Withdrawn">Violations that stand no longer, because what was said mends or changes them.</param>
public sealed record LiveStep(ImmutableArray<Violation> Raised, ImmutableArray<Violation> Withdrawn)
{
    internal static LiveStep Nothing { get; } = new([], []);
}
