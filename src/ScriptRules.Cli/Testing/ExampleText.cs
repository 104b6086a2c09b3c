using ScriptRules.Cli.Reports;
using ScriptRules.Examples;
using ScriptRules.Rules;
using ScriptRules.Text;

namespace ScriptRules.Cli.Testing;

/// <summary>Writes the examples on which a rule is not as they want it.</summary>
internal sealed class ExampleText(TextWriter output)
{
    private const int Columns = 88;
    private const string Indent = "    ";

    internal void Write(ExampleOutcome outcome)
    {
        foreach (var fault in outcome.Faults)
        {
            var word = fault.Kind == ExampleFaultKind.Noisy ? "noisy" : "missing";
            output.WriteLine($"{outcome.Example.Place}: {word} {outcome.Rule.Id}: {VisibleText.Of(fault.Message)}");
            WriteCase(outcome.Example.Conversation, fault);
        }

        // A missing mark or rewrite is best explained by what the rule did find.
        var found = outcome.Report.Violations.Where(v => v.Rule == outcome.Rule.Id).ToList();
        if (outcome.Faults.All(f => f.Kind == ExampleFaultKind.Missing))
            foreach (var violation in found) output.WriteLine($"{Indent}it fired at {Wordings.Turn(outcome.Example.Conversation, violation.Turn)} {Wordings.Columns(TextOf.Turn(outcome.Example.Conversation, violation.Turn), violation.Span)}: {VisibleText.Of(violation.Text)}");
        if (found.Count == 0 && outcome.Verdict == Verdict.NotEvaluable)
            output.WriteLine($"{Indent}it could not be decided: {outcome.Report.NotChecked.First(r => r.Rule == outcome.Rule.Id).Reason}");
        output.WriteLine();
    }

    internal void WriteShowsNothing(ExampleOutcome outcome) =>
        output.WriteLine($"{outcome.Example.Place}: note {outcome.Rule.Id}: the example passes only because the rule could not be decided: {outcome.Report.NotChecked.First(r => r.Rule == outcome.Rule.Id).Reason}");

    private void WriteCase(Conversation conversation, ExampleFault fault)
    {
        for (var turn = 0; turn < conversation.Turns.Length; turn++)
            WriteTurn(Wordings.Of(conversation.Turns[turn].Speaker) + ": ", conversation.Turns[turn].Text, turn == fault.Turn ? fault.Span : null);
        if (conversation.Draft is { } draft) WriteTurn("草稿: ", draft.Text, fault.Turn == conversation.Turns.Length ? fault.Span : null);
    }

    private void WriteTurn(string lead, string text, TextSpan? span)
    {
        var line = MarkedLine.Of(text, span ?? default, Columns - Indent.Length - DisplayWidth.Of(lead));
        output.WriteLine($"{Indent}{lead}{line.Before}{line.Marked}{line.After}");
        if (span is not null) output.WriteLine($"{Indent}{new string(' ', DisplayWidth.Of(lead))}{line.Marks}");
    }
}
