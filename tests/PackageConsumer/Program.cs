using ScriptRules;
using ScriptRules.Formats;
using ScriptRules.Text;

// The library from its package: the pack travels inside, the readers and the calendar work, a rewrite passes.
var report = Checker.Load().CheckDraft("这事不归我管。");
var violation = report.Violations.FirstOrDefault(v => v.Rule == "never.pass-the-buck") ?? throw new InvalidOperationException("the buck was not found");
if (violation.Suggestions.IsEmpty) throw new InvalidOperationException("no rewrite was offered");

var festival = new DateTimeOffset(2026, 2, 17, 15, 0, 0, TimeSpan.FromHours(8));
if (Checker.Load().CheckDraft("新年好!请问有什么可以帮您!", at: festival).Violations.Length > 0) throw new InvalidOperationException("the opening of 春节 was refused");

var read = new ConversationSource().Read(new MemoryStream("客服: 您好\n客户: 在吗"u8.ToArray()), "input").Single();
if (read.Conversation is not { Turns: [{ Speaker: SpeakerRole.Agent }, _] }) throw new InvalidOperationException("the text was not read");

Console.WriteLine($"{violation.Text} → {violation.Suggestions[0].Text}");
