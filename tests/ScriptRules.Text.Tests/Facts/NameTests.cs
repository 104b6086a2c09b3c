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
    [InlineData("你好我姓[夏侯]家里路由器不亮了", "夏侯", null)]
    [InlineData("你好我免贵姓[游]游泳的游", "游", null)]
    [InlineData("姓[游]游泳的游", "游", null)]
    [InlineData("我姓[张]弓长张", "张", null)]
    [InlineData("我姓[王]想退款", "王", null)]
    [InlineData("我姓[欧阳]女的哈", "欧阳", null)]
    [InlineData("喂你好我姓[陈]昨天你们师傅来过", "陈", null)]
    [InlineData("敝姓[尉迟]", "尉迟", null)]
    [InlineData("鄙姓[葛]，想查个件", "葛", null)]
    [InlineData("小姓[白]", "白", null)]
    [InlineData("我姓[刘]，叫刘德海，办移机的", "刘", "刘德海")]
    [InlineData("我姓[赵]，赵立群", "赵", "赵立群")]
    [InlineData("我姓[黎]，黎明的黎", "黎", null)]
    [InlineData("我姓[张]，张先生", "张", null)]
    [InlineData("我是[王]女士", "王", null)]
    [InlineData("喂，我是[曹秀英]曹女士，燃气灶打不着火", "曹", "曹秀英")]
    [InlineData("你好我叫[魏建军]要退学费", "魏", "魏建军")]
    [InlineData("[张伟]", "张", "张伟")]
    [InlineData("嗯，我是[陈桂芳]，耳东陈", "陈", "陈桂芳")]
    [InlineData("好的，[欧阳倩]", "欧阳", "欧阳倩")]
    [InlineData("我是三栋的[马强]，水费单在哪儿拿", "马", "马强")]
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
    [InlineData("你管我姓张姓李")]
    [InlineData("姓王的那个客服给我挂了")]
    [InlineData("收件人免贵")]
    [InlineData("方便面")]
    [InlineData("谢谢")]
    [InlineData("郑州市")]
    [InlineData("关你什么事")]
    [InlineData("不方便说")]
    [InlineData("我是三栋的业主")]
    [InlineData("我是小区的司机")]
    public void Others_and_other_things_do_not(string said) =>
        Find(new Conversation { Turns = [Agent("您贵姓"), Customer(said)] }).Name.Should().BeNull();

    [Theory]
    [InlineData("麻烦报一下收件人的姓名")]
    [InlineData("孩子的姓名是")]
    [InlineData("您要订哪一款")]
    public void An_answer_to_another_question_does_not(string asked) =>
        Find(new Conversation { Turns = [Agent(asked), Customer("张伟")] }).Name.Should().BeNull();

    [Theory]
    [InlineData("我是林淑芬", "林淑芬")]
    [InlineData("您好，我是周建国啊，来拿药", "周建国")]
    [InlineData("我是王阿姨", null)]
    [InlineData("我是单眼皮", null)]
    [InlineData("我是高中生", null)]
    [InlineData("我是林业局", null)]
    [InlineData("我是小李的朋友", null)]
    public void A_full_name_behind_I_am_is_heard_unasked(string said, string? full) =>
        (Find(new Conversation { Turns = [Agent("您好"), Customer(said)] }).Name?.FullName).Should().Be(full);

    [Theory]
    [InlineData(Channel.Email, "赵磊")]
    [InlineData(Channel.Chat, null)]
    public void A_mail_is_signed(Channel channel, string? full) =>
        (Find(new Conversation { Channel = channel, Turns = [Customer("我对账单有疑问，请核实。赵磊")] }).Name?.FullName).Should().Be(full);

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
    [InlineData("记好了[张伟],师傅四点到您家", NameForm.Bare)]
    [InlineData("这么着[张伟]，我给您排在上午", NameForm.Bare)]
    [InlineData("麻烦[张伟]把身份证拍清楚发过来", NameForm.Bare)]
    [InlineData("能改能改~[张伟]想要哪个颜色呀", NameForm.Bare)]
    [InlineData("[张伟] 地址核对下", NameForm.Bare)]
    [InlineData("请[张伟]到三号窗口", NameForm.Bare)]
    [InlineData("能到的[张伟]，师傅上午出发", NameForm.Bare)]
    [InlineData("看到了[张伟]您这户是三月停的", NameForm.Bare)]
    [InlineData("已经解冻了[张伟]，您试试", NameForm.Bare)]
    [InlineData("抱谦抱谦 [张伟] 师傅己经在路上了", NameForm.Bare)]
    [InlineData("是[张伟]啊，好久没来了", NameForm.Bare)]
    [InlineData("抬头已经改成了[张伟]，您再看一眼", NameForm.Datum)]
    [InlineData("收件人[张伟]您这边看写得对不对", NameForm.Datum)]
    [InlineData("已经通知了[张伟]，请放心", NameForm.Datum)]
    [InlineData("[张伟]可以来取卡了", NameForm.Bare)]
    [InlineData("收件人：[张伟]，电话尾号2201", NameForm.Datum)]
    [InlineData("[张伟]，对吗", NameForm.Datum)]
    [InlineData("[张伟]，伟大的伟", NameForm.Datum)]
    [InlineData("收件人 [张伟] 请核对", NameForm.Datum)]
    [InlineData("[张伟]把件领走了", NameForm.Datum)]
    [InlineData("需要户主[张伟]本人到场", NameForm.Datum)]
    [InlineData("收件人[张伟]目前在外地", NameForm.Datum)]
    [InlineData("[张伟] 电话已登记", NameForm.Datum)]
    [InlineData("[张伟] 2 号楼", NameForm.Datum)]
    [InlineData("收件人是[张伟]对吗", NameForm.Datum)]
    [InlineData("登记的名字是[张伟]", NameForm.Datum)]
    [InlineData("紧张什么", null)]
    [InlineData("这张先放着", null)]
    [InlineData("[王先生]您好", NameForm.Wrong)]
    public void The_agent_uses_it(string marked, NameForm? form) => ShouldUse(marked, form);

    // Customer 张伟 unless told otherwise; what is not in brackets is no call.
    [Theory]
    [InlineData("感谢您的来电[孙先生]再见", NameForm.Wrong)]
    [InlineData("感谢您的来电，[孙先生]再见!", NameForm.Wrong)]
    [InlineData("请您放心[胡小姐]这个网速我已经测过了", NameForm.Wrong)]
    [InlineData("给您登记好了请您稍等一下[胡小姐]", NameForm.Wrong)]
    [InlineData("非常抱歉[李女士]让您久等了", NameForm.Wrong)]
    [InlineData("好的好的[李女士]麻烦您报一下单号", NameForm.Wrong)]
    [InlineData("祝您生活愉快[赵先生]再见", NameForm.Wrong)]
    [InlineData("谢谢[赵先生]再见", NameForm.Wrong)]
    [InlineData("您好[赵先生]请问您要查什么", NameForm.Wrong)]
    [InlineData("嗯好的[赵先生]我查到您的订单了", NameForm.Wrong)]
    [InlineData("[秋先生]，查到了", NameForm.Wrong)]
    [InlineData("好的[秋女士]，查到了", NameForm.Wrong)]
    [InlineData("[王芳女士]您好", NameForm.Wrong)]
    [InlineData("好的[张伟]我查到了您是三单元的对吧", NameForm.Bare)]
    [InlineData("行[张伟]这个我给您改好了", NameForm.Bare)]
    [InlineData("感谢您的来电[张伟]再见", NameForm.Bare)]
    [InlineData("嗯[张伟]麻烦您说一下地址", NameForm.Bare)]
    [InlineData("那[张伟]你周六过来吧", NameForm.Bare)]
    [InlineData("您好请问是[赵国栋先生]吗我姓陈", NameForm.Wrong)]
    [InlineData("尊敬的[赵先生]：您好", NameForm.Wrong)]
    [InlineData("您好请问找的是王先生吗", null)]
    [InlineData("签收人是王先生吗", null)]
    [InlineData("您是王先生的家人吗", null)]
    [InlineData("孙先生给您送过去", null)]
    [InlineData("打扰了孙先生休息，真是抱歉", null)]
    [InlineData("谢谢先生您的理解", null)]
    [InlineData("辛苦先生您跑一趟", null)]
    [InlineData("您可以联系孙先生，再见", null)]
    [InlineData("师傅姓孙，孙先生明天给您打电话", null)]
    [InlineData("孙先生目前不在", null)]
    [InlineData("麻烦[孙先生]您再传一次", NameForm.Wrong)]
    [InlineData("麻烦孙先生处理一下", null)]
    [InlineData("我帮您转接王经理", null)]
    [InlineData("我帮您转接王先生您稍等", null)]
    [InlineData("孙先生是我们的专员", null)]
    [InlineData("好的孙先生是我们的专员", null)]
    [InlineData("好的孙先生会联系您", null)]
    [InlineData("好的孙先生我已经通知了", null)]
    [InlineData("请您放心孙先生这边会处理的", null)]
    [InlineData("请您稍等孙先生马上就到", null)]
    [InlineData("请您放心孙先生的电话我发给您", null)]
    [InlineData("快递员李师傅您可以直接联系", null)]
    [InlineData("快递员李先生您可以直接联系", null)]
    [InlineData("您先生的卡也办好了", null)]
    [InlineData("好的您先生，对吧", null)]
    [InlineData("这位先生，您别急", null)]
    [InlineData("老先生您慢走", null)]
    [InlineData("好的先生您稍等", null)]
    [InlineData("明白先生您稍等", null)]
    [InlineData("多谢先生您的理解", null)]
    [InlineData("没关系先生您慢慢说", null)]
    [InlineData("不好意思女士您再说一遍", null)]
    [InlineData("那麻烦先生您报一下单号", null)]
    [InlineData("关于先生您反映的情况", null)]
    [InlineData("和先生您核对一下", null)]
    [InlineData("向女士您致歉", null)]
    [InlineData("签收的是吴女士，请您问问", null)]
    [InlineData("帮我们谢谢孙先生", null)]
    [InlineData("“王先生，您好”是系统里的问候", null)]
    [InlineData("好的[张伟]这个名字我记下了", NameForm.Datum)]
    [InlineData("好的[张伟]我记下了", NameForm.Datum)]
    [InlineData("[张伟]，13800138000，对吗", NameForm.Datum)]
    [InlineData("请您放心[张伟]的名字没有写错", NameForm.Datum)]
    [InlineData("寄件人[张伟]您看对不对", NameForm.Datum)]
    public void Words_tell_a_call_without_commas(string marked, NameForm? form) => ShouldUse(marked, form);

    // Said to 张伟; the use stands in brackets.
    private static void ShouldUse(string marked, NameForm? form)
    {
        var start = marked.IndexOf('[', StringComparison.Ordinal);
        var end = marked.IndexOf(']', StringComparison.Ordinal) - 1;
        var said = marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

        var uses = Find(new Conversation { Customer = new Party(Name: "张伟"), Turns = [Agent(said)] }).Facts.OfType<NameUse>();

        uses.Select(u => (u.Form, u.Span)).Should().Equal(form is { } f ? [(f, new TextSpan(start, end))] : []);
    }

    [Theory]
    [InlineData("周末", "好的周末我们都在", NameForm.Datum)]
    [InlineData("周末", "周末这两天都营业", NameForm.Datum)]
    [InlineData("周末", "周末，您的快递到了", NameForm.Bare)]
    [InlineData("赵丽华", "好的赵丽华我查到了", NameForm.Bare)]
    [InlineData("王国庆", "国庆请您带好证件", null)]
    [InlineData("关于飞", "关于先生您反映的事", null)]
    [InlineData("邱琳", "秋女士，您好", NameForm.Wrong)]
    [InlineData("诸葛明", "诸先生请问有什么可以帮助您", NameForm.Wrong)]
    public void A_name_that_is_a_word_needs_more(string name, string said, NameForm? form) =>
        Find(new Conversation { Customer = new Party(Name: name), Turns = [Agent(said)] }).Facts.OfType<NameUse>()
            .Select(u => u.Form).Should().Equal(form is { } f ? [f] : []);

    [Theory]
    [InlineData("[王先生]，麻烦您再核对一下", NameForm.WrongHonorific)]
    [InlineData("好的[王芳先生]您稍等", NameForm.WrongHonorific)]
    [InlineData("[王女士]您好", NameForm.Proper)]
    [InlineData("签收的是[王]先生，请您问问", NameForm.Datum)]
    public void An_honorific_can_be_wrong(string marked, NameForm form)
    {
        var use = Find(new Conversation { Customer = new Party(Name: "王芳", Honorific: "女士"), Turns = [Agent(marked.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal))] })
            .Facts.OfType<NameUse>().Single();

        use.Form.Should().Be(form);
        if (form != NameForm.Proper) use.Span.Should().Be(new TextSpan(marked.IndexOf('[', StringComparison.Ordinal), marked.IndexOf(']', StringComparison.Ordinal) - 1));
    }

    [Theory]
    [InlineData(Channel.Voice, NameForm.Proper)]
    [InlineData(Channel.Chat, NameForm.Wrong)]
    public void Speech_recognition_may_have_misspelt_it(Channel channel, NameForm form) =>
        Find(new Conversation { Channel = channel, Customer = new Party(Name: "邱琳"), Turns = [Agent("秋女士您好")] }).Facts.OfType<NameUse>().Single().Form.Should().Be(form);

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
    public void Beside_a_proper_call_the_full_name_is_told() =>
        Find(new Conversation { Customer = new Party(Name: "张伟"), Turns = [Agent("张先生，张伟把钱转到哪个账户要填清楚")] }).Facts.OfType<NameUse>()
            .Select(u => u.Form).Should().Equal(NameForm.Proper, NameForm.Datum);

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
