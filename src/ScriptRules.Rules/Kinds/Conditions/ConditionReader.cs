using System.Collections.Immutable;
using System.Globalization;
using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using ScriptRules.Text.Facts;
using ScriptRules.Text.Matching;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds.Conditions;

/// <summary>Reads the named conditions of a rule.</summary>
internal static class ConditionReader
{
    internal static readonly string[] Keys =
        ["by", "say", "need", "together", "stands", "before", "after", "around", "at", "hit", "within", "range", "count", "where"];

    internal const int MostConditions = 12;

    private const int MostHits = 1000;

    /// <summary>Conditions by name; false when one of them is wrong, which the reader has then said.</summary>
    [ValueSchema(ValueSchemas.Conditions, Sample = "{ said: { by: agent, say: {concept} } }")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out ConditionSet value)
    {
        var conditions = ImmutableArray.CreateBuilder<NamedCondition>();
        var isGood = node is YamlMappingNode { Children.Count: > 0 and <= MostConditions };
        if (!isGood) reader.Nodes.Fail(DiagnosticCodes.WrongValue, node, $"{what} are 1 to {MostConditions} conditions by name");
        foreach (var (name, keyNode, item) in isGood ? reader.Nodes.Entries(node, what) : [])
        {
            if (!ConditionText.IsName(name))
            {
                reader.Nodes.Fail(DiagnosticCodes.WrongValue, keyNode, "a condition's name is made of letters, digits and hyphens, and is none of and, or, not");
                isGood = false;
            }
            else if (One(name, keyNode, item, reader) is { } condition) conditions.Add(condition);
            else isGood = false;
        }

        value = new ConditionSet(conditions.ToImmutable(), reader.Nodes);
        return isGood;
    }

    private static NamedCondition? One(string name, YamlNode nameNode, YamlNode node, FieldReader reader)
    {
        var nodes = reader.Nodes;
        var condition = new NamedCondition(name, nameNode);
        var given = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var isGood = node is YamlMappingNode;
        if (!isGood) nodes.Fail(DiagnosticCodes.WrongValue, node, $"condition \"{name}\" is written as keys with values");
        foreach (var (key, keyNode, item) in isGood ? nodes.Entries(node, $"condition \"{name}\"") : [])
        {
            given[key] = item;
            switch (key)
            {
                case "by":
                    isGood &= Speaker(item, nodes, ref condition);
                    break;
                case "say":
                    isGood &= FieldTypes.Concepts(item, key, reader, out var say);
                    condition = condition with { Say = say };
                    break;
                case "together":
                    isGood &= nodes.Choice<TextUnit>(item, key, out var together);
                    condition = condition with { Together = together };
                    break;
                case "stands":
                    isGood &= nodes.Choice<PositionGuard>(item, key, out var stands);
                    condition = condition with { Stands = stands };
                    break;
                case "where":
                    isGood &= MetadataReader.Read(item, key, nodes, out var test);
                    condition = condition with { Where = test };
                    break;
                case "before" or "after" or "around" or "at":
                    isGood &= Anchored(key, item, nodes, ref condition);
                    break;
                case "within":
                    isGood &= RangeText.Reach(item, key, nodes, out var reach);
                    condition = condition with { Within = reach };
                    break;
                case "range":
                    isGood &= RangeText.Stretch(item, key, nodes, out var stretch);
                    condition = condition with { Range = stretch };
                    break;
                case "count":
                    isGood &= Count(item, nodes, ref condition);
                    break;
                case "need" or "hit":
                    break; // read below: they mean something beside the others
                default:
                    nodes.UnknownKey(keyNode, key, Keys, $"condition \"{name}\"");
                    isGood = false;
                    break;
            }
        }

        if (!isGood) return null;
        isGood = (!given.TryGetValue("need", out var need) || Need(need, nodes, ref condition))
            && (!given.TryGetValue("hit", out var hit) || Hit(hit, nodes, ref condition));
        return isGood && Fits(condition, given, nodes) ? condition : null;
    }

