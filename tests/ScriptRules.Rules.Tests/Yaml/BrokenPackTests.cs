using System.Globalization;
using System.Text;

namespace ScriptRules.Rules.Tests.Yaml;

/// <summary>What is said of broken packs: code, place, message and help, exactly. In the packs, <c>«…»</c> stands around each place.</summary>
public class BrokenPackTests
{
    private const string Good = """
        concepts:
          refusal: [没办法]
          apology: [抱歉]
        rules:
          - id: never.refuse
            kind: never-say
            say: refusal
            unless: apology

        """;

    [Fact]
    public void Nothing_is_said_of_a_good_pack() => new MemoryPack(Good).Diagnostics().Should().BeEmpty();

    [Theory]
    [InlineData("severity: «high»", "SR0012 severity is one of info, warning, error")]
    [InlineData("severity: «eror»", "SR0012 severity is one of info, warning, error → did you mean \"error\"?")]
    [InlineData("severity: «[»error]", "SR0012 severity is one of info, warning, error")]
    [InlineData("confidence: «2»", "SR0012 confidence is a number from 0.01 to 1")]
    [InlineData("confidence: «NaN»", "SR0012 confidence is a number from 0.01 to 1")]
    [InlineData("confidence: «high»", "SR0012 confidence is a number from 0.01 to 1")]
    [InlineData("title: «[»]", "SR0012 title is a text")]
    [InlineData("title: «\"\"»", "SR0012 title is a text")]
    [InlineData("description: «{»}", "SR0012 description is a text")]
    [InlineData("message: «[»]", "SR0012 message is a text")]
    [InlineData("message: { other: «[»] }", "SR0012 message is a text")]
    [InlineData("suggest: «{»}", "SR0012 suggest is a text")]
    [InlineData("tags: [a, «[»]]", "SR0012 tags is a text")]
    [InlineData("source: «{»}", "SR0012 source is a text")]
    [InlineData("applicability: «never»", "SR0012 applicability is one of automatic, confirm, fill-in")]
    [InlineData("applies-when: «chat»", "SR0012 applies-when is written as keys with values")]
    [InlineData("applies-when: { channel: «phone» }", "SR0012 channel is one of voice, chat, email")]
    [InlineData("applies-when: { direction: «in» }", "SR0012 direction is one of inbound, outbound")]
    [InlineData("applies-when: { «queue»: a }", "SR0010 unknown key \"queue\" in applies-when → the keys here are channel, direction, attributes, from, to")]
    [InlineData("applies-when: { attributes: «queue» }", "SR0012 attributes is written as keys with values")]
    [InlineData("applies-when: { attributes: { queue: «[»] } }", "SR0012 queue has nothing in it")]
    [InlineData("applies-when: { from: «11-01» }", "SR0012 from is a day, such as 2026-11-01")]
    [InlineData("applies-when: { from: 2026-11-02, to: «2026-11-01» }", "SR0012 to is a day before from: no conversation is meant")]
    [InlineData("weight: «-1»", "SR0012 weight is a number from 0 to 10000")]
    [InlineData("by: «agnt»", "SR0012 by is one of agent, customer, bot, system → did you mean \"agent\"?")]
    [InlineData("unless-within: «2»", "SR0012 unless-within is a number with its unit (turns, turn), such as \"3 turns\"")]
    [InlineData("unless-within: «25 h»", "SR0012 unless-within is at most 86400 s")]
    [InlineData("at-least: «0»", "SR0012 at-least is a number from 1 to 100")]
    [InlineData("at-least: «1.5»", "SR0012 at-least is a whole number")]
    [InlineData("unless-within: «-1 turn»", "SR0012 unless-within is a number with its unit (turns, turn), such as \"3 turns\"")]
    [InlineData("unless-within: «1.5 turns»", "SR0012 unless-within is a whole number of turns")]
    [InlineData("unless-within: «99999999999999999999 turns»", "SR0012 unless-within is at most 1000 turns")]
    [InlineData("after: «refusal»", "SR0012 after says who says what, such as { customer: thanks }")]
    [InlineData("after: «{» customer: refusal, agent: refusal }", "SR0012 after says who says what, such as { customer: thanks }")]
    [InlineData("after: { «client»: refusal }", "SR0012 the speaker is one of agent, customer, bot, system")]
    [InlineData("after: { customer: «[»] }", "SR0012 after has nothing in it")]
    [InlineData("rewrite: «all»", "SR0012 rewrite is one of none, replace-sentence, replace-span, replace-clause, insert-at-start, append")]
    [InlineData("«sugest»: 好", "SR0010 unknown key \"sugest\" in a rule of kind \"never-say\" → did you mean \"suggest\"?")]
    [InlineData("«promptly»: 3 s", "SR0010 unknown key \"promptly\" in a rule of kind \"never-say\" → the keys here are say, by, at-least, unless, unless-within, after, not-after, rewrite, id, kind, title, description, source, severity, confidence, weight, message, suggest, applicability, applies-when, tags, examples")]
    [InlineData("«[»a]: b", "SR0012 a key is a plain word")]
    [InlineData("examples: «yes»", "SR0012 examples is written as keys with values")]
    [InlineData("examples: { «good»: 好 }", "SR0010 unknown key \"good\" in examples → the keys here are pass, fail")]
    [InlineData("examples: { pass: [«[»]] }", "SR0012 an example says something")]
    [InlineData("examples: { pass: [«{»}] }", "SR0012 an example says something")]
    [InlineData("examples: { pass: [«{» «sy»: 好 }] }", "SR0012 an example says something", "SR0010 unknown key \"sy\" in an example → did you mean \"say\"?")]
    [InlineData("examples: { pass: [«{» turns: «好» }] }", "SR0012 an example says something", "SR0012 turns is a list, such as [客户: 谢谢, 客服: 不客气]")]
    [InlineData("examples: { pass: [{ say: 好, at: «today» }] }", "SR0012 at is a date and time, such as 2026-02-17T09:00")]
    [InlineData("examples: { pass: [{ say: 好, channel: «fax» }] }", "SR0012 channel is one of voice, chat, email")]
    [InlineData("examples: { pass: [{ say: 好, attributes: «售后» }] }", "SR0012 attributes is written as keys with values")]
    [InlineData("examples: { pass: [{ say: 好, customer: «张伟» }] }", "SR0012 customer is written as keys with values")]
    [InlineData("examples: { pass: [{ say: 好, customer: { «nam»: 张伟 } }] }", "SR0010 unknown key \"nam\" in customer → did you mean \"name\"?")]
    [InlineData("examples: { pass: [{ say: 好, answered-at: «soon» }] }", "SR0012 answered-at is a number from 0 to 86400")]
    [InlineData("examples: { pass: [«[»{ «店员»: 好 }]] }", "SR0012 an example says something", "SR0010 unknown key \"店员\" in a turn → the keys here are 客服, agent, 客户, customer, 机器人, bot, 系统, system, start, end")]
    [InlineData("examples: { pass: [[{ 客服: 好, start: «x» }]] }", "SR0012 start is a number from 0 to 86400")]
    [InlineData("examples: { pass: [«[»«{»}]] }", "SR0012 an example says something", "SR0011 a turn says who speaks, such as 客服: 您好")]
    [InlineData("examples: { fail: [\"我«[»没办法\"] }", "SR0012 a mark that begins here does not end; brackets mark the words that are a violation")]
    public void A_wrong_key_or_value_of_a_rule(string line, params string[] said) => Broken($"{Good}    {line}\n", said);

