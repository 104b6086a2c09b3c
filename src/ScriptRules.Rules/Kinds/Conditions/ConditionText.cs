using System.Collections.Immutable;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Conditions joined by <c>and</c>, <c>or</c>, <c>not</c> and brackets; <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> will do too.</summary>
/// <remarks><c>not</c> binds closest, then <c>and</c>, then <c>or</c>.</remarks>
internal sealed class ConditionText
{
    private const int DepthLimit = 32;
    private const int LengthLimit = 1000;

    private readonly List<(string Text, int Offset)> _tokens = [];
    private string? _fault;
    private int _faultAt;
    private int _next;

    private ConditionText(string text) => Tokenize(text);

    /// <summary>Reads an expression; false when it cannot be read, which the reader has then said.</summary>
    [ValueSchema(ValueSchemas.Text, Sample = "said")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out WrittenExpression value)
    {
        value = new WrittenExpression(new Expression.And([]), node);
        if (!reader.Nodes.Text(node, what, out var text)) return false;
        if (text.Length > LengthLimit)
        {
            reader.Nodes.Fail(DiagnosticCodes.Expression, node, $"{what} is longer than {LengthLimit} characters");
            return false;
        }

        var parser = new ConditionText(text);
        var read = parser.Or(0);
        if (parser._fault is null && parser._next < parser._tokens.Count - 1) parser.Fail($"“{parser._tokens[parser._next].Text}” was not expected here", parser._tokens[parser._next].Offset);
        if (parser._fault is { } fault)
        {
            reader.Nodes.FailIn(DiagnosticCodes.Expression, node, parser._faultAt, 1, fault, "conditions are joined by and, or, not and brackets, such as \"a and not (b or c)\"");
            return false;
        }

        value = new WrittenExpression(read, node);
        return true;
    }

    /// <summary>Whether <paramref name="text"/> can name a condition.</summary>
    internal static bool IsName(string text) => text.Length is > 0 and <= 60 && text.All(IsNamePart) && text is not ("and" or "or" or "not");

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '-' or '_';

    private void Tokenize(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsWhiteSpace(text[i])) i++;
            else if (IsNamePart(text[i]))
            {
                while (i < text.Length && IsNamePart(text[i])) i++;
                _tokens.Add((text[start..i], start));
            }
            else if (text.AsSpan(i) is ['&', '&', ..] or ['|', '|', ..])
            {
                _tokens.Add((text[i] == '&' ? "and" : "or", start));
                i += 2;
            }
            else if (text[i] is '!' or '(' or ')')
            {
                _tokens.Add((text[i] == '!' ? "not" : text[i].ToString(), start));
                i++;
            }
            else
            {
                Fail($"“{text[i]}” means nothing here", i);
                return;
            }
        }

        _tokens.Add(("", text.Length));
    }

    private Expression Or(int depth)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        do parts.Add(And(depth));
        while (Take("or"));
        return parts.Count == 1 ? parts[0] : new Expression.Or(parts.ToImmutable());
    }

    private Expression And(int depth)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        do parts.Add(Single(depth));
        while (Take("and"));
        return parts.Count == 1 ? parts[0] : new Expression.And(parts.ToImmutable());
    }

    private Expression Single(int depth)
    {
        if (_fault is not null) return new Expression.And([]);
        var (token, offset) = _tokens[_next];
        if (depth > DepthLimit) return Fail($"nested more than {DepthLimit} deep", offset);
        if (Take("not")) return new Expression.Not(Single(depth + 1));
        if (Take("("))
        {
            var inner = Or(depth + 1);
            return Take(")") || _fault is not null ? inner : Fail("this bracket is not closed", offset);
        }

        if (!IsName(token)) return Fail("the name of a condition is missing here", offset);
        _next++;
        return new Expression.Name(token, offset);
    }

    private bool Take(string token)
    {
        if (_fault is not null || _tokens[_next].Text != token || token.Length == 0) return false;
        _next++;
        return true;
    }

    private Expression Fail(string fault, int offset)
    {
        if (_fault is null) (_fault, _faultAt) = (fault, offset);
        return new Expression.And([]);
    }
}

/// <summary>An expression, and where it stands.</summary>
internal sealed record WrittenExpression(Expression Root, YamlNode Node);

/// <summary>A boolean expression over conditions.</summary>
internal abstract record Expression
{
    /// <summary>The names in it, in the order in which they are written.</summary>
    internal IEnumerable<Name> Names => this switch
    {
        Name name => [name],
        Not not => not.Of.Names,
        And and => and.Parts.SelectMany(p => p.Names),
        Or or => or.Parts.SelectMany(p => p.Names),
        _ => [],
    };

    /// <summary>Its value, when <paramref name="holds"/> tells those of the conditions.</summary>
    internal bool Holds(Func<string, bool> holds) => this switch
    {
        Name name => holds(name.Text),
        Not not => !not.Of.Holds(holds),
        And and => and.Parts.All(p => p.Holds(holds)),
        Or or => or.Parts.Any(p => p.Holds(holds)),
        _ => false,
    };

    internal sealed record Name(string Text, int Offset) : Expression;

    internal sealed record Not(Expression Of) : Expression;

    internal sealed record And(ImmutableArray<Expression> Parts) : Expression;

    internal sealed record Or(ImmutableArray<Expression> Parts) : Expression;
}
