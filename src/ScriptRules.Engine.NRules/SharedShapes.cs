using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using NRules.Extensibility;

namespace ScriptRules.Engine.NRules;

/// <summary>Compiles expressions that differ in their constants only once. Compiling is what takes the time in a large pack.</summary>
/// <remarks>Safe to share between threads. What it keeps is bounded by the shapes that conditions can have, not by rules.</remarks>
internal sealed class SharedShapes : IExpressionCompiler
{
    private readonly ConcurrentDictionary<Shape, Delegate> _compiled = new();

    /// <summary>How many shapes were met.</summary>
    internal int Count => _compiled.Count;

    public TDelegate Compile<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate
    {
        var reader = new ShapeReader();
        if (!reader.Read(expression)) return expression.Compile();
        if (!_compiled.TryGetValue(reader.Shape, out var make)) make = _compiled.GetOrAdd(reader.Shape, WithSlots(expression).Compile());
        return ((Func<object?[], TDelegate>)make)(reader.Constants);
    }

    private static Expression<Func<object?[], TDelegate>> WithSlots<TDelegate>(Expression<TDelegate> expression)
        where TDelegate : Delegate
    {
        var slots = new SlotWriter();
        return Expression.Lambda<Func<object?[], TDelegate>>(slots.Visit(expression), slots.Slots);
    }

    /// <summary>A node without its parts and, for a constant, without its value.</summary>
    /// <param name="Node">Its sort.</param>
    /// <param name="Type">Its type.</param>
    /// <param name="Member">What it reads or calls; null when it does not.</param>
    /// <param name="Number">How many parts it has, or which parameter it is.</param>
    private readonly record struct Part(ExpressionType Node, Type Type, MemberInfo? Member, int Number);

    /// <summary>An expression as a list of its nodes.</summary>
    private sealed class Shape : IEquatable<Shape>
    {
        private readonly Part[] _parts;
        private readonly int _hash;

        internal Shape(Part[] parts)
        {
            _parts = parts;
            var hash = new HashCode();
            foreach (var part in parts) hash.Add(part);
            _hash = hash.ToHashCode();
        }

        public bool Equals(Shape? other) => other is not null && _hash == other._hash && _parts.AsSpan().SequenceEqual(other._parts);

        public override bool Equals(object? obj) => Equals(obj as Shape);

        public override int GetHashCode() => _hash;
    }

    /// <summary>Notes the shape and the constants of an expression.</summary>
    private sealed class ShapeReader
    {
        private readonly List<Part> _parts = [];
        private readonly List<object?> _constants = [];
        private readonly List<ParameterExpression> _parameters = [];

        internal Shape Shape => field ??= new([.. _parts]);

        internal object?[] Constants => [.. _constants];

        /// <summary>False for a node whose parts are not noted.</summary>
        internal bool Read(Expression node)
        {
            switch (node)
            {
                case LambdaExpression lambda:
                    Note(node, null, lambda.Parameters.Count);
                    return ReadAll(lambda.Parameters) && Read(lambda.Body);
                case BlockExpression block:
                    Note(node, null, block.Variables.Count);
                    Note(node, null, block.Expressions.Count);
                    return ReadAll(block.Variables) && ReadAll(block.Expressions);
                case BinaryExpression { Conversion: null } binary:
                    Note(node, binary.Method);
                    return Read(binary.Left) && Read(binary.Right);
                case UnaryExpression { Operand: not null } unary:
                    Note(node, unary.Method);
                    return Read(unary.Operand);
                case MemberExpression { Expression: { } owner } member:
                    Note(node, member.Member);
                    return Read(owner);
                case MethodCallExpression call:
                    Note(node, call.Method);
                    return (call.Object is null || Read(call.Object)) && ReadAll(call.Arguments);
                case ConstantExpression constant:
                    Note(node, null);
                    _constants.Add(constant.Value);
                    return true;
                case ParameterExpression parameter:
                    if (!_parameters.Contains(parameter)) _parameters.Add(parameter);
                    Note(node, null, _parameters.IndexOf(parameter));
                    return true;
                default:
                    return false;
            }
        }

        private bool ReadAll(IReadOnlyList<Expression> nodes)
        {
            for (var i = 0; i < nodes.Count; i++)
                if (!Read(nodes[i])) return false;
            return true;
        }

        private void Note(Expression node, MemberInfo? member, int number = 0) => _parts.Add(new Part(node.NodeType, node.Type, member, number));
    }

    /// <summary>Puts a slot of an array in place of every constant, in the order in which the reader notes them.</summary>
    private sealed class SlotWriter : ExpressionVisitor
    {
        private int _constants;

        internal ParameterExpression Slots { get; } = Expression.Parameter(typeof(object?[]), "slots");

        protected override Expression VisitConstant(ConstantExpression node) =>
            Expression.Convert(Expression.ArrayIndex(Slots, Expression.Constant(_constants++)), node.Type);
    }
}
