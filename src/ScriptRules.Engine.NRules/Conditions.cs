using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Facts;

namespace ScriptRules.Engine.NRules;

/// <summary>Conditions as expressions.</summary>
/// <remarks>
/// NRules takes two expressions for one test when they look alike, and some that differ look alike to it: members of a new object, and inner
/// lambdas. Only these nodes are used: parameter, property of a parameter or of such a property, conversion to <see cref="int"/>, constant,
/// comparison, <c>&amp;</c>, a shift, and a call of <see cref="Fact.Get"/>, <see cref="Operand.Sum"/> or <see cref="ValueSet.Has"/>. Constants are numbers
/// and value sets, which are equal when they hold the same, so equal tests of different rules are one node.
/// </remarks>
internal static class Conditions
{
    private const int BlockBits = 5;

    private static readonly ConcurrentDictionary<(Type Fact, FactField Field), PropertyInfo?> Properties = new();
    private static readonly MethodInfo Get = typeof(Fact).GetMethod(nameof(Fact.Get))!;
    private static readonly MethodInfo Sum = typeof(Operand).GetMethod(nameof(Operand.Sum))!;
    private static readonly MethodInfo Has = typeof(ValueSet).GetMethod(nameof(ValueSet.Has), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The condition on <paramref name="own"/>, a fact of its clause, and the facts bound before.</summary>
    internal static LambdaExpression LambdaOf(Condition condition, ParameterExpression own, IReadOnlyList<ParameterExpression> bound)
    {
        var left = Field(own, condition.Field);
        if (condition.Is == Comparison.In) return Expression.Lambda(InSet([.. condition.Set], left), own);
        if (condition.Value.IsConstant) return Expression.Lambda(Compare(condition.Is, left, Expression.Constant(condition.Value.Offset)), own);
        var other = bound[condition.Value.Variable];
        var right = Field(other, condition.Value.Field);
        if (condition.Value.Offset != 0) right = Expression.Call(Sum, right, Expression.Constant(condition.Value.Offset));
        return Expression.Lambda(Compare(condition.Is, left, right), other, own);
    }

    /// <summary>
    /// A coarser test before one of concepts, where they all lie in one block of 32; null elsewhere. NRules tries the tests of a type one after another;
    /// with blocks between, a mention meets those of its own block only.
    /// </summary>
    internal static LambdaExpression? BlockOf(Condition condition, ParameterExpression own)
    {
        if (condition is not { Field: FactField.Concept, Is: Comparison.In, Set: [var first, ..] and [.., var last] } || first >> BlockBits != last >> BlockBits) return null;
        return Expression.Lambda(Expression.Equal(Expression.RightShift(Field(own, FactField.Concept), Expression.Constant(BlockBits)), Expression.Constant(first >> BlockBits)), own);
    }

    /// <summary>The value that <see cref="Fact.Get"/> gives, read from the property of the field's name where the fact has one.</summary>
    internal static Expression Field(ParameterExpression fact, FactField field)
    {
        if (field is FactField.Start or FactField.End) return Expression.Property(Expression.Property(fact, nameof(Fact.Span)), field.ToString());
        var property = Properties.GetOrAdd((fact.Type, field), static key => key.Fact.GetProperty(key.Field.ToString()));
        if (property?.PropertyType == typeof(int)) return Expression.Property(fact, property);
        if (property?.PropertyType.IsEnum == true) return Expression.Convert(Expression.Property(fact, property), typeof(int));
        return Expression.Call(fact, Get, Expression.Constant(field));
    }

    private static Expression InSet(int[] values, Expression left) =>
        values is [var only] ? Expression.Equal(left, Expression.Constant(only)) : Expression.Call(Expression.Constant(new ValueSet(values)), Has, left);

    private static Expression Compare(Comparison comparison, Expression left, Expression right) => comparison switch
    {
        Comparison.Equal => Expression.Equal(left, right),
        Comparison.NotEqual => Expression.NotEqual(left, right),
        Comparison.Less => Expression.LessThan(left, right),
        Comparison.AtMost => Expression.LessThanOrEqual(left, right),
        Comparison.More => Expression.GreaterThan(left, right),
        Comparison.AtLeast => Expression.GreaterThanOrEqual(left, right),
        Comparison.HasAny => Expression.NotEqual(Expression.And(left, right), Expression.Constant(0)),
        Comparison.HasNone => Expression.Equal(Expression.And(left, right), Expression.Constant(0)),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison), comparison, null),
    };
}
