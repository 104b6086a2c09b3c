namespace ScriptRules.Text.Entities;

/// <summary>An entity in one turn, apart from the clock.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands, as sent.</param>
/// <param name="Value">Equal for equal numbers however they are written; fen for an amount; 0 for a time.</param>
/// <param name="Time">For a deadline or a day: which; null for the others.</param>
public sealed record EntityHit(EntityKind Kind, TextSpan Span, int Value, Deadline? Time = null)
{
    /// <summary>Whether it tells who somebody is or where they can be reached.</summary>
    public bool IsPersonal => Kind <= EntityKind.Address;

    /// <summary>The name of a kind, as packs and reports write it: <c>identity-number</c>.</summary>
    public static string NameOf(EntityKind kind) => kind switch
    {
        EntityKind.Mobile => "mobile",
        EntityKind.Landline => "landline",
        EntityKind.IdentityNumber => "identity-number",
        EntityKind.BankCard => "bank-card",
        EntityKind.Email => "email",
        EntityKind.Address => "address",
        EntityKind.OrderNumber => "order-number",
        EntityKind.Amount => "amount",
        EntityKind.Deadline => "deadline",
        EntityKind.Day => "day",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
