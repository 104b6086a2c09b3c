namespace ScriptRules.Rules.Calendars;

/// <summary>A festival, as rules and reports name it.</summary>
/// <param name="Id">English words: <c>spring-festival</c>.</param>
/// <param name="Name">As it is called in Chinese: 春节.</param>
public sealed record Festival(string Id, string Name)
{
    /// <summary>The name and the id: 春节 (spring-festival).</summary>
    public override string ToString() => $"{Name} ({Id})";
}