    [Theory]
    [InlineData("say: «[»]", "SR0012 say has nothing in it")]
    [InlineData("say: [[«thank»]]", "SR0102 unknown concept \"thank\" → did you mean \"thanks\", defined at my-pack/rules.yaml:2:3?")]
    [InlineData("say: thanks\n    within: «3»", "SR0012 within is a number with its unit (turns, turn), such as \"3 turns\"")]
    [InlineData("say: thanks\n    unless: [thanks, «farewel»]", "SR0102 unknown concept \"farewel\" → did you mean \"farewell\", defined at my-pack/rules.yaml:3:3?")]
    public void A_wrong_value_of_a_closing(string lines, string said) =>
        Broken($"concepts:\n  thanks: [谢谢]\n  farewell: [再见]\nrules:\n  - id: c\n    kind: must-say\n    say: [thanks, farewell]\n  - id: closing\n    kind: closing\n    {lines}\n", said);

    [Theory]
    [InlineData("in: «somewhere»", "SR0012 in is one of conversation, opening-turn, closing-turn, every-turn")]
    [InlineData("in: «first 2»", "SR0012 in says which part of the conversation, such as \"first 3 turns\", \"last 30 s\", \"2 to 5 turns of all\" or \"20 to 50 %\"")]
    [InlineData("in: «first 2 turns of all»", "SR0012 in counts turns of the agent, seconds or percent")]
    [InlineData("in: «last 2 sentences»", "SR0012 in counts turns of the agent, seconds or percent")]
    [InlineData("at-least: «2»", "SR0012 at-least is at most the number of acts in say, 1")]
    public void A_wrong_value_of_a_must_say(string line, string said) =>
        Broken($"concepts:\n  thanks: [谢谢]\nrules:\n  - id: must\n    kind: must-say\n    say: thanks\n    {line}\n", said);

