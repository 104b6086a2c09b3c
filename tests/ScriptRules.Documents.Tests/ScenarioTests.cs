using System.Text;
using ScriptRules.Formats;
using ScriptRules.Formats.Documents;

namespace ScriptRules.Documents;

public class ScenarioTests
{
    private static readonly ScriptOptions Options = new()
    {
        Scenarios = ScriptOptions.Default.Scenarios.Add("致谢", "谢谢你").Add("投诉", "我要投诉").Add("投诉态度", "态度太差了").Add("货到付款", "可以货到付款吗"),
    };

    [Theory]
    [InlineData("## 客户致谢", "谢谢你")]
    [InlineData("## 客户投诉态度时", "态度太差了")]
    [InlineData("## 投诉\n\n### 登记", "我要投诉")]
    [InlineData("## 投诉\n\n### 客户致谢", "谢谢你")]
    [InlineData("## 能货到付款吗?", "能货到付款吗?")]
    [InlineData("## 客户问“这个能便宜点吗”", "这个能便宜点吗")]
    [InlineData("## 如何处理投诉?", "我要投诉")]
    [InlineData("## 结束语", "")]
    [InlineData("# 客户致谢", "谢谢你")]
    [InlineData("# 投诉手册\n\n## 开头语\n\n您好\n\n## 结束语", "")]
    public void The_nearest_heading_that_tells_says_what_the_customer_says(string headings, string customer)
    {
        var source = new ConversationSource(ReaderOptions.Default with { Scripts = Options }) { Documents = DocumentFormats.All };
        var conversation = source.Read(new MemoryStream(Encoding.UTF8.GetBytes(headings + "\n\n好的\n")), "a.md").Last().Conversation!;

        conversation.Turns.Select(t => t.Text).Should().Equal(customer.Length == 0 ? [] : [customer]);
    }

    [Fact]
    public void What_the_document_says_counts_first()
    {
        var source = new ConversationSource(ReaderOptions.Default with { Scripts = Options }) { Documents = DocumentFormats.All };
        var conversation = source.Read(new MemoryStream("场景,客户,话术\n致谢,{品牌}真好,好的\n"u8.ToArray()), "a.csv").Single().Conversation!;

        conversation.Turns[0].Text.Should().Be("云杉真好", "the customer's blanks are filled too");
        conversation.Attributes["scenario"].Should().Be("致谢");
    }
}
