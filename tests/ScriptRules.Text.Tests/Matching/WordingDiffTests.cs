using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Matching;

/// <summary>Which words of a model sentence are missing, and which are added.</summary>
public class WordingDiffTests
{
    private const string Model = "您好，{brand}为您服务，请问有什么可以帮您？";

    [Theory]
    [InlineData("您好，小鹿商城为您服务，请问有什么可以帮您？", "", "")]
    [InlineData("您好!小鹿商城 為您服務 请问有什么可以帮您", "", "")]
    [InlineData("您好，小鹿商城为您服务，请问可以帮您？", "有什么", "")]
    [InlineData("您好，小鹿商城很高兴为您服务，请问有什么可以帮到您？", "", "到")] // what stands in the slot is free
    [InlineData("您好，为您服务，请问现在有什么可以帮您？再见", "", "现在")]
    [InlineData("😀您好，请问有什么😀可以帮您", "为您服务", "")]
    public void Missing_and_added(string said, string missing, string added)
    {
        var diff = WordingDiff.Of(Model, said);

        string.Join('|', diff.Missing).Should().Be(missing);
        string.Join('|', diff.Added.Select(a => a.Of(said))).Should().Be(added);
        diff.IsExact.Should().Be(missing.Length + added.Length == 0);
    }

    [Fact]
    public void Coverage_is_how_much_of_the_model_is_there()
    {
        WordingDiff.Of("一二三四", "一二四").Coverage.Should().Be(0.75);
        WordingDiff.Of("一二三四", "四三").Coverage.Should().Be(0.25, "the order counts");
        WordingDiff.Of("一二三四", "").Should().BeEquivalentTo(new { Coverage = 0.0, Missing = new[] { "一二三四" }, Span = default(TextSpan) });
        WordingDiff.Of("一二三四", "好，一二，三四").Span.Should().Be(new TextSpan(2, 7));
    }

    [Fact]
    public void Long_texts_are_compared_up_to_a_bound() =>
        WordingDiff.Of(new string('好', 5_000), new string('好', 1_000_000)).Coverage.Should().Be(1);
}