    [Theory]
    [InlineData("a: { «bye»: agent }", "SR0010 unknown key \"bye\" in condition \"a\" → did you mean \"by\"?")]
    [InlineData("a: «agent»", "SR0012 condition \"a\" is written as keys with values")]
    [InlineData("«a»: {}", "SR0012 condition \"a\" says nothing")]
    [InlineData("«a b»: { say: thanks }", "SR0012 a condition's name is made of letters, digits and hyphens, and is none of and, or, not")]
    [InlineData("a: { by: «agnt» }", "SR0012 by is one of agent, customer, bot, system, any → did you mean \"agent\"?")]
    [InlineData("a: { by: «system», say: thanks }", "SR0012 what the system says is not read; without \"say\" its turns are meant")]
    [InlineData("a: { by: bot, range: «first 2 turns» }", "SR0012 only turns of the agent, of the customer and \"of all\" are counted")]
    [InlineData("a: { say: thanks, need: «2» }", "SR0012 need is any, all, none or a number up to that of say, 1")]
    [InlineData("a: { by: agent, need: «all» }", "SR0012 need needs \"say\"")]
    [InlineData("a: { say: thanks, need: «none», count: 2 }", "SR0012 need: none is a count of its own")]
    [InlineData("a: { say: thanks, count: «0» }", "SR0012 count is a number from 1 to 1000")]
    [InlineData("a: { say: thanks, count: «{» min: 3, max: 2 } }", "SR0012 count: min is above max")]
    [InlineData("a: { say: thanks, count: «{» min: 0 } }", "SR0012 count of 0 or more asks for nothing")]
    [InlineData("a: { say: thanks, count: { «most»: 2 } }", "SR0010 unknown key \"most\" in count → the keys here are min, max")]
    [InlineData("a: { say: thanks, hit: «2» }", "SR0011 hit needs an anchor: before, after, around or at")]
    [InlineData("a: { say: thanks, within: «2 turns» }", "SR0012 within needs an anchor: before, after, around or at")]
    [InlineData("a: { say: thanks, after: b, before: «b» }", "SR0012 a condition has one anchor: before, after, around or at")]
    [InlineData("a: { say: thanks, after: b, hit: «0» }", "SR0012 hit is every, any, first, last or a number from 1 to 1000")]
    [InlineData("a: { say: thanks, after: b, within: «2» }", "SR0012 within says how far, such as \"2 turns\", \"1 to 3 turns of all\", \"2 sentences\", \"30 s\" or \"10 %\"")]
    [InlineData("a: { say: thanks, after: b, within: «3 to 2 turns» }", "SR0012 within says how far, such as \"2 turns\", \"1 to 3 turns of all\", \"2 sentences\", \"30 s\" or \"10 %\"")]
    [InlineData("a: { say: thanks, around: b, within: «1 to 2 turns» }", "SR0012 beside \"around\", within has no lower bound")]
    [InlineData("a: { say: thanks, at: b, within: «1 turn» }", "SR0012 beside \"at\", within is \"0 turns\" or \"0 sentences\"")]
    [InlineData("a: { say: thanks, range: «2 turns» }", "SR0012 range says which part of the conversation, such as \"first 3 turns\", \"last 30 s\", \"2 to 5 turns of all\" or \"20 to 50 %\"")]
    [InlineData("a: { say: thanks, range: «last 101 %» }", "SR0012 range says which part of the conversation, such as \"first 3 turns\", \"last 30 s\", \"2 to 5 turns of all\" or \"20 to 50 %\"")]
    [InlineData("a: { where: «queue» }", "SR0012 where names attributes with what is asked of them, such as { queue: 售后 }")]
    [InlineData("a: { where: { level: { «lss»: 3 } } }", "SR0012 what is asked of level is one of is, is-not, in, not-in, contains, less, at-most, more, at-least → did you mean \"less\"?")]
    [InlineData("a: { where: { level: { less: «high» } } }", "SR0012 level is compared with a number here")]
    [InlineData("a: { where: { level: { in: «high» } } }", "SR0012 level is compared with a list here, such as [售后, 投诉]")]
    [InlineData("a: { where: { level: { is: «[»high] } } }", "SR0012 level is compared with one value here")]
    [InlineData("a: { where: { channel: «vioce» } }", "SR0012 channel is one of voice, chat, email → did you mean \"voice\"?")]
    [InlineData("a: { where: { queue: x }, by: «agent» }", "SR0012 where stands alone: it asks nothing of what is said")]
    [InlineData("a: { where: { queue: x } }\n      c: { say: thanks, after: «a» }", "SR0012 condition \"a\" asks for data of the conversation, which has no place")]
    [InlineData("a: { say: «thank» }", "SR0102 unknown concept \"thank\" → did you mean \"thanks\", defined at my-pack/rules.yaml:2:3?")]
    [InlineData("a: { say: [thanks, «thank»] }", "SR0102 unknown concept \"thank\" → did you mean \"thanks\", defined at my-pack/rules.yaml:2:3?")]
    [InlineData("«a»: { say: thanks, after: b, within: 5 s, count: { max: 2 } }", "SR0907 condition \"a\" cannot be judged so: in a range of seconds “not” is for a single hit: a greatest count or a denied count is not judged")]
    public void A_condition_that_cannot_be_read(string condition, string said) =>
        Broken($"concepts:\n  thanks: [谢谢]\nrules:\n  - id: uses\n    kind: must-say\n    say: thanks\n  - id: rule\n    kind: condition\n    conditions:\n      b: {{ say: thanks }}\n      {condition}\n    when: {(condition.Contains("c:", StringComparison.Ordinal) ? "c and " : "")}a and b\n", said);

