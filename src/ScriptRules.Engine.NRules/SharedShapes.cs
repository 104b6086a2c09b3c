using System.Collections.Concurrent;
using System.Linq.Expressions;
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
        var body = (Expression<TDelegate>)reader.Visit(expression)!;
        if (!reader.IsKnown) return expression.Compile();
        var make = _compiled.GetOrAdd(reader.Shape, static (_, lambda) => lambda.Compile(), Expression.Lambda<Func<object?[], TDelegate>>(body, reader.Slots));
        return ((Func<object?[], TDelegate>)make)(reader.Constants);
    }

    /// <summary>An expression as a list of its nodes, with the type of each constant but not its value.</summary>
    private sealed class Shape(object[] parts) : IEquatable<Shape>
    {
        private readonly object[] _parts = parts;

        public bool Equals(Shape? other) => other is not null && _parts.AsSpan().SequenceEqual(other._parts);

        public override bool Equals(object? obj) => Equals(obj as Shape);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var part in _parts) hash.Add(part);
            return hash.ToHashCode();
        }
    }

    /// <summary>Puts a slot of an array in place of every constant, and notes the shape.</summary>
    private sealed class ShapeReader : ExpressionVisitor
    {
        private readonly List<object> _parts = [];
        private readonly List<object?> _constants = [];
        private readonly List<ParameterExpression> _parameters = [];

        internal ParameterExpression Slots { get; } = Expression.Parameter(typeof(object?[]), "slots");

        /// <summary>False for a node whose parts are not noted.</summary>
        internal bool IsKnown { get; private set; } = true;

        internal Shape Shape => new([.. _parts]);

        internal object?[] Constants => [.. _constants];

        public override Expression? Visit(Expression? node)
        {
            if (node is null) return null;
            _parts.Add(node.NodeType);
            _parts.Add(node.Type);
            switch (node)
            {
                case LambdaExpression lambda:
                    _parts.Add(lambda.Parameters.Count);
                    break;
                case BlockExpression block:
                    _parts.Add(block.Variables.Count);
                    _parts.Add(block.Expressions.Count);
                    break;
                case BinaryExpression { Conversion: null } binary:
                    _parts.Add(binary.Method ?? (object)"");
                    break;
                case UnaryExpression unary:
                    _parts.Add(unary.Method ?? (object)"");
                    break;
                case MemberExpression { Expression: not null } member:
                    _parts.Add(member.Member);
                    break;
                case MethodCallExpression call:
                    _parts.Add(call.Method);
                    break;
                case ConstantExpression:
                    break;
                case ParameterExpression parameter:
                    if (!_parameters.Contains(parameter)) _parameters.Add(parameter);
                    _parts.Add(_parameters.IndexOf(parameter));
                    break;
                default:
                    IsKnown = false;
                    break;
            }

            return base.Visit(node);
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            _constants.Add(node.Value);
            return Expression.Convert(Expression.ArrayIndex(Slots, Expression.Constant(_constants.Count - 1)), node.Type);
        }
    }
}
