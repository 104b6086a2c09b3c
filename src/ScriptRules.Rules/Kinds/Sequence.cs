using System.Collections.Immutable;
using ScriptRules.Rules.Yaml;
using ScriptRules.Text;
using YamlDotNet.RepresentationModel;

namespace ScriptRules.Rules.Kinds;

/// <summary>Steps in order, with pauses, optional and repeated steps, and ways of which one is gone.</summary>
/// <example><code language="yaml">
/// - id: line.silence
///   source: H-LINE-01
///   kind: sequence
///   starts: { agent: greeting }
///   steps:
///     - pause: 5 s
///     - { agent: greeting }
///     - pause: 5 s
///     - { agent: no-sound, suggest: "对不起,您的电话没有声音,请您换一部电话再次打来,好吗?再见!" }
///     - pause: 5 s
///     - end: true
///   unless: { customer: anything }
/// </code></example>
internal sealed class Sequence : RuleKind
{
    private static readonly Field<ImmutableArray<SequenceStep>> Steps = Field.Required<ImmutableArray<SequenceStep>>("steps", "what is done, in order", SequenceStep.ReadAll);
    private static readonly Field<ImmutableArray<Saying>> Starts = Field.Optional<ImmutableArray<Saying>>("starts", [], "who says what to begin it, or contact; its own first-said step when left out", SequenceStep.ReadStart);
    private static readonly Field<ImmutableArray<Saying>> Unless = Field.Optional<ImmutableArray<Saying>>("unless", [], "who says what to call off the steps that are not done yet", SequenceStep.ReadSayings);

    internal override string Name => "sequence";

    internal override ImmutableArray<Field> Fields { get; } = [Starts, Steps, Unless];

    internal override string? MessageSlot => "{step}";

    internal override IEnumerable<Field> Start => [Starts, Steps];

    internal override void Check(RuleEntry rule, ImmutableArray<string> windows, ImmutableArray<string> festivals)
    {
        if (!rule.Fields.Values.ContainsKey(Steps)) return;
        var steps = Steps.In(rule.Fields);
        if (steps.All(s => s.IsEnd)) Wrong(steps[0].Node, "somebody says something in a sequence");
        else if (!rule.Fields.Has(Starts) && steps[0].Pause > TimeSpan.Zero) Wrong(steps[0].Node, "a sequence without \"starts\" begins with what is said, not with a pause");
        else if (Depth(steps) > Most) Wrong(steps[0].Node, $"ways stand inside ways at most {Most} deep");

        void Wrong(YamlNode node, string message) => rule.Reader.Fail(DiagnosticCodes.WrongSteps, node, message);
    }

    internal override IEnumerable<YamlNode> Models(RuleFields fields) => All(Steps.In(fields) is { IsDefault: false } steps ? steps : []).SelectMany(s => s.SuggestNodes);

    internal override IEnumerable<Production> Compile(Rule rule, RuleFields fields, CompileContext context)
    {
        var steps = Steps.In(fields);
        var off = Unless.In(fields).SelectMany(s => StepSigns.Of(s, context)).ToImmutableArray();
        var begin = !fields.Has(Starts) ? [.. steps.SelectMany(s => StepSigns.Of(s, context))]
            : Starts.In(fields) is { IsEmpty: false } starts ? [.. starts.SelectMany(s => StepSigns.Of(s, context))]
            : ImmutableArray.Create(Sign.Contact);
        return new SequenceCompiler(rule, context, off).Compile(new Frame(begin, !fields.Has(Starts), null), steps);
    }

    // A production binds eight facts: a frame takes one, and repeated steps up to three beside the anchor and the step before.
    private const int Most = 2;

    private static int Depth(ImmutableArray<SequenceStep> steps) =>
        steps.Max(s => s.Ways.IsEmpty ? 0 : 1 + s.Ways.Where(w => !w.IsEmpty).Select(Depth).DefaultIfEmpty().Max());

    private static IEnumerable<SequenceStep> All(IEnumerable<SequenceStep> steps) =>
        steps.SelectMany(s => s.Ways.SelectMany(w => All(w)).Prepend(s));
}
