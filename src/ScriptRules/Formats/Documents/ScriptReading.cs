using System.Collections.Immutable;
using ScriptRules.Text;

namespace ScriptRules.Formats.Documents;

/// <summary>Makes drafts of the lines of a script document, each in the context of its scenario.</summary>
internal static class ScriptReading
{
    /// <summary>One result a line, and one for each error; the notes come with the first.</summary>
    internal static IEnumerable<ReadResult> Read(IDocumentFormat format, ReadOnlyMemory<byte> bytes, string path, ReaderOptions options)
    {
        var document = format.Read(bytes, path, options);
        if (!document.Notes.IsEmpty) yield return new ReadResult { Origin = new Origin(path), Notes = document.Notes };
        foreach (var error in document.Errors) yield return ReadResult.Failed(error);
        var blanks = new Blanks(options.Scripts);
        var number = 0;
        var last = (ScriptLine?)null;
        var (said, attributes) = ("", ImmutableDictionary<string, string>.Empty);
        foreach (var line in document.Lines)
        {
            // Most lines stand in the scenario of the line before.
            if (line.Scenario != last?.Scenario) said = ScenarioWords.Of(line.Scenario, options.Scripts.Scenarios);
            if (line.Scenario != last?.Scenario || line.Owner != last.Owner) attributes = Attributes(line);
            last = line;
            var filled = line with { Text = blanks.Fill(line.Written) };
            var customer = blanks.Fill(line.Customer.Length > 0 ? line.Customer : said).Text;
            yield return new ReadResult
            {
                Origin = new Origin(path, Math.Max(1, line.PlaceOf(0).Line), ++number) { Script = filled, Form = format },
                Conversation = new Conversation
                {
                    Id = line.Part.Length > 0 ? $"{path} {line.Part}" : "",
                    Turns = customer.Length == 0 ? [] : [new Turn(SpeakerRole.Customer, customer)],
                    Draft = new Draft(filled.Text.Text),
                    Attributes = attributes,
                },
            };
        }
    }

    private static ImmutableDictionary<string, string> Attributes(ScriptLine line)
    {
        var attributes = ImmutableDictionary<string, string>.Empty;
        if (line.Scenario.Length > 0) attributes = attributes.Add("scenario", line.Scenario);
        if (line.Owner.Length > 0) attributes = attributes.Add("owner", line.Owner);
        return attributes;
    }
}