    [Theory]
    [InlineData("when: «c» or a", "SR0902 unknown condition \"c\" → did you mean \"a\"?")]
    [InlineData("when: a and b «)»", "SR0901 “)” was not expected here → conditions are joined by and, or, not and brackets, such as \"a and not (b or c)\"")]
    [InlineData("when: a «&» b", "SR0901 “&” means nothing here → conditions are joined by and, or, not and brackets, such as \"a and not (b or c)\"")]
    [InlineData("when: «a and b and not a»", "SR0904 \"when\" never holds, whatever is said")]
    [InlineData("when: «not a and b»", "SR0904 \"when\" can never hold: it denies a condition from whose hit another one looks, or asks for two counts at once")]
    [InlineData("when: a and not b\n    at: «b»", "SR0907 there is nothing to show at \"b\": in no case of \"when\" it is said")]
    [InlineData("when: a and b\n    at: «x»", "SR0902 unknown condition \"x\" → did you mean \"a\"?")]
    [InlineData("when: a and b\n    show: «start»", "SR0012 show is one of hit, reply, turn-start, turn-end")]
    public void Conditions_that_are_joined_wrongly(string lines, string said) =>
        Broken($"concepts:\n  thanks: [谢谢]\nrules:\n  - id: rule\n    kind: condition\n    conditions:\n      a: {{ say: thanks }}\n      b: {{ say: thanks, after: a }}\n    {lines}\n", said);

    [Theory]
    [InlineData("say: [«{» «txt»: 您好请问 }]", "SR0011 say needs a text", "SR0010 unknown key \"txt\" in say → did you mean \"text\"?")]
    [InlineData("say: 您好请问\n    windows: { day: «{» instead-of: 您好 } }", "SR0011 windows day needs a text")]
    [InlineData("say: 您好请问\n    windows: «早上好»", "SR0012 windows is written as keys with values")]
    [InlineData("say: 您好请问\n    windows: { «morning»: 早上好 }", "SR0106 unknown window \"morning\" → the windows are day")]
    [InlineData("say: 您好请问\n    festivals: { «new-year»: 新年好 }", "SR0107 unknown festival \"new-year\"")]
    [InlineData("say: 您好请问\n    promptly: «3»", "SR0012 promptly is a number with its unit (s, min, h, ms), such as \"3 s\"")]
    [InlineData("say: 您好请问\n    promptly: «25 h»", "SR0012 promptly is at most 86400 s")]
    [InlineData("say: «\"{brand}您好\"»", "SR0103 unknown slot \"brand\"")]
    public void A_wrong_value_of_an_opening(string lines, params string[] said) => Broken($"rules:\n  - id: opening\n    kind: opening\n    {lines}\n", said);

    [Theory]
    [InlineData("kind: address", "SR0011 rule \"x\" needs \"form\": what is asked of the address")]
    [InlineData("kind: opening\n    windows: { day: 早上好 }", "SR0011 rule \"x\" needs \"say\": the openings of an ordinary day; any of them")]
    [InlineData("kind: opening\n    outside: H-1", "SR0011 rule \"x\" needs \"say\": the openings of an ordinary day; any of them")]
    [InlineData("kind: must-say", "SR0011 rule \"x\" needs \"say\": the acts; all of them, of a nested list any")]
    [InlineData("kind: must-answer\n    when: { customer: thanks }", "SR0011 rule \"x\" needs \"with\" or \"forbid\": nothing is asked of the answer")]
    [InlineData("kind: must-answer\n    with: thanks", "SR0011 rule \"x\" needs \"when\": what calls for an answer")]
    public void A_key_that_a_kind_needs(string lines, string said) => Broken($"concepts:\n  thanks: [谢谢]\nrules:\n  - id: y\n    kind: must-say\n    say: thanks\n  - id: «x»\n    {lines}\n", said);

