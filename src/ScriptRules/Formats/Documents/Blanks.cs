using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ScriptRules.Text;

namespace ScriptRules.Formats.Documents;

/// <summary>Finds the blanks of a line of script, and fills them so that it reads as an agent would say it.</summary>
/// <remarks>
/// Usual ways to write a blank: <c>{brand}</c>, <c>{{brand}}</c>, <c>${brand}</c>, <c>[品牌]</c>, <c>【品牌】</c>, <c>&lt;品牌&gt;</c>, <c>%brand%</c>, and a run of <c>X</c>, <c>*</c>, <c>×</c> or <c>_</c>.
/// In brackets that also hold other things, such as <c>[微笑]</c>, only known names are blanks.
/// </remarks>
internal sealed class Blanks
{
    private const string Name = @"[\p{L}\p{N}_.\-/]{1,30}";
    private static readonly string[] Usual =
    [
        $@"\$?\{{\{{?\s*(?<name>{Name})\s*\}}?\}}",
        $@"%(?<name>[\p{{L}}_]{{2,30}})%",
        $@"(?<open>[\[【<〈])\s*(?<name>{Name})\s*[\]】>〉]",
        @"(?<run>(?<![A-Za-z])[XxＸｘ]{2,}(?![A-Za-z])|[×]{2,}|\*{2,}|＊{2,}|_{2,}|○{2,}|(?<![A-Za-z])[XＸ](?=先生|女士|小姐|经理|主管|小时|天|元|月|日|号|点))",
    ];

    private static readonly SearchValues<char> Usually = SearchValues.Create("{%[【<〈XxＸｘ×*＊_○"); // one of these is in every usual blank

    private readonly Regex _all;
    private readonly ScriptOptions _options;

    internal Blanks(ScriptOptions options)
    {
        _options = options;
        var house = options.Blanks.Select(b => Regex.Escape(b).Replace(@"\*", $@"\s*(?<name>[^\r\n]{{1,30}}?)\s*", StringComparison.Ordinal));
        _all = new Regex(string.Join('|', house.Concat(Usual).Select(p => $"(?:{p})")), RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>The line with its blanks filled.</summary>
    internal FilledText Fill(string written)
    {
        if (_options.Blanks.IsEmpty && !written.AsSpan().ContainsAny(Usually)) return new FilledText(written, []);
        StringBuilder? text = null;
        var fills = ImmutableArray.CreateBuilder<Fill>();
        var done = 0;
        foreach (Match match in _all.Matches(written))
        {
            var name = match.Groups["run"].Success ? "" : match.Groups["name"].Value;
            if (match.Groups["open"].Success && !_options.Values.ContainsKey(name) && SampleValues.Of(name) is null) continue;
            var value = name.Length == 0 ? SampleValues.Before(written.AsSpan(match.Index + match.Length)) : Given(name) ?? SampleValues.Of(name) ?? SampleValues.Unknown;
            text ??= new StringBuilder();
            text.Append(written, done, match.Index - done);
            var start = text.Length;
            text.Append(value);
            done = match.Index + match.Length;
            fills.Add(new Fill(name, new TextSpan(match.Index, done), new TextSpan(start, text.Length)));
        }

        string? Given(string blank) => _options.Values.GetValueOrDefault(blank) ?? SampleValues.Alike(blank).Select(n => _options.Values.GetValueOrDefault(n)).FirstOrDefault(v => v is not null);

        return text is null ? new FilledText(written, []) : new FilledText(text.Append(written, done, written.Length - done).ToString(), fills.ToImmutable());
    }
}
