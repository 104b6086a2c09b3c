using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;

namespace ScriptRules.Text.Tests.Facts;

/// <summary>Whose name it is, and how it is used.</summary>
public class NameTests
{
    private static readonly Lexicon Nothing = Lexicon.Build([], new Dictionary<string, string?>(), out _)!;

    [Theory]
    [InlineData("张伟", "张", "张伟")]
    [InlineData("張偉", "张", "张伟")]
    [InlineData("欧阳娜娜", "欧阳", "欧阳娜娜")]
    [InlineData("歐陽娜", "欧阳", "欧阳娜")]
    [InlineData("张", "张", null)]
    [InlineData("张先生", "张", null)]
    [InlineData("司马懿", "司马", "司马懿")]
    [InlineData("Zhang Wei", null, null)]
    [InlineData("", null, null)]
    public void The_record_tells_it(string recorded, string? surname, string? full)
    {
        var name = Find(new Conversation { Customer = new Party(Name: recorded), Turns = [Agent("您好")] }).Name;

        (name?.Surname, name?.FullName).Should().Be((surname, full));
        if (name is not null) (name.Turn, name.Span).Should().Be((0, default(TextSpan)));
    }

    [Theory]
    [InlineData("我姓[王]，要退款", "王", null)]
    [InlineData("免贵姓[王]", "王", null)]
    [InlineData("我叫[张伟]。", "张", "张伟")]
    [InlineData("我的名字叫[欧阳锋]啊", "欧阳", "欧阳锋")]
    [InlineData("我姓[欧阳]", "欧阳", null)]
    [InlineData("我 姓 [王]", "王", null)]
    [InlineData("我是[王]女士", "王", null)]
    [InlineData("喂，我是[曹秀英]曹女士，燃气灶打不着火", "曹", "曹秀英")]
    [InlineData("你好我叫[魏建军]要退学费", "魏", "魏建军")]
    public void The_customer_tells_it(string marked, string surname, string? full)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;

        var name = Find(new Conversation { Turns = [Agent("您贵姓"), Customer(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal))] }).Name!;

        (name.Surname, name.FullName, name.Turn, name.Span).Should().Be((surname, full, 1, new TextSpan(start, end)));
    }

    [Theory]
    [InlineData("收件人叫张伟")]
    [InlineData("我老公姓王")]
    [InlineData("我姓什么你管不着")]
    [InlineData("我叫车了")]
    [InlineData("我叫车要等多久")]
    [InlineData("我是王女士的邻居")]
    [InlineData("我是白领")]
    [InlineData("我叫了快递")]
    [InlineData("我姓王八蛋的客服惹谁了")]
    [InlineData("张伟")]
    public void Others_and_other_things_do_not(string said) =>
        Find(new Conversation { Turns = [Agent("您贵姓"), Customer(said)] }).Name.Should().BeNull();

    [Fact]
    public void The_agents_own_name_is_not_the_customers() =>
        Find(new Conversation { Turns = [Agent("我叫王芳"), Customer("好")] }).Name.Should().BeNull();

    [Theory]
    [InlineData("[张]先生您好", NameForm.Proper)]
    [InlineData("[张伟]先生您好", NameForm.Proper)]
    [InlineData("好的[张]女士", NameForm.Proper)]
    [InlineData("[張]先生", NameForm.Proper)]
    [InlineData("[张 伟]，你的快递到了", NameForm.Bare)]
    [InlineData("喂[张伟]你好", NameForm.Bare)]
    [InlineData("请问是[张伟]吗", NameForm.Bare)]
    [InlineData("[老张]，你的快递到了", NameForm.Bare)]
    [InlineData("改好了，[张伟] 周六上午的号", NameForm.Bare)]
    [InlineData("哦，[张伟]是吧，房间留着呢", NameForm.Bare)]
    [InlineData("收到~[张伟]稍等，马上改", NameForm.Bare)]
    [InlineData("麻烦[张伟]您再传一次", NameForm.Bare)]
    [InlineData("[张伟]目前还剩两个G", NameForm.Bare)]
    [InlineData("收件人[张伟]目前在外地", NameForm.Datum)]
    [InlineData("[张伟] 电话已登记", NameForm.Datum)]
    [InlineData("[张伟] 2 号楼", NameForm.Datum)]
    [InlineData("收件人是[张伟]对吗", NameForm.Datum)]
    [InlineData("登记的名字是[张伟]", NameForm.Datum)]
    [InlineData("紧张什么", null)]
    [InlineData("这张先放着", null)]
    [InlineData("[王先生]您好", NameForm.Wrong)]
    public void The_agent_uses_it(string marked, NameForm? form)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var said = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var uses = Find(new Conversation { Customer = new Party(Name: "张伟"), Turns = [Agent(said)] }).Facts.OfType<NameUse>();

        uses.Select(u => (u.Form, u.Span)).Should().Equal(form is { } f ? [(f, new TextSpan(start, end))] : []);
    }

    [Theory]
    [InlineData("[伟明]，你的快递", NameForm.Bare)]
    [InlineData("[欧阳]先生", NameForm.Proper)]
    [InlineData("[欧阳伟明]你好", NameForm.Bare)]
    public void A_double_surname_is_one(string marked, NameForm form)
    {
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var said = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        Find(new Conversation { Customer = new Party(Name: "欧阳伟明"), Turns = [Agent(said)] }).Facts.OfType<NameUse>()
            .Select(u => (u.Form, u.Span)).Should().Equal((form, new TextSpan(0, end)));
    }

    [Fact]
    public void Uses_before_the_name_is_known_do_not_count()
    {
        var facts = Find(new Conversation { Turns = [Agent("张伟你好"), Customer("我叫张伟"), Agent("张伟你好")] });

        facts.Facts.OfType<NameUse>().Select(u => u.Turn).Should().Equal(2);
    }

    private static FactSet Find(Conversation conversation)
    {
        var finder = new FactFinder(Nothing, 0, 0, 0, _ => null);
        return finder.Find(conversation, finder.Read(conversation));
    }

    private static Turn Agent(string text) => new(SpeakerRole.Agent, text);

    private static Turn Customer(string text) => new(SpeakerRole.Customer, text);
}
