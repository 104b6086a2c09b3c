using ScriptRules.Reports;

namespace ScriptRules.Tests.Checking;

public class PrivateDataTests
{
    private const string Rules = """
        concepts:
          yours: ['您的(座机|地址)']
          other: [我老公的电话]
        rules:
          - id: full
            kind: private-data
            data: [mobile, identity-number, bank-card, email]
            message: 不要念出“{said}”。
          - id: home
            kind: private-data
            data: [landline, address]
            after: yours
          - id: back
            kind: private-data
            data: [landline]
            repeat-back: true
            asked: { customer: other }
        """;

    private static readonly Checker Checker = Packs.Checker(Rules);

    [Theory]
    [InlineData("agent: 号码是[138-1234-5678]{full → 尾号5678}。")]
    [InlineData("agent: 发到[wang@example.com]{full → w***@example.com}。")]
    [InlineData("agent: [13812345678]{full}和[13987654321]{full → 139****4321}。")]
    [InlineData("agent: 尾号5678，订单号13812345678。")]
    [InlineData("customer: 13812345678")]
    [InlineData("agent: 您的座机是[010-62345678]{home}吗？")]
    [InlineData("agent: 酒店电话010-62345678。")]
    [InlineData("agent: 酒店电话010-62345678，请您放心，我们已经登记过了，而且也已经改好您的地址了。")]
    [InlineData("customer: 我老公的电话|agent: [010-62345678]{back}。")]
    [InlineData("customer: 我老公的电话是010 6234 5678|agent: 010-62345678，对吗？")]
    public void Finds_personal_data(string talk) => MarkedTalk.Parse(talk).ShouldBeReportedBy(Checker);

    [Fact]
    public void The_report_does_not_spread_the_data()
    {
        var report = Checker.CheckDraft("您的手机号是13812345678，对吗？");

        var violation = report.Violations.Single();
        violation.Text.Should().Be("138****5678");
        violation.Message.Should().Be("不要念出“138****5678”。");
        violation.Evidence.Should().ContainSingle().Which.Concept.Should().Be("mobile");
        CheckReportJson.ToJson(report).Should().NotContain("13812345678");
    }
}
