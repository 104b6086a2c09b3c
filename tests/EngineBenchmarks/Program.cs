// dotnet run -c Release --project tests/EngineBenchmarks     both engines side by side: docs/engines.md

using ScriptRules.Engine;
using ScriptRules.Engine.NRules;
using ScriptRules.EngineBenchmarks;

int[] sizes = [30, 100, 300, 1000];
var cases = Array.ConvertAll(sizes, rules => new Case(rules));

Console.WriteLine("| rules | productions | | embedded | NRules | ratio | KB embedded | KB NRules |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (var subject in cases)
{
    var (embedded, nrules) = (EmbeddedEngine.Instance, new NRulesEngine());
    Row("compile, ms", 1e3, () => embedded.Compile(subject.Productions), () => nrules.Compile(subject.Productions));
    var (ours, theirs) = (embedded.Compile(subject.Productions), nrules.Compile(subject.Productions));
    Row("draft, µs", 1e6, () => Case.Check(ours, subject.Draft), () => Case.Check(theirs, subject.Draft));
    Row("60 turns, µs", 1e6, () => Case.Check(ours, subject.Conversation), () => Case.Check(theirs, subject.Conversation));
    Row("live turn, µs", 1e6 / Case.Turns, () => Case.CheckLive(ours, subject.ByTurn), () => Case.CheckLive(theirs, subject.ByTurn));

    void Row(string what, double unit, Action one, Action other)
    {
        var (a, b) = (new Subject(one), new Subject(other));
        Subject.Measure(a, b);
        var kilobytes = unit > 1e3 ? unit / 1e6 / 1024 : 1.0 / 1024;
        Console.WriteLine($"| {subject.Rules} | {subject.Productions.Length} | {what} | {a.Seconds * unit:G3} | {b.Seconds * unit:G3} | {b.Seconds / a.Seconds:F0} | {a.Bytes * kilobytes:G3} | {b.Bytes * kilobytes:G3} |");
    }
}
