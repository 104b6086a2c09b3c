using System.Linq.Expressions;
using ScriptRules.Conformance;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;

namespace ScriptRules.Engine.NRules.Tests;

/// <summary>Expressions that are compiled once for all constants.</summary>
public class SharedShapesTests
{
    private readonly SharedShapes _shapes = new();

    [Fact]
    public void Constants_of_one_shape_do_not_mix()
    {
        var add = Enumerable.Range(0, 5).Select(n => _shapes.Compile(Plus(n))).ToList();

        add.Select(f => f(10)).Should().Equal(10, 11, 12, 13, 14);
        _shapes.Count.Should().Be(1);
    }

    [Fact]
    public void Different_shapes_are_compiled_apart()
    {
        Expression<Func<int, int, int>> minus = (x, y) => x - y;
        Expression<Func<int, int, int>> swapped = (x, y) => y - x;
        Expression<Func<string, string, bool>> longer = (x, y) => x.Length > y.Length + 1;
        Expression<Func<string, string, bool>> starts = (x, y) => x.StartsWith(y, StringComparison.Ordinal);
        Expression<Func<string, string, bool>> ends = (x, y) => x.EndsWith(y, StringComparison.Ordinal);

        _shapes.Compile(minus)(5, 3).Should().Be(2);
        _shapes.Compile(swapped)(5, 3).Should().Be(-2);
        _shapes.Compile(longer)("abcd", "ab").Should().BeTrue();
        _shapes.Compile(starts)("abc", "ab").Should().BeTrue();
        _shapes.Compile(ends)("abc", "ab").Should().BeFalse();
        _shapes.Compile(Plus(2))(1).Should().Be(3);
        _shapes.Count.Should().Be(6);
    }

    [Fact]
    public void What_has_no_shape_is_compiled_alone()
    {
        Expression<Func<int, int[]>> array = x => new[] { x, 1 };

        _shapes.Compile(array)(4).Should().Equal(4, 1);
        _shapes.Count.Should().Be(0);
    }

    [Fact]
    public void A_null_constant_is_null()
    {
        Expression<Func<string?, bool>> isNull = x => x == null;

        _shapes.Compile(isNull)(null).Should().BeTrue();
        _shapes.Compile(isNull)("").Should().BeFalse();
    }

    [Fact]
    public void A_pack_has_few_shapes()
    {
        var productions = RulePack.Load(new FolderPackSource(Repository.Path("rules", "service"))).Productions;
        productions.Length.Should().BeGreaterThan(60);

        foreach (var condition in productions.SelectMany(p => p.Clauses.Take(1)).SelectMany(c => c.Where))
            if (condition.Value.IsConstant) _shapes.Compile((Expression<Func<Text.Facts.Mention, bool>>)Conditions.LambdaOf(condition, Expression.Parameter(typeof(Text.Facts.Mention), "own"), []));

        _shapes.Count.Should().BeLessThan(20);
    }

    private static Expression<Func<int, int>> Plus(int n)
    {
        var x = Expression.Parameter(typeof(int), "x");
        return Expression.Lambda<Func<int, int>>(Expression.Add(x, Expression.Constant(n)), x);
    }
}
