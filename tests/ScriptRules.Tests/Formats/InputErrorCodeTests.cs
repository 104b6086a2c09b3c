using System.Reflection;
using ScriptRules.Formats;

namespace ScriptRules.Tests.Formats;

public class InputErrorCodeTests
{
    [Fact]
    public void The_list_has_every_code_once_and_in_order()
    {
        var declared = typeof(InputErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null));

        InputErrorCode.All.Should().BeEquivalentTo(declared);
        InputErrorCode.All.Select(c => c.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        InputErrorCode.All.Should().OnlyContain(c => c.Code.StartsWith("SRI1") && c.Summary.EndsWith('.'));
    }
}