    [Theory]
    [InlineData("rules:\n  - «k»ind: never-say\n    say: a", "SR0011 a rule needs \"id\"")]
    [InlineData("rules:\n  - «i»d: a", "SR0011 a rule needs \"kind\"")]
    [InlineData("rules:\n  - id: a\n    kind: «never-says»", "SR0101 unknown rule kind \"never-says\" → did you mean \"never-say\"?")]
    [InlineData("rules:\n  - id: a\n    kind: «regex»", "SR0101 unknown rule kind \"regex\" → the kinds are address, closing, condition, must-answer, must-say, never-say, opening, private-data, promise, repeat, sequence, timing")]
    [InlineData("«rule»:\n  - id: a", "SR0010 unknown key \"rule\" in a topic file → did you mean \"rules\"?")]
    [InlineData("«-» rules", "SR0012 a topic file is written as keys with values")]
    [InlineData("concepts: «a»", "SR0012 concepts is written as keys with values")]
    [InlineData("«a»", "SR0012 a topic file is written as keys with values")]
    public void A_file_that_cannot_hold_rules(string text, string said) => Broken(text + "\n", said);

    [Theory]
    [InlineData("x: [«您»]", "SR0104 one character alone matches inside other words; say where it must stand (^ $ at: not-inside:)")]
    [InlineData("x: [\"您好«(»吗\"]", "SR0104 \"(\" is not closed")]
    [InlineData("x: ['您好«(»吗']", "SR0104 \"(\" is not closed")]
    [InlineData("x: [您好«)»吗]", "SR0104 \")\" closes nothing; write \"\\)\" for the character itself")]
    [InlineData("x: [\"😀您好«{brnad}»\"]", "SR0103 unknown slot \"brnad\" → did you mean \"brand\"?")]
    [InlineData("x: [\"您好«<vreb>»的\"]", "SR0102 unknown concept \"vreb\" → did you mean \"verb\"?")]
    [InlineData("x: { says: [您好, \"好«[»\"] }", "SR0104 \"[\" is not closed")]
    [InlineData("x: { says: 您好, after: \"好«[»\" }", "SR0104 \"[\" is not closed")]
    [InlineData("x: { regex: \"«您(?=好)»\" }", "SR0104 lookaround, backreferences and atomic groups need backtracking and are not taken")]
    [InlineData("x: { regex: \"«您好(»\" }", "SR0104 not a regular expression: InsufficientClosingParentheses")]
    [InlineData("x: { any-of: [refusal, «refusl»] }", "SR0102 unknown concept \"refusl\" → did you mean \"refusal\", defined at my-pack/rules.yaml:4:3?")]
    [InlineData("x: { any-of: [«verb»] }", "SR0102 \"verb\" is a word for templates, not a concept")]
    [InlineData("x: { any-of: [«x»] }", "SR0104 concept \"x\" is made of itself")]
    [InlineData("x: { says: 您好啊, «wthin»: turn }", "SR0010 unknown key \"wthin\" in concept \"x\" → did you mean \"within\"?")]
    [InlineData("x: { says: 您好啊, within: «paragraph» }", "SR0012 within is one of clause, sentence, turn")]
    [InlineData("x: { says: 您好啊, ordered: «maybe» }", "SR0012 ordered is true or false")]
    [InlineData("x: { says: 您好啊, in-question: «2» }", "SR0012 in-question is true or false")]
    [InlineData("x: { says: 您好啊, at: [«start»] }", "SR0012 at is one of anywhere, clause-start, clause-end, whole-clause, turn-start, turn-end, whole-turn")]
    [InlineData("x: { says: 您好啊, allow: «quote» }", "SR0012 allow is one of none, quoted, titled, reported, negated, hypothetical, question, folded, sound, noise, shape, repeat, similar → did you mean \"quoted\"?")]
    [InlineData("x: { says: «[»] }", "SR0012 says has nothing in it")]
    [InlineData("x: [«[»]]", "SR0012 says is a text")]
    [InlineData("«x»: { title: 问候 }", "SR0011 nothing would ever say \"x\": it needs one of says, regex, similar, any-of, all-of")]
    public void A_concept_that_cannot_be_read(string concept, string said) =>
        Broken($"words:\n  verb: [查]\nconcepts:\n  refusal: [没办法, <verb>不了, \"{{brand}}没有\"]\n  {concept}\nrules:\n  - id: never\n    kind: never-say\n    say: [refusal, x]\n",
            [said], "name: example\nslots:\n  brand: 小鹿\n");

