using System.Collections.Immutable;
using ScriptRules.Text.Facts;

namespace ScriptRules.Rules;

/// <summary>Evaluates productions over facts. Every engine gives the same standing set.</summary>
public interface IRuleEngine
{
    /// <summary>A short name for reports and the command line.</summary>
    string Name { get; }

    /// <summary>Prepares <paramref name="productions"/>, once for many conversations.</summary>
    /// <returns>Safe to share between threads.</returns>
    /// <exception cref="ArgumentException">A production cannot be evaluated; see <see cref="Production.Check"/>.</exception>
    IRuleProgram Compile(ImmutableArray<Production> productions);
}

/// <summary>Productions that are ready to be evaluated; safe to share between threads.</summary>
public interface IRuleProgram
{
    /// <summary>Opens an empty memory of facts for one conversation.</summary>
    IFactSession Open();
}

/// <summary>The facts of one conversation; one thread at a time.</summary>
/// <remarks>A session that threw a <see cref="RuleEngineException"/> throws it ever after: what it knows may be half of the truth.</remarks>
public interface IFactSession : IDisposable
{
    /// <summary>Adds facts; equality is identity.</summary>
    /// <exception cref="ArgumentException">A fact is null, there already, or given twice; none is added then.</exception>
    void Insert(IReadOnlyList<Fact> facts);

    /// <summary>Takes facts back.</summary>
    /// <exception cref="ArgumentException">A fact is null, not there, or given twice; none is taken back then.</exception>
    void Retract(IReadOnlyList<Fact> facts);

    /// <summary>The productions that stand, with their anchors: a set, in no order that a caller may rely on.</summary>
    IReadOnlyCollection<Standing> Evaluate();
}

/// <summary>A production that stands for an anchor.</summary>
/// <param name="Production">Its place in the compiled list.</param>
/// <param name="Anchor">The fact bound to its first clause.</param>
public readonly record struct Standing(int Production, Fact Anchor);
