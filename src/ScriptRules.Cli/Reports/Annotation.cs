using ScriptRules.Formats;
using ScriptRules.Rules;

namespace ScriptRules.Cli.Reports;

/// <summary>What is told of one place in an input: a violation, or what kept something from being checked.</summary>
/// <param name="Region">Where; line 0 when the input as a whole is meant.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Code">The id of the rule, or the code of the error.</param>
/// <param name="Name">The code with what it is about.</param>
/// <param name="Message">What is wrong, with the part of the document in front where lines do not tell.</param>
internal sealed record Annotation(SourceRegion Region, Severity Severity, string Code, string Name, string Message)
{
    /// <summary>What stands for a code when no rule could be decided.</summary>
    internal const string UndecidedCode = "not-evaluable";

    /// <summary>The violation and what was checked; null when it is about something else.</summary>
    internal (CheckedItem Item, Violation Violation)? Of { get; init; }

    /// <summary>The best suggestion; null when there is none.</summary>
    internal Rewrite? Rewrite { get; init; }

    /// <summary>Message and rewrite in one.</summary>
    internal string MessageWithRewrite => Rewrite is null ? Message : $"{Message} {Rewrite.Label}:{Rewrite.Text}({Rewrite.Note})";

    internal static Annotation OfViolation(CheckedItem item, Violation violation, ViolationWords words)
    {
        var region = item.RegionOf(violation.Turn, violation.Span);
        return new Annotation(region, violation.Severity, violation.Rule, words.Name(violation.Rule), WithPart(region, violation.Message))
        {
            Of = (item, violation),
            Rewrite = Rewrite.Best(item, violation),
        };
    }

    /// <summary>No rule could be decided.</summary>
    internal static Annotation OfUndecided(CheckedItem item)
    {
        var region = item.RegionOf(0, default);
        return new Annotation(region, Severity.Warning, UndecidedCode, "无法判断", WithPart(region, $"无法判断:{Wordings.Reason(item.Report.NotChecked.FirstOrDefault()?.Reason)}"));
    }

    /// <summary>Something could not be read.</summary>
    internal static Annotation OfUnread(InputError error)
    {
        var (path, line, column) = (error.Place.Path, error.Place.Line, error.Place.Column);
        var code = error.Code.Code;
        return new Annotation(new SourceRegion(path, "", line, column, line, column), Severity.Error, code, $"读不了 {code}", error.Hint is null ? error.Message : $"{error.Message}; {error.Hint}");
    }

    private static string WithPart(SourceRegion region, string message) => region.Part.Length == 0 ? message : $"{region.Part}: {message}";
}