    [Theory]
    [InlineData("name: example\n«nmae»: x", "SR0010 unknown key \"nmae\" in pack.yaml → did you mean \"name\"?")]
    [InlineData("«t»itle: x", "SR0011 pack.yaml needs \"name\"")]
    [InlineData("name: «[»]", "SR0012 name is a text")]
    [InlineData("name: x\nlanguage: «en»", "SR0012 language is Chinese, such as zh-CN; no other is read")]
    [InlineData("name: x\ntime-zone: «Asia/Peking»", "SR0012 unknown time zone \"Asia/Peking\" → use an IANA name such as Asia/Shanghai")]
    [InlineData("name: x\ninclude: «{» a: b }", "SR0012 include is a text")]
    [InlineData("name: x\ninclude: [rules.yaml, «more.yaml»]", "SR0001 the file \"more.yaml\" is not there")]
    [InlineData("name: x\ncalendar: «cn.yaml»", "SR0001 the calendar \"cn.yaml\" is not there or cannot be read")]
    [InlineData("name: x\nhandbook: «handbook.yaml»", "SR0001 the file \"handbook.yaml\" is not there")]
    [InlineData("name: x\nnotices:\n  «-» { festival: new-year, from: 2026-01-01, to: 2026-01-01, source: 通知 }", "SR0011 notices need a \"calendar\" that has their festivals")]
    [InlineData("name: x\nwhere-festivals-meet: «both»", "SR0012 where-festivals-meet is one of either, first")]
    [InlineData("name: x\nwindows:\n  «m»orning: 00:00-12:00", "SR0108 no window covers 12:00–24:00")]
    [InlineData("name: x\nwindows:\n  «m»orning: 00:00-13:00\n  day: 12:00-24:00", "SR0108 12:00–13:00 is in morning 00:00–13:00 and in day 12:00–24:00")]
    [InlineData("name: x\nwindows:\n  morning: «early»\n  day: 12:00-24:00", "SR0012 a window is written 00:00-12:00")]
    [InlineData("name: x\nwindows: «daily»", "SR0012 windows is written as keys with values")]
    [InlineData("name: x\nacknowledgement: «refusl»", "SR0102 unknown concept \"refusl\" → did you mean \"refusal\", defined at my-pack/rules.yaml:2:3?")]
    [InlineData("name: x\ngreeting: «[»]", "SR0012 greeting is a text")]
    [InlineData("«name»", "SR0012 pack.yaml is written as keys with values")]
    public void A_head_that_cannot_be_read(string head, string said) => Broken(Good, [said], head);

    [Theory]
    [InlineData("name: x\nslots:\n  brand: «[»]", "SR0012 brand is a text")]
    [InlineData("name: x\nslots:\n  brand: { «vlaue»: 小鹿 }", "SR0010 unknown key \"vlaue\" in a slot → did you mean \"value\"?")]
    public void A_slot_that_cannot_be_read(string head, string said) => Broken($"{Good}    suggest: \"{{brand}}您好\"\n", [said], head);

    [Theory]
    [InlineData("rules:\n  - id: a\n   «k»ind: b", "SR0002 While parsing a block collection, did not find expected '-' indicator.")]
    [InlineData("a: «&»x [b]", "SR0003 anchors are not allowed in packs; name a concept and refer to it")]
    [InlineData("a: «*»x", "SR0003 aliases are not allowed in packs; name a concept and refer to it")]
    [InlineData("a: 1\n«a»: 2", "SR0002 Duplicate key a")]
    [InlineData("rules:\n---\n«b»: 2", "SR0002 a pack file holds one document")]
    public void A_file_that_is_not_plain_yaml(string text, string said) => Broken(text, said);

    [Fact]
    public void Deep_nesting() =>
        new MemoryPack($"rules: {new string('[', 40)}{new string(']', 40)}").Diagnostics().Should().Equal("rules.yaml:1:39+1 SR0003 nested more than 32 deep");

    [Fact]
    public void A_pack_without_a_head() =>
        new MemoryPack(new Dictionary<string, string> { ["rules.yaml"] = Good }).Diagnostics()
            .Should().Equal("pack.yaml SR0001 the file is not there → a pack is a folder with a pack.yaml");

