using NRules;
using NRules.Diagnostics;
using NRules.Extensibility;
using ScriptRules.Rules;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.NRules;

/// <summary>The facts of one conversation in an NRules session.</summary>
/// <remarks>
/// After an exception NRules has taken in some of the facts and lost matches of others, so nothing may be read from the session any more.
/// </remarks>
internal sealed class NRulesSession : IFactSession, IDependencyResolver
{
    private readonly ISession _session;
    private readonly StandingSet _standing = new();
    private readonly HashSet<Fact> _present = new(ReferenceEqualityComparer.Instance);
    private readonly SortedSet<string> _failedRules = new(StringComparer.Ordinal);
    private Exception? _failure;

    internal NRulesSession(ISessionFactory factory)
    {
        _session = factory.CreateSession();
        _session.DependencyResolver = this;
        _session.Events.LhsExpressionFailedEvent += OnConditionFailed;
    }

    public void Insert(IReadOnlyList<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ThrowIfFailed();
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i] is { } fact && _present.Add(fact)) continue;
            for (var added = 0; added < i; added++) _present.Remove(facts[added]);
            throw new ArgumentException("a fact is null, or there already", nameof(facts));
        }

        Run(facts, _session.InsertAll);
    }

    public void Retract(IReadOnlyList<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ThrowIfFailed();
        for (var i = 0; i < facts.Count; i++)
        {
            if (facts[i] is { } fact && _present.Remove(fact)) continue;
            for (var removed = 0; removed < i; removed++) _present.Add(facts[removed]);
            throw new ArgumentException("a fact that is not there cannot be retracted", nameof(facts));
        }

        Run(facts, _session.RetractAll);
    }

    public IReadOnlyCollection<Standing> Evaluate()
    {
        ThrowIfFailed();
        return _standing.ToArray();
    }

    public void Dispose() => _session.Events.LhsExpressionFailedEvent -= OnConditionFailed;

    object IDependencyResolver.Resolve(IResolutionContext context, Type serviceType) => _standing;

    /// <summary>Fires at once: matches that come and go unfired pile up on the agenda.</summary>
    private void Run(IReadOnlyList<Fact> facts, Action<IEnumerable<object>> change)
    {
        try
        {
            change(facts);
            _session.Fire();
        }
        catch (Exception e)
        {
            if (e is RuleRhsExpressionEvaluationException { RuleName: { } rule }) _failedRules.Add(rule);
            _failure ??= e;
        }

        ThrowIfFailed();
    }

    // Also where a listener calls the failure handled, and NRules goes on with "false".
    private void OnConditionFailed(object? sender, LhsExpressionErrorEventArgs e)
    {
        _failure ??= e.Exception;
        _failedRules.UnionWith(e.Rules.Select(r => r.Name));
    }

    private void ThrowIfFailed()
    {
        if (_failure is not null) throw new RuleEngineException("nrules", [.. _failedRules], _failure);
    }
}
