using ScriptRules;
using ScriptRules.Text;

var checker = Checker.Load();

var context = new Conversation { Turns = [new Turn(SpeakerRole.Customer, "我的包裹到哪里了,你帮我看看")] };
var report = checker.CheckDraft("这事不归我管,快递的问题你找快递去。", context);

foreach (var violation in report.Violations)
{
    Console.WriteLine($"{violation.Severity} {violation.Rule} ({string.Join(", ", violation.Sources)})");
    Console.WriteLine($"  {violation.Text}: {violation.Message}");
    Console.WriteLine($"  → {violation.Suggestions.FirstOrDefault()?.Text ?? violation.NoSuggestion}");
}