    [Fact]
    public void An_empty_head() =>
        new MemoryPack(new Dictionary<string, string> { ["pack.yaml"] = "", ["rules.yaml"] = Good }).Diagnostics()
            .Should().Equal("pack.yaml:1:1+1 SR0011 pack.yaml needs \"name\"");

    [Fact]
    public void An_empty_pack() =>
        new MemoryPack(new Dictionary<string, string> { ["pack.yaml"] = "name: example", ["rules.yaml"] = "", ["more.yaml"] = "# nothing\n" }).Diagnostics()
            .Should().Equal("pack.yaml SR0014 the pack has no rules");

    [Fact]
    public void Two_rules_and_two_concepts_of_one_name() =>
        Broken("concepts:\n  refusal: [没办法]\nwords:\n  «refusal»: [查]\nrules:\n  - id: a\n    kind: never-say\n    say: refusal\n  - id: «a»\n    kind: never-say\n    say: refusal\n",
            "SR0013 concept \"refusal\" is defined twice → first at my-pack/rules.yaml:2:3", "SR0013 rule \"a\" is defined twice → first at my-pack/rules.yaml:6:9");

    [Fact]
    public void A_suggestion_with_an_unknown_slot() =>
        Broken("concepts:\n  refusal: [没办法]\nrules:\n  - id: never\n    kind: never-say\n    say: refusal\n    suggest: \"我是{«agent_nmae»}，{customer_name}您好\"\n",
            "SR0103 unknown slot \"agent_nmae\" in a suggestion of rule \"never\" → did you mean \"agent_name\"?");

    [Fact]
    public void A_message_for_a_reason_that_the_kind_does_not_have() =>
        Broken("concepts:\n  thanks: [谢谢]\n  welcome: [不客气]\n  silence: [哦哦]\nrules:\n  - id: answer\n    kind: must-answer\n    when: { customer: thanks }\n    with: welcome\n    forbid: silence\n    message:\n      welcome: 没有回应\n      «fobidden»: 冷淡\n",
            "SR0010 unknown key \"fobidden\" in the messages of rule \"answer\" → did you mean \"forbidden\"?");

    [Fact]
    public void A_setting_for_a_slot_that_is_not_there() =>
        new MemoryPack(Good).Diagnostics(new Dictionary<string, string> { ["agent_nam"] = "王芳", ["x"] = "y" }).Should().Equal(
            "pack.yaml SR0103 a value is set for the slot \"agent_nam\", which the pack does not declare → did you mean \"agent_name\"?",
            "pack.yaml SR0103 a value is set for the slot \"x\", which the pack does not declare → the slots are agent_name, agent_surname, customer_name, customer_surname, honorific");

    [Fact]
    public void What_nothing_uses_is_a_warning_and_the_pack_is_there() =>
        new MemoryPack(new Dictionary<string, string>
        {
            ["pack.yaml"] = "name: example\nslots:\n  brand: 小鹿\n",
            ["rules.yaml"] = Good.Replace("rules:", "  spare: [您好]\nwords:\n  verb: [查]\nrules:", StringComparison.Ordinal),
        }).Diagnostics().Should().Equal(
            "pack.yaml:3:3+5 SR0110 nothing uses the slot \"brand\" (warning)",
            "rules.yaml:4:3+5 SR0105 nothing uses \"spare\" (warning)",
            "rules.yaml:6:3+4 SR0105 nothing uses \"verb\" (warning)");

    [Fact]
    public void A_bad_notice_is_said_at_its_place() =>
        new MemoryPack(new Dictionary<string, string>
        {
            ["pack.yaml"] = "name: example\ncalendar: cal.yaml\ninclude: rules.yaml\nnotices:\n  - { festival: new-yaer, from: 2026-01-01, to: 2026-01-01, source: 通知 }\n",
            ["cal.yaml"] = "festivals:\n  - { id: new-year, name: 元旦, on: 01-01, opening: true }\n",
            ["rules.yaml"] = Good,
        }).Diagnostics().Should().Equal("pack.yaml:5:17+8 SR0109 unknown festival \"new-yaer\": did you mean \"new-year\"?");

