using ScriptRules.Rules.Schemas;
using ScriptRules.Rules.Yaml;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>How long something may take: so many turns, or a time.</summary>
/// <param name="Turns">Turns of the answering side; 0 beside a time.</param>
/// <param name="Milliseconds">From the end of one to the start of the other; null: turns count.</param>
internal readonly record struct Delay(int Turns, int? Milliseconds)
{
    /// <summary><c>1 turn</c> or <c>30 s</c>.</summary>
    [ValueSchema(ValueSchemas.Delay, Sample = "1 turn")]
    internal static bool Read(YamlNode node, string what, FieldReader reader, out Delay value)
    {
        var text = (node as YamlScalarNode)?.Value ?? "";
        if (text.EndsWith('s') && !text.EndsWith("turns", StringComparison.Ordinal) || text.EndsWith("min", StringComparison.Ordinal) || text.EndsWith('h'))
        {
            var isTime = FieldTypes.Time(node, what, reader, out var time);
            value = new Delay(0, (int?)time?.TotalMilliseconds);
            return isTime;
        }

        var isGood = FieldTypes.Turns(node, what, reader, out var turns);
        value = new Delay(turns.Count, null);
        return isGood;
    }
}
