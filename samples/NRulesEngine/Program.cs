using NRules.Diagnostics;
using ScriptRules;
using ScriptRules.Engine.NRules;

// Without a look inside, this is all: new CheckerOptions { Engine = new NRulesEngine() }
var engine = new NRulesEngine(factory =>
{
    var nodes = factory.GetSchema().Nodes;
    foreach (var type in (NodeType[])[NodeType.Rule, NodeType.Selection, NodeType.Join, NodeType.Not, NodeType.Exists])
        Console.WriteLine($"{type,-10} {nodes.Count(n => n.NodeType == type)}");

    var shared = nodes.Where(n => n.NodeType == NodeType.Selection).MaxBy(n => n.Rules.Distinct().Count())!;
    Console.WriteLine($"{shared.Expressions.First().Value} is tested once for {shared.Rules.Distinct().Count()} rules\n");

    factory.Events.RuleFiredEvent += (_, e) =>
    {
        var sources = string.Join(", ", (IEnumerable<string>)e.Rule.Properties["Sources"]);
        Console.WriteLine($"fired {e.Rule.Name} (priority {e.Rule.Priority}; {sources}) on {string.Join(", ", e.Facts.Select(f => f.Declaration.Name))}");
    };
});

var checker = Checker.Load(new CheckerOptions { Engine = engine, Suggest = false });
foreach (var violation in checker.CheckDraft("这事不归我管。").Violations)
    Console.WriteLine($"\n{violation.Severity} {violation.Rule}: {violation.Text}");
