using System.Collections.Immutable;
using ScriptRules.Rules;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Linting;

/// <summary>A sentence that a rule puts into the agent's mouth.</summary>
/// <param name="Rule">The rule's place in the pack.</param>
/// <param name="Text">With blanks.</param>
/// <param name="Node">Where it stands.</param>
/// <param name="Opens">Whether it is an opening, said first.</param>
internal sealed record ModelSentence(int Rule, string Text, YamlNode Node, bool Opens)
{
    private const int FillingsAtMost = 24;

    private static readonly string[] Honorifics = ["先生", "女士", "小姐"];

    internal static readonly Party Agent = new(Name: "王芳");

    // What may stand in a blank that the conversation fills; the same parties are on record when the sentence is checked.
    private static readonly Dictionary<string, string> Context = new(StringComparer.Ordinal)
    {
        ["customer_surname"] = "张", ["customer_name"] = "张伟", ["agent_name"] = "王芳", ["agent_surname"] = "王",
    };

    /// <summary>The model sentences of all finished rules, each once a rule.</summary>
    internal static IReadOnlyList<ModelSentence> AllOf(LintSubject subject)
    {
        var all = new List<ModelSentence>();
        for (var i = 0; i < subject.Rules.Count; i++)
        {
            var entry = subject.Rules[i];
            if (!subject.IsFinished(entry.Rule.Id)) continue;
            var suggest = LintSubject.Part(entry.Body, "suggest");
            var opens = subject.Breaches(i).Any(p => p.ShownAt == ShownAt.Opening);
            var items = suggest is null ? [] : entry.Reader.Items(suggest).ToList();
            for (var n = 0; n < entry.Rule.Suggest.Length; n++) all.Add(new ModelSentence(i, entry.Rule.Suggest[n], n < items.Count ? items[n] : entry.Node, opens));
            all.AddRange(subject.Breaches(i).SelectMany(p => p.Suggest.Concat(p.Words)).Distinct(StringComparer.Ordinal).Select(text => new ModelSentence(i, text, Written(entry, text), opens)));
        }

        return all;
    }

    /// <summary>The sentence with its blanks filled, in every way that the pack gives, and as it is where one stays open.</summary>
    internal IReadOnlyList<string> Fillings(RulePack pack)
    {
        IEnumerable<string> filled = [Text];
        foreach (var name in SlotText.Names(Text).Distinct(StringComparer.Ordinal))
        {
            string[] values = Context.TryGetValue(name, out var known) ? [known]
                : pack.Slots.GetValueOrDefault(name) is { } value ? value.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : name == "honorific" ? Honorifics : [];
            if (values.Length > 0) filled = filled.SelectMany(text => values.Select(v => SlotText.Fill(text, slot => slot == name ? v : null))).Take(FillingsAtMost);
        }

        return [.. filled.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The conversations that a rule is for, with the sentence's parties on record: a channel and a direction each.</summary>
    internal static IEnumerable<Conversation> Settings(AppliesWhen when)
    {
        foreach (var channel in when.Channels.IsEmpty ? [.. Enum.GetValues<Channel>()] : when.Channels)
            foreach (var direction in when.Direction is { } only ? [only] : Enum.GetValues<Direction>())
                yield return new Conversation { Channel = channel, Direction = direction, Agent = Agent };
    }

    /// <summary>The sentence behind something that the customer said and that means nothing.</summary>
    internal static Conversation Reply(Conversation setting, string text) =>
        setting with { Customer = Customer(text), Turns = [new Turn(SpeakerRole.Customer, "…")], Draft = new Draft(text) };

    /// <summary>The sentence with nothing before it, at some time.</summary>
    internal static Conversation First(Conversation setting, string text, DateTimeOffset at) =>
        setting with { Customer = Customer(text), Draft = new Draft(text, at) };

    private static Party Customer(string text) => new(Name: "张伟", Honorific: Honorifics.FirstOrDefault(h => text.Contains(h, StringComparison.Ordinal)) ?? Honorifics[0]);

    /// <summary>The wording that a model sentence of a kind is made from; the rule itself when it is put together.</summary>
    private static YamlNode Written(RuleEntry entry, string text) => Scalars(entry.Body).FirstOrDefault(s => s.Value == text) ?? entry.Node;

    private static IEnumerable<YamlScalarNode> Scalars(YamlNode node) => node switch
    {
        YamlScalarNode scalar => [scalar],
        YamlSequenceNode sequence => sequence.Children.SelectMany(Scalars),
        YamlMappingNode mapping => mapping.Children.Where(c => c.Key is not YamlScalarNode { Value: "examples" }).SelectMany(c => Scalars(c.Value)),
        _ => [],
    };
}
