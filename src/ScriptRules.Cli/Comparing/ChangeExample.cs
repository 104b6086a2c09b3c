using ScriptRules.Cli.Reports;
using ScriptRules.Formats;
using ScriptRules.Rules;
using ScriptRules.Text;
using ScriptRules.Text.Entities;

namespace ScriptRules.Cli.Comparing;

/// <summary>A change as people see it, without the conversation; personal data is masked.</summary>
/// <param name="Change">What became of the violation.</param>
/// <param name="Region">Where it stands.</param>
/// <param name="Turn">Such as <c>第 3 轮 客服</c>.</param>
/// <param name="Words">The words with what is around.</param>
internal sealed record ChangeExample(ViolationChange Change, SourceRegion Region, string Turn, MarkedLine Words)
{
    private const int Columns = 64;
    private const int LongestMessage = 60;

    internal static ChangeExample Of(ViolationChange change, Origin origin, Conversation conversation)
    {
        var place = change.Place;
        return new ChangeExample(
            change,
            origin.RegionOf(place.Turn, place.Span, conversation.Turns.Length),
            Wordings.Turn(conversation, place.Turn),
            MarkedLine.Of(PersonalData.Mask(TextOf.Turn(conversation, place.Turn)), place.Span, Columns));
    }

    /// <summary>Such as <c>警告→错误</c>; the severity alone when nothing of the same rule is compared.</summary>
    internal string What()
    {
        if (Change is not { Old: { } old, New: { } @new }) return Wordings.Of(Change.Place.Severity);
        var parts = new List<string>();
        if (old.Severity != @new.Severity) parts.Add($"{Wordings.Of(old.Severity)}→{Wordings.Of(@new.Severity)}");
        if (Change.Kind == ChangeKind.Changed)
        {
            if (old.Span != @new.Span) parts.Add($"“{Short(old.Text)}”→“{Short(@new.Text)}”");
            else if (old.Message != @new.Message) parts.Add($"说明:{Short(old.Message)}→{Short(@new.Message)}");
            if (!old.Confidence.Equals(@new.Confidence)) parts.Add("把握");
            if (!old.Sources.SequenceEqual(@new.Sources)) parts.Add($"出处:{string.Join('、', old.Sources)}→{string.Join('、', @new.Sources)}");
        }

        return parts.Count == 0 ? Wordings.Of(@new.Severity) : string.Join(",", parts);
    }

    private static string Short(string text)
    {
        var line = MarkedLine.Of(PersonalData.Mask(text), default, LongestMessage);
        return line.Before + line.Marked + line.After;
    }
}
