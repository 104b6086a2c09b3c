namespace ScriptRules.Engine.NRules;

/// <summary>The values that a condition allows, in rising order; equal to another that allows the same.</summary>
internal sealed class ValueSet(int[] values) : IEquatable<ValueSet>
{
    private readonly int[] _values = values;

    internal bool Has(int value) => Array.BinarySearch(_values, value) >= 0;

    public bool Equals(ValueSet? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as ValueSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in _values) hash.Add(value);
        return hash.ToHashCode();
    }

    /// <summary>Such as <c>{3, 14}</c>, as the schema shows it.</summary>
    public override string ToString() => $"{{{string.Join(", ", _values)}}}";
}