    private static bool Speaker(YamlNode node, NodeReader nodes, ref NamedCondition condition)
    {
        if (node is YamlScalarNode { Value: "any" }) return true;
        if (!Enum.GetValues<SpeakerRole>().Any(r => NodeReader.Hyphenated(r.ToString()) == (node as YamlScalarNode)?.Value))
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, "by is one of agent, customer, bot, system, any", NodeReader.DidYouMean((node as YamlScalarNode)?.Value ?? "", ["agent", "customer", "bot", "system", "any"]));
            return false;
        }

        var isGood = nodes.Choice<SpeakerRole>(node, "by", out var role);
        condition = condition with { By = role };
        return isGood;
    }

    private static bool Anchored(string key, YamlNode node, NodeReader nodes, ref NamedCondition condition)
    {
        if (condition.Anchor is not null)
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, "a condition has one anchor: before, after, around or at");
            return false;
        }

        if (!nodes.Text(node, key, out var anchor)) return false;
        var word = key switch { "before" => AnchorWord.Before, "after" => AnchorWord.After, "around" => AnchorWord.Around, _ => AnchorWord.At };
        condition = condition with { Anchor = new Anchor(word, anchor, HitChoice.Every, 0, node) };
        return true;
    }

    private static bool Need(YamlNode node, NodeReader nodes, ref NamedCondition condition)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        switch (text)
        {
            case "any":
                return true;
            case "none" when condition is { Min: 1, Max: null }:
                condition = condition with { Min = 0, Max = 0 };
                return true;
            case "all":
                condition = condition with { Needed = condition.Say.Length };
                return true;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= condition.Say.Length)
        {
            condition = condition with { Needed = number };
            return true;
        }

        nodes.Fail(DiagnosticCodes.WrongValue, node, text == "none" ? "need: none is a count of its own" : $"need is any, all, none or a number up to that of say, {condition.Say.Length}");
        return false;
    }

    private static bool Hit(YamlNode node, NodeReader nodes, ref NamedCondition condition)
    {
        if (condition.Anchor is not { } anchor)
        {
            nodes.Fail(DiagnosticCodes.MissingKey, node, "hit needs an anchor: before, after, around or at");
            return false;
        }

        var text = (node as YamlScalarNode)?.Value ?? "";
        HitChoice? choice = text switch { "every" => HitChoice.Every, "any" => HitChoice.Any, "first" => HitChoice.Nth, "last" => HitChoice.Last, _ => null };
        var nth = 1;
        if (choice is null && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out nth) && nth is >= 1 and <= MostHits) choice = HitChoice.Nth;
        if (choice is not { } hit)
        {
            nodes.Fail(DiagnosticCodes.WrongValue, node, $"hit is every, any, first, last or a number from 1 to {MostHits}");
            return false;
        }

        condition = condition with { Anchor = anchor with { Hit = hit, Nth = hit == HitChoice.Nth ? nth : 0 } };
        return true;
    }

    /// <summary><c>2</c>, at least so many, or <c>{ min: 2, max: 3 }</c>.</summary>
    private static bool Count(YamlNode node, NodeReader nodes, ref NamedCondition condition)
    {
        if (!HitCount.Read(node, "count", nodes, out var count)) return false;
        condition = condition with { Min = count.Min, Max = count.Max };
        return true;
    }

    /// <summary>Whether the keys go together.</summary>
    private static bool Fits(NamedCondition condition, Dictionary<string, YamlNode> given, NodeReader nodes)
    {
        string? fault = null;
        var at = condition.Node;
        if (condition.Where is not null && given.Keys.FirstOrDefault(k => k != "where") is { } other) (fault, at) = ("where stands alone: it asks nothing of what is said", given[other]);
        else if (given.Count == 0) fault = $"condition \"{condition.Name}\" says nothing";
        else if (condition.Within is not null && condition.Anchor is null) (fault, at) = ("within needs an anchor: before, after, around or at", given["within"]);
        else if (condition.Say.IsEmpty && given.Keys.FirstOrDefault(k => k is "together" or "stands" or "need") is { } words) (fault, at) = ($"{words} needs \"say\"", given[words]);
        else if (condition is { By: SpeakerRole.System, Say.IsEmpty: false }) (fault, at) = ("what the system says is not read; without \"say\" its turns are meant", given["by"]);
        else if (condition.Within is { } within) (fault, at) = (FaultOf(condition, within), given["within"]);
        if (fault is null && condition.By is SpeakerRole.Bot or SpeakerRole.System)
        {
            if (condition.Within is { OfAll: false, Unit: RangeUnit.Turns or RangeUnit.Sentences } && condition.Anchor is not { Word: AnchorWord.At }) (fault, at) = ("only turns of the agent, of the customer and \"of all\" are counted", given["within"]);
            else if (condition.Range is { OfAll: false, Unit: RangeUnit.Turns or RangeUnit.Sentences }) (fault, at) = ("only turns of the agent, of the customer and \"of all\" are counted", given["range"]);
        }

        if (fault is null) return true;
        nodes.Fail(DiagnosticCodes.WrongValue, at, fault);
        return false;
    }

    private static string? FaultOf(NamedCondition condition, Reach within) => condition.Anchor!.Word switch
    {
        AnchorWord.At when within is not { To: 0, Unit: RangeUnit.Turns or RangeUnit.Sentences } => "beside \"at\", within is \"0 turns\" or \"0 sentences\"",
        AnchorWord.Around when within.From > 0 => "beside \"around\", within has no lower bound",
        _ => null,
    };
}
