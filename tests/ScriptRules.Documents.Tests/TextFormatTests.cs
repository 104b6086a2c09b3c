using System.Text;
using ScriptRules.Formats;
using ScriptRules.Text;

namespace ScriptRules.Documents;

public class TextFormatTests
{
    [Fact]
    public void Each_line_is_a_draft_in_its_scenario()
    {
        var results = Read("# 致谢\n  不客气，{品牌}很高兴为您服务\n\n【投诉】\n非常抱歉\n");

        results.Select(r => r.Conversation!.Draft!.Text).Should().Equal("不客气，云杉很高兴为您服务", "非常抱歉");
        results.Select(r => r.Conversation!.Attributes["scenario"]).Should().Equal("致谢", "投诉");
    }

    [Fact]
    public void A_place_in_the_filled_line_is_one_in_the_file()
    {
        var origin = Read("# 致谢\n  不客气，{品牌}很高兴为您服务\n")[0].Origin;

        origin.RegionOf(0, new TextSpan(6, 8), turns: 0).Should().Be(new SourceRegion("a.txt", "", 2, 11, 2, 13), "很高 begins after four characters and a blank of four, two spaces in");
    }

    private static List<ReadResult> Read(string text) =>
        [.. new ConversationSource { Documents = DocumentFormats.All }.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.txt")];
}
