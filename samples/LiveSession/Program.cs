using ScriptRules;
using ScriptRules.Text;

var session = Checker.Load().Start();
Turn[] turns =
[
    new(SpeakerRole.Agent, "您好,请问有什么可以帮您!"),
    new(SpeakerRole.Customer, "我的退款已经收到了,谢谢你啊"),
    new(SpeakerRole.Agent, "还有问题吗?"),
    new(SpeakerRole.Customer, "那发票什么时候开?"),
];

foreach (var turn in turns)
{
    Console.WriteLine($"{turn.Speaker}: {turn.Text}");
    var step = session.Add(turn);
    foreach (var violation in step.Raised) Console.WriteLine($"  raised     {violation.Rule}, turn {violation.Turn}");
    foreach (var violation in step.Withdrawn) Console.WriteLine($"  withdrawn  {violation.Rule}, turn {violation.Turn}");
    foreach (var owed in session.Obligations) Console.WriteLine($"  owed       {owed.Rule}, by reply {owed.Replies}: {owed.Message}");
}

var draft = session.CheckDraft("这事不归我管。");
Console.WriteLine($"A draft: {draft.Violations[0].Text} → {draft.Violations[0].Suggestions[0].Text}");

session.Add(new Turn(SpeakerRole.Agent, "发票我马上为您查询。感谢您的来电,再见。"));
Console.WriteLine($"Ended: {session.End().Violations.Length} violations");