    [Fact]
    public void A_source_that_the_handbook_lacks_wherever_it_is_cited() =>
        new MemoryPack(new Dictionary<string, string>
        {
            ["pack.yaml"] = "name: example\nhandbook: book.yaml\ninclude: rules.yaml\n",
            ["book.yaml"] = "H-OPEN-01: 早上好\n",
            ["rules.yaml"] = "rules:\n  - id: opening\n    source: [H-OPEN-01, H-OPEN-1]\n    kind: opening\n    say: { text: 您好请问, source: H-OPEN-02 }\n    outside: H-HOL\n",
        }).Diagnostics().Should().Equal(
            "rules.yaml:3:25+8 SR0111 the handbook has no \"H-OPEN-1\" → did you mean \"H-OPEN-01\"?",
            "rules.yaml:5:32+9 SR0111 the handbook has no \"H-OPEN-02\" → did you mean \"H-OPEN-01\"?",
            "rules.yaml:6:14+5 SR0111 the handbook has no \"H-HOL\"");

    [Fact]
    public void All_the_mistakes_of_all_files_come_at_once_in_order() =>
        new MemoryPack(new Dictionary<string, string>
        {
            ["pack.yaml"] = "name: example\nversoin: 1\n",
            ["b/answers.yaml"] = "concepts:\n  thanks: [谢谢]\nrules:\n  - id: answer\n    kind: must-answer\n    when: { customer: thank }\n    with: [thanks]\n    within: 1\n",
            ["a.yaml"] = "concepts:\n  refusal: [\"(没办法\"]\n",
            ["c.yaml"] = "rules: [\n",
        }).Diagnostics().Should().Equal(
            "a.yaml:2:14+4 SR0104 \"(\" is not closed",
            "b/answers.yaml:6:23+5 SR0102 unknown concept \"thank\" → did you mean \"thanks\", defined at my-pack/b/answers.yaml:2:3?",
            "b/answers.yaml:8:13+1 SR0012 within is a number with its unit (turns, turn), such as \"3 turns\"",
            "c.yaml:2:1+1 SR0002 While parsing a node, did not find expected node content.",
            "pack.yaml:2:1+7 SR0010 unknown key \"versoin\" in pack.yaml → did you mean \"version\"?");

    [Fact]
    public void What_a_file_that_cannot_be_read_may_hold_is_not_missed() =>
        new MemoryPack(new Dictionary<string, string>
        {
            ["pack.yaml"] = "name: example\nacknowledgement: ack\n",
            ["concepts.yaml"] = "concepts:\n  ack: [好的\n",
            ["rules.yaml"] = Good.Replace("[抱歉]", "[抱歉, <words>的]\n  spare: [您好]", StringComparison.Ordinal),
        }).Diagnostics().Should().Equal("concepts.yaml:3:1+1 SR0002 While parsing a flow sequence, did not find expected ',' or ']'.");

    [Fact]
    public void Carets_stand_under_Chinese_characters()
    {
        new MemoryPack(Good.Replace("[没办法]", "[没办法, 😀您好(吗]", StringComparison.Ordinal)).TryLoad(out var diagnostics);

        DiagnosticText.Format(diagnostics.Single()).ReplaceLineEndings("\n").Should().Be(
            """
            my-pack/rules.yaml:2:21: error SR0104: "(" is not closed
                2 |   refusal: [没办法, 😀您好(吗]
                  |                           ^
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Carets_are_as_wide_as_what_is_meant()
    {
        new MemoryPack(Good.Replace("say: refusal", "say: 拒绝", StringComparison.Ordinal)).TryLoad(out var diagnostics);

        DiagnosticText.Format(diagnostics.Single(d => d.Level == Severity.Error)).ReplaceLineEndings("\n").Should().Be(
            """
            my-pack/rules.yaml:7:10: error SR0102: unknown concept "拒绝"
                7 |     say: 拒绝
                  |          ^^^^
            """.ReplaceLineEndings("\n"));
    }

    private static void Broken(string marked, params string[] said) => Broken(marked, said, "name: example\n");

    /// <summary>Takes the marks out, and expects what is said at each, from top to bottom.</summary>
    private static void Broken(string marked, string[] said, string head)
    {
        var places = new List<string>();
        var files = new Dictionary<string, string> { ["pack.yaml"] = Unmark("pack.yaml", head, places), ["rules.yaml"] = Unmark("rules.yaml", marked, places) };
        places.Should().HaveCount(said.Length, "each message has a place");

        new MemoryPack(files).Diagnostics().Should().Equal(places.Zip(said, (place, what) => $"{place} {what}"));
    }

    private static string Unmark(string file, string marked, List<string> places)
    {
        var plain = new StringBuilder();
        var (line, column, start) = (1, 1, 0);
        foreach (var rune in marked.EnumerateRunes())
        {
            if (rune.Value == '«') start = column;
            else if (rune.Value == '»') places.Add(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{start}+{column - start}"));
            else
            {
                plain.Append(rune);
                (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            }
        }

        return plain.ToString();
    }
}
